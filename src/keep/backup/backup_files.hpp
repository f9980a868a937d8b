// backup_files: the two folders of a backup, and whether every byte in them is what was signed.
// Used by backup, after writing, and by restore, before it takes anything from there.
// Always: read-only; no file is missing, none is there that nobody signed for.
// An attacker who changed, added or removed anything is seen; the whole of an older backup shows its date.
#pragma once

#include "base/disk.hpp"
#include "keep/backup/manifest.hpp"

namespace zk::keep {

// In a backup's folder; it can lie elsewhere when it is restored.
inline constexpr char const* k_keyring_folder = "keyring";

// A folder with a manifest; "" is the disk's root.
struct BackupFolder {
    Disk const& disk;
    std::string folder;
};

// The bytes of the manifest; Fault::not_found when there is none, so that the folder is no backup.
[[nodiscard]] Result<std::string> read_manifest(BackupFolder const& from);
// Everything but the manifest itself, which may still be missing.
[[nodiscard]] Result<> check_backup_files(BackupFolder const& from, Manifest const& manifest, VerifierKey const& key);

} // namespace zk::keep
