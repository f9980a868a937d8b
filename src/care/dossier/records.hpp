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
    Field<"treatment.consult", RecordId> consult;
    Field<"treatment.changed_at", Instant> changed_at; // written or corrected here; none: as the old software had it
    Field<"treatment.corrected", std::uint64_t> corrected;
    Field<"treatment.withdrawn", Date> withdrawn;
    static constexpr auto members = std::tuple(&TreatmentRecord::date, &TreatmentRecord::practitioner,
        &TreatmentRecord::code, &TreatmentRecord::description, &TreatmentRecord::element, &TreatmentRecord::quantity,
        &TreatmentRecord::tariff, &TreatmentRecord::note, &TreatmentRecord::source_row, &TreatmentRecord::imported_by,
        &TreatmentRecord::source_patient, &TreatmentRecord::consult, &TreatmentRecord::changed_at,
        &TreatmentRecord::corrected, &TreatmentRecord::withdrawn);
};

struct NoteRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 2);
    // A consult is written as SOEP or as free text.
    Field<"note.s", std::string> s;
    Field<"note.o", std::string> o;
    Field<"note.e", std::string> e;
    Field<"note.p", std::string> p;
    Field<"note.text", std::string> text;
    Field<"note.date", Date> date;
    Field<"note.author", std::string> author;
    Field<"note.kind", NoteKind> note_kind;
    Field<"note.imported_by", ImportId> imported_by;
    Field<"note.source_patient", std::string> source_patient;
    Field<"note.practitioner", std::string> practitioner; // who treats; the author may have written it for him
    Field<"note.written_at", Instant> written_at;
    Field<"note.changed_at", Instant> changed_at; // written or corrected here; none: as the old software had it
    Field<"note.corrected", std::uint64_t> corrected;
    static constexpr auto members = std::tuple(&NoteRecord::s, &NoteRecord::o, &NoteRecord::e, &NoteRecord::p,
        &NoteRecord::text, &NoteRecord::date, &NoteRecord::author, &NoteRecord::note_kind, &NoteRecord::imported_by,
        &NoteRecord::source_patient, &NoteRecord::practitioner, &NoteRecord::written_at, &NoteRecord::changed_at,
        &NoteRecord::corrected);
};

struct AlertRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 3);
    Field<"alert.text", std::string> text;
    Field<"alert.kind", AlertKind> alert_kind;
    Field<"alert.since", Date> since;
    Field<"alert.source", std::string> source;
    Field<"alert.ended", Date> ended;
    Field<"alert.written_by", std::string> written_by;
    Field<"alert.changed_at", Instant> changed_at; // written or changed here; none: found by an import
    static constexpr auto members = std::tuple(&AlertRecord::text, &AlertRecord::alert_kind, &AlertRecord::since,
        &AlertRecord::source, &AlertRecord::ended, &AlertRecord::written_by, &AlertRecord::changed_at);
};

// What stood in a record before somebody corrected it, under the same key as what stands there now. `fields`: name, what
// stood there, what came, in turn.
struct NoteChangeRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 4);
    Field<"note_change.of", RecordId> of;
    Field<"note_change.at", Instant> at;
    Field<"note_change.by", std::string> by;
    Field<"note_change.fields", std::vector<std::string>> fields;
    static constexpr auto members
        = std::tuple(&NoteChangeRecord::of, &NoteChangeRecord::at, &NoteChangeRecord::by, &NoteChangeRecord::fields);
};

struct TreatmentChangeRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 5);
    Field<"treatment_change.of", RecordId> of;
    Field<"treatment_change.at", Instant> at;
    Field<"treatment_change.by", std::string> by;
    Field<"treatment_change.fields", std::vector<std::string>> fields;
    static constexpr auto members = std::tuple(&TreatmentChangeRecord::of, &TreatmentChangeRecord::at,
        &TreatmentChangeRecord::by, &TreatmentChangeRecord::fields);
};

struct AlertChangeRecord {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 6);
    Field<"alert_change.of", RecordId> of;
    Field<"alert_change.at", Instant> at;
    Field<"alert_change.by", std::string> by;
    Field<"alert_change.fields", std::vector<std::string>> fields;
    static constexpr auto members = std::tuple(
        &AlertChangeRecord::of, &AlertChangeRecord::at, &AlertChangeRecord::by, &AlertChangeRecord::fields);
};

} // namespace zk::care
