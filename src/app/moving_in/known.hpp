// known: what of an export is in the practice already: rows by fingerprint, patients by number and by BSN.
// Used by apply, so that the same folder again changes nothing and a later one adds what is new.
// Always: read from the sealed records themselves; nothing of it is kept on disk.
// An attacker who reads this memory reads numbers and BSNs: it lives as long as one import.
#pragma once

#include "app/import/folder.hpp"
#include "gate/practice.hpp"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace zk::app {

// What makes two rows one person: same BSN, birth date and sex, and a like name.
struct Likeness {
    Date birth_date;
    Sex sex;
    std::string name;
};

struct KnownPatient {
    PatientId id;
    Likeness likeness;
};

// Rows that one import has taken, for the report of one that goes on after an interruption.
struct TakenRows {
    std::uint64_t accepted = 0;
    std::uint64_t without_bsn = 0;
    std::uint64_t merged = 0;
    std::uint64_t quarantined = 0;
    Cents total = Cents::of(0);
};
using TakenByKind = std::map<RowKind, TakenRows>;

struct Known {
    std::unordered_set<std::string> rows; // fingerprints
    std::unordered_map<std::string, PatientId> by_number;
    std::unordered_map<std::string, KnownPatient> by_bsn;
    std::unordered_set<std::string> waiting_numbers; // of patients in quarantine
    TakenByKind taken;                               // by the import that goes on

    [[nodiscard]] bool has(Bytes const& fingerprint) const { return rows.contains(std::string(as_text(fingerprint))); }
};

[[nodiscard]] std::string full_name(SourcePatient const& row);

// `going_on`: the import whose rows are counted in `taken`.
[[nodiscard]] Result<Known> load_known(gate::Practice& practice, std::optional<ImportId> const& going_on);

} // namespace zk::app
