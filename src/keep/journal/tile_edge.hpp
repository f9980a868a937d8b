// tile_edge: the right edge of the tree as tiles; what is not yet a full tile is kept in memory and grows there.
// Used by tree_log to lay out its tail, and by tree_export.
// Always: a tile is written once it is full, and a partial one when asked; each durably, none ever changed.
// An attacker gains nothing here: all that it reads is checked against a signed root.
#pragma once

#include "base/disk.hpp"
#include "keep/journal/tile.hpp"

#include <array>
#include <string>

namespace zk::keep {

class TileEdge {
public:
    // The edge of an empty tree, to be written into this folder.
    TileEdge(Disk& disk, std::string folder);
    // The edge of the tree that is laid out there; its tiles must give this root.
    [[nodiscard]] static Result<TileEdge> read(Disk& disk, std::string folder, TreeHead const& head);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] CompactRange range() const;
    // Writes the tiles that become full by it.
    [[nodiscard]] Result<> add(ByteView entry, Digest const& leaf);
    // So that all of the tree is on the disk.
    [[nodiscard]] Result<> write_partial_tiles();
    // The partial tiles of when the tree had this size, where it has others now.
    [[nodiscard]] Result<> remove_partial_tiles(std::uint64_t size_before);

private:
    [[nodiscard]] Result<> write(TileId const& tile, ByteView bytes);
    [[nodiscard]] Result<> add_hash(unsigned level, Digest const& hash);
    [[nodiscard]] Result<> remove_partial_tile(TileKind kind, unsigned level, std::uint64_t size_before);
    [[nodiscard]] TileId partial_tile(TileKind kind, unsigned level) const;

    Disk* m_disk;
    std::string m_folder;
    std::uint64_t m_size = 0;
    // Of this size the partial tiles are on the disk.
    std::uint64_t m_written_size = 0;
    Bytes m_bundle;
    std::array<std::vector<Digest>, k_tile_levels_max> m_hashes;
};

} // namespace zk::keep
