// unmerge: takes one merged patient apart again: the second row and all that came with its number become a new patient.
// Used by the unmerge command.
// Always: whole or not at all; alerts stay with both. The first keeps the BSN, the new one has it unverified, with a task.
// An attacker gains nothing: a praktijkhouder does it, and both patients have their line in the log.
#pragma once

#include "gate/practice.hpp"

namespace zk::app {

struct Unmerged {
    PatientId patient; // the new one
    std::uint64_t treatments = 0;
    std::uint64_t notes = 0;
    std::uint64_t appointments = 0;
    std::uint64_t invoices = 0;
};

// A row of the old export that became one patient with another.
struct Merge {
    PatientId patient;
    std::string number; // of the row that was merged
    std::string name;
    std::optional<ImportId> import;
};
// With a line in the log that names each patient who has one: a praktijkhouder reads rows of the old export.
[[nodiscard]] Result<std::vector<Merge>> merges(gate::Practice& practice, gate::Who const& who);

// `number`: the old patient number of the row that was merged. What people added since has none, and stays.
[[nodiscard]] Result<Unmerged> unmerge(
    gate::Practice& practice, gate::Who const& who, PatientId const& from, std::string const& number);

} // namespace zk::app
