#include "keep/journal/tree_log.hpp"

#include "base/require.hpp"
#include "keep/journal/checkpoint.hpp"

namespace zk::keep {

TreeLog::TreeLog(Disk& disk, std::string folder, crypto::Signer signer, VerifierKey key, TreeFiles const& files,
    TileEdge edge, TreeLimits limits)
    : m_disk(disk)
    , m_folder(std::move(folder))
    , m_signer(std::move(signer))
    , m_key(std::move(key))
    , m_limits(limits)
    , m_range(edge.range())
    , m_edge(std::move(edge))
    , m_head(files.laid_out)
    , m_checkpoint(files.laid_out_checkpoint)
    , m_laid_out(files.laid_out)
    , m_laid_out_checkpoint(files.laid_out_checkpoint)
{
}

Result<std::unique_ptr<TreeLog>> TreeLog::create(
    Disk& disk, std::string folder, std::string_view origin, crypto::Signer signer, TreeLimits limits)
{
    ZK_TRY(VerifierKey const key, VerifierKey::make(origin, signer.public_key()));
    if (disk.exists(folder))
        return fail(Fault::conflict, "journal-exists", Place::path(folder));
    std::string const checkpoint = sign_checkpoint(CompactRange().head(), key, signer);
    ZK_CHECK(disk.write_durably(path_in(folder, k_tail_file), tail_header(0)));
    ZK_CHECK(disk.write_durably(path_in(folder, k_key_file), as_bytes(key_file_text(key))));
    ZK_CHECK(disk.write_durably(path_in(folder, k_checkpoint_file), as_bytes(checkpoint)));
    return open(disk, std::move(folder), origin, std::move(signer), limits);
}

Result<std::unique_ptr<TreeLog>> TreeLog::open(
    Disk& disk, std::string folder, std::string_view origin, crypto::Signer signer, TreeLimits limits)
{
    ZK_TRY(VerifierKey key, VerifierKey::make(origin, signer.public_key()));
    if (!disk.exists(folder))
        return fail(Fault::not_found, "journal-absent", Place::path(folder));
    ZK_TRY(TreeFiles const files, read_tree_files(disk, folder, key, {}));
    ZK_TRY(TileEdge edge, TileEdge::read(disk, folder, files.laid_out));
    std::unique_ptr<TreeLog> log(
        new TreeLog(disk, std::move(folder), std::move(signer), std::move(key), files, std::move(edge), limits));
    if (Result<> const taken = log->take_up(files); !taken) {
        log->m_state = State::closed;
        return std::unexpected(taken.error());
    }
    return log;
}

Result<> TreeLog::take_up(TreeFiles const& files)
{
    Tail const& tail = files.tail;
    std::string const path = path_in(m_folder, k_tail_file);
    m_report.torn_bytes_dropped = tail.torn_bytes;
    if (tail.frames.empty() && tail.torn_bytes == 0) {
        m_tail_file_bytes = tail.whole_bytes;
        ZK_TRY(m_file, m_disk.open_append(path, tail.whole_bytes));
        return {};
    }
    if (tail.base == m_laid_out.size && !tail.frames.empty()) {
        ZK_CHECK(replay(tail));
        m_report.entries_from_tail = m_tail.size();
        // What we have read may be in the system's memory alone, after a sync that failed: write it anew before
        // anything is built on it.
        ZK_CHECK(
            m_disk.write_durably(path, ByteView(files.tail_bytes).first(static_cast<std::size_t>(tail.whole_bytes))));
        return lay_out_tail();
    }
    // All is laid out, but for the end of it.
    ZK_CHECK(m_edge.remove_partial_tiles(tail.base));
    return start_tail();
}

Result<> TreeLog::replay(Tail const& tail)
{
    for (Frame const& frame : tail.frames) {
        for (ByteView entry : frame.entries) {
            Digest const leaf = leaf_hash(entry);
            m_range.add(leaf);
            m_tail.add(entry, leaf);
        }
        if (m_range.head() != frame.head) {
            Place const place = Place::path(path_in(m_folder, k_tail_file));
            return fail(Fault::tampered, "journal-other-root", place.part("entry").number(frame.first));
        }
        m_head = frame.head;
        m_checkpoint = frame.checkpoint;
    }
    return {};
}

} // namespace zk::keep
