#include "gate/accounts/throttle.hpp"

#include <algorithm>

namespace zk::gate {

namespace {

// Who fills this table with names must pay a password hash for each, and wins back less than the delay.
constexpr std::size_t k_entries_max = 4096;
constexpr std::size_t k_sources_per_login_max = 32;
constexpr std::size_t k_source_bytes_max = 64;

std::chrono::seconds delay_after(std::uint64_t failures)
{
    if (failures <= k_free_failures)
        return std::chrono::seconds(0);
    std::uint64_t const doublings = std::min<std::uint64_t>(failures - k_free_failures - 1, 10);
    return std::min(k_login_delay_max, std::chrono::seconds(1ULL << doublings));
}

} // namespace

Throttle::Whence Throttle::whence(std::string const& login, std::string_view source) const
{
    std::string place(source.substr(0, k_source_bytes_max));
    auto const known = m_known_sources.find(login);
    if (known == m_known_sources.end() || !known->second.contains(place))
        place.clear();
    return { login, std::move(place) };
}

Throttle::Failures& Throttle::failures_of(Whence const& whence, Instant now)
{
    auto found = m_failures.find(whence);
    if (found == m_failures.end()) {
        if (m_failures.size() >= k_entries_max) {
            m_failures.erase(
                std::ranges::min_element(m_failures, {}, [](auto const& entry) { return entry.second.last_at; }));
        }
        found = m_failures.emplace(whence, Failures { .count = 0, .next_at = now, .last_at = now }).first;
    }
    Failures& failures = found->second;
    if (now - failures.last_at > k_failures_forgotten_after)
        failures.count = 0;
    // A clock that was set back must not become a lock.
    failures.next_at = std::min(failures.next_at, now + k_login_delay_max);
    return failures;
}

Result<> Throttle::admit(std::string const& login, std::string_view source)
{
    std::lock_guard const lock(m_mutex);
    Instant const now = m_clock.now();
    Failures& failures = failures_of(whence(login, source), now);
    if (now < failures.next_at) {
        auto const wait = std::chrono::ceil<std::chrono::seconds>(failures.next_at - now);
        return fail(Fault::unavailable, "login-too-soon",
            Place::of("seconds").number(static_cast<std::uint64_t>(wait.count())));
    }
    ++failures.count;
    failures.last_at = now;
    failures.next_at = now + delay_after(failures.count);
    return {};
}

void Throttle::succeeded(std::string const& login, std::string_view source)
{
    std::lock_guard const lock(m_mutex);
    m_failures.erase(whence(login, source));
    if (source.empty())
        return;
    std::set<std::string>& known = m_known_sources[login];
    if (known.size() >= k_sources_per_login_max)
        known.clear();
    known.emplace(source.substr(0, k_source_bytes_max));
    // The next from here is counted apart.
    m_failures.erase({ login, std::string(source.substr(0, k_source_bytes_max)) });
}

} // namespace zk::gate
