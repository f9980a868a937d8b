// account_facts: what the check measures of accounts (probes 1.3a-c, 2.3d), without a name.
// Given out by Accounts::facts; whoever asks adds the sessions.
// Always: role and short code only; nothing that could be tried against an account.
// An attacker learns how well accounts are kept, under codes that mean nothing outside.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "catalogue/kinds.hpp"
#include "crypto/password.hpp"

#include <optional>
#include <string>

namespace zk::gate {

// Below this a stolen hash is too cheap to try: OWASP's smallest, 19 MiB and 2 passes.
inline constexpr crypto::Cost k_password_cost_floor { .passes = 2, .memory_kib = 19 * 1024 };
static_assert(crypto::k_login_cost.passes >= k_password_cost_floor.passes
    && crypto::k_login_cost.memory_kib >= k_password_cost_floor.memory_kib);

struct AccountFacts {
    std::string short_code;
    catalogue::Role role;
    // Active. The end date and the second step are measured beside it, so that a gap in either shows.
    bool can_log_in;
    bool second_step_confirmed;
    bool hash_below_floor;
    bool blocklisted_at_last_login;
    std::optional<Instant> password_set_at;
    std::optional<std::uint64_t> password_characters;
    std::optional<Instant> given_by_another_at; // and unchanged since
    std::optional<Date> ends_on;
    std::optional<Instant> created_at;
    std::optional<Instant> last_login_at;
};

} // namespace zk::gate
