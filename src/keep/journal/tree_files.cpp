#include "keep/journal/tree_files.hpp"

#include "keep/journal/checkpoint.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

// Nothing is read that is larger than we write it.
Result<Bytes> read_required(Disk const& disk, std::string const& folder, std::string_view name, std::uint64_t bytes_max)
{
    Place const place = Place::path(path_in(folder, name));
    ZK_TRY(std::vector<DiskEntry> const entries, disk.list(folder));
    auto const entry = std::ranges::find(entries, name, &DiskEntry::name);
    if (entry == entries.end() || entry->kind != EntryKind::file)
        return fail(Fault::tampered, "journal-file-missing", place);
    if (entry->size_bytes > bytes_max)
        return fail(Fault::tampered, "journal-file-too-large", place);
    return disk.read(path_in(folder, name));
}

// Laying out leaves the tail until all else is durable: then it begins before the checkpoint and ends with it.
bool fit(TreeFiles const& files)
{
    if (files.tail.base == files.laid_out.size)
        return true;
    return files.tail.base < files.laid_out.size && !files.tail.frames.empty()
        && files.checkpoint() == files.laid_out_checkpoint;
}

} // namespace

std::string path_in(std::string const& folder, std::string_view name)
{
    return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
}

std::string key_file_text(VerifierKey const& key)
{
    return key.text() + "\n";
}

Result<TreeFiles> read_tree_files(
    Disk const& disk, std::string const& folder, VerifierKey const& key, TreeView const& view)
{
    TreeFiles files;
    std::string const key_path = path_in(folder, k_key_file);
    ZK_TRY(Bytes const key_bytes, read_required(disk, folder, k_key_file, k_note_bytes_max));
    if (as_text(key_bytes) != key_file_text(key))
        return fail(Fault::tampered, "journal-other-key", Place::path(key_path));

    std::string const checkpoint_path = path_in(folder, k_checkpoint_file);
    ZK_TRY(Bytes const checkpoint, read_required(disk, folder, k_checkpoint_file, k_note_bytes_max));
    files.laid_out_checkpoint = as_text(checkpoint);
    auto const laid_out = open_checkpoint(files.laid_out_checkpoint, key);
    if (!laid_out)
        return std::unexpected(laid_out.error().at(Place::path(checkpoint_path)));
    files.laid_out = *laid_out;
    if (view.kind == FolderKind::exported)
        return files;

    std::string const tail_path = path_in(folder, k_tail_file);
    ZK_TRY(files.tail_bytes, read_required(disk, folder, k_tail_file, k_tail_bytes_max));
    if (view.tail_bytes)
        files.tail_bytes.resize(
            static_cast<std::size_t>(std::min<std::uint64_t>(files.tail_bytes.size(), *view.tail_bytes)));
    ZK_TRY(files.tail, parse_tail(files.tail_bytes, key, Place::path(tail_path)));
    if (!fit(files))
        return fail(Fault::tampered, "journal-tail-of-other-checkpoint", Place::path(tail_path));
    return files;
}

} // namespace zk::keep
