#include "keep/journal/tree_verify.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"
#include "keep/journal/tile_reader.hpp"
#include "keep/journal/tree_walk.hpp"

#include <algorithm>
#include <array>

namespace zk::keep {

namespace {

// Builds the tree once more, from the first entry to the last, and holds every file against it.
class Verification {
public:
    Verification(Disk const& disk, std::string const& folder, TreeView const& view, TreeFiles const& files)
        : m_disk(disk)
        , m_folder(folder)
        , m_view(view)
        , m_files(files)
        , m_size(files.head().size)
    {
    }

    Result<TreeHead> run()
    {
        ZK_TRY(std::uint64_t const tiles, count_tiles(m_disk, m_folder, m_view.kind, m_files.laid_out.size, m_size));
        ZK_CHECK(check_head());
        while (m_range.size() < m_size)
            ZK_CHECK(check_next_bundle());
        for (unsigned level = 0; level < k_tile_levels_max; ++level) {
            if (!m_hashes[level].empty())
                ZK_CHECK(check_hashes(level));
        }
        if (m_checked != tiles)
            return tampered("journal-extra-file", k_tile_folder);
        if (m_view.known && m_view.known->size > m_size)
            return tampered("journal-shorter-than-known", k_checkpoint_file);
        if (m_files.tail.torn_bytes > 0)
            return tampered("journal-tail-unfinished", k_tail_file);
        return m_files.head();
    }

private:
    // 256 entries from the bundle, and where that ends from the tail.
    Result<> check_next_bundle()
    {
        std::uint64_t const index = m_range.size() / k_tile_width;
        TileId const required = tile_at(TileKind::entries, 0, index, m_files.laid_out.size);
        std::vector<std::size_t> ends;
        Bytes content;
        if (required.width > 0) {
            ZK_TRY(EntryRun run, read_bundle(m_disk, m_folder, index, m_files.laid_out.size));
            for (std::size_t i = 0; i < run.entries.size(); ++i) {
                ZK_CHECK(check_entry(run.entries[i], run.leaves[i]));
                ends.push_back((ends.empty() ? 0 : ends.back()) + k_entry_length_bytes + run.entries[i].size());
            }
            content = std::move(run.bytes);
        }
        for (; ends.size() < k_tile_width && m_range.size() < m_size;) {
            // Not in a bundle, so it is in the tail: read_tree_files saw that they meet.
            auto const entry = entry_of_tail(m_range.size());
            ZK_REQUIRE(entry);
            ZK_CHECK(check_entry(*entry, leaf_hash(*entry)));
            encode_entry(content, *entry);
            ends.push_back(content.size());
        }
        ZK_CHECK(check_tiles({ .kind = TileKind::entries, .index = index, .width = ends.size() },
            [&](std::size_t width) { return ByteView(content).first(ends[width - 1]); }));
        return m_hashes[0].size() == k_tile_width ? check_hashes(0) : Result<> {};
    }

    // The next entry, as the bundle or the tail has it, with its hash; each frame signs the root after its last one.
    Result<> check_entry(ByteView entry, Digest const& leaf)
    {
        std::uint64_t const index = m_range.size();
        if (auto const twin = entry_of_tail(index); twin && !std::ranges::equal(*twin, entry))
            return fail(Fault::tampered, "journal-entry-and-tail-differ", at(k_tail_file).part("entry").number(index));
        m_range.add(leaf);
        m_hashes[0].push_back(leaf);
        ZK_CHECK(check_head());
        std::vector<Frame> const& frames = m_files.tail.frames;
        if (m_frame < frames.size() && m_range.size() == frames[m_frame].end()) {
            if (m_range.root() != frames[m_frame].head.root) {
                Place const place = at(k_tail_file).part("entry").number(frames[m_frame].first);
                return fail(Fault::tampered, "journal-other-root", place);
            }
            ++m_frame;
        }
        return {};
    }

