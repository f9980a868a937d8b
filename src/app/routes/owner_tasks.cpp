#include "app/routes/owner_tasks.hpp"

#include "base/amsterdam.hpp"
#include "care/moving_in/records.hpp"
#include "gate/glass_seen.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

// Whoever must choose a new password hears it so long before.
constexpr int k_password_notice_days = 30;

Result<> add_broken_glass(ServedPractice& served, ordered_json& tasks)
{
    ZK_TRY(gate::UnseenGlass const glass, gate::unseen_glass(served.practice));
    if (glass.count > 0)
        tasks.push_back({ { "kind", "glass_broken" }, { "count", glass.count }, { "entry", glass.last_entry } });
    return {};
}

Result<> add_people(ServedPractice& served, ordered_json& tasks)
{
    Date const today = served.practice.today();
    std::int64_t const term = served.practice.settings().number("password.term_days");
    ZK_TRY(auto const accounts, served.accounts.list());
    std::size_t waiting = 0;
    std::size_t ending = 0;
    std::optional<Date> first;
    for (gate::Account const& account : accounts) {
        if (gate::has_left(account.ends_on, today))
            continue;
        if (account.state == gate::AccountState::invited && account.invite_ends_at)
            ++waiting;
        auto const ends_on = gate::password_ends_on(account, term);
        if (account.state != gate::AccountState::active || !ends_on
            || ends_on->days_since(today) > k_password_notice_days)
            continue;
        ++ending;
        first = first ? std::min(*first, *ends_on) : *ends_on;
    }
    if (ending > 0)
        tasks.push_back({ { "kind", "password_ends" }, { "count", ending }, { "due", first->iso() } });
    if (waiting > 0)
        tasks.push_back({ { "kind", "not_activated" }, { "count", waiting } });
    return {};
}

Result<> add_waiting_rows(ServedPractice& served, ordered_json& tasks)
{
    ZK_TRY(std::size_t const rows, served.practice.vault().count_unowned<care::QuarantineRecord>());
    if (rows > 0)
        tasks.push_back({ { "kind", "quarantine" }, { "count", rows } });
    return {};
}

Result<> add_backup(ServedPractice& served, ordered_json& tasks)
{
    ZK_TRY(BackupKeeper::History const history, served.backups.history());
    Instant const now = served.practice.clock().now();
    if (!history.made) {
        tasks.push_back({ { "kind", "backup_none" }, { "count", 1 } });
    } else if (now >= history.made->at + k_backup_age_max) {
        auto const hours = std::chrono::duration_cast<std::chrono::hours>(now - history.made->at).count();
        tasks.push_back({ { "kind", "backup_late" }, { "count", hours },
            { "due", amsterdam_date(history.made->at + k_backup_age_max).iso() } });
    }
    return {};
}

} // namespace

Result<> add_owner_tasks(ServedPractice& served, ordered_json& tasks)
{
    ZK_CHECK(add_broken_glass(served, tasks));
    ZK_CHECK(add_people(served, tasks));
    ZK_CHECK(add_waiting_rows(served, tasks));
    return add_backup(served, tasks);
}

} // namespace zk::app
