#include "care/check/probes.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ranges>

namespace zk::care::check {

namespace {

using Account = AccountFacts::Account;

auto can_login(AccountFacts const& facts)
{
    return facts.accounts
        | std::views::filter([](Account const& account) { return account.login == AccountFacts::Login::possible; });
}

std::int64_t login_count(AccountFacts const& facts)
{
    return std::ranges::distance(can_login(facts));
}

// Counts the accounts that are wrong, and names them by their codes.
template<typename IsWrong>
Measurement count_accounts(AccountFacts const& facts, Limit limit, IsWrong is_wrong)
{
    std::vector<Item> items;
    for (Account const& account : can_login(facts)) {
        if (is_wrong(account))
            items.push_back({ Item::Kind::account, account.code });
    }
    auto const wrong = static_cast<std::int64_t>(items.size());
    return Measurement::of(limit, wrong, login_count(facts)).with(std::move(items));
}

bool passes(Measurement const& measurement)
{
    auto const limit = measurement.threshold();
    return limit && measurement.value && measurement.population.value_or(0) > 0 && limit->holds(*measurement.value);
}

Measurement oldest_password(AccountFacts const& facts, int term_days, Date today)
{
    // A term beyond what may be set is not believed.
    auto const own_term = std::clamp<std::int64_t>(term_days, k_password_term_days_min, k_password_term_days_max);
    std::int64_t oldest = 0;
    std::vector<Item> items;
    for (Account const& account : can_login(facts)) {
        if (!account.password_set_on)
            return Measurement::unknown(Reason::unreadable);
        std::int64_t const age = today.days_since(*account.password_set_on);
        if (age < 0)
            return Measurement::unknown(Reason::clock);
        oldest = std::max(oldest, age);
        if (age > own_term)
            items.push_back({ Item::Kind::account, account.code, account.password_set_on });
    }
    Measurement found = Measurement::of(Limit::password_age, oldest, login_count(facts)).with(std::move(items));
    found.own_limit = own_term;
    return found;
}

constexpr bool is_at_desk(Role role)
{
    return role == Role::receptie || role == Role::assistent;
}

bool never_locks(LockFacts::RoleLock const& lock)
{
    return !lock.idle_minutes || *lock.idle_minutes <= 0;
}

// The slackest lock of one kind of place, as long as it is the one that decides.
Measurement slackest(LockFacts const& facts, Limit limit, auto is_there)
{
    std::int64_t minutes = 0;
    std::vector<Item> items;
    for (LockFacts::RoleLock const& lock : facts.locks) {
        if (!is_there(lock.role))
            continue;
        std::int64_t const idle = lock.idle_minutes.value_or(0);
        minutes = std::max(minutes, idle);
        if (!threshold(limit).holds(idle))
            items.push_back({ Item::Kind::setting, std::string(catalogue::name_of(lock.role)) });
    }
    return Measurement::of(limit, minutes, std::ssize(facts.locks)).with(std::move(items));
}

} // namespace

Instant change_password_before(Instant given_at)
{
    // Monday to Thursday until the same hour tomorrow, Friday and Saturday three days, Sunday two.
    constexpr std::array<int, 7> k_hours { 48, 24, 24, 24, 24, 72, 72 };
    return given_at + std::chrono::hours(k_hours.at(amsterdam_date(given_at).weekday().c_encoding()));
}

Measurement password_age(AccountFacts const& facts, Instant now)
{
    if (facts.password_term_days)
        return oldest_password(facts, *facts.password_term_days, amsterdam_date(now));
    // "Alleen bij aanleiding" is a choice that leans on the second step and on safe keeping.
    if (!passes(second_step(facts)) || !passes(password_strength(facts, now)))
        return Measurement::unknown(Reason::neighbours_first);
    return Measurement::asks();
}

Measurement second_step(AccountFacts const& facts)
{
    return count_accounts(facts, Limit::without_second_step,
        [](Account const& account) { return account.second_step == AccountFacts::SecondStep::missing; });
}

Measurement password_strength(AccountFacts const& facts, Instant now)
{
    return count_accounts(facts, Limit::weak_passwords, [now](Account const& account) {
        return account.hash == AccountFacts::Hash::below_floor || account.blocklist == AccountFacts::Blocklist::listed
            || account.length == AccountFacts::Length::too_short
            || (account.given_by_another_at && now >= change_password_before(*account.given_by_another_at));
    });
}

Measurement lock_settings(LockFacts const& facts)
{
    std::vector<Item> open_roles;
    for (LockFacts::RoleLock const& lock : facts.locks) {
        if (never_locks(lock))
            open_roles.push_back({ Item::Kind::setting, std::string(catalogue::name_of(lock.role)) });
    }
    auto const roles = std::ssize(facts.locks);
    if (!open_roles.empty())
        return Measurement::of(Limit::lock_switched_off, std::ssize(open_roles), roles).with(open_roles);

    // One value is shown: the one that breaks its limit, else that of the desk.
    Measurement elsewhere = slackest(facts, Limit::lock_elsewhere, [](Role role) { return !is_at_desk(role); });
    Measurement session = Measurement::of(Limit::session_length, facts.session_hours, roles);
    Measurement desk = slackest(facts, Limit::lock_at_desk, is_at_desk);
    if (roles > 0 && passes(desk) && !passes(elsewhere))
        return elsewhere;
    if (roles > 0 && passes(desk) && !passes(session))
        return session;
    return desk;
}

Measurement locked_sessions(SessionFacts const& facts)
{
    if (facts.served == Served::no)
        return Measurement::unknown(Reason::no_data);
    return Measurement::of(Limit::answered_past_lock, facts.answered_past_lock_30d, facts.sessions_30d);
}

} // namespace zk::care::check
