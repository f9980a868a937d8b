#include "care/check/evaluate.hpp"

#include "base/require.hpp"

#include <algorithm>

namespace zk::care::check {

namespace {

// R3: an error or an exception of a probe is a finding too.
Measurement measure(ProbeSource& source, Probe const& probe)
{
    try {
        Result<Measurement> measured = source.measure(probe.id);
        if (measured)
            return *std::move(measured);
    } catch (...) { // NOLINT(bugprone-empty-catch): whatever it threw, the answer is the same
    }
    return Measurement::unknown(Reason::probe_error);
}

Evidence examine(ProbeSource& source, Probe const& probe, std::span<Statement const> statements, Context const& context)
{
    ProbeMode const mode = mode_of(probe, context.team());
    Evidence out { .probe = &probe,
        .mode = mode,
        .finding = {},
        .measurement = mode == ProbeMode::stated ? Measurement::unknown(Reason::not_built) : measure(source, probe),
        .spec = spokesman(probe, context.team()) };
    Statement const* statement = out.spec != nullptr ? newest_statement(statements, out.spec->probe) : nullptr;
    out.finding = judge(probe, out.measurement, statement, context);
    if (statement != nullptr)
        out.statement = *statement;
    return out;
}

int& count_of(StateCounts& counts, State state)
{
    ZK_REQUIRE(state != State::na); // a question is never na
    switch (state) {
    case State::proven:
        return counts.proven;
    case State::declared:
        return counts.declared;
    case State::open:
        return counts.open;
    case State::failed:
        return counts.failed;
    case State::na:
        break;
    }
    return counts.failed;
}

} // namespace

CheckResult evaluate(ProbeSource& source, std::span<Statement const> statements, Context const& context)
{
    std::vector<QuestionResult> results;
    for (Question const& question : questions()) {
        std::vector<Evidence> evidence;
        for (Probe const& probe : probes_of(question.id))
            evidence.push_back(examine(source, probe, statements, context));
        results.push_back(conclude(question, std::move(evidence)));
    }
    return conclude(std::move(results));
}

QuestionResult conclude(Question const& question, std::vector<Evidence> evidence)
{
    std::vector<Finding> findings;
    std::optional<Date> expires;
    for (Evidence const& one : evidence) {
        findings.push_back(one.finding);
        if (one.finding.reason == Reason::stated && one.statement) {
            Date const end = one.statement->expires(*one.spec);
            expires = expires ? std::min(*expires, end) : end;
        }
    }
    return { &question, worst_of(findings), std::move(evidence), expires };
}

CheckResult conclude(std::vector<QuestionResult> questions)
{
    CheckResult out { .questions = std::move(questions), .counts = {}, .headline = State::proven };
    for (QuestionResult const& result : out.questions) {
        ++count_of(out.counts, result.verdict.state);
        out.headline = worse(out.headline, result.verdict.state);
    }
    return out;
}

Evidence const& decisive(QuestionResult const& result)
{
    auto const found = std::ranges::find_if(
        result.evidence, [&](Evidence const& evidence) { return evidence.finding.reason == result.verdict.reason; });
    ZK_REQUIRE(found != result.evidence.end());
    return *found;
}

bool found_something(CheckResult const& result, Strictness strictness)
{
    return result.counts.failed > 0 || (strictness == Strictness::open_too && result.counts.open > 0);
}

} // namespace zk::care::check
