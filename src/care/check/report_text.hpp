// report_text: the check as plain Dutch text, for the terminal.
// Used by `check`.
// Always: worst first in its heading; every state has its word; what was measured stands beside its limit and source.
// An attacker who reads it learns what the report says, and nothing of a patient.
#pragma once

#include "care/check/evaluate.hpp"
#include "care/check/report.hpp"

#include <string>

namespace zk::care::check {

[[nodiscard]] std::string report_text(
    CheckResult const& result, ReportHead const& head, Context const& context, View view = View::all);

} // namespace zk::care::check
