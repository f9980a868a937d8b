#include "app/moving_in/person.hpp"

namespace zk::app {

using catalogue::Field;

care::PersonRecord person_of(SourcePatient const& row, std::vector<std::string> numbers, ImportId const& import)
{
    return {
        .surname = Field<"patient.surname", std::string>(row.surname),
        .tussenvoegsel = text_field<"patient.tussenvoegsel">(row.tussenvoegsel),
        .initials = text_field<"patient.initials">(row.initials),
        .first_name = text_field<"patient.first_name">(row.first_name),
        .sex = Field<"patient.sex", Sex>(row.sex),
        .birth_date = Field<"patient.birth_date", Date>(row.birth_date),
        .street = text_field<"patient.street">(row.street),
        .house_number = text_field<"patient.house_number">(row.house_number),
        .house_number_addition = text_field<"patient.house_number_addition">(row.house_number_addition),
        .postcode = text_field<"patient.postcode">(row.postcode),
        .city = text_field<"patient.city">(row.city),
        .phone = text_field<"patient.phone">(row.phone),
        .mobile = text_field<"patient.mobile">(row.mobile),
        .email = text_field<"patient.email">(row.email),
        .old_numbers = Field<"patient.old_numbers", std::vector<std::string>>(std::move(numbers)),
        .registered = optional_field<"patient.registered", Date>(row.registered),
        .deregistered = optional_field<"patient.deregistered", Date>(row.deregistered),
        .deceased = optional_field<"patient.deceased", Date>(row.deceased),
        .imported_by = Field<"patient.imported_by", ImportId>(import),
        .source_row = Field<"patient.source_row", Bytes>(row.origin.fingerprint),
    };
}

care::IdentificationRecord identification_of(SourcePatient const& row)
{
    return {
        .bsn = optional_field<"patient.bsn", Bsn>(row.bsn),
        .bsn_unverified = text_field<"patient.bsn_unverified">(row.bsn_as_written),
        .insurer = text_field<"patient.insurer">(row.uzovi),
        .policy_number = text_field<"patient.policy_number">(row.policy_number),
    };
}

} // namespace zk::app
