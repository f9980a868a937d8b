// context: what the check must know of the practice and of the moment, besides what is measured and stated.
// Used by the algebra, by the evaluation and by whoever records a statement.
// Always: time comes in from outside; the day is that of Amsterdam.
// An attacker who sets the clock back is seen: the journal knows a later moment.
#pragma once

#include "base/amsterdam.hpp"
#include "base/clock.hpp"
#include "base/date.hpp"
#include "care/check/probe.hpp"
#include "catalogue/kinds.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zk::care::check {

using catalogue::Role;

enum class PracticeMode : std::uint8_t { test, production };

[[nodiscard]] constexpr std::string_view name_of(PracticeMode mode)
{
    return mode == PracticeMode::test ? "test" : "production";
}

// Somebody left a role; what he declared in it lapses after a while.
struct Departure {
    std::string account; // short code
    Role role;
    Date left_on;
};

struct Context {
    Instant now;
    // The newest moment that the journal holds: a clock that stands before it went back.
    Instant latest_known;
    Date first_day; // the practice's first day in Zorgkluis
    PracticeMode mode;
    int active_accounts;
    std::vector<Departure> departures = {};

    [[nodiscard]] Date today() const { return amsterdam_date(now); }
    [[nodiscard]] bool clock_went_back() const { return latest_known > now; }
    [[nodiscard]] Team team() const { return active_accounts == 1 ? Team::one_person : Team::several; }
};

} // namespace zk::care::check
