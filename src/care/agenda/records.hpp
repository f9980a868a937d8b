// agenda/records: an appointment, and a place on the waiting list. Times are for who plans, the reason for who treats.
// Used by the agenda slice, the import, exports and erasure.
// Always: lies in the care store under the agenda's own key, so that it goes in its own, shorter time.
// An attacker who opens these knows when somebody came, and not who.
#pragma once

#include "care/agenda/status.hpp"
#include "catalogue/record.hpp"

namespace zk::care {

struct AppointmentRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::agenda, 1);
    catalogue::Field<"appointment.date", Date> date;
    catalogue::Field<"appointment.time", TimeOfDay> time;
    catalogue::Field<"appointment.minutes", std::uint64_t> minutes;
    catalogue::Field<"appointment.practitioner", std::string> practitioner;
    catalogue::Field<"appointment.status", std::string> status; // words; see status.hpp
    catalogue::Field<"appointment.reason", std::string> reason;
    catalogue::Field<"appointment.source_row", Bytes> source_row;
    catalogue::Field<"appointment.imported_by", ImportId> imported_by;
    catalogue::Field<"appointment.source_patient", std::string> source_patient;
    catalogue::Field<"appointment.room", std::string> room;
    catalogue::Field<"appointment.arrived_at", Instant> arrived_at;
    static constexpr auto members = std::tuple(&AppointmentRecord::date, &AppointmentRecord::time,
        &AppointmentRecord::minutes, &AppointmentRecord::practitioner, &AppointmentRecord::status,
        &AppointmentRecord::reason, &AppointmentRecord::source_row, &AppointmentRecord::imported_by,
        &AppointmentRecord::source_patient, &AppointmentRecord::room, &AppointmentRecord::arrived_at);
};

struct WaitingRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::agenda, 2);
    catalogue::Field<"waiting.minutes", std::uint64_t> minutes;
    catalogue::Field<"waiting.practitioner", std::string> practitioner;
    catalogue::Field<"waiting.wish", std::string> wish; // when he can come; nothing about what for
    catalogue::Field<"waiting.since", Date> since;
    static constexpr auto members = std::tuple(
        &WaitingRecord::minutes, &WaitingRecord::practitioner, &WaitingRecord::wish, &WaitingRecord::since);
};

[[nodiscard]] inline AppointmentStatus status_of(AppointmentRecord const& record, catalogue::Grant const& grant)
{
    return status_of_word(record.status.reveal(grant).value_or(std::string()));
}
[[nodiscard]] inline bool gives_relation(AppointmentRecord const& record, catalogue::Grant const& grant)
{
    return gives_relation(status_of(record, grant));
}

} // namespace zk::care
