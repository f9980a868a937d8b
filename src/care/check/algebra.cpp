#include "care/check/algebra.hpp"

#include "base/require.hpp"

#include <chrono>

namespace zk::care::check {

namespace {

Finding worse_of(Finding a, Finding b)
{
    return b.state > a.state ? b : a;
}

bool speaks_until_measured(StatementSpec const* spec)
{
    return spec != nullptr && spec->counts == Counts::until_measured;
}

// R7: "0 of 0" never proves.
Finding judge_empty(Probe const& probe, Measurement const& measurement, Statement const* statement,
    StatementSpec const* spec, Context const& context)
{
    if (probe.empty == Empty::moot)
        return trusted(finding(Reason::nothing_there), probe, measurement, context);
    if (probe.empty == Empty::drill && measurement.drill && *measurement.drill <= context.today()
        && context.today() <= measurement.drill->plus_days(k_drill_days))
        return trusted(finding(Reason::drilled), probe, measurement, context);
    if (probe.mode == ProbeMode::measured_or_stated && speaks_until_measured(spec))
        return judge_statement(*spec, statement, context);
    return finding(Reason::empty);
}

// R2: "ja" beside a failing measurement.
Finding contradict(
    Probe const& probe, Finding failed, Statement const* statement, StatementSpec const* spec, Context const& context)
{
    bool const says_yes = probe.mode == ProbeMode::measured_or_stated && speaks_until_measured(spec)
        && judge_statement(*spec, statement, context).state == State::declared;
    return says_yes ? finding(Reason::contradicted) : failed;
}

Finding judge_measured(Probe const& probe, Measurement const& measurement, Statement const* statement,
    StatementSpec const* spec, Context const& context)
{
    auto const limit = measurement.threshold();
    ZK_REQUIRE(limit && measurement.value && measurement.population);
    if (*measurement.population == 0)
        return judge_empty(probe, measurement, statement, spec, context);
    Finding found = compare(*limit, *measurement.value);
    if (found.state == State::failed && mends(probe))
        found = late_but_mended(found, measurement.evaluation, context.today());
    if (found.state == State::failed)
        return contradict(probe, found, statement, spec, context);
    return trusted(found, probe, measurement, context);
}

// R5: a duty that was never done fails in time, but not while somebody's word stands for it.
Finding judge_never_done(Probe const& probe, Measurement const& measurement, Statement const* statement,
    StatementSpec const* spec, Context const& context)
{
    auto const limit = measurement.threshold();
    ZK_REQUIRE(limit.has_value());
    Finding const never = recurring(std::nullopt, limit->value, context.today().days_since(context.first_day));
    if (probe.mode != ProbeMode::measured_or_stated || !speaks_until_measured(spec))
        return never;
    Finding const stated = judge_statement(*spec, statement, context);
    return stated.state == State::declared ? stated : worse_of(never, stated);
}

Finding judge_unknown(
    Probe const& probe, Reason reason, Statement const* statement, StatementSpec const* spec, Context const& context)
{
    bool const is_missing
        = reason == Reason::not_built || (reason == Reason::no_data && probe.mode == ProbeMode::measured_or_stated);
    if (is_missing && speaks_until_measured(spec))
        return judge_statement(*spec, statement, context);
    if (reason == Reason::not_built && probe.absent == Absent::moot)
        return finding(Reason::part_absent);
    return finding(reason);
}

} // namespace

Verdict worst_of(std::span<Finding const> findings)
{
    ZK_REQUIRE(!findings.empty());
    Finding worst = findings.front();
    for (Finding const& one : findings)
        worst = worse_of(worst, one);
    if (worst.state == State::na)
        return { State::proven, worst.reason, Applies::no };
    return { worst.state, worst.reason, Applies::yes };
}

Finding compare(Threshold const& limit, std::int64_t value)
{
    if (limit.duty == Duty::recurring)
        return recurring(value, limit.value, 0);
    return finding(limit.holds(value) ? Reason::pass : Reason::breach);
}

Finding recurring(std::optional<std::int64_t> age_days, std::int64_t term_days, std::int64_t days_since_first_day)
{
    if (!age_days)
        return finding(days_since_first_day > 2 * term_days ? Reason::not_done : Reason::never_done);
    if (*age_days < 0)
        return finding(Reason::clock);
    if (*age_days <= term_days)
        return finding(Reason::pass);
    return finding(*age_days <= 2 * term_days ? Reason::expired : Reason::not_done);
}

Finding late_but_mended(Finding late, std::optional<Evaluation> const& evaluation, Date today)
{
    if (!evaluation || evaluation->signed_on > today
        || !may_state(MayState::praktijkhouder_or_functionaris, evaluation->signed_by))
        return late;
    return finding(today <= evaluation->signed_on.plus_days(k_mended_days) ? Reason::mended : Reason::pass);
}

Instant observed_at(Measurement const& measurement, Context const& context)
{
    return measurement.observed_at.value_or(context.now);
}

Instant fresh_until(Probe const& probe, Measurement const& measurement, Context const& context)
{
    return measurement.fresh_until.value_or(observed_at(measurement, context) + std::chrono::hours(probe.fresh_hours));
}

Finding trusted(Finding found, Probe const& probe, Measurement const& measurement, Context const& context)
{
    if (context.clock_went_back() || observed_at(measurement, context) > context.now)
        return worse_of(finding(Reason::clock), found);
    if (fresh_until(probe, measurement, context) < context.now)
        return worse_of(finding(Reason::stale), found);
    return found;
}

ProbeMode mode_of(Probe const& probe, Team team)
{
    StatementSpec const* spec = find_statement_spec(probe.id, team);
    return spec != nullptr && spec->counts == Counts::always ? ProbeMode::stated : probe.mode;
}

Finding judge(Probe const& probe, Measurement const& measurement, Statement const* statement, Context const& context)
{
    if (context.team() == Team::one_person && moot_when_alone(probe))
        return finding(Reason::one_person);
    StatementSpec const* spec = spokesman(probe, context.team());
    if (spec != nullptr && spec->counts == Counts::always)
        return judge_statement(*spec, statement, context);

    switch (measurement.kind) {
    case Measurement::Kind::measured:
        return judge_measured(probe, measurement, statement, spec, context);
    case Measurement::Kind::never_done:
        return judge_never_done(probe, measurement, statement, spec, context);
    case Measurement::Kind::not_applicable:
        return trusted(finding(measurement.reason), probe, measurement, context);
    case Measurement::Kind::unknown:
        return judge_unknown(probe, measurement.reason, statement, spec, context);
    case Measurement::Kind::asks:
        return spec != nullptr ? judge_statement(*spec, statement, context) : finding(Reason::probe_error);
    }
    return finding(Reason::probe_error);
}

} // namespace zk::care::check
