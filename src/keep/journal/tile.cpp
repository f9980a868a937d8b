#include "keep/journal/tile.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace zk::keep {

namespace {

constexpr std::string_view k_root = "tile/";
constexpr std::string_view k_entries = "entries";
constexpr std::string_view k_partial = ".p";
constexpr std::uint64_t k_path_base = 1000;
constexpr std::size_t k_path_digits = 3;

std::string three_digits(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    return std::string(k_path_digits - digits.size(), '0') + digits;
}

std::string index_path(std::uint64_t index)
{
    std::string path = three_digits(index % k_path_base);
    while ((index /= k_path_base) > 0)
        path.insert(0, "x" + three_digits(index % k_path_base) + "/");
    return path;
}

std::string folder_path(TileId const& tile)
{
    std::string const level = tile.kind == TileKind::entries ? std::string(k_entries) : std::to_string(tile.level);
    return std::string(k_root) + level + "/" + index_path(tile.index);
}

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// Takes what stands before the first `separator` off `rest`; nothing when there is none.
std::optional<std::string_view> take_until(std::string_view& rest, char separator)
{
    auto const at = rest.find(separator);
    if (at == std::string_view::npos)
        return std::nullopt;
    std::string_view const out = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return out;
}

// Reads generously; the caller compares with the one right spelling.
std::optional<TileId> read_path(std::string_view path)
{
    if (!path.starts_with(k_root))
        return std::nullopt;
    path.remove_prefix(k_root.size());
    TileId tile;
    auto const level = take_until(path, '/');
    if (!level)
        return std::nullopt;
    if (*level == k_entries) {
        tile.kind = TileKind::entries;
    } else {
        auto const value = number(*level);
        if (!value || *value >= k_tile_levels_max)
            return std::nullopt;
        tile.level = static_cast<unsigned>(*value);
    }
    if (auto const partial = path.find(".p/"); partial != std::string_view::npos) {
        auto const width = number(path.substr(partial + k_partial.size() + 1));
        if (!width || *width == 0 || *width >= k_tile_width)
            return std::nullopt;
        tile.width = *width;
        path = path.substr(0, partial);
    }
    std::string digits;
    for (char c : path) {
        if (ascii::is_digit(c))
            digits += c;
    }
    auto const index = number(digits);
    // No tree is so large that its tiles' ends do not fit.
    if (!index || *index >= UINT64_MAX / k_tile_width)
        return std::nullopt;
    tile.index = *index;
    return tile;
}

} // namespace

TileId tile_at(TileKind kind, unsigned level, std::uint64_t index, std::uint64_t size)
{
    std::uint64_t const count = hashes_at(level, size);
    std::uint64_t const before = index * k_tile_width;
    std::uint64_t const width = count <= before ? 0 : std::min(k_tile_width, count - before);
    return { .kind = kind, .level = level, .index = index, .width = width };
}

std::string tile_path(TileId const& tile)
{
    ZK_REQUIRE(tile.width > 0 && tile.width <= k_tile_width);
    return tile.is_full() ? folder_path(tile) : partial_tiles_path(tile) + "/" + std::to_string(tile.width);
}

std::string partial_tiles_path(TileId const& tile)
{
    return folder_path(tile) + std::string(k_partial);
}

Result<TileId> parse_tile_path(std::string_view path)
{
    auto const tile = read_path(path);
    if (!tile || tile_path(*tile) != path)
        return fail(Fault::tampered, "journal-tile-bad-path");
    return *tile;
}

Digest tile_root(std::span<Digest const> hashes)
{
    ZK_REQUIRE(hashes.size() == k_tile_width);
    CompactRange range;
    for (Digest const& hash : hashes)
        range.add(hash);
    return range.root();
}

Bytes encode_hashes(std::span<Digest const> hashes)
{
    Bytes out;
    out.reserve(hashes.size() * k_digest_bytes);
    for (Digest const& hash : hashes)
        out.insert(out.end(), hash.begin(), hash.end());
    return out;
}

Result<std::vector<Digest>> parse_hashes(ByteView bytes, std::uint64_t width)
{
    if (bytes.size() != width * k_digest_bytes)
        return fail(Fault::tampered, "journal-tile-bad-size");
    std::vector<Digest> out(static_cast<std::size_t>(width));
    for (std::size_t i = 0; i < out.size(); ++i)
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * k_digest_bytes), k_digest_bytes, out[i].begin());
    return out;
}

void encode_entry(Bytes& out, ByteView entry)
{
    ZK_REQUIRE(entry.size() <= k_entry_bytes_max);
    out.push_back(static_cast<std::uint8_t>(entry.size() >> 8));
    out.push_back(static_cast<std::uint8_t>(entry.size()));
    out.insert(out.end(), entry.begin(), entry.end());
}

Result<ByteView> take_entry(ByteView& rest)
{
    if (rest.size() < k_entry_length_bytes)
        return fail(Fault::tampered, "journal-entries-cut");
    auto const size = static_cast<std::size_t>(rest[0]) << 8 | rest[1];
    if (rest.size() - k_entry_length_bytes < size)
        return fail(Fault::tampered, "journal-entries-cut");
    ByteView const entry = rest.subspan(k_entry_length_bytes, size);
    rest = rest.subspan(k_entry_length_bytes + size);
    return entry;
}

Result<std::vector<ByteView>> parse_bundle(ByteView bytes, std::uint64_t width)
{
    std::vector<ByteView> out;
    out.reserve(static_cast<std::size_t>(width));
    while (out.size() < width) {
        ZK_TRY(ByteView entry, take_entry(bytes));
        out.push_back(entry);
    }
    if (!bytes.empty())
        return fail(Fault::tampered, "journal-bundle-trailing-bytes");
    return out;
}

} // namespace zk::keep
