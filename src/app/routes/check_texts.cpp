#include "app/routes/check_texts.hpp"

#include "care/check/wording.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;
using nlohmann::ordered_json;

ordered_json statement_json(check::StatementSpec const& spec, catalogue::Role reader)
{
    return { { "text", spec.text }, { "term_days", spec.term_days },
        { "explanation", spec.explanation == check::Explanation::required ? "required" : "optional" },
        { "may", check::may_state(spec.by, reader) } };
}

ordered_json probe_json(check::Probe const& probe, check::Team team, catalogue::Role reader)
{
    ordered_json out { { "measures", probe.measures } };
    if (!probe.next.empty())
        out["next"] = probe.next;
    if (!probe.neighbour.empty())
        out["joins"] = probe.neighbour;
    if (check::StatementSpec const* const spec = check::find_statement_spec(probe.id, team))
        out["statement"] = statement_json(*spec, reader);
    return out;
}

} // namespace

ordered_json check_texts_json(CheckRun const& run, catalogue::Role reader)
{
    ordered_json out { { "heading", check::heading(run.result) },
        { "first_step", check::first_step(run.result, run.when.today()) }, { "probes", ordered_json::object() } };
    for (check::Probe const& probe : check::probes())
        out["probes"][std::string(probe.id)] = probe_json(probe, run.when.team(), reader);
    return out;
}

ordered_json check_history_json(CheckRun const& run)
{
    ordered_json out = ordered_json::array();
    for (check::DayOfChecks const& day : check::days_of(run.history))
        out.push_back(
            { { "date", day.date.iso() }, { "proven", day.counts.proven }, { "declared", day.counts.declared },
                { "open", day.counts.open }, { "failed", day.counts.failed }, { "probe_set", day.probe_set } });
    return out;
}

ordered_json recent_days_json(CheckRun const& run)
{
    ordered_json out = ordered_json::object();
    for (check::Question const& question : check::questions()) {
        ordered_json days = ordered_json::array();
        for (auto const& state : check::recent_days(run.history, question.id, run.when.today()))
            days.push_back(state ? ordered_json(check::name_of(*state)) : ordered_json());
        out[std::string(question.id)] = std::move(days);
    }
    return out;
}

} // namespace zk::app