    [[nodiscard]] Result<> check_head() const
    {
        if (m_range.size() == m_files.laid_out.size && m_range.root() != m_files.laid_out.root)
            return tampered("journal-other-root", k_checkpoint_file);
        if (m_view.known && m_range.size() == m_view.known->size && m_range.root() != m_view.known->root)
            return tampered("journal-not-as-known", k_checkpoint_file);
        return {};
    }

    // An entry that the frame at hand holds.
    [[nodiscard]] std::optional<ByteView> entry_of_tail(std::uint64_t index) const
    {
        std::vector<Frame> const& frames = m_files.tail.frames;
        if (m_frame >= frames.size() || index < frames[m_frame].first)
            return std::nullopt;
        return frames[m_frame].entries[static_cast<std::size_t>(index - frames[m_frame].first)];
    }

    // The hashes of this level that are at hand are a tile, or the last of them; a full one is a hash one level up.
    Result<> check_hashes(unsigned level)
    {
        std::vector<Digest>& hashes = m_hashes[level];
        std::uint64_t const index = (hashes_at(level, m_range.size()) - 1) / k_tile_width;
        Bytes const content = encode_hashes(hashes);
        ZK_CHECK(check_tiles({ .level = level, .index = index, .width = hashes.size() },
            [&](std::size_t width) { return ByteView(content).first(width * k_digest_bytes); }));
        if (hashes.size() < k_tile_width)
            return {};
        m_hashes[level + 1].push_back(tile_root(hashes));
        hashes.clear();
        return m_hashes[level + 1].size() == k_tile_width ? check_hashes(level + 1) : Result<> {};
    }

    // All files of this tile, up to the width that the tree gives it: the one that must be there, and leftovers.
    template<typename Content>
    Result<> check_tiles(TileId tile, Content const& content)
    {
        TileId const required = tile_at(tile.kind, tile.level, tile.index, m_files.laid_out.size);
        bool found = required.width == 0;
        auto const check = [&](TileId const& one) -> Result<> {
            std::string const path = tile_path(one);
            ZK_TRY(Bytes const bytes, m_disk.read(path_in(m_folder, path)));
            if (!std::ranges::equal(bytes, content(static_cast<std::size_t>(one.width))))
                return tampered("journal-tile-differs", path);
            found = found || one == required;
            ++m_checked;
            return {};
        };
        if (tile.is_full() && m_disk.exists(path_in(m_folder, tile_path(tile))))
            ZK_CHECK(check(tile));
        if (std::string const partial = path_in(m_folder, partial_tiles_path(tile)); m_disk.exists(partial)) {
            ZK_TRY(std::vector<DiskEntry> const widths, m_disk.list(partial));
            for (DiskEntry const& width : widths) {
                TileId one = tile;
                one.width = static_cast<std::uint64_t>(ascii::number(width.name).value_or(0));
                // Files came since they were counted.
                if (one.width == 0 || one.width > tile.width || one.is_full())
                    return tampered("journal-extra-file", k_tile_folder);
                ZK_CHECK(check(one));
            }
        }
        if (!found)
            return tampered("journal-tile-missing", tile_path(required));
        return {};
    }

    [[nodiscard]] Place at(std::string_view path) const { return Place::path(path_in(m_folder, path)); }
    [[nodiscard]] std::unexpected<Error> tampered(Code code, std::string_view path) const
    {
        return fail(Fault::tampered, code, at(path));
    }

    Disk const& m_disk;
    std::string const& m_folder;
    TreeView const& m_view;
    TreeFiles const& m_files;
    std::uint64_t const m_size;

    CompactRange m_range;
    std::size_t m_frame = 0; // of the tail: the first that does not end before m_range
    std::array<std::vector<Digest>, k_tile_levels_max> m_hashes;
    std::uint64_t m_checked = 0;
};

} // namespace

Result<TreeHead> verify_tree(Disk const& disk, std::string const& folder, VerifierKey const& key, TreeView const& view)
{
    if (!disk.exists(folder))
        return fail(Fault::not_found, "journal-absent", Place::path(folder));
    ZK_TRY(TreeFiles const files, read_tree_files(disk, folder, key, view));
    return Verification(disk, folder, view, files).run();
}

} // namespace zk::keep
