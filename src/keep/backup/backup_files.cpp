#include "keep/backup/backup_files.hpp"

#include "keep/access_log/access_log.hpp"
#include "keep/backup/copying.hpp"
#include "keep/folder.hpp"
#include "keep/journal/tree_verify.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

struct Expected {
    std::string name;
    EntryKind kind;
};

// What may stand beside the files that the manifest names.
std::vector<Expected> beside(BackupPart part)
{
    std::vector<Expected> out { { std::string(k_manifest_file), EntryKind::file } };
    if (part == BackupPart::stores) {
        out.push_back({ k_journal_folder, EntryKind::directory });
        // Kept apart, perhaps: it has a manifest of its own.
        out.push_back({ k_keyring_folder, EntryKind::directory });
    }
    return out;
}

Result<> check_no_others(BackupFolder const& from, Manifest const& manifest)
{
    std::vector<Expected> const others = beside(manifest.part);
    ZK_TRY(std::vector<DiskEntry> const entries, from.disk.list(from.folder));
    for (DiskEntry const& entry : entries) {
        bool const is_named = entry.kind == EntryKind::file
            && std::ranges::find(manifest.files, entry.name, &BackedUpFile::name) != manifest.files.end();
        bool const may_be_there = std::ranges::any_of(
            others, [&](Expected const& one) { return one.name == entry.name && one.kind == entry.kind; });
        // Its name may be anybody's, so it is not told.
        if (!is_named && !may_be_there)
            return fail(Fault::tampered, "backup-extra-file", Place::path(from.folder.empty() ? "." : from.folder));
    }
    return {};
}

Result<> check_file(BackupFolder const& from, BackedUpFile const& file)
{
    std::string const path = path_in(from.folder, file.name);
    if (!from.disk.exists(path))
        return fail(Fault::tampered, "backup-file-missing", Place::path(path));
    ZK_TRY(BackedUpFile const found, measure_file(from.disk, from.folder, file.name));
    if (found != file)
        return fail(Fault::tampered, "backup-file-differs", Place::path(path));
    return {};
}

Result<> check_journal(BackupFolder const& from, TreeHead const& signed_head, VerifierKey const& key)
{
    std::string const folder = path_in(from.folder, k_journal_folder);
    if (!from.disk.exists(folder))
        return fail(Fault::tampered, "backup-file-missing", Place::path(folder));
    ZK_TRY(TreeHead const head, verify_tree(from.disk, folder, key, { .kind = FolderKind::exported }));
    if (head != signed_head)
        return fail(Fault::tampered, "backup-file-differs", Place::path(path_in(folder, k_checkpoint_file)));
    return {};
}

} // namespace

Result<std::string> read_manifest(BackupFolder const& from)
{
    std::string const path = path_in(from.folder, k_manifest_file);
    if (!from.disk.exists(path))
        return fail(Fault::not_found, "no-backup-here", Place::path(path));
    ZK_TRY(Bytes const bytes, from.disk.read_some(path, 0, k_note_bytes_max + 1));
    return std::string(as_text(bytes));
}

Result<> check_backup_files(BackupFolder const& from, Manifest const& manifest, VerifierKey const& key)
{
    ZK_CHECK(check_no_others(from, manifest));
    for (BackedUpFile const& file : manifest.files)
        ZK_CHECK(check_file(from, file));
    if (manifest.part == BackupPart::stores)
        ZK_CHECK(check_journal(from, manifest.journal, key));
    return {};
}

} // namespace zk::keep
