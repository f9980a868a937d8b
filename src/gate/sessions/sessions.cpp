#include "gate/sessions/sessions.hpp"

#include "base/amsterdam.hpp"
#include "gate/sessions/network.hpp"

#include <algorithm>

namespace zk::gate {

namespace {

crypto::Digest key_of(std::string_view token)
{
    return crypto::sha256(as_bytes(token));
}

std::string chance_in_hex(Random& random)
{
    auto const bytes = random.array<32>();
    return to_hex(bytes);
}

bool is_desk(Role role)
{
    return role == Role::receptie || role == Role::assistent;
}

} // namespace

Sessions::Sessions(Accounts& accounts, Settings const& settings, Clock const& clock, Random& random)
    : m_accounts(accounts)
    , m_settings(settings)
    , m_clock(clock)
    , m_random(random)
{
}

std::chrono::minutes Sessions::idle_limit(Role role) const
{
    return std::chrono::minutes(m_settings.number(is_desk(role) ? "lock.desk_minutes" : "lock.other_minutes"));
}

std::chrono::hours Sessions::length_max() const
{
    return std::chrono::hours(m_settings.number("session.hours"));
}

Session Sessions::session_of(Kept const& kept, std::string_view address) const
{
    return { .account = kept.account,
        .csrf = kept.csrf,
        .began_at = kept.began_at,
        .ends_at = kept.began_at + length_max(),
        .idle_limit = idle_limit(kept.account.role),
        .idle_for = m_clock.now() - kept.last_at,
        .screen = kept.screen,
        .pin_allowed = m_settings.number(is_desk(kept.account.role) ? "lock.desk_pin" : "lock.other_pin") != 0,
        .names_hidden = kept.names_hidden,
        .address = std::string(address) };
}

void Sessions::make_room(AccountId const& account)
{
    auto const oldest_of = [this](auto const& belongs) {
        auto oldest = m_all.end();
        for (auto it = m_all.begin(); it != m_all.end(); ++it) {
            if (belongs(it->second) && (oldest == m_all.end() || it->second.last_at < oldest->second.last_at))
                oldest = it;
        }
        return oldest;
    };
    auto const own = [&](Kept const& kept) { return kept.account.id == account; };
    auto const count = std::ranges::count_if(m_all, [&](auto const& one) { return own(one.second); });
    if (static_cast<std::size_t>(count) >= k_sessions_per_account_max)
        m_all.erase(oldest_of(own));
    else if (m_all.size() >= k_sessions_max)
        m_all.erase(oldest_of([](Kept const&) { return true; }));
}

Sessions::Begun Sessions::begin(Account const& account, std::string_view address)
{
    std::uint64_t const generation = m_accounts.generation();
    SessionToken token = chance_in_hex(m_random);
    Instant const now = m_clock.now();
    std::lock_guard const lock(m_mutex);
    make_room(account.id);
    auto const [it, added] = m_all.emplace(key_of(token),
        Kept { .account = account,
            .generation = generation,
            .network = network_of(address),
            .csrf = chance_in_hex(m_random),
            .began_at = now,
            .last_at = now,
            .names_hidden = is_desk(account.role) && m_settings.number("names.desk_hidden") != 0 });
    return { std::move(token), session_of(it->second, address) };
}

bool Sessions::is_over(Kept& kept)
{
    std::uint64_t const generation = m_accounts.generation();
    if (kept.generation != generation) {
        auto fresh = m_accounts.find(kept.account.id);
        if (!fresh)
            return true;
        // Password or second step were reset since: whoever had them then is out.
        if (fresh->active_since && *fresh->active_since > kept.began_at)
            return true;
        kept.account = std::move(*fresh);
        kept.generation = generation;
    }
    return !may_enter(kept.account, amsterdam_date(m_clock.now())) || m_clock.now() >= kept.began_at + length_max();
}

Sessions::All::iterator Sessions::usable(std::string_view token, std::string_view address)
{
    auto const found = m_all.find(key_of(token));
    if (found == m_all.end())
        return found;
    if (found->second.network != network_of(address) || is_over(found->second)) {
        m_all.erase(found);
        return m_all.end();
    }
    Kept& kept = found->second;
    if (m_clock.now() >= kept.last_at + idle_limit(kept.account.role))
        kept.screen = Screen::locked;
    return found;
}

Result<Session> Sessions::find(std::string_view token, std::string_view address, Activity activity)
{
    std::lock_guard const lock(m_mutex);
    auto const found = usable(token, address);
    if (found == m_all.end())
        return fail(Fault::refused, "no-session");
    Kept& kept = found->second;
    Session out = session_of(kept, address);
    if (kept.screen == Screen::open && activity == Activity::person)
        kept.last_at = m_clock.now();
    return out;
}

void Sessions::lock(std::string_view token)
{
    std::lock_guard const lock(m_mutex);
    if (auto const found = m_all.find(key_of(token)); found != m_all.end())
        found->second.screen = Screen::locked;
}

Result<Session> Sessions::unlock(std::string_view token, std::string_view address, Proof const& proof)
{
    ZK_TRY(Session const locked, find(token, address, Activity::page));
    if (proof.by == Proof::By::pin && !locked.pin_allowed)
        return fail(Fault::refused, "pin-not-allowed");
    // Takes long on purpose, so others go on meanwhile.
    auto const proven = m_accounts.prove_again(locked.account.id, proof);

    std::lock_guard const lock(m_mutex);
    auto const found = usable(token, address);
    if (found == m_all.end())
        return fail(Fault::refused, "no-session");
    Kept& kept = found->second;
    if (!proven) {
        if (proven.error().fault() != Fault::refused)
            return std::unexpected(proven.error());
        if (++kept.failures >= k_unlock_tries) {
            m_all.erase(found);
            return fail(Fault::refused, "no-session");
        }
        return fail(Fault::refused, "login-failed");
    }
    kept.failures = 0;
    kept.screen = Screen::open;
    kept.last_at = m_clock.now();
    return session_of(kept, address);
}

void Sessions::set_names_hidden(std::string_view token, bool hidden)
{
    std::lock_guard const lock(m_mutex);
    if (auto const found = m_all.find(key_of(token)); found != m_all.end())
        found->second.names_hidden = hidden;
}

void Sessions::end(std::string_view token)
{
    std::lock_guard const lock(m_mutex);
    m_all.erase(key_of(token));
}

void Sessions::end_all_of(AccountId const& account)
{
    std::lock_guard const lock(m_mutex);
    std::erase_if(m_all, [&](auto const& one) { return one.second.account.id == account; });
}

std::size_t Sessions::count_of(AccountId const& account) const
{
    std::lock_guard const lock(m_mutex);
    return static_cast<std::size_t>(
        std::ranges::count_if(m_all, [&](auto const& one) { return one.second.account.id == account; }));
}

std::size_t Sessions::count() const
{
    std::lock_guard const lock(m_mutex);
    return m_all.size();
}

} // namespace zk::gate
