// throttle: slows guessing down, by login name, without ever locking the owner of the name out.
// Used by Accounts::log_in. In memory: a restart forgives at most one delay.
// Always: names that do not exist wait like those that do; from where somebody logged in before, strangers cannot delay
// him. An attacker gets a guess every half minute a name, or a few at a place from which its owner works.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace zk::gate {

// A few typing errors cost nothing; then 1, 2, 4, ... seconds.
inline constexpr std::uint64_t k_free_failures = 3;
inline constexpr std::chrono::seconds k_login_delay_max { 30 };
inline constexpr std::chrono::hours k_failures_forgotten_after { 1 };
static_assert(k_login_delay_max < k_failures_forgotten_after);

class Throttle {
public:
    explicit Throttle(Clock const& clock)
        : m_clock(clock)
    {
    }

    // Fault::unavailable, with the seconds to wait, when it is too soon; that attempt is not looked at and does not
    // count. An attempt that is admitted counts as failed until succeeded() says otherwise, so that many at once gain
    // nothing.
    [[nodiscard]] Result<> admit(std::string const& login, std::string_view source);
    void succeeded(std::string const& login, std::string_view source);

private:
    struct Failures {
        std::uint64_t count = 0;
        Instant next_at;
        Instant last_at;
    };
    // The login, and the place where its owner logged in before; empty is everywhere else.
    using Whence = std::pair<std::string, std::string>;

    [[nodiscard]] Whence whence(std::string const& login, std::string_view source) const;
    [[nodiscard]] Failures& failures_of(Whence const& whence, Instant now);

    Clock const& m_clock;
    std::mutex m_mutex;
    std::map<Whence, Failures> m_failures;
    std::map<std::string, std::set<std::string>> m_known_sources;
};

} // namespace zk::gate
