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

} // namespace zk::app
