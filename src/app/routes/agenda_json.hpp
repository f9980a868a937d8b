// agenda_json: days, appointments, free places and practitioners as the API tells them.
// Used by the routes of the agenda and of the day.
// Always: what is told of a patient comes from the Views of a Screen, so it is what the caller may see.
// An attacker who reads it sees what the account may see.
#pragma once

#include "care/agenda/agenda.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json appointment_json(care::Screen const& screen, care::ShownAppointment const& one);
[[nodiscard]] nlohmann::ordered_json appointments_json(care::Screen const& screen);
[[nodiscard]] nlohmann::ordered_json waiting_json(care::Screen const& screen, care::ShownWaiting const& one);
[[nodiscard]] nlohmann::ordered_json practitioners_json(std::vector<care::Practitioner> const& practitioners);
[[nodiscard]] nlohmann::ordered_json free_place_json(care::FreePlace const& place);
[[nodiscard]] nlohmann::ordered_json absence_json(care::Absence const& absence);
[[nodiscard]] nlohmann::ordered_json hours_json(std::string const& practitioner, care::Week const& week);

} // namespace zk::app
