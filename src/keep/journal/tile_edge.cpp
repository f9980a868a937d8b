#include "keep/journal/tile_edge.hpp"

#include "base/ascii.hpp"
#include "keep/journal/tile_reader.hpp"
#include "keep/journal/tree_files.hpp"

namespace zk::keep {

TileEdge::TileEdge(Disk& disk, std::string folder)
    : m_disk(&disk)
    , m_folder(std::move(folder))
{
}

Result<TileEdge> TileEdge::read(Disk& disk, std::string folder, TreeHead const& head)
{
    TileEdge edge(disk, std::move(folder));
    edge.m_size = edge.m_written_size = head.size;
    for (unsigned level = 0; level < k_tile_levels_max; ++level) {
        TileId const tile = edge.partial_tile(TileKind::hashes, level);
        if (tile.width > 0) {
            ZK_TRY(edge.m_hashes[level], read_hashes(disk, edge.m_folder, tile));
        }
    }
    if (edge.range().root() != head.root)
        return fail(Fault::tampered, "journal-other-root", Place::path(path_in(edge.m_folder, k_checkpoint_file)));
    if (!edge.m_hashes[0].empty()) {
        ZK_TRY(EntryRun run, read_bundle(disk, edge.m_folder, head.size / k_tile_width, head.size));
        edge.m_bundle = std::move(run.bytes);
    }
    return edge;
}

CompactRange TileEdge::range() const
{
    CompactRange range;
    for (unsigned level = k_tile_levels_max; level-- > 0;) {
        for (Digest const& hash : m_hashes[level])
            range.add_subtree(hash, level * k_tile_height);
    }
    return range;
}

Result<> TileEdge::add(ByteView entry, Digest const& leaf)
{
    encode_entry(m_bundle, entry);
    ++m_size;
    if (m_size % k_tile_width == 0) {
        ZK_CHECK(write({ .kind = TileKind::entries, .index = m_size / k_tile_width - 1 }, m_bundle));
        m_bundle.clear();
    }
    return add_hash(0, leaf);
}

Result<> TileEdge::add_hash(unsigned level, Digest const& hash)
{
    std::vector<Digest>& hashes = m_hashes[level];
    hashes.push_back(hash);
    if (hashes.size() < k_tile_width)
        return {};
    ZK_CHECK(write({ .level = level, .index = hashes_at(level, m_size) / k_tile_width - 1 }, encode_hashes(hashes)));
    Digest const root = tile_root(hashes);
    hashes.clear();
    return add_hash(level + 1, root);
}

Result<> TileEdge::write_partial_tiles()
{
    TileId const bundle = partial_tile(TileKind::entries, 0);
    if (bundle.width > 0 && m_written_size != m_size)
        ZK_CHECK(write(bundle, m_bundle));
    for (unsigned level = 0; level < k_tile_levels_max; ++level) {
        TileId const tile = partial_tile(TileKind::hashes, level);
        if (tile.width > 0 && hashes_at(level, m_written_size) != hashes_at(level, m_size))
            ZK_CHECK(write(tile, encode_hashes(m_hashes[level])));
    }
    m_written_size = m_size;
    return {};
}

Result<> TileEdge::remove_partial_tiles(std::uint64_t size_before)
{
    ZK_CHECK(remove_partial_tile(TileKind::entries, 0, size_before));
    for (unsigned level = 0; level < k_tile_levels_max; ++level)
        ZK_CHECK(remove_partial_tile(TileKind::hashes, level, size_before));
    return {};
}

Result<> TileEdge::remove_partial_tile(TileKind kind, unsigned level, std::uint64_t size_before)
{
    TileId const before = tile_at(kind, level, hashes_at(level, size_before) / k_tile_width, size_before);
    TileId const now = tile_at(kind, level, before.index, m_size);
    std::string const partial = path_in(m_folder, partial_tiles_path(before));
    if (before.width == 0 || !m_disk->exists(partial))
        return {};
    if (now.is_full())
        return m_disk->remove(partial);
    ZK_TRY(std::vector<DiskEntry> const widths, m_disk->list(partial));
    for (DiskEntry const& width : widths) {
        // What is no tile is none of ours: it stays for verify to find.
        if (ascii::number(width.name) && width.name != std::to_string(now.width))
            ZK_CHECK(m_disk->remove(partial + "/" + width.name));
    }
    return {};
}

Result<> TileEdge::write(TileId const& tile, ByteView bytes)
{
    return m_disk->write_durably(path_in(m_folder, tile_path(tile)), bytes);
}

TileId TileEdge::partial_tile(TileKind kind, unsigned level) const
{
    return tile_at(kind, level, hashes_at(level, m_size) / k_tile_width, m_size);
}

} // namespace zk::keep
