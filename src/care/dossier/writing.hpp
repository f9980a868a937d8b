// writing: a consult with its treatment codes, a medical alert, and the correction of either.
// Used by the routes of a patient.
// Always: who writes may read it; a consult makes or keeps the relation; what a correction replaced stays readable.
// An attacker leaves a line in the log and his name in the dossier.
#pragma once

#include "care/dossier/records.hpp"
#include "care/editing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::care {

// As typed; empty: nothing.
struct TreatmentText {
    std::string code;
    std::string description;
    std::string element;
    std::string quantity;
    std::string tariff;
};

struct Soep {
    std::string s;
    std::string o;
    std::string e;
    std::string p;
    [[nodiscard]] bool empty() const { return s.empty() && o.empty() && e.empty() && p.empty(); }
};

struct Consult {
    std::string date; // ISO
    Soep soep;
    std::string text;
    std::vector<TreatmentText> treatments;
    std::string practitioner; // for whom who assists writes; empty: whom he helps with this patient
    std::string by;           // name
};

struct Written {
    std::optional<RecordId> note; // none: codes alone
};

[[nodiscard]] Result<Written> write_consult(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, Consult const& consult);

// What is not given stays as it is.
struct NoteCorrection {
    RecordId note;
    std::uint64_t version;
    std::string by;
    std::optional<std::string> date;
    std::optional<std::string> s;
    std::optional<std::string> o;
    std::optional<std::string> e;
    std::optional<std::string> p;
    std::optional<std::string> text;
};
[[nodiscard]] Result<Edited> correct_note(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, NoteCorrection const& correction);

struct TreatmentCorrection {
    RecordId treatment;
    std::uint64_t version;
    std::string by;
    TreatmentText text;
    bool withdrawn = false; // it was not done, or not to this patient
};
[[nodiscard]] Result<Edited> correct_treatment(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, TreatmentCorrection const& correction);

struct NewAlert {
    std::string kind; // "allergie"
    std::string text;
    std::string by;
};
[[nodiscard]] Result<RecordId> write_alert(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, NewAlert const& alert);

struct AlertChange {
    RecordId alert;
    std::uint64_t version;
    std::string by;
    std::optional<std::string> kind;
    std::optional<std::string> text;
    bool ended = false;
};
[[nodiscard]] Result<Edited> change_alert(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, AlertChange const& change);

} // namespace zk::care
