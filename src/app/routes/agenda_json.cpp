#include "app/routes/agenda_json.hpp"

#include "app/json_view.hpp"
#include "base/amsterdam.hpp"
#include "care/patients/patients.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

using nlohmann::ordered_json;

namespace {

// Where somebody is reached first.
std::string phone_of(catalogue::View const& person)
{
    std::string const mobile = text_of(person, "mobile");
    return mobile.empty() ? text_of(person, "phone") : mobile;
}

std::int64_t minutes_of(catalogue::View const& view)
{
    catalogue::View::Item const* const item = view.find("minutes");
    std::int64_t const minutes = item == nullptr ? 0 : std::get<std::int64_t>(item->value);
    return minutes == 0 ? care::k_minutes_when_unknown : minutes;
}

void put_text(ordered_json& out, char const* name, std::string text)
{
    if (!text.empty())
        out[name] = std::move(text);
}

} // namespace

ordered_json appointment_json(care::Screen const& screen, care::ShownAppointment const& one)
{
    catalogue::View const& person = screen.patients.at(one.patient);
    ordered_json out { { "id", one.id.text() }, { "patient", one.patient.text() }, { "version", one.version },
        { "date", one.date.iso() }, { "time", text_of(one.view, "time") }, { "minutes", minutes_of(one.view) },
        { "practitioner", text_of(one.view, "practitioner") }, { "status", care::text_of(one.status) },
        { "name", care::shown_name(person) }, { "alias", one.alias } };
    put_text(out, "room", text_of(one.view, "room"));
    put_text(out, "reason", text_of(one.view, "reason"));
    put_text(out, "birth_date", text_of(person, "birth_date"));
    put_text(out, "phone", phone_of(person));
    if (one.arrived_at)
        out["since"] = iso_with_offset(*one.arrived_at);
    if (one.first_visit)
        out["first_visit"] = true;
    return out;
}

ordered_json appointments_json(care::Screen const& screen)
{
    ordered_json out = ordered_json::array();
    for (care::ShownAppointment const& one : screen.appointments)
        out.push_back(appointment_json(screen, one));
    return out;
}

ordered_json waiting_json(care::Screen const& screen, care::ShownWaiting const& one)
{
    ordered_json out { { "id", one.id.text() }, { "patient", one.patient.text() }, { "version", one.version },
        { "name", care::shown_name(screen.patients.at(one.patient)) }, { "alias", one.alias },
        { "minutes", minutes_of(one.view) }, { "since", text_of(one.view, "since") } };
    put_text(out, "practitioner", text_of(one.view, "practitioner"));
    put_text(out, "wish", text_of(one.view, "wish"));
    return out;
}

ordered_json practitioners_json(std::vector<care::Practitioner> const& practitioners)
{
    ordered_json out = ordered_json::array();
    for (care::Practitioner const& one : practitioners) {
        out.push_back({ { "code", one.code }, { "name", one.name } });
        if (one.own)
            out.back()["own"] = true;
    }
    return out;
}

ordered_json free_place_json(care::FreePlace const& place)
{
    return { { "date", place.date.iso() }, { "time", place.time.text() }, { "practitioner", place.practitioner } };
}

ordered_json absence_json(care::Absence const& absence)
{
    return { { "id", absence.id.text() }, { "practitioner", absence.practitioner }, { "from", absence.from.iso() },
        { "until", absence.until.iso() } };
}

ordered_json hours_json(std::string const& practitioner, care::Week const& week)
{
    ordered_json out = ordered_json::array();
    for (care::WorkingDay const& day : week) {
        ordered_json one { { "practitioner", practitioner }, { "weekday", day.weekday }, { "from", day.from.text() },
            { "until", day.until.text() } };
        if (day.break_from && day.break_until) {
            one["break_from"] = day.break_from->text();
            one["break_until"] = day.break_until->text();
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace zk::app
