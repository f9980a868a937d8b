// tile: how C2SP tlog-tiles names and fills its files: 256 hashes, or 256 entries, in each.
// Used by all of keep/journal that reads or writes below `tile/`.
// Always: a tile has one path and one content; another spelling of either is an error.
// An attacker who changes a tile is seen, because a signed root follows from the leaves.
#pragma once

#include "keep/journal/merkle.hpp"

#include <compare>
#include <span>
#include <string>
#include <string_view>

namespace zk::keep {

inline constexpr std::uint64_t k_tile_width = 256;
inline constexpr unsigned k_tile_height = 8;
static_assert(k_tile_width == 1ULL << k_tile_height);
// Enough for every size that 64 bits can count.
inline constexpr unsigned k_tile_levels_max = 8;
// An entry's length stands in two bytes before it.
inline constexpr std::size_t k_entry_bytes_max = 65535;
inline constexpr std::size_t k_entry_length_bytes = 2;
inline constexpr std::size_t k_digest_bytes = sizeof(Digest);
inline constexpr std::size_t k_bundle_bytes_max = k_tile_width * (k_entry_length_bytes + k_entry_bytes_max);
inline constexpr std::size_t k_tile_bytes_max = k_tile_width * k_digest_bytes;

enum class TileKind : std::uint8_t { hashes, entries };

struct TileId {
    TileKind kind = TileKind::hashes;
    unsigned level = 0; // of entries always 0
    std::uint64_t index = 0;
    std::uint64_t width = k_tile_width; // 1 to 256; below that it is a partial tile

    [[nodiscard]] bool is_full() const { return width == k_tile_width; }
    // How many hashes of this level there are up to the tile's last.
    [[nodiscard]] std::uint64_t end() const { return index * k_tile_width + width; }
    friend bool operator==(TileId const&, TileId const&) = default;
};

// How many complete subtrees of height 8 * level a tree of this size has: the hashes at that level.
[[nodiscard]] constexpr std::uint64_t hashes_at(unsigned level, std::uint64_t size)
{
    return level >= k_tile_levels_max ? 0 : size >> (k_tile_height * level);
}
// The tile of this level and index as wide as a tree of this size has it; width 0 when there is none.
[[nodiscard]] TileId tile_at(TileKind kind, unsigned level, std::uint64_t index, std::uint64_t size);

// "tile/0/x001/x234/067", "tile/entries/000.p/17"; relative to the log's folder.
[[nodiscard]] std::string tile_path(TileId const& tile);
// "tile/0/000.p": the folder in which the partial tiles of this level and index stand.
[[nodiscard]] std::string partial_tiles_path(TileId const& tile);
[[nodiscard]] Result<TileId> parse_tile_path(std::string_view path);

// The root of the subtree below a full tile.
[[nodiscard]] Digest tile_root(std::span<Digest const> hashes);
[[nodiscard]] Bytes encode_hashes(std::span<Digest const> hashes);
[[nodiscard]] Result<std::vector<Digest>> parse_hashes(ByteView bytes, std::uint64_t width);

// At most k_entry_bytes_max.
void encode_entry(Bytes& out, ByteView entry);
// Takes the first entry off `rest`.
[[nodiscard]] Result<ByteView> take_entry(ByteView& rest);
// Exactly `width` entries and nothing behind them.
[[nodiscard]] Result<std::vector<ByteView>> parse_bundle(ByteView bytes, std::uint64_t width);

} // namespace zk::keep
