#include "app/backing_up/place.hpp"
#include "app/routes/error_json.hpp"
#include "app/routes/handlers.hpp"
#include "base/amsterdam.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

ordered_json last_json(LastBackup const& last, std::vector<gate::Account> const& accounts)
{
    ordered_json out { { "at", iso_with_offset(last.at) }, { "bytes", last.bytes }, { "verified", last.made } };
    auto const by = std::ranges::find_if(
        accounts, [&](gate::Account const& account) { return last.by && account.id == *last.by; });
    if (by != accounts.end())
        out["by"] = by->name;
    return out;
}

Result<ordered_json> backup_json(ServedPractice& served)
{
    gate::Settings const& settings = served.practice.settings();
    std::string const place = settings.text("backup.place");
    std::int64_t const hour = settings.number("backup.hour");
    BackupKeeper::Status const status = served.backups.status();
    ZK_TRY(BackupKeeper::History const history, served.backups.history());
    ZK_TRY(auto const accounts, served.accounts.list());
    ordered_json out { { "place", place }, { "runs", status.runs }, { "days_kept", k_backup_days_kept } };
    if (hour >= 0)
        out["hour"] = hour;
    if (!place.empty()) {
        PlaceFacts const facts = look_at_place(place, served.practice.folder().path());
        out["place_there"] = facts.there;
        out["other_disk"] = facts.other_disk;
        if (facts.free_bytes)
            out["free_bytes"] = *facts.free_bytes;
    }
    Instant const now = served.practice.clock().now();
    out["late"] = !history.made || now >= history.made->at + k_backup_age_max;
    if (history.made)
        out["made"] = last_json(*history.made, accounts);
    if (history.failed)
        out["failed"] = last_json(*history.failed, accounts);
    if (status.error)
        out["error"] = error_json(*status.error);
    return out;
}

} // namespace

Reply show_backup(ServedPractice& served, Caller const&, http::Request const&)
{
    ZK_TRY(ordered_json const out, backup_json(served));
    return http::json(200, out.dump());
}

Reply begin_backup(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_CHECK(served.backups.begin(backup_line_by(caller.who)));
    return show_backup(served, caller, request);
}

} // namespace zk::app
