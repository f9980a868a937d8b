// log_index: finds a patient's lines and the lines of a kind. Built from the journal; may be thrown away at will.
// Used by the access log alone; lies in index.db, outside the journal.
// Always: it is never ahead of what is durable in the journal, and says up to where it has read.
// An attacker who has it learns how many lines each unnamed patient has, and which line is of what kind.
#pragma once

#include "crypto/hash.hpp"
#include "keep/access_log/words.hpp"
#include "keep/engine.hpp"
#include "keep/sqlite/pool.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace zk::keep {

// A patient's last line: its number and its leaf.
struct LogHead {
    std::uint64_t number = 0;
    crypto::Digest leaf {};
};

struct IndexedLine {
    std::uint64_t entry;
    LogEvent event;
    crypto::Digest leaf;
    struct Who {
        Subject subject;
        std::uint64_t number;
    };
    std::vector<Who> subjects;
};

class LogIndex {
public:
    [[nodiscard]] static Result<std::unique_ptr<LogIndex>> create(std::filesystem::path const& path);
    [[nodiscard]] static Result<std::unique_ptr<LogIndex>> open(std::filesystem::path const& path);

    // How many entries it has read.
    [[nodiscard]] Result<std::uint64_t> size() const;
    [[nodiscard]] Result<> add(std::span<IndexedLine const> lines, std::uint64_t size);
    // As far as what was added; beside an add() it may be the one before.
    [[nodiscard]] Result<LogHead> head(Subject const& subject) const;
    // In the order in which they were written.
    [[nodiscard]] Result<std::vector<std::uint64_t>> entries_of(Subject const& subject) const;
    [[nodiscard]] Result<std::vector<std::uint64_t>> entries_of(LogEvent event) const;
    // Rows of patients in lines: equals what the journal holds, or the index must be built anew (probe 4.1d).
    [[nodiscard]] Result<std::uint64_t> subject_rows() const;

private:
    // For head() alone: whoever appends does not wait for a long add().
    struct Heads {
        Database database;
        Statement head;
        [[nodiscard]] static Result<Heads> open(std::filesystem::path const& path);
    };
    LogIndex(std::filesystem::path const& path, Database database);
    mutable std::mutex m_mutex;
    Database m_database;
    mutable Pool<Heads> m_heads;
};

} // namespace zk::keep
