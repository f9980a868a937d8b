// decide: what becomes of each row of an export: a patient, part of one, or a row that waits. Pure; writes nothing.
// Used by apply.
// Always: every row has exactly one fate; the same rows against the same practice have the same fates.
// An attacker who writes the export can make rows wait, not make one patient of two persons that differ.
#pragma once

#include "app/moving_in/known.hpp"

#include <memory>
#include <vector>

namespace zk::app {

// A row that must wait, with what it waits for.
struct WaitingRow {
    RowKind kind;
    RowOrigin origin;
    Code reason;
    std::string patient_number;
    std::vector<std::string> fields;
};

// All that comes for one patient: a new one (main), or one that is there already.
struct Bundle {
    PatientId patient;
    SourcePatient const* main = nullptr;
    std::vector<SourcePatient const*> merged;
    std::vector<SourceTreatment const*> treatments;
    std::vector<SourceInvoice const*> invoices;
    std::vector<SourceAppointment const*> appointments;
    [[nodiscard]] std::size_t rows() const
    {
        return (main != nullptr ? 1 : 0) + merged.size() + treatments.size() + invoices.size() + appointments.size();
    }
};

struct Decisions {
    std::vector<Bundle> bundles; // in order of the ids, which is chance: the order of the export does not show on disk
    std::vector<WaitingRow> waiting;
    std::vector<Problem> problems;
    std::set<std::pair<std::size_t, std::uint64_t>> known_rows; // file and row: there already
};

enum class TestNumbers : std::uint8_t { allowed, refused };

// Fault::refused when test numbers are refused and the export seems to be one of test patients.
[[nodiscard]] Result<Decisions> decide(
    SourceFolder const& source, Known const& known, TestNumbers test_numbers, Date today, Random& random);

} // namespace zk::app
