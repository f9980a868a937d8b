// fields: a typed row as header and cell again, for quarantine and for undoing a merge. Headers are the mapping's keys.
// Used by decide and write.
// Always: what is written here reads back as the same row.
// An attacker who reads them reads a row of the export: they go to disk sealed only.
#pragma once

#include "app/import/folder.hpp"

namespace zk::app {

// Header and cell in turn, without empty cells.
using Fields = std::vector<std::string>;

enum class Memo : std::uint8_t { with, without };
[[nodiscard]] Fields fields_of(SourcePatient const& row, Memo memo);
[[nodiscard]] Fields fields_of(SourceTreatment const& row);
[[nodiscard]] Fields fields_of(SourceInvoice const& row);
[[nodiscard]] Fields fields_of(SourceAppointment const& row);
[[nodiscard]] Fields fields_of(Quarantined const& row);

} // namespace zk::app
