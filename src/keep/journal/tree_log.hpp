// tree_log: the Merkle log on disk. Appends entries, many callers with one sync, and reads them back.
// Used by the journal, which seals what it appends; the entries mean nothing here.
// Always: what append() returned is durable with a signed root over it; after a failed write nothing more is appended.
// An attacker who writes its files can stop us, not change the past unseen.
#pragma once

#include "keep/commit_queue.hpp"
#include "keep/journal/encoded_entries.hpp"
#include "keep/journal/tile_edge.hpp"
#include "keep/journal/tile_reader.hpp"
#include "keep/journal/tree_files.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <shared_mutex>

namespace zk::keep {

// Makes one entry when its place is known. Called by the thread of whoever leads the commit, one at a time, in the
// order of the entries; it must not use the log itself, nor throw.
class EntryMaker {
public:
    EntryMaker() = default;
    EntryMaker(EntryMaker const&) = delete;
    EntryMaker& operator=(EntryMaker const&) = delete;
    virtual ~EntryMaker() = default;
    // At most k_entry_bytes_max; an error concerns only the caller whose entry it is.
    [[nodiscard]] virtual Result<Bytes> make(std::uint64_t index) = 0;
    // Right after make(), before the next one: the place is taken. It is durable only once append() returns.
    virtual void placed(std::uint64_t index, Digest const& leaf) = 0;
};

// When the tail is laid out as tiles; smaller in tests.
struct TreeLimits {
    std::size_t tail_entries = k_tail_entries_goal;
    std::size_t tail_bytes = k_tail_bytes_goal;
    std::size_t ahead_entries = k_ahead_entries_goal;
};

// What opening found.
struct OpenReport {
    std::uint64_t torn_bytes_dropped = 0; // of a commit that a crash cut short; nobody was told that it was durable
    std::uint64_t entries_from_tail = 0;  // not yet in tiles: the log was not closed
};

struct EntryProof {
    Digest leaf {};
    Proof hashes;
    TreeHead head;
    std::string checkpoint; // the signed note of that head
};

using EntryVisitor = std::function<Result<>(std::uint64_t index, ByteView entry, Digest const& leaf)>;

class TreeLog {
public:
    // The folder must be absent. The disk must outlive the log.
    [[nodiscard]] static Result<std::unique_ptr<TreeLog>> create(
        Disk& disk, std::string folder, std::string_view origin, crypto::Signer signer, TreeLimits limits = {});
    [[nodiscard]] static Result<std::unique_ptr<TreeLog>> open(
        Disk& disk, std::string folder, std::string_view origin, crypto::Signer signer, TreeLimits limits = {});
    TreeLog(TreeLog const&) = delete;
    TreeLog& operator=(TreeLog const&) = delete;
    // Closes, if nobody did; call close() to hear of errors.
    ~TreeLog();

    // Returns the index when the entry and a checkpoint over it are durable.
    [[nodiscard]] Result<std::uint64_t> append(EntryMaker& maker);
    // Entries that follow each other, durable together; returns the first index. At most k_group_entries_max. When one
    // cannot be made, those before it stay in the log: a line too many is honest, a gap in a count is not.
    [[nodiscard]] Result<std::uint64_t> append_all(std::span<EntryMaker* const> makers);

    // Of what is durable.
    [[nodiscard]] TreeHead head() const;
    [[nodiscard]] std::string checkpoint() const;
    [[nodiscard]] VerifierKey const& key() const { return m_key; }
    [[nodiscard]] OpenReport const& report() const { return m_report; }

    [[nodiscard]] Result<Bytes> entry(std::uint64_t index) const;
    // From `from` up to, not including, `to`. The visitor may use the log.
    [[nodiscard]] Result<> for_each(std::uint64_t from, std::uint64_t to, EntryVisitor const& visit) const;

    // Lays out the tail and proves the entry to the head that is then laid out.
    [[nodiscard]] Result<EntryProof> prove(std::uint64_t index);
    // As verify_tree and export_tree, up to what is durable now, while others go on appending.
    [[nodiscard]] Result<TreeHead> verify(std::optional<TreeHead> known = std::nullopt) const;
    [[nodiscard]] Result<TreeHead> export_to(Disk& to, std::string const& to_folder) const;

    // Lays out all there is; then only reading is possible.
    [[nodiscard]] Result<> close();

private:
    enum class State : std::uint8_t { running, stopped, closed };
    enum class LayOut : std::uint8_t { when_due, now };
    struct Entries : Ticket {
        explicit Entries(std::span<EntryMaker* const> of_makers, Kind kind = Kind::shared)
            : Ticket(kind)
            , makers(of_makers)
        {
        }
        std::span<EntryMaker* const> makers;
        // The index of the first entry; the leader writes it.
        Result<std::uint64_t> outcome = 0;
    };
    using Queue = CommitQueue<Entries>;
    // What one commit writes, and for whom.
    struct Batch {
        std::vector<Entries*> tickets;
        EncodedEntries entries;
    };

    TreeLog(Disk& disk, std::string folder, crypto::Signer signer, VerifierKey key, TreeFiles const& files,
        TileEdge edge, TreeLimits limits);
    [[nodiscard]] Result<> take_up(TreeFiles const& files);
    [[nodiscard]] Result<> replay(Tail const& tail);

    // Of the leader alone.
    void lead(Entries& own) noexcept;
    [[nodiscard]] Result<std::uint64_t> make_entries(EncodedEntries& entries, std::span<EntryMaker* const> makers);
    [[nodiscard]] Result<> write(EncodedEntries const& entries);
    [[nodiscard]] Result<> usable() const;
    [[nodiscard]] Result<> lay_out(LayOut when);
    [[nodiscard]] Result<> lay_out_tail();
    [[nodiscard]] Result<> start_tail();
    // Of whoever led, when others append again: the full tiles of what is durable.
    void write_tiles_ahead() noexcept;
    // Leads in order to lay out all there is.
    [[nodiscard]] Result<> settle(State after);

    // From this index on, as many as come in one piece.
    [[nodiscard]] Result<EntryRun> read_some(std::uint64_t index) const;
    [[nodiscard]] EntryRun copy_of_tail(std::size_t from) const;
    [[nodiscard]] TreeView view() const;

    Disk& m_disk;
    std::string const m_folder;
    crypto::Signer const m_signer;
    VerifierKey const m_key;
    TreeLimits const m_limits;
    OpenReport m_report;

    // Of the leader alone; m_range runs ahead of what is durable.
    Queue m_queue;
    CompactRange m_range;
    std::unique_ptr<AppendFile> m_file;

    // Held by who reads tiles, alone by who writes them. Taken before m_mutex.
    mutable std::shared_mutex m_tiles;
    // Of who writes tiles; runs ahead of what is laid out.
    TileEdge m_edge;
    // Of the leader, and of who writes tiles ahead when that fails.
    std::atomic<State> m_state = State::running;
    // For short: what the leader publishes.
    mutable std::mutex m_mutex;
    TreeHead m_head;
    std::string m_checkpoint;
    TreeHead m_laid_out;
    std::string m_laid_out_checkpoint;
    std::uint64_t m_tail_file_bytes = 0;
    EncodedEntries m_tail; // what follows m_laid_out
};

} // namespace zk::keep
