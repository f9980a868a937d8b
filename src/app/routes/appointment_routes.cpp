#include "app/routes/agenda_json.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t k_code_bytes_max = 64;

Result<PatientId> patient_in(JsonBody const& body)
{
    ZK_TRY(std::string const text, body.text("patient"));
    auto const id = PatientId::parse(text);
    if (!id)
        return fail(Fault::not_found, "patient-unknown");
    return *id;
}

Result<RecordId> id_in(http::Request const& request, Code unknown)
{
    auto const id = RecordId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, unknown);
    return *id;
}

Result<std::uint64_t> version_in(JsonBody const& body)
{
    ZK_TRY(auto const version, body.number("version", std::numeric_limits<std::uint32_t>::max()));
    if (!version)
        return fail(Fault::bad_input, "field-missing", Place::of("version"));
    return *version;
}

Result<int> minutes_in(JsonBody const& body)
{
    ZK_TRY(auto const minutes, body.number("minutes", care::k_appointment_minutes_max));
    if (!minutes)
        return fail(Fault::bad_input, "field-missing", Place::of("minutes"));
    return static_cast<int>(*minutes);
}

Result<care::When> when_in(JsonBody const& body)
{
    ZK_TRY(std::string const date_text, body.text("date"));
    auto const date = Date::parse_iso(date_text);
    if (!date)
        return std::unexpected(date.error().at(Place::of("date")));
    ZK_TRY(std::string const time_text, body.text("time"));
    auto const time = TimeOfDay::parse(time_text);
    if (!time)
        return std::unexpected(time.error().at(Place::of("time")));
    ZK_TRY(int const minutes, minutes_in(body));
    ZK_TRY(std::string practitioner, body.text("practitioner", k_code_bytes_max));
    ZK_TRY(std::string room, body.text_or_empty("room", care::k_room_bytes_max));
    return care::When { *date, *time, minutes, std::move(practitioner), std::move(room) };
}

// Who plans types no reason: an empty one is none.
Result<std::optional<std::string>> reason_in(JsonBody const& body)
{
    if (!body.has("reason"))
        return std::nullopt;
    ZK_TRY(std::string reason, body.text("reason", care::k_appointment_reason_bytes_max));
    return std::optional(std::move(reason));
}

Result<care::Despite> despite_in(JsonBody const& body)
{
    ZK_TRY(bool const despite, body.yes_if_there("despite"));
    return despite ? care::Despite::yes : care::Despite::no;
}

// What he typed himself he sees again, also when it is the appointment that makes him treat the patient.
Reply appointment_answer(care::Screen const& screen, std::optional<std::string> const& typed = {})
{
    if (screen.appointments.empty())
        return fail(Fault::not_found, "appointment-unknown");
    ordered_json out = appointment_json(screen, screen.appointments.front());
    if (typed && !typed->empty())
        out["reason"] = *typed;
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

} // namespace

Reply make_appointment(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(PatientId const patient, patient_in(body));
    ZK_TRY(care::When const when, when_in(body));
    care::NewAppointment draft { .patient = patient, .when = when };
    ZK_TRY(draft.reason, reason_in(body));
    ZK_TRY(draft.despite, despite_in(body));
    if (body.has("waiting")) {
        ZK_TRY(std::string const text, body.text("waiting"));
        auto const waiting = RecordId::parse(text);
        if (!waiting)
            return fail(Fault::not_found, "waiting-unknown");
        draft.waiting = *waiting;
    }
    ZK_TRY(auto const screen, served.agenda.make(caller.who, draft));
    return appointment_answer(screen, draft.reason);
}

Reply move_appointment(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(RecordId const id, id_in(request, "appointment-unknown"));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(PatientId const patient, patient_in(body));
    ZK_TRY(std::uint64_t const version, version_in(body));
    ZK_TRY(care::When const when, when_in(body));
    care::MovedAppointment draft { .id = id, .patient = patient, .version = version, .when = when };
    ZK_TRY(draft.reason, reason_in(body));
    ZK_TRY(draft.despite, despite_in(body));
    ZK_TRY(auto const screen, served.agenda.move(caller.who, draft));
    return appointment_answer(screen, draft.reason);
}

Reply set_appointment_status(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(RecordId const id, id_in(request, "appointment-unknown"));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(PatientId const patient, patient_in(body));
    ZK_TRY(std::uint64_t const version, version_in(body));
    ZK_TRY(std::string const text, body.text("status"));
    auto const status = care::parse_status(text);
    if (!status)
        return fail(Fault::bad_input, "appointment-status-unknown", Place::of("status"));
    ZK_TRY(auto const screen, served.agenda.set_status(caller.who, { id, patient, version, *status }));
    return appointment_answer(screen);
}

Reply add_waiting(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(PatientId const patient, patient_in(body));
    ZK_TRY(int const minutes, minutes_in(body));
    care::NewWaiting draft { .patient = patient, .minutes = minutes };
    ZK_TRY(draft.practitioner, body.text_or_empty("practitioner", k_code_bytes_max));
    ZK_TRY(draft.wish, body.text_or_empty("wish", care::k_wish_bytes_max));
    ZK_TRY(auto const screen, served.agenda.add_waiting(caller.who, draft));
    if (screen.waiting.empty())
        return fail(Fault::not_found, "waiting-unknown");
    ordered_json const out = waiting_json(screen, screen.waiting.front());
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

Reply end_waiting(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(RecordId const id, id_in(request, "waiting-unknown"));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(PatientId const patient, patient_in(body));
    ZK_TRY(std::uint64_t const version, version_in(body));
    ZK_CHECK(served.agenda.end_waiting(caller.who, patient, id, version));
    return http::no_content();
}

} // namespace zk::app
