// drafts: what somebody asks of the agenda: a new appointment, another time, another status, a place on the waiting list.
// Made by the routes from what was typed; checked and carried out by the agenda slice.
// Always: nothing here was checked against the agenda yet.
// An attacker who types something else gets an error.
#pragma once

#include "care/agenda/free_slots.hpp"
#include "care/agenda/status.hpp"
#include "catalogue/grant.hpp"

#include <optional>
#include <string>

namespace zk::care {

inline constexpr int k_appointment_minutes_max = 480;
inline constexpr std::size_t k_room_bytes_max = 60;
inline constexpr std::size_t k_appointment_reason_bytes_max = 300;
inline constexpr std::size_t k_wish_bytes_max = 300;
inline constexpr std::size_t k_free_places_max = 50;
// An old software that tells no duration.
inline constexpr int k_minutes_when_unknown = 15;

// Although it overlaps, or is outside the working hours.
enum class Despite : std::uint8_t { no, yes };

struct When {
    Date date;
    TimeOfDay time;
    int minutes;
    std::string practitioner;
    std::string room; // empty: none
};

struct NewAppointment {
    PatientId patient;
    When when;
    std::optional<std::string> reason {};
    Despite despite = Despite::no;
    std::optional<RecordId> waiting {}; // goes off the list
};

struct MovedAppointment {
    RecordId id;
    PatientId patient;
    std::uint64_t version;
    When when;
    std::optional<std::string> reason {}; // nothing: as it was
    Despite despite = Despite::no;
};

struct NewStatus {
    RecordId id;
    PatientId patient;
    std::uint64_t version;
    AppointmentStatus status;
};

struct NewWaiting {
    PatientId patient;
    int minutes;
    std::string practitioner {}; // empty: anybody
    std::string wish {};
};

struct FreeSearch {
    Date from;
    int minutes;
    std::optional<std::string> practitioner {};
    std::optional<PartOfDay> part {};
    std::size_t limit = 8;
};

} // namespace zk::care
