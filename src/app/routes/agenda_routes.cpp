#include "app/routes/agenda_json.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

// Six weeks: a month as a calendar draws it.
constexpr int k_days_max = 42;
constexpr std::size_t k_code_bytes_max = 64;

http::Response answer(ordered_json const& out)
{
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

Result<Date> day_in(http::Request const& request, Code name)
{
    auto const found = request.query.find(name.text());
    if (found == request.query.end())
        return fail(Fault::bad_input, "field-missing", Place::of(name));
    auto const date = Date::parse_iso(found->second);
    if (!date)
        return std::unexpected(date.error().at(Place::of(name)));
    return *date;
}

Result<Date> day_in(JsonBody const& body, Code name)
{
    ZK_TRY(std::string const text, body.text(name));
    auto const date = Date::parse_iso(text);
    if (!date)
        return std::unexpected(date.error().at(Place::of(name)));
    return *date;
}

Result<std::optional<TimeOfDay>> time_in(JsonBody const& body, Code name)
{
    if (!body.has(name))
        return std::nullopt;
    ZK_TRY(std::string const text, body.text(name));
    auto const time = TimeOfDay::parse(text);
    if (!time)
        return std::unexpected(time.error().at(Place::of(name)));
    return std::optional(*time);
}

Result<care::WorkingDay> working_day(JsonBody const& body)
{
    ZK_TRY(auto const weekday, body.number("weekday", care::k_weekdays));
    ZK_TRY(auto const from, time_in(body, "from"));
    ZK_TRY(auto const until, time_in(body, "until"));
    if (!weekday || !from || !until)
        return fail(Fault::bad_input, "field-missing", Place::of("hours"));
    care::WorkingDay out { static_cast<unsigned>(*weekday), *from, *until };
    ZK_TRY(out.break_from, time_in(body, "break_from"));
    ZK_TRY(out.break_until, time_in(body, "break_until"));
    return out;
}

Result<std::optional<care::PartOfDay>> part_in(JsonBody const& body)
{
    ZK_TRY(std::string const text, body.text_or_empty("part"));
    if (text == "morning")
        return std::optional(care::PartOfDay::morning);
    if (text == "afternoon")
        return std::optional(care::PartOfDay::afternoon);
    if (text.empty())
        return std::nullopt;
    return fail(Fault::bad_input, "part-of-day-unknown", Place::of("part"));
}

} // namespace

Reply show_agenda(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(Date const from, day_in(request, "from"));
    ZK_TRY(Date const to, day_in(request, "to"));
    if (to < from)
        return fail(Fault::bad_input, "days-out-of-order", Place::of("to"));
    if (to.days_since(from) >= k_days_max)
        return fail(Fault::bad_input, "days-too-many", Place::of("to"));
    ZK_TRY(auto const screen,
        served.agenda.show(caller.who, { .from = from, .to = to, .waiting = care::WaitingList::with }));
    ZK_TRY(auto const practitioners, served.agenda.practitioners(caller.who, from, to));
    auto const calendar = served.agenda.calendar();
    ordered_json out { { "from", from.iso() }, { "to", to.iso() } };
    out["practitioners"] = practitioners_json(practitioners);
    out["rooms"] = served.agenda.index().rooms();
    out["hours"] = ordered_json::array();
    for (care::Practitioner const& one : practitioners) {
        if (one.works_here)
            for (ordered_json& day : hours_json(one.code, calendar->week_of(one.code)))
                out["hours"].push_back(std::move(day));
    }
    out["absences"] = ordered_json::array();
    for (care::Absence const& absence : calendar->absences(from, to))
        out["absences"].push_back(absence_json(absence));
    out["appointments"] = appointments_json(screen);
    out["waiting"] = ordered_json::array();
    for (care::ShownWaiting const& one : screen.waiting)
        out["waiting"].push_back(waiting_json(screen, one));
    return answer(out);
}

Reply find_free(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(Date const from, day_in(body, "from"));
    ZK_TRY(auto const minutes, body.number("minutes", care::k_appointment_minutes_max));
    ZK_TRY(auto const limit, body.number("limit", care::k_free_places_max));
    care::FreeSearch search { .from = from, .minutes = static_cast<int>(minutes.value_or(0)) };
    if (limit)
        search.limit = *limit;
    if (body.has("practitioner")) {
        ZK_TRY(search.practitioner, body.text("practitioner", k_code_bytes_max));
    }
    ZK_TRY(search.part, part_in(body));
    ZK_TRY(auto const places, served.agenda.find_free(caller.who, search));
    ordered_json out { { "slots", ordered_json::array() } };
    for (care::FreePlace const& place : places)
        out["slots"].push_back(free_place_json(place));
    return answer(out);
}

Reply set_hours(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const practitioner, body.text("practitioner", k_code_bytes_max));
    ZK_TRY(auto const days, body.list("hours", care::k_weekdays));
    care::Week week;
    for (JsonBody const& one : days) {
        ZK_TRY(care::WorkingDay day, working_day(one));
        week.push_back(day);
    }
    ZK_CHECK(served.agenda.set_hours(caller.who, practitioner, week));
    return http::no_content();
}

Reply add_absence(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const practitioner, body.text("practitioner", k_code_bytes_max));
    ZK_TRY(Date const from, day_in(body, "from"));
    ZK_TRY(Date const until, day_in(body, "until"));
    ZK_TRY(care::Absence const absence, served.agenda.add_absence(caller.who, practitioner, from, until));
    return answer(absence_json(absence));
}

Reply end_absence(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    auto const id = RecordId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, "absence-unknown");
    ZK_CHECK(served.agenda.end_absence(caller.who, *id));
    return http::no_content();
}

} // namespace zk::app
