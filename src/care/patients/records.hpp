// patients/records: who a patient is, in the identity store: the person, and what identifies him by law.
// Used by the patients slice, the import, exports and erasure.
// Always: no health data here; a memo goes to the dossier. Of an identity document kind and number only, no copy.
// An attacker who opens these has names and numbers, and not what was treated.
#pragma once

#include "catalogue/record.hpp"

namespace zk::care {

using catalogue::Field;
using catalogue::record_kind;
using catalogue::RetentionClass;

// Wabvpz 6: kind and number of the document that was shown.
enum class DocumentKind : std::uint8_t { passport = 1, identity_card = 2, driving_licence = 3, residence_permit = 4 };
constexpr DocumentKind last_of(DocumentKind)
{
    return DocumentKind::residence_permit;
}
[[nodiscard]] constexpr std::string_view text_of(DocumentKind kind)
{
    constexpr std::string_view texts[] = { "paspoort", "identiteitskaart", "rijbewijs", "verblijfsdocument" };
    return texts[static_cast<std::size_t>(kind) - 1];
}

// What SBV-Z answered on BSN with birth date, sex and address or name.
enum class BsnAnswer : std::uint8_t { confirmed = 1, confirmed_with_differences = 2, not_found = 3 };
constexpr BsnAnswer last_of(BsnAnswer)
{
    return BsnAnswer::not_found;
}
[[nodiscard]] constexpr std::string_view text_of(BsnAnswer answer)
{
    constexpr std::string_view texts[] = { "bevestigd", "gelukt, met afwijkende gegevens", "niet gevonden" };
    return texts[static_cast<std::size_t>(answer) - 1];
}

struct PersonRecord {
    static constexpr auto kind = record_kind(RetentionClass::person, 1);
    Field<"patient.surname", std::string> surname;
    Field<"patient.tussenvoegsel", std::string> tussenvoegsel;
    Field<"patient.initials", std::string> initials;
    Field<"patient.first_name", std::string> first_name;
    Field<"patient.sex", Sex> sex;
    Field<"patient.birth_date", Date> birth_date;
    Field<"patient.street", std::string> street;
    Field<"patient.house_number", std::string> house_number;
    Field<"patient.house_number_addition", std::string> house_number_addition;
    Field<"patient.postcode", std::string> postcode;
    Field<"patient.city", std::string> city;
    Field<"patient.phone", std::string> phone;
    Field<"patient.mobile", std::string> mobile;
    Field<"patient.email", std::string> email;
    Field<"patient.old_numbers", std::vector<std::string>> old_numbers;
    Field<"patient.registered", Date> registered;
    Field<"patient.deregistered", Date> deregistered;
    Field<"patient.deceased", Date> deceased;
    Field<"patient.imported_by", ImportId> imported_by;
    Field<"patient.source_row", Bytes> source_row;
    Field<"patient.gp", std::string> gp;
    Field<"patient.emergency_contact", std::string> emergency_contact;
    Field<"patient.emergency_phone", std::string> emergency_phone;
    static constexpr auto members = std::tuple(&PersonRecord::surname, &PersonRecord::tussenvoegsel,
        &PersonRecord::initials, &PersonRecord::first_name, &PersonRecord::sex, &PersonRecord::birth_date,
        &PersonRecord::street, &PersonRecord::house_number, &PersonRecord::house_number_addition,
        &PersonRecord::postcode, &PersonRecord::city, &PersonRecord::phone, &PersonRecord::mobile, &PersonRecord::email,
        &PersonRecord::old_numbers, &PersonRecord::registered, &PersonRecord::deregistered, &PersonRecord::deceased,
        &PersonRecord::imported_by, &PersonRecord::source_row, &PersonRecord::gp, &PersonRecord::emergency_contact,
        &PersonRecord::emergency_phone);
};

struct IdentificationRecord {
    static constexpr auto kind = record_kind(RetentionClass::identification, 1);
    Field<"patient.bsn", Bsn> bsn;
    Field<"patient.bsn_unverified", std::string> bsn_unverified;
    Field<"patient.insurer", std::string> insurer;
    Field<"patient.policy_number", std::string> policy_number;
    Field<"patient.document_kind", DocumentKind> document_kind;
    Field<"patient.document_number", std::string> document_number;
    Field<"patient.document_checked_by", std::string> document_checked_by;
    Field<"patient.document_checked_on", Date> document_checked_on;
    Field<"patient.bsn_verified_on", Date> bsn_verified_on;
    Field<"patient.bsn_answer", BsnAnswer> bsn_answer;
    static constexpr auto members = std::tuple(&IdentificationRecord::bsn, &IdentificationRecord::bsn_unverified,
        &IdentificationRecord::insurer, &IdentificationRecord::policy_number, &IdentificationRecord::document_kind,
        &IdentificationRecord::document_number, &IdentificationRecord::document_checked_by,
        &IdentificationRecord::document_checked_on, &IdentificationRecord::bsn_verified_on,
        &IdentificationRecord::bsn_answer);
};

// What stood there before somebody changed it, under the same key as what stands there now: it goes when that goes.
// `fields`: name, what stood there, what came, in turn.
struct IdentityChangeRecord {
    static constexpr auto kind = record_kind(RetentionClass::person, 3);
    Field<"identity_change.at", Instant> at;
    Field<"identity_change.by", std::string> by;
    Field<"identity_change.fields", std::vector<std::string>> fields;
    static constexpr auto members
        = std::tuple(&IdentityChangeRecord::at, &IdentityChangeRecord::by, &IdentityChangeRecord::fields);
};

// A BSN that was replaced stands apart, to be shown on demand like the one that is there.
struct InsuranceChangeRecord {
    static constexpr auto kind = record_kind(RetentionClass::identification, 2);
    Field<"insurance_change.at", Instant> at;
    Field<"insurance_change.by", std::string> by;
    Field<"insurance_change.fields", std::vector<std::string>> fields;
    Field<"insurance_change.bsn_before", Bsn> bsn_before;
    static constexpr auto members = std::tuple(&InsuranceChangeRecord::at, &InsuranceChangeRecord::by,
        &InsuranceChangeRecord::fields, &InsuranceChangeRecord::bsn_before);
};

// "de Jong, J. (Julia)" as lists show it; surname first, so that it sorts.
[[nodiscard]] std::string list_name(
    std::string_view surname, std::string_view tussenvoegsel, std::string_view initials, std::string_view first_name);

} // namespace zk::care
