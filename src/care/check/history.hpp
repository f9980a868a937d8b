// history: what earlier checks found, a line of states each, and what a page draws of them: the days, the last month.
// Written after each check that differs from the one before and once a day; read by the screens.
// Always: the states of questions and probes, nothing of the evidence; what cannot be read is no day, never a good day.
// An attacker who cuts one out is betrayed by the journal, which holds the hash of each report and of the one before.
#pragma once

#include "care/check/evaluate.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zk::care::check {

// "set=1 1.1=open 1.1a=open ...": the probe set, each question and each of its probes.
[[nodiscard]] std::string states_text(CheckResult const& result);

struct PastCheck {
    Instant made;
    int probe_set = k_probe_set;
    std::map<std::string, State, std::less<>> states = {}; // "1.1" and "1.1a"
};
// Words that it does not know are left out: a later version may have written more.
[[nodiscard]] PastCheck read_states(Instant made, std::string_view text);

// How a day ended: together the 19, or fewer when something could not be read.
struct DayOfChecks {
    Date date;
    StateCounts counts;
    int probe_set;
};
// Days on which a check was recorded, oldest first.
[[nodiscard]] std::vector<DayOfChecks> days_of(std::vector<PastCheck> const& checks);

inline constexpr int k_recent_days = 30;
// The worst state of a question on each of the last thirty days, today last; nothing where no check was recorded.
[[nodiscard]] std::vector<std::optional<State>> recent_days(
    std::vector<PastCheck> const& checks, std::string_view question, Date today);

} // namespace zk::care::check
