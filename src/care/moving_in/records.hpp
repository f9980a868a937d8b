// moving_in/records: what an import leaves besides patients: rows that wait, rows that were merged, its own account.
// Used by the moving_in slice and by app/import.
// Always: a row that could not be accepted is kept whole and sealed; a merge can be undone from what is kept here.
// An attacker who opens these has rows of the old export: both who and what. That is why they wait at most a year.
#pragma once

#include "catalogue/record.hpp"

namespace zk::care {

enum class RowSort : std::uint8_t { patient = 1, treatment = 2, invoice = 3, appointment = 4, staff = 5 };
constexpr RowSort last_of(RowSort)
{
    return RowSort::staff;
}
[[nodiscard]] constexpr std::string_view text_of(RowSort sort)
{
    constexpr std::string_view texts[] = { "patiënt", "behandeling", "factuur", "afspraak", "medewerker" };
    return texts[static_cast<std::size_t>(sort) - 1];
}

struct QuarantineRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::quarantine, 1);
    catalogue::Field<"quarantine.kind", RowSort> sort;
    catalogue::Field<"quarantine.file", std::string> file;
    catalogue::Field<"quarantine.row", std::uint64_t> row;
    catalogue::Field<"quarantine.reason", std::string> reason;
    // Header and cell in turn.
    catalogue::Field<"quarantine.fields", std::vector<std::string>> fields;
    catalogue::Field<"quarantine.waits_for", std::string> waits_for;
    catalogue::Field<"quarantine.source_row", Bytes> source_row;
    catalogue::Field<"quarantine.imported_by", ImportId> imported_by;
    static constexpr auto members = std::tuple(&QuarantineRecord::sort, &QuarantineRecord::file, &QuarantineRecord::row,
        &QuarantineRecord::reason, &QuarantineRecord::fields, &QuarantineRecord::waits_for,
        &QuarantineRecord::source_row, &QuarantineRecord::imported_by);
};

struct MergedRowRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::person, 2);
    catalogue::Field<"merge.number", std::string> number;
    catalogue::Field<"merge.fields", std::vector<std::string>> fields;
    catalogue::Field<"merge.source_row", Bytes> source_row;
    catalogue::Field<"merge.imported_by", ImportId> imported_by;
    static constexpr auto members = std::tuple(&MergedRowRecord::number, &MergedRowRecord::fields,
        &MergedRowRecord::source_row, &MergedRowRecord::imported_by);
};

enum class ImportState : std::uint8_t { running = 1, done = 2, undone = 3 };
constexpr ImportState last_of(ImportState)
{
    return ImportState::undone;
}
[[nodiscard]] constexpr std::string_view text_of(ImportState state)
{
    constexpr std::string_view texts[] = { "bezig", "klaar", "ongedaan gemaakt" };
    return texts[static_cast<std::size_t>(state) - 1];
}

// The record's own id is the ImportId.
struct ImportRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 3);
    catalogue::Open<"import.state", ImportState> state;
    catalogue::Open<"import.started_at", Instant> started_at;
    // A keyed hash over the rows of the folder: the same folder is known again, and tells nothing.
    catalogue::Open<"import.source", Bytes> source;
    // Counts only, as JSON.
    catalogue::Open<"import.report", std::string> report;
    static constexpr auto members
        = std::tuple(&ImportRecord::state, &ImportRecord::started_at, &ImportRecord::source, &ImportRecord::report);
};

} // namespace zk::care
