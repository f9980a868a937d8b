// import_report: what an import did, in counts: for the command, the page, and the record that stays of it.
// Used by the import command and by the desk of the browser.
// Always: files, columns and rows by number; never what stands in a row.
// An attacker who reads it learns how large the practice is.
#pragma once

#include "app/moving_in/apply.hpp"
#include "app/moving_in/staff.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json report_json(
    SourceFolder const& source, ImportReport const& report, StaffTaken const& staff);

// With the record of the import, so that it can be read back; of the problems only so many.
inline constexpr std::size_t k_kept_problems_max = 500;
[[nodiscard]] Result<> keep_report(
    gate::Practice& practice, std::optional<ImportId> const& import, nlohmann::ordered_json const& report);

} // namespace zk::app
