// store_facts: what the stores and the journal tell for the check: counts only, opened by the program, seen by nobody.
// Used by the fact reader.
// Always: under one maintenance grant a run; what was opened does not leave these functions.
// An attacker gains nothing: counts.
#pragma once

#include "care/check/facts.hpp"
#include "gate/practice.hpp"

#include <stop_token>

namespace zk::app {

// A sample of records, opened, and sought in the bytes of all files.
[[nodiscard]] Result<care::check::SampleFacts> read_sample(
    gate::Practice& practice, catalogue::Grant const& grant, Instant now);
[[nodiscard]] Result<care::check::SeparationFacts> read_separation(gate::Practice& practice);
[[nodiscard]] Result<care::check::CatalogueFacts> read_catalogue(gate::Practice& practice);
[[nodiscard]] Result<care::check::JournalFacts> read_journal(gate::Practice& practice, Instant now);
[[nodiscard]] Result<care::check::IndexFacts> read_index(gate::Practice& practice);

// What goes over all patients is gathered in one pass.
struct PatientCounts {
    std::int64_t patients = 0;
    std::int64_t registered = 0;
    std::int64_t treated_in_three_years = 0; // patient-years
    std::int64_t test_numbers = 0;
    std::int64_t records = 0;
    std::int64_t overdue = 0;
};
// Fault::unavailable "check-stopped" when it was told to stop before the last one.
[[nodiscard]] Result<PatientCounts> count_patients(
    gate::Practice& practice, catalogue::Grant const& grant, std::stop_token const& stop = {});

} // namespace zk::app
