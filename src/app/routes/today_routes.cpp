#include "app/routes/abilities.hpp"
#include "app/routes/agenda_json.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/owner_tasks.hpp"
#include "base/amsterdam.hpp"
#include "care/check/wording.hpp"
#include "care/patients/task.hpp"
#include "gate/glass_seen.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;

// The first place that is of use to somebody.
constexpr int k_shortest_visit_minutes = 20;

// Who treats sees his own day, and those of whom he works for; who plans sees them all.
std::optional<std::vector<std::string>> own_codes(gate::Who const& who)
{
    if (who.role != catalogue::Role::behandelaar)
        return std::nullopt;
    std::vector<std::string> out;
    if (!who.practitioner.empty())
        out.push_back(who.practitioner);
    for (gate::WorksFor const& works : who.works_for)
        out.push_back(works.practitioner);
    return out;
}

Result<> put_day(nlohmann::ordered_json& out, ServedPractice& served, Caller const& caller)
{
    if (!opens(caller.who.role, http::Method::get, "/api/agenda"))
        return {};
    Date const today = served.practice.today();
    care::Days const days { .from = today, .to = today, .practitioners = own_codes(caller.who) };
    ZK_TRY(auto const screen, served.agenda.show(caller.who, days));
    ZK_TRY(auto practitioners, served.agenda.practitioners(caller.who, today, today));
    if (days.practitioners)
        std::erase_if(practitioners, [](care::Practitioner const& one) { return !one.own; });
    out["appointments"] = appointments_json(screen);
    out["practitioners"] = practitioners_json(practitioners);
    care::FreeSearch search { .from = today, .minutes = k_shortest_visit_minutes, .limit = 1 };
    if (days.practitioners && !caller.who.practitioner.empty())
        search.practitioner = caller.who.practitioner;
    ZK_TRY(auto const free, served.agenda.find_free(caller.who, search));
    if (!free.empty())
        out["first_free"] = free_place_json(free.front());
    return {};
}

} // namespace

Reply note_glass_seen(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(auto const entry, body.number("entry", std::numeric_limits<std::uint64_t>::max()));
    if (!entry)
        return fail(Fault::bad_input, "field-missing", Place::of("entry"));
    ZK_CHECK(gate::note_glass_seen(served.practice, caller.who, *entry));
    return http::no_content();
}

Reply show_today(ServedPractice& served, Caller const& caller, http::Request const&)
{
    nlohmann::ordered_json out { { "date", served.practice.today().iso() } };
    out["tasks"] = nlohmann::ordered_json::array();
    if (caller.who.role != catalogue::Role::functionaris) {
        ZK_TRY(auto const tasks, served.practice.vault().read_practice<care::TaskRecord>());
        auto const open
            = std::ranges::count_if(tasks, [](auto const& stored) { return !stored.record.done_at.get().has_value(); });
        if (open > 0)
            out["tasks"].push_back({ { "kind", "verify_identity" }, { "count", open } });
    }
    ZK_CHECK(put_day(out, served, caller));
    if (caller.who.role == catalogue::Role::praktijkhouder)
        ZK_CHECK(add_owner_tasks(served, out["tasks"]));
    if (auto const run = last_check_of(served)) {
        check::StateCounts const& counts = run->result.counts;
        out["check"] = { { "proven", counts.proven }, { "declared", counts.declared }, { "open", counts.open },
            { "failed", counts.failed }, { "measured_at", iso_with_offset(run->when.now) } };
        check::FirstStep const first = check::first_step_of(run->result, run->when.today());
        // What is to be done is told to who may see the evidence.
        if (first.question != nullptr && served.practice.policy().oversees(caller.who))
            out["check"].update(
                { { "worst",
                      { { "id", first.question->question->id }, { "text", first.question->question->text },
                          { "text_en", first.question->question->text_en },
                          { "state", check::name_of(first.question->verdict.state) } } },
                    { "next", first.step } });
    }
    return http::json(200, out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

} // namespace zk::app
