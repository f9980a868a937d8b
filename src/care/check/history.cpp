#include "care/check/history.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace zk::care::check {

namespace {

constexpr std::string_view k_set = "set";

std::optional<State> state_named(std::string_view name)
{
    for (State const state : { State::na, State::proven, State::declared, State::open, State::failed }) {
        if (name_of(state) == name)
            return state;
    }
    return std::nullopt;
}

StateCounts count(PastCheck const& check)
{
    StateCounts out;
    for (Question const& question : questions()) {
        auto const found = check.states.find(question.id);
        if (found == check.states.end())
            continue;
        out.proven += found->second == State::proven ? 1 : 0;
        out.declared += found->second == State::declared ? 1 : 0;
        out.open += found->second == State::open ? 1 : 0;
        out.failed += found->second == State::failed ? 1 : 0;
    }
    return out;
}

} // namespace

std::string states_text(CheckResult const& result)
{
    std::string out = fmt::format("{}={}", k_set, k_probe_set);
    for (QuestionResult const& one : result.questions) {
        out += fmt::format(" {}={}", one.question->id, name_of(one.verdict.state));
        for (Evidence const& evidence : one.evidence)
            out += fmt::format(" {}={}", evidence.probe->id, name_of(evidence.finding.state));
    }
    return out;
}

PastCheck read_states(Instant made, std::string_view text)
{
    PastCheck out { .made = made };
    while (!text.empty()) {
        std::size_t const space = text.find(' ');
        std::string_view const word = text.substr(0, space);
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
        std::size_t const equals = word.find('=');
        if (equals == std::string_view::npos || equals == 0)
            continue;
        std::string_view const id = word.substr(0, equals);
        std::string_view const value = word.substr(equals + 1);
        if (id == k_set)
            std::from_chars(value.data(), value.data() + value.size(), out.probe_set);
        else if (auto const state = state_named(value))
            out.states.insert_or_assign(std::string(id), *state);
    }
    return out;
}

std::vector<DayOfChecks> days_of(std::vector<PastCheck> const& checks)
{
    std::map<Date, PastCheck const*> last;
    for (PastCheck const& check : checks) {
        PastCheck const*& kept = last[amsterdam_date(check.made)];
        if (kept == nullptr || kept->made <= check.made)
            kept = &check;
    }
    std::vector<DayOfChecks> out;
    out.reserve(last.size());
    for (auto const& [date, check] : last)
        out.push_back({ date, count(*check), check->probe_set });
    return out;
}

std::vector<std::optional<State>> recent_days(
    std::vector<PastCheck> const& checks, std::string_view question, Date today)
{
    std::vector<std::optional<State>> out(k_recent_days);
    for (PastCheck const& check : checks) {
        int const ago = today.days_since(amsterdam_date(check.made));
        auto const found = check.states.find(question);
        if (ago < 0 || ago >= k_recent_days || found == check.states.end())
            continue;
        std::optional<State>& day = out[static_cast<std::size_t>(k_recent_days - 1 - ago)];
        day = day ? worse(*day, found->second) : found->second;
    }
    return out;
}

} // namespace zk::care::check
