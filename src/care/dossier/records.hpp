// dossier/records: what was found and done: treatments, notes, alerts. In the care store, under the dossier's key.
// Used by the dossier slice, the import, exports and erasure.
// Always: no name and no number of a person stands here; whose it is only the key tells.
// An attacker who opens these knows what was treated, and not of whom.
#pragma once

#include "catalogue/record.hpp"

namespace zk::care {

using catalogue::Field;
using catalogue::record_kind;
using catalogue::RetentionClass;

enum class AlertKind : std::uint8_t { allergy = 1, anticoagulant = 2, other = 3 };
constexpr AlertKind last_of(AlertKind)
{
    return AlertKind::other;
}
[[nodiscard]] constexpr std::string_view text_of(AlertKind kind)
{
    constexpr std::string_view texts[] = { "allergie", "antistolling", "anders" };
    return texts[static_cast<std::size_t>(kind) - 1];
}

enum class NoteKind : std::uint8_t { memo = 1, consult = 2, from_old_software = 3 };
constexpr NoteKind last_of(NoteKind)
{
    return NoteKind::from_old_software;
}
[[nodiscard]] constexpr std::string_view text_of(NoteKind kind)
{
    constexpr std::string_view texts[] = { "memo", "consult", "uit oude software" };
    return texts[static_cast<std::size_t>(kind) - 1];
}

struct TreatmentRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 1);
    Field<"treatment.date", Date> date;
    Field<"treatment.practitioner", std::string> practitioner;
    Field<"treatment.code", std::string> code;
    Field<"treatment.description", std::string> description;
    Field<"treatment.element", std::string> element;
    Field<"treatment.quantity", std::uint64_t> quantity;
    Field<"treatment.tariff", Cents> tariff;
    Field<"treatment.note", std::string> note;
    Field<"treatment.source_row", Bytes> source_row;
    Field<"treatment.imported_by", ImportId> imported_by;
    Field<"treatment.source_patient", std::string> source_patient;
    static constexpr auto members = std::tuple(&TreatmentRecord::date, &TreatmentRecord::practitioner,
        &TreatmentRecord::code, &TreatmentRecord::description, &TreatmentRecord::element, &TreatmentRecord::quantity,
        &TreatmentRecord::tariff, &TreatmentRecord::note, &TreatmentRecord::source_row, &TreatmentRecord::imported_by,
        &TreatmentRecord::source_patient);
};

struct NoteRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 2);
    Field<"note.text", std::string> text;
    Field<"note.date", Date> date;
    Field<"note.author", std::string> author;
    Field<"note.kind", NoteKind> note_kind;
    Field<"note.imported_by", ImportId> imported_by;
    Field<"note.source_patient", std::string> source_patient;
    static constexpr auto members = std::tuple(&NoteRecord::text, &NoteRecord::date, &NoteRecord::author,
        &NoteRecord::note_kind, &NoteRecord::imported_by, &NoteRecord::source_patient);
};

struct AlertRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 3);
    Field<"alert.text", std::string> text;
    Field<"alert.kind", AlertKind> alert_kind;
    Field<"alert.since", Date> since;
    Field<"alert.source", std::string> source;
    static constexpr auto members
        = std::tuple(&AlertRecord::text, &AlertRecord::alert_kind, &AlertRecord::since, &AlertRecord::source);
};

} // namespace zk::care
