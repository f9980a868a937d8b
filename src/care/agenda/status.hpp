// agenda/status: how an appointment stands: five words, and what the old software called them.
// Used by the agenda slice, the import and whoever shows an appointment.
// Always: what is stored are words; this one table reads them, those of the old software too, and nothing else does.
// An attacker gains nothing: this is a table of words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zk::care {

enum class AppointmentStatus : std::uint8_t { planned, arrived, done, no_show, cancelled };

// As it is stored, and as in JSON: "no_show".
[[nodiscard]] std::string_view text_of(AppointmentStatus status);
// Dutch, for the terminal.
[[nodiscard]] std::string_view label_of(AppointmentStatus status);
// One of the five as written here, and nothing else.
[[nodiscard]] std::optional<AppointmentStatus> parse_status(std::string_view text);
// "Niet verschenen", "geannuleerd door patiënt": a word that nobody foresaw leaves the appointment standing.
[[nodiscard]] AppointmentStatus status_of_word(std::string_view word);

// Takes the time of the practitioner: what was called off or missed does not.
[[nodiscard]] constexpr bool takes_time(AppointmentStatus status)
{
    return status != AppointmentStatus::cancelled && status != AppointmentStatus::no_show;
}
// Makes a treatment relation: what was called off does not.
[[nodiscard]] constexpr bool gives_relation(AppointmentStatus status)
{
    return status != AppointmentStatus::cancelled;
}

} // namespace zk::care
