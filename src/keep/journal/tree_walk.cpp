#include "keep/journal/tree_walk.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

// "x001/x234/...": 64 bits are at most seven groups of three digits; level, ".p" and the tile itself besides.
constexpr unsigned k_depth_max = 10;

class Walk {
public:
    Walk(Disk const& disk, std::string const& folder, FolderKind kind, std::uint64_t laid_out, std::uint64_t size)
        : m_disk(disk)
        , m_folder(folder)
        , m_kind(kind)
        , m_laid_out(laid_out)
        , m_size(size)
    {
    }

    Result<std::uint64_t> count()
    {
        ZK_TRY(std::vector<DiskEntry> const entries, m_disk.list(m_folder));
        for (DiskEntry const& entry : entries) {
            if (entry.name == k_tile_folder && entry.kind == EntryKind::directory) {
                ZK_CHECK(walk(std::string(k_tile_folder), 0));
            } else if (!may_stand_beside_tiles(entry)) {
                return extra(m_folder);
            }
        }
        return m_count;
    }

private:
    [[nodiscard]] bool may_stand_beside_tiles(DiskEntry const& entry) const
    {
        if (entry.kind != EntryKind::file)
            return false;
        return entry.name == k_checkpoint_file || entry.name == k_key_file
            || (entry.name == k_tail_file && m_kind == FolderKind::working);
    }

    // `path` is relative to the log's folder.
    Result<> walk(std::string const& path, unsigned depth)
    {
        ZK_TRY(std::vector<DiskEntry> const entries, m_disk.list(path_in(m_folder, path)));
        for (DiskEntry const& entry : entries) {
            std::string const below = path + "/" + entry.name;
            if (entry.kind == EntryKind::directory && depth < k_depth_max && may_be_directory(entry.name, depth)) {
                ZK_CHECK(walk(below, depth + 1));
                continue;
            }
            auto const tile = parse_tile_path(below);
            if (entry.kind != EntryKind::file || !tile || !may_be_there(*tile))
                return extra(path_in(m_folder, path));
            if (entry.size_bytes > (tile->kind == TileKind::entries ? k_bundle_bytes_max : k_tile_bytes_max))
                return fail(Fault::tampered, "journal-tile-bad-size", Place::path(path_in(m_folder, below)));
            ++m_count;
        }
        return {};
    }

    // An empty directory is no tile, so only its name is looked at.
    static bool may_be_directory(std::string_view name, unsigned depth)
    {
        auto const are_digits = [](std::string_view text) {
            return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        };
        if (depth == 0)
            return name == "entries"
                || (name.size() == 1 && name[0] >= '0' && name[0] < '0' + char { k_tile_levels_max });
        if (name.starts_with('x'))
            return are_digits(name.substr(1));
        return name.ends_with(".p") && are_digits(name.substr(0, name.size() - 2));
    }

    [[nodiscard]] bool may_be_there(TileId const& tile) const
    {
        // A crash may leave an older partial tile, or tiles of what is still in the tail; their bytes are checked.
        if (m_kind == FolderKind::working)
            return tile.end() <= hashes_at(tile.level, m_size);
        return tile == tile_at(tile.kind, tile.level, tile.index, m_laid_out);
    }

    // Its name may be anybody's, so it is not told.
    [[nodiscard]] std::unexpected<Error> extra(std::string const& path) const
    {
        return fail(Fault::tampered, "journal-extra-file", Place::path(path));
    }

    Disk const& m_disk;
    std::string const& m_folder;
    FolderKind const m_kind;
    std::uint64_t const m_laid_out;
    std::uint64_t const m_size;
    std::uint64_t m_count = 0;
};

} // namespace

Result<std::uint64_t> count_tiles(
    Disk const& disk, std::string const& folder, FolderKind kind, std::uint64_t laid_out, std::uint64_t size)
{
    return Walk(disk, folder, kind, laid_out, size).count();
}

} // namespace zk::keep
