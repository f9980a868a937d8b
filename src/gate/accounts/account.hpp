// account: somebody who works with this practice, as the rest of the house knows him. Nothing here opens a door.
// Given out by Accounts; used by sessions, policy's callers, the command line and the screen of colleagues.
// Always: the id is that of the account's record; who may not log in is here too, so that the log keeps its names.
// An attacker learns who works here; passwords and secrets are in AccountRecord, which stays inside Accounts.
#pragma once

#include "catalogue/grant.hpp"
#include "gate/accounts/roster.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::gate {

enum class AccountState : std::uint8_t {
    invited = 1, // has, or needs, a one-time code; cannot log in
    active = 2,
    disabled = 3,
};
constexpr AccountState last_of(AccountState)
{
    return AccountState::disabled;
}
// As written in JSON.
[[nodiscard]] constexpr std::string_view text_of(AccountState state)
{
    switch (state) {
    case AccountState::invited:
        return "invited";
    case AccountState::active:
        return "active";
    case AccountState::disabled:
        return "disabled";
    }
    return "";
}

// The account's id is its record's; this is the one place that knows.
[[nodiscard]] inline AccountId account_id_of(RecordId const& record)
{
    return AccountId::from_raw(record.raw());
}

struct Account {
    AccountId id;
    std::string login;
    std::string name;
    Role role;
    std::string practitioner; // code; empty: treats nobody himself
    std::string short_code;   // "M-03", in reports
    std::string big;
    std::string agb;
    AccountState state;
    std::optional<Date> ends_on; // the last day
    // A session that began before this is dead: password or second step were reset since.
    std::optional<Instant> active_since;
    std::optional<Instant> last_login_at;
    std::optional<Instant> password_set_at;
    std::uint64_t failures_before_login = 0; // wrong attempts between the last login and the one before
    std::size_t recovery_codes_left = 0;
    bool has_pin = false;
    std::optional<Instant> invite_ends_at;
    std::vector<RosterLine> roster;
};

// Who left is a third party from midnight.
[[nodiscard]] inline bool has_left(std::optional<Date> const& ends_on, Date today)
{
    return ends_on && *ends_on < today;
}
// Asked at every request, not only at the login.
[[nodiscard]] inline bool may_enter(Account const& account, Date today)
{
    return account.state == AccountState::active && !has_left(account.ends_on, today);
}

// The last day on which its password is within the practice's term; nothing while it has none.
[[nodiscard]] std::optional<Date> password_ends_on(Account const& account, std::int64_t term_days);

[[nodiscard]] inline std::vector<WorksFor> works_for(Account const& account, Date on)
{
    return works_for(account.roster, on);
}

} // namespace zk::gate
