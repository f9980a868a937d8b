// agenda/records: an appointment. Its time is for who plans, its reason for who treats.
// Used by the agenda slice, the import, exports and erasure.
// Always: lies in the care store under the agenda's own key, so that it goes in its own, shorter time.
// An attacker who opens these knows when somebody came, and not who.
#pragma once

#include "catalogue/record.hpp"

namespace zk::care {

struct AppointmentRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::agenda, 1);
    catalogue::Field<"appointment.date", Date> date;
    catalogue::Field<"appointment.time", TimeOfDay> time;
    catalogue::Field<"appointment.minutes", std::uint64_t> minutes;
    catalogue::Field<"appointment.practitioner", std::string> practitioner;
    catalogue::Field<"appointment.status", std::string> status;
    catalogue::Field<"appointment.reason", std::string> reason;
    catalogue::Field<"appointment.source_row", Bytes> source_row;
    catalogue::Field<"appointment.imported_by", ImportId> imported_by;
    catalogue::Field<"appointment.source_patient", std::string> source_patient;
    static constexpr auto members
        = std::tuple(&AppointmentRecord::date, &AppointmentRecord::time, &AppointmentRecord::minutes,
            &AppointmentRecord::practitioner, &AppointmentRecord::status, &AppointmentRecord::reason,
            &AppointmentRecord::source_row, &AppointmentRecord::imported_by, &AppointmentRecord::source_patient);
};

} // namespace zk::care
