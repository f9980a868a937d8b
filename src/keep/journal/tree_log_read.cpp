#include "keep/journal/tree_log.hpp"

#include "base/require.hpp"
#include "keep/journal/tree_export.hpp"
#include "keep/journal/tree_verify.hpp"

#include <algorithm>

namespace zk::keep {

TreeHead TreeLog::head() const
{
    std::lock_guard const lock(m_mutex);
    return m_head;
}

std::string TreeLog::checkpoint() const
{
    std::lock_guard const lock(m_mutex);
    return m_checkpoint;
}

Result<Bytes> TreeLog::entry(std::uint64_t index) const
{
    Bytes out;
    ZK_CHECK(for_each(index, index + 1, [&](std::uint64_t, ByteView entry, Digest const&) -> Result<> {
        out = to_bytes(entry);
        return {};
    }));
    return out;
}

Result<> TreeLog::for_each(std::uint64_t from, std::uint64_t to, EntryVisitor const& visit) const
{
    if (from > to || to > head().size)
        return fail(Fault::not_found, "journal-no-such-entry");
    while (from < to) {
        ZK_TRY(EntryRun const run, read_some(from));
        std::uint64_t const end = std::min(to, run.first + run.entries.size());
        for (; from < end; ++from) {
            auto const i = static_cast<std::size_t>(from - run.first);
            ZK_CHECK(visit(from, run.entries[i], run.leaves[i]));
        }
    }
    return {};
}

Result<EntryRun> TreeLog::read_some(std::uint64_t index) const
{
    std::shared_lock const tiles(m_tiles);
    std::uint64_t laid_out = 0;
    {
        std::lock_guard const lock(m_mutex);
        laid_out = m_laid_out.size;
        if (index >= laid_out)
            return copy_of_tail(static_cast<std::size_t>(index - laid_out));
    }
    return read_bundle(m_disk, m_folder, index / k_tile_width, laid_out);
}

EntryRun TreeLog::copy_of_tail(std::size_t from) const
{
    std::size_t const end = std::min(m_tail.size(), from + k_tile_width);
    EntryRun run;
    run.first = m_laid_out.size + from;
    for (std::size_t i = from; i < end; ++i) {
        encode_entry(run.bytes, m_tail.entry(i));
        run.leaves.push_back(m_tail.leaf(i));
    }
    auto entries = parse_bundle(run.bytes, end - from);
    ZK_REQUIRE(entries);
    run.entries = std::move(*entries);
    return run;
}

Result<EntryProof> TreeLog::prove(std::uint64_t index)
{
    if (index >= head().size)
        return fail(Fault::not_found, "journal-no-such-entry");
    ZK_CHECK(settle(State::running));
    std::shared_lock const tiles(m_tiles);
    EntryProof proof;
    {
        std::lock_guard const lock(m_mutex);
        proof.head = m_laid_out;
        proof.checkpoint = m_laid_out_checkpoint;
    }
    NodeReader const nodes = node_reader(m_disk, m_folder, proof.head.size);
    ZK_TRY(proof.leaf, nodes(0, index));
    ZK_TRY(proof.hashes, inclusion_proof(index, proof.head.size, nodes));
    if (!verify_inclusion(proof.leaf, index, proof.head, proof.hashes))
        return fail(Fault::tampered, "journal-other-root", Place::path(path_in(m_folder, k_checkpoint_file)));
    return proof;
}

Result<TreeHead> TreeLog::verify(std::optional<TreeHead> known) const
{
    std::shared_lock const tiles(m_tiles);
    TreeView expected = view();
    expected.known = known;
    return verify_tree(m_disk, m_folder, m_key, expected);
}

Result<TreeHead> TreeLog::export_to(Disk& to, std::string const& to_folder) const
{
    std::shared_lock const tiles(m_tiles);
    return export_tree(m_disk, m_folder, m_key, to, to_folder, view());
}

TreeView TreeLog::view() const
{
    std::lock_guard const lock(m_mutex);
    return { .tail_bytes = m_tail_file_bytes };
}

} // namespace zk::keep
