#include "keep/journal/tree_export.hpp"

#include "keep/journal/tile_edge.hpp"
#include "keep/journal/tile_reader.hpp"
#include "keep/journal/tree_verify.hpp"

namespace zk::keep {

namespace {

Result<> copy_entries(Disk const& from, std::string const& folder, TreeFiles const& files, TileEdge& edge)
{
    std::uint64_t const laid_out = files.laid_out.size;
    while (edge.size() < laid_out) {
        ZK_TRY(EntryRun const run, read_bundle(from, folder, edge.size() / k_tile_width, laid_out));
        for (std::size_t i = 0; i < run.entries.size(); ++i)
            ZK_CHECK(edge.add(run.entries[i], run.leaves[i]));
    }
    for (Frame const& frame : files.tail.frames) {
        for (std::size_t i = 0; i < frame.entries.size() && frame.first >= laid_out; ++i)
            ZK_CHECK(edge.add(frame.entries[i], leaf_hash(frame.entries[i])));
    }
    return edge.write_partial_tiles();
}

Result<> check_empty(Disk const& to, std::string const& to_folder)
{
    if (!to.exists(to_folder))
        return {};
    ZK_TRY(std::vector<DiskEntry> const entries, to.list(to_folder));
    if (!entries.empty())
        return fail(Fault::conflict, "journal-export-folder-not-empty", Place::path(to_folder));
    return {};
}

} // namespace

Result<TreeHead> export_tree(Disk const& from, std::string const& folder, VerifierKey const& key, Disk& to,
    std::string const& to_folder, TreeView const& view)
{
    ZK_CHECK(check_empty(to, to_folder));
    ZK_TRY(TreeHead const head, verify_tree(from, folder, key, view));
    ZK_TRY(TreeFiles const files, read_tree_files(from, folder, key, view));
    TileEdge edge(to, to_folder);
    ZK_CHECK(copy_entries(from, folder, files, edge));
    ZK_CHECK(to.write_durably(path_in(to_folder, k_key_file), as_bytes(key_file_text(key))));
    // Last: with it the export says that it is whole.
    ZK_CHECK(to.write_durably(path_in(to_folder, k_checkpoint_file), as_bytes(files.checkpoint())));
    return verify_tree(to, to_folder, key, { .kind = FolderKind::exported, .known = head });
}

} // namespace zk::keep
