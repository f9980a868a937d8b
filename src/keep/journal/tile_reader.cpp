#include "keep/journal/tile_reader.hpp"

#include "base/require.hpp"
#include "keep/journal/tree_files.hpp"

namespace zk::keep {

namespace {

Result<Bytes> read_tile(Disk const& disk, std::string const& folder, TileId const& tile)
{
    std::string const path = path_in(folder, tile_path(tile));
    if (!disk.exists(path))
        return fail(Fault::tampered, "journal-tile-missing", Place::path(path));
    return disk.read(path);
}

} // namespace

Result<std::vector<Digest>> read_hashes(Disk const& disk, std::string const& folder, TileId const& tile)
{
    ZK_TRY(Bytes const bytes, read_tile(disk, folder, tile));
    auto hashes = parse_hashes(bytes, tile.width);
    if (!hashes)
        return std::unexpected(hashes.error().at(Place::path(path_in(folder, tile_path(tile)))));
    return hashes;
}

Result<EntryRun> read_bundle(Disk const& disk, std::string const& folder, std::uint64_t index, std::uint64_t size)
{
    TileId const tile = tile_at(TileKind::entries, 0, index, size);
    ZK_REQUIRE(tile.width > 0);
    EntryRun run;
    run.first = index * k_tile_width;
    ZK_TRY(run.bytes, read_tile(disk, folder, tile));
    Place const place = Place::path(path_in(folder, tile_path(tile)));
    auto entries = parse_bundle(run.bytes, tile.width);
    if (!entries)
        return std::unexpected(entries.error().at(place));
    run.entries = std::move(*entries);
    ZK_TRY(run.leaves, read_hashes(disk, folder, tile_at(TileKind::hashes, 0, index, size)));
    for (std::size_t i = 0; i < run.entries.size(); ++i) {
        if (leaf_hash(run.entries[i]) != run.leaves[i])
            return fail(Fault::tampered, "journal-entry-and-hash-differ", place.part("entry").number(run.first + i));
    }
    return run;
}

NodeReader node_reader(Disk const& disk, std::string folder, std::uint64_t size)
{
    return [&disk, folder = std::move(folder), size](unsigned height, std::uint64_t index) -> Result<Digest> {
        // The node is made of hashes of the tile level at or below it.
        unsigned const level = height / k_tile_height;
        unsigned const above = height % k_tile_height;
        std::uint64_t const first = index << above;
        std::uint64_t const count = 1ULL << above;
        ZK_REQUIRE(first + count <= hashes_at(level, size));
        TileId const tile = tile_at(TileKind::hashes, level, first / k_tile_width, size);
        ZK_TRY(std::vector<Digest> const hashes, read_hashes(disk, folder, tile));
        CompactRange range;
        for (std::uint64_t i = 0; i < count; ++i)
            range.add(hashes[static_cast<std::size_t>(first % k_tile_width + i)]);
        return range.root();
    };
}

} // namespace zk::keep
