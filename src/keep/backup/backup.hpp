// backup: copies a practice to another disk while it is in use, and reads everything back.
// Used by the command `backup`; docs/formats/backup.md says what it makes.
// Always: all stores and the keyring as of one moment; a folder without a manifest is no backup, and it comes last.
// An attacker who has the copy and no passphrase has what the data folder gives him: counts and padded sizes.
#pragma once

#include "keep/access_log/access_log.hpp"
#include "keep/folder.hpp"
#include "keep/vault/vault.hpp"

namespace zk::keep {

// A keyring that is kept longer brings back the keys of who was erased.
inline constexpr int k_keyring_backup_days_max = 30;
// Stores that are so much younger than their keyring must find the keys of their months in it.
static_assert(k_keyring_backup_days_max < static_cast<int>(k_months_ahead) * 28);

struct BackupSource {
    Folder const& folder;
    Disk const& disk; // its root is the folder
    Vault& vault;
    AccessLog& log;
    Clock const& clock;
    std::string program; // name and version
};

struct BackupReport {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
    std::uint64_t journal_size = 0;
    Instant made {};
};

// The root of `to` must be empty, and is again when this fails. `who` says who asked; the line is written when all was
// read back: what stands in the log as made was verified.
[[nodiscard]] Result<BackupReport> back_up(BackupSource const& source, Disk& to, LineDraft who);

} // namespace zk::keep
