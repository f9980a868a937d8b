// access_log: who did what to whose data, when and for what. NEN 7513 lines, sealed, in a Merkle log.
// Used by gate::Policy (no grant before its line is durable) and by every command that changes something.
// Always: append() returns after the line is on the disk; after a disk fault nothing more is written or granted.
// An attacker who changes, cuts or puts back the files is seen; who has the practice key too must deceive a witness.
#pragma once

#include "base/clock.hpp"
#include "base/disk.hpp"
#include "keep/access_log/line.hpp"
#include "keep/access_log/log_index.hpp"
#include "keep/journal/tree_log.hpp"
#include "keep/keyring/keyring.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace zk::keep {

inline constexpr char const* k_journal_folder = "journal";

struct ReadLine {
    std::uint64_t entry;
    Line line;
};

class AccessLog {
public:
    struct Parts {
        Disk& disk;
        std::filesystem::path index_path;
        Keyring& keyring;
        Clock const& clock;
        Random& random;
        std::string program; // name and version
    };
    [[nodiscard]] static Result<std::unique_ptr<AccessLog>> create(Parts parts);
    // Catches the index up; refuses when the journal is shorter than the keyring or the index know it to be.
    [[nodiscard]] static Result<std::unique_ptr<AccessLog>> open(Parts parts);
    AccessLog(AccessLog const&) = delete;
    AccessLog& operator=(AccessLog const&) = delete;
    ~AccessLog();

    // Durable when it returns. A draft with more patients than fit in one entry is continued in the next ones.
    [[nodiscard]] Result<std::uint64_t> append(LineDraft const& draft);

    [[nodiscard]] std::uint64_t size() const;
    [[nodiscard]] Result<Line> line(std::uint64_t entry) const;
    [[nodiscard]] Result<std::vector<ReadLine>> lines_of(PatientId const& patient);
    [[nodiscard]] Result<std::vector<ReadLine>> lines_of(LogEvent event);
    using Visit = std::function<Result<>(std::uint64_t entry, Line const& line)>;
    [[nodiscard]] Result<> for_each(std::uint64_t from, Visit const& visit) const;

    // Throws the index away and builds it from the journal.
    [[nodiscard]] Result<> reindex();
    struct IndexCheck {
        std::uint64_t rows_in_index;
        std::uint64_t rows_in_journal;
    };
    [[nodiscard]] Result<IndexCheck> check_index();

    // Writes what waits for the index and lays out the tiles.
    [[nodiscard]] Result<> close();
    // What a crash left half written and was dropped; nobody was told that it was durable.
    [[nodiscard]] std::uint64_t torn_bytes_dropped() const;

private:
    class Maker;
    explicit AccessLog(Parts parts);
    [[nodiscard]] Result<crypto::Key const*> month_key(Period period) const;
    [[nodiscard]] Result<crypto::Key const*> month_key_for_writing(Period period);
    [[nodiscard]] Bytes place_of_entry(Period period, std::uint64_t entry) const;
    [[nodiscard]] Result<Line> open_entry(std::uint64_t entry, ByteView bytes) const;
    [[nodiscard]] IndexedLine indexed(std::uint64_t entry, crypto::Digest const& leaf, Line const& line) const;
    [[nodiscard]] Result<> catch_up();
    [[nodiscard]] Result<> flush_index();

    Parts m_parts;
    std::unique_ptr<LogIndex> m_index;
    std::unique_ptr<TreeLog> m_tree;

    mutable std::mutex m_key_mutex;
    mutable std::unordered_map<Period, crypto::Key> m_month_keys;

    std::mutex m_state_mutex;
    std::unordered_map<Subject, LogHead> m_heads;
    std::vector<IndexedLine> m_waiting;
};

} // namespace zk::keep
