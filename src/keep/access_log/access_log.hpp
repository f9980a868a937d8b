// access_log: who did what to whose data, when and for what. NEN 7513 lines, sealed, in a Merkle log.
// Used by gate::Policy (no grant before its line is durable) and by every command that changes something.
// Always: append() returns after the line is on the disk; after a disk fault nothing more is written or granted.
// An attacker who changes, cuts or puts back the files is seen; who has the practice key too must deceive a witness.
#pragma once

#include "base/clock.hpp"
#include "base/disk.hpp"
#include "keep/access_log/line.hpp"
#include "keep/access_log/log_index.hpp"
#include "keep/access_log/month_keys.hpp"
#include "keep/journal/tree_log.hpp"
#include "keep/keyring/keyring.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>

namespace zk::keep {

inline constexpr char const* k_journal_folder = "journal";
// Keys of months to come: so much younger than a keyring its journal may be, when both come back from a backup.
inline constexpr unsigned k_months_ahead = 2;

// What the journal of this practice, and what else it signs, is verified with.
[[nodiscard]] Result<VerifierKey> journal_key(Keyring const& keyring);

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
    // Are these all lines of his? Each carries its number and the hash of the one before.
    enum class Chain : std::uint8_t { whole, broken };
    [[nodiscard]] Result<Chain> chain_of(PatientId const& patient);
    using Visit = std::function<Result<>(std::uint64_t entry, Line const& line)>;
    [[nodiscard]] Result<> for_each(std::uint64_t from, Visit const& visit) const;

    // Reads every byte of the journal again, while others go on appending.
    [[nodiscard]] Result<TreeHead> verify() const;
    // As plain C2SP tlog-tiles; the folder must be absent or empty.
    [[nodiscard]] Result<TreeHead> export_to(Disk& to, std::string const& folder) const;
    // A line with its way to a signed root, for who has nothing else but the key (journal/proof_file.hpp).
    [[nodiscard]] Result<std::string> prove(std::uint64_t entry);
    // Before the keyring is copied: what is written during the copy opens with it too.
    [[nodiscard]] Result<> make_keys_ahead();
    // Lines that nobody can open any more: past their term, or their key was not in the keyring that was put back.
    [[nodiscard]] Result<std::uint64_t> lines_without_key() const;

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
    [[nodiscard]] Bytes place_of_entry(Period period, std::uint64_t entry) const;
    [[nodiscard]] Result<Line> open_entry(std::uint64_t entry, ByteView bytes) const;
    [[nodiscard]] IndexedLine indexed(std::uint64_t entry, crypto::Digest const& leaf, Line const& line) const;
    [[nodiscard]] Result<> note_newest_month();
    [[nodiscard]] Result<> catch_up();
    [[nodiscard]] Result<> flush_index();

    Parts m_parts;
    MonthKeys m_keys;
    std::unique_ptr<LogIndex> m_index;
    std::unique_ptr<TreeLog> m_tree;

    // Held by who writes the index, so that others go on appending. Taken before m_state_mutex.
    std::mutex m_flush_mutex;
    std::mutex m_state_mutex;
    std::unordered_map<Subject, LogHead> m_heads;
    std::vector<IndexedLine> m_waiting;
};

} // namespace zk::keep
