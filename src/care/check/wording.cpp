#include "care/check/wording.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace zk::care::check {

namespace {

constexpr std::string_view k_declare = "check declare";

std::string with_command(std::string_view text, std::string_view command)
{
    std::string out(text);
    if (!command.empty())
        out += fmt::format(": `zorgkluis {}`", command);
    if (!out.ends_with('.'))
        out += '.';
    return out;
}

std::string declare(std::string_view text, std::string_view probe_id)
{
    return fmt::format("{}: `zorgkluis {} {}`.", text, k_declare, probe_id);
}

// The term that ran out is that of a statement, not of something measured.
bool waits_for_statement(Evidence const& evidence)
{
    return evidence.spec != nullptr
        && (asks_for_statement(evidence.finding.reason)
            || (evidence.finding.reason == Reason::expired && !evidence.measurement.value));
}

// "802800" as "802.800".
std::string with_points(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        digits.insert(static_cast<std::size_t>(at), ".");
    return digits;
}

bool is_measured(Evidence const& evidence)
{
    return evidence.finding.state != State::na && evidence.measurement.kind == Measurement::Kind::measured;
}

} // namespace

std::string heading(CheckResult const& result)
{
    if (result.counts.failed > 0) {
        auto const first = std::ranges::find_if(
            result.questions, [](QuestionResult const& one) { return one.verdict.state == State::failed; });
        std::string out = fmt::format("Niet in orde: {}", first->question->text);
        if (result.counts.failed > 1)
            out += fmt::format(" (en nog {})", result.counts.failed - 1);
        return out;
    }
    if (result.counts.open > 0)
        return fmt::format("Nog niet bekend: {}", result.counts.open);
    if (result.counts.declared > 0)
        return fmt::format("Verklaard, niet gemeten: {}", result.counts.declared);
    return "Alles aangetoond";
}

std::string score(StateCounts const& counts)
{
    return fmt::format("{} niet in orde · {} open · {} verklaard · {} aangetoond (van {})", counts.failed, counts.open,
        counts.declared, counts.proven, k_question_count);
}

std::string parts_measured(QuestionResult const& result)
{
    auto const relevant = std::ranges::count_if(
        result.evidence, [](Evidence const& evidence) { return evidence.finding.state != State::na; });
    return fmt::format("{} van {} gemeten", std::ranges::count_if(result.evidence, is_measured), relevant);
}

std::string next_step(Evidence const& evidence)
{
    Reason const reason = evidence.finding.reason;
    if (evidence.finding.state != State::open && evidence.finding.state != State::failed)
        return {};
    if (waits_for_statement(evidence))
        return declare("Beantwoord deze vraag", evidence.spec->probe);
    if (reason == Reason::stated_no)
        return fmt::format("{} {}", evidence.spec->step, declare("Leg het daarna vast", evidence.spec->probe));
    if (Step const step = step_of(reason); !step.text.empty())
        return with_command(step.text, step.command);
    return with_command(evidence.probe->next, evidence.probe->command);
}

std::string next_step(QuestionResult const& result, Date today)
{
    if (result.verdict.state == State::declared && result.expires
        && result.expires->days_since(today) <= k_renew_days) {
        auto const first = std::ranges::find_if(result.evidence, [&](Evidence const& evidence) {
            return evidence.finding.reason == Reason::stated
                && evidence.statement->expires(*evidence.spec) == result.expires;
        });
        return declare(
            fmt::format("Verklaar dit opnieuw voor {}", dutch_date(result.expires->plus_days(1))), first->spec->probe);
    }
    return next_step(decisive(result));
}

FirstStep first_step_of(CheckResult const& result, Date today)
{
    for (State state : { State::failed, State::declared, State::open }) {
        for (QuestionResult const& one : result.questions) {
            std::string step = one.verdict.state == state ? next_step(one, today) : std::string();
            if (!step.empty())
                return { &one, std::move(step) };
        }
    }
    return {};
}

std::string first_step(CheckResult const& result, Date today)
{
    return first_step_of(result, today).step;
}

std::string amount(std::int64_t value, Unit unit)
{
    std::string number = with_points(value);
    bool const is_one = value == 1;
    switch (unit) {
    case Unit::count:
        return number;
    case Unit::day:
        return number + (is_one ? " dag" : " dagen");
    case Unit::hour:
        return number + " uur";
    case Unit::minute:
        return number + (is_one ? " minuut" : " minuten");
    case Unit::patient:
        return number + (is_one ? " patiënt" : " patiënten");
    }
    return number;
}

std::string limit_text(Threshold const& limit)
{
    std::string value = amount(limit.value, limit.unit);
    switch (limit.op) {
    case Op::at_most:
        return "hoogstens " + value;
    case Op::equal:
        return value;
    case Op::at_least:
        return "minstens " + value;
    }
    return value;
}

std::string at_stake_text(std::int64_t patients, Cents each)
{
    auto const total = each.times(patients);
    return fmt::format("{} × {} = {} ({})", amount(patients, Unit::patient), each.dutch(), total ? total->dutch() : "?",
        k_money_label);
}

std::string dutch_date(Date date)
{
    return fmt::format("{:02}-{:02}-{:04}", date.day(), date.month(), date.year());
}

std::vector<std::string_view> commands_named()
{
    std::vector<std::string_view> out { k_declare };
    for (Probe const& probe : probes())
        out.push_back(probe.command);
    for (std::size_t i = 0; i < k_reason_count; ++i)
        out.push_back(step_of(static_cast<Reason>(i)).command);
    std::ranges::sort(out);
    auto const doubles = std::ranges::unique(out);
    out.erase(doubles.begin(), doubles.end());
    std::erase(out, std::string_view {});
    return out;
}

} // namespace zk::care::check
