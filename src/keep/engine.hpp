// engine: one store of sealed rows. SQLite embedded is the default; another engine keeps the same promises.
// Used by the vault alone.
// Always: apply() is whole or not at all, and durable once sync() has returned; every key begins with the practice.
// An attacker who can read a store learns counts of rows by kind and their padded sizes; who changes it is seen.
#pragma once

#include "base/bytes.hpp"
#include "catalogue/record.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace zk::keep {

// Whose record it is, as this one store names him: another store has another name for the same person.
using Subject = Id<struct SubjectTag>;

struct RowKey {
    Subject subject;
    catalogue::RecordKind kind;
    RecordId id;
    friend auto operator<=>(RowKey const&, RowKey const&) = default;
};

struct Row {
    RowKey key;
    std::uint64_t version;
    Bytes box;
};

// A row to put, or (without a box) to remove. Doing it twice is doing it once.
struct RowWrite {
    RowKey key;
    std::uint64_t version;
    Bytes box;
    [[nodiscard]] bool removes() const { return box.empty(); }
};

class Engine {
public:
    Engine() = default;
    Engine(Engine const&) = delete;
    Engine& operator=(Engine const&) = delete;
    virtual ~Engine() = default;

    // In the order of the keys, so that the order of writing tells nothing. Readers see it when it returns; a power cut
    // may take the last ones, never an earlier one alone.
    [[nodiscard]] virtual Result<> apply(std::span<RowWrite const> writes) = 0;
    // What was applied is on the disk when it returns. After an error nothing is known of what was applied since the
    // last one.
    [[nodiscard]] virtual Result<> sync() = 0;
    // All rows of a subject in a retention class, in order of the key.
    [[nodiscard]] virtual Result<std::vector<Row>> rows(Subject const& subject, catalogue::RetentionClass which) const
        = 0;
    // Every row of a kind, whoever's it is; the function may stop it with an error.
    using Visit = std::function<Result<>(Row const&)>;
    [[nodiscard]] virtual Result<> for_each(catalogue::RecordKind kind, Visit const& visit) const = 0;
    [[nodiscard]] virtual Result<> for_each(Visit const& visit) const = 0;
    [[nodiscard]] virtual Result<std::uint64_t> count() const = 0;
    // What tables and columns there are, as one text, for the check (probe 3.4a).
    [[nodiscard]] virtual Result<std::string> shape() const = 0;
    [[nodiscard]] virtual std::string expected_shape() const = 0;
    // Durable, with the write-ahead file emptied and overwritten what was freed.
    [[nodiscard]] virtual Result<> settle() = 0;
    // Gives back freed pages, after an erasure.
    [[nodiscard]] virtual Result<> vacuum() = 0;
};

} // namespace zk::keep
