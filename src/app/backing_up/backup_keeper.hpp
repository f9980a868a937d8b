// backup_keeper: makes backups beside a running server: when somebody asks, and each day when the practice wants that.
// Used by the routes and the caretaker of the server; the command makes its own by make_backup too.
// Always: one backup at a time, on a thread of its own; each verified, and each, also a failed one, with its line.
// An attacker who stops the backups shows: the day says so after 26 hours, in red.
#pragma once

#include "base/disk.hpp"
#include "gate/practice.hpp"
#include "keep/backup/backup.hpp"

#include <filesystem>
#include <functional>
#include <thread>

namespace zk::app {

// Whoever asked for it; a program's own line when nobody did.
[[nodiscard]] keep::LineDraft backup_line_by(gate::Who const& who);

// In an empty folder. One at a time in this program: they share a file on the practice's disk.
[[nodiscard]] Result<keep::BackupReport> make_backup(gate::Practice& practice, Disk& to, keep::LineDraft who);

// A backup should be younger than this.
inline constexpr std::chrono::hours k_backup_age_max { 26 };
// After one that failed, the server waits so long before it tries again by itself.
inline constexpr std::chrono::hours k_backup_retry { 1 };
// The keys in a backup bring back who was erased since, so in our own place they are not kept longer; the newest are.
inline constexpr int k_backup_days_kept = keep::k_keyring_backup_days_max;
inline constexpr std::size_t k_backups_kept_min = 3;

// The folder of one backup: "zorgkluis-2026-11-28-1015".
[[nodiscard]] std::string backup_folder_name(Instant now);
[[nodiscard]] std::optional<Date> day_of_backup_folder(std::string_view name);
// Those that may go: older than they may be kept, and not among the newest. `names` in any order.
[[nodiscard]] std::vector<std::string> backups_past_their_time(std::vector<std::string> names, Date today);

struct LastBackup {
    Instant at;
    bool made; // and verified; else it failed
    std::uint64_t bytes = 0;
    std::optional<AccountId> by;
};

class BackupKeeper {
public:
    // A folder as a disk, made when it is not there.
    using OpenDisk = std::function<Result<std::unique_ptr<Disk>>(std::filesystem::path const&)>;

    explicit BackupKeeper(gate::Practice& practice);
    BackupKeeper(BackupKeeper const&) = delete;
    BackupKeeper& operator=(BackupKeeper const&) = delete;
    // Waits for the one that is being made.
    ~BackupKeeper();

    // Fault::conflict "backup-without-a-place", "backup-runs".
    [[nodiscard]] Result<> begin(keep::LineDraft who);
    // By the setting backup.hour.
    void begin_when_due();
    [[nodiscard]] bool is_due() const;

    struct Status {
        bool runs = false;
        std::optional<Error> error; // of the last one since the server started
    };
    [[nodiscard]] Status status() const;
    // What the log says, newest of each kind.
    struct History {
        std::optional<LastBackup> made;
        std::optional<LastBackup> failed; // after the one that was made
    };
    [[nodiscard]] Result<History> history() const;

    // For a test whose disk fails.
    void use_disk(OpenDisk open) { m_open = std::move(open); }

private:
    [[nodiscard]] Result<> make(std::filesystem::path const& place, keep::LineDraft const& who);
    void remove_old(std::filesystem::path const& place) const;

    gate::Practice& m_practice;
    OpenDisk m_open;
    mutable std::mutex m_mutex;
    bool m_runs = false;
    std::optional<Error> m_error;
    std::thread m_thread;
};

} // namespace zk::app
