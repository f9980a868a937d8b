// restore: makes a practice of a backup again, in an empty folder, and says what could not come back.
// Used by the command `restore`; docs/formats/backup.md says what it reads.
// Always: nothing is taken over that was not signed; until the end the folder is no practice; the journal tells it.
// An attacker who puts an older backup in the place of a newer one shows its date, in the report and in the journal.
#pragma once

#include "keep/access_log/access_log.hpp"
#include "keep/backup/backup_files.hpp"
#include "keep/folder.hpp"
#include "keep/vault/vault.hpp"

namespace zk::keep {

struct RestoreSource {
    BackupFolder stores;
    BackupFolder keyring; // where it was kept: in the same backup, or in another of the same practice
};

struct RestoreTarget {
    Folder& folder; // of Folder::create_for_restore()
    Disk& disk;     // its root is the folder
    Clock const& clock;
    Random& random;
    std::string program; // name and version
};

// Opens the keyring that was put back: with its passphrase (of that day), or with the recovery code.
using OpenKeyring = std::function<Result<std::unique_ptr<Keyring>>(std::filesystem::path const& file)>;

struct RestoreReport {
    Instant made {}; // of the stores
    Instant keyring_made {};
    std::uint64_t journal_size = 0;
    // Lines after the backup that the keyring knew of: at least so many are lost.
    std::uint64_t lines_lost = 0;
    // Lines past their term, or younger than the keyring.
    std::uint64_t lines_without_key = 0;
    Vault::Rebased rebased;
};

// The practice can be opened when this returns; after an error the folder is empty again, and no practice.
[[nodiscard]] Result<RestoreReport> restore(
    RestoreSource const& from, RestoreTarget const& to, OpenKeyring const& open_keyring, LineDraft who);

} // namespace zk::keep
