// algebra: the rules R1 to R9 by which a measurement and a statement become a state.
// Used by the evaluation, and again by whoever verifies a report.
// Always: pure functions; where two rules speak, the worse one holds, so doubt never makes a failure look better.
// An attacker gains nothing: the rules are public, and a verifier applies them himself.
#pragma once

#include "care/check/context.hpp"
#include "care/check/measurement.hpp"
#include "care/check/probe.hpp"
#include "care/check/state.hpp"
#include "care/check/statement.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace zk::care::check {

// R7: a drill proves for a year. R9: so long stands the remark.
inline constexpr int k_drill_days = 365;
inline constexpr int k_mended_days = 365;

enum class Applies : std::uint8_t { yes, no };

// What a question is, and the reason of its worst probe.
struct Verdict {
    State state;
    Reason reason;
    Applies applies;
};

// R1 and R8: the worst of the probes; all of them `na` is proven, but does not apply.
[[nodiscard]] Verdict worst_of(std::span<Finding const> findings);

// R3: the value beside its limit.
[[nodiscard]] Finding compare(Threshold const& limit, std::int64_t value);

// R5: a recurring duty; nothing is "never done".
[[nodiscard]] Finding recurring(
    std::optional<std::int64_t> age_days, std::int64_t term_days, std::int64_t days_since_first_day);

// R9: a legal term that was missed, and evaluated afterwards.
[[nodiscard]] Finding late_but_mended(Finding late, std::optional<Evaluation> const& evaluation, Date today);

// R4: may it be trusted now?
[[nodiscard]] Finding trusted(
    Finding found, Probe const& probe, Measurement const& measurement, Context const& context);
[[nodiscard]] Instant observed_at(Measurement const& measurement, Context const& context);
[[nodiscard]] Instant fresh_until(Probe const& probe, Measurement const& measurement, Context const& context);

// How this probe counts in this practice: alone, 1.1a is a statement.
[[nodiscard]] ProbeMode mode_of(Probe const& probe, Team team);

// R2 to R9 together; `statement` is that of the probe's spokesman, null when there is none.
[[nodiscard]] Finding judge(
    Probe const& probe, Measurement const& measurement, Statement const* statement, Context const& context);

} // namespace zk::care::check
