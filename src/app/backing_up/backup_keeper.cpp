#include "app/backing_up/backup_keeper.hpp"

#include "app/backing_up/place.hpp"
#include "app/context.hpp"
#include "app/posix_disk.hpp"
#include "base/amsterdam.hpp"
#include "keep/backup/manifest.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace zk::app {

namespace {

constexpr std::string_view k_folder_start = "zorgkluis-";
constexpr std::size_t k_day_letters = 10;
constexpr std::string_view k_folder_shape = "zorgkluis-0000-00-00-0000";

std::filesystem::path place_of(gate::Practice const& practice)
{
    return practice.settings().text("backup.place");
}

} // namespace

keep::LineDraft backup_line_by(gate::Who const& who)
{
    keep::LineDraft out {};
    out.actor = who.actor;
    out.system_user = who.system_user;
    out.on_behalf_of = who.account;
    out.role = who.role;
    out.purpose = catalogue::Purpose::practice;
    out.access_point = who.access_point;
    return out;
}

Result<keep::BackupReport> make_backup(gate::Practice& practice, Disk& to, keep::LineDraft who)
{
    static std::mutex one_at_a_time;
    std::lock_guard const lock(one_at_a_time);
    keep::BackupSource const source { practice.folder(), practice.disk(), practice.vault(), practice.log(),
        practice.clock(), program_name_and_version() };
    return keep::back_up(source, to, std::move(who));
}

std::string backup_folder_name(Instant now)
{
    LocalTime const local = amsterdam_local(now);
    return fmt::format("{}{}-{:02}{:02}", k_folder_start, local.date.iso(), local.hour, local.minute);
}

std::optional<Date> day_of_backup_folder(std::string_view name)
{
    if (name.size() != k_folder_shape.size() || !name.starts_with(k_folder_start))
        return std::nullopt;
    auto const day = Date::parse_iso(name.substr(k_folder_start.size(), k_day_letters));
    return day ? std::optional(*day) : std::nullopt;
}

std::vector<std::string> backups_past_their_time(std::vector<std::string> names, Date today)
{
    std::erase_if(names, [](std::string const& name) { return !day_of_backup_folder(name); });
    // Their names sort by time.
    std::ranges::sort(names, std::greater());
    names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), k_backups_kept_min)));
    std::erase_if(names,
        [&](std::string const& name) { return today.days_since(*day_of_backup_folder(name)) <= k_backup_days_kept; });
    return names;
}

BackupKeeper::BackupKeeper(gate::Practice& practice)
    : m_practice(practice)
    , m_open([](std::filesystem::path const& path) -> Result<std::unique_ptr<Disk>> {
        ZK_TRY(auto disk, PosixDisk::open(path, WhenAbsent::make));
        return std::unique_ptr<Disk>(std::move(disk));
    })
{
}

BackupKeeper::~BackupKeeper()
{
    if (m_thread.joinable())
        m_thread.join();
}

Result<> BackupKeeper::begin(keep::LineDraft who)
{
    std::filesystem::path const place = place_of(m_practice);
    if (place.empty())
        return fail(Fault::conflict, "backup-without-a-place");
    std::lock_guard const lock(m_mutex);
    if (m_runs)
        return fail(Fault::conflict, "backup-runs");
    if (m_thread.joinable())
        m_thread.join();
    m_runs = true;
    m_error.reset();
    m_thread = std::thread([this, place, who = std::move(who)] {
        auto const made = [&]() -> Result<> {
            try {
                return make(place, who);
            } catch (std::exception const&) {
                return fail(Fault::internal, "backup-failed");
            }
        }();
        std::lock_guard const done(m_mutex);
        m_runs = false;
        if (!made)
            m_error = made.error();
    });
    return {};
}

Result<> BackupKeeper::make(std::filesystem::path const& place, keep::LineDraft const& who)
{
    // A disk that is not there must not be made of a folder on the practice's own.
    if (!look_at_place(place, m_practice.folder().path()).there) {
        keep::LineDraft line = who;
        line.event = keep::LogEvent::backed_up;
        line.action = keep::LogAction::execute;
        line.outcome = keep::LogOutcome::serious_failure;
        ZK_CHECK(m_practice.log().append(line));
        return fail(Fault::storage, "backup-place-missing");
    }
    std::string const name = backup_folder_name(m_practice.clock().now());
    ZK_TRY(auto const to, m_open(place / name));
    auto const made = make_backup(m_practice, *to, who);
    if (!made) {
        // The folder itself; its contents were removed.
        std::error_code ignored;
        if (made.error().code() != "backup-folder-not-empty")
            std::filesystem::remove(place / name, ignored);
        return std::unexpected(made.error());
    }
    remove_old(place);
    return {};
}

// Only after a newer one was verified, and only what bears our name and has a manifest.
void BackupKeeper::remove_old(std::filesystem::path const& place) const
{
    auto const root = PosixDisk::open(place);
    if (!root)
        return;
    auto const entries = (*root)->list("");
    if (!entries)
        return;
    std::vector<std::string> names;
    for (DiskEntry const& entry : *entries) {
        bool const is_backup = entry.kind == EntryKind::directory
            && (*root)->exists(entry.name + "/" + std::string(keep::k_manifest_file));
        if (is_backup)
            names.push_back(entry.name);
    }
    for (std::string const& name : backups_past_their_time(std::move(names), m_practice.today())) {
        // What cannot go now goes after the next one.
        [[maybe_unused]] Result<> const removed = (*root)->remove(name);
    }
}

bool BackupKeeper::is_due() const
{
    std::int64_t const hour = m_practice.settings().number("backup.hour");
    if (hour < 0 || place_of(m_practice).empty())
        return false;
    Instant const now = m_practice.clock().now();
    Instant const begins = start_of_day_amsterdam(amsterdam_date(now)) + std::chrono::hours(hour);
    if (now < begins)
        return false;
    auto const past = history();
    if (!past)
        return false;
    bool const made_today = past->made && past->made->at >= begins;
    bool const failed_just_now = past->failed && now < past->failed->at + k_backup_retry;
    return !made_today && !failed_just_now;
}

void BackupKeeper::begin_when_due()
{
    if (!is_due())
        return;
    keep::LineDraft who {};
    who.actor = keep::LogActor::program;
    who.purpose = catalogue::Purpose::practice;
    // One that somebody just began is as good.
    [[maybe_unused]] Result<> const begun = begin(std::move(who));
}

BackupKeeper::Status BackupKeeper::status() const
{
    std::lock_guard const lock(m_mutex);
    return { .runs = m_runs, .error = m_error };
}

Result<BackupKeeper::History> BackupKeeper::history() const
{
    ZK_TRY(auto const lines, m_practice.log().lines_of(keep::LogEvent::backed_up));
    History out;
    for (keep::ReadLine const& read : lines) {
        LastBackup one { .at = read.line.at.get_or(Instant {}),
            .made = read.line.outcome.get_or(keep::LogOutcome::success) == keep::LogOutcome::success,
            .bytes = read.line.count.get_or(0),
            .by = read.line.on_behalf_of.get() };
        if (one.made) {
            out.made = std::move(one);
            out.failed.reset();
        } else {
            out.failed = std::move(one);
        }
    }
    return out;
}

} // namespace zk::app
