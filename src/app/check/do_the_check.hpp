// do_the_check: the whole check of an open practice: facts, statements, verdicts, report, and its place in the history.
// Used by the check command and by the browser's page.
// Always: measured at one moment; who oversees, or the program itself, gets all and leaves a line; others get the score.
// An attacker gains nothing: no patient is in it, and each whole report has its hash in the log.
#pragma once

#include "app/check/fact_reader.hpp"
#include "care/check/history.hpp"
#include "care/check/report.hpp"

namespace zk::app {

struct CheckRun {
    care::check::CheckResult result;
    care::check::ReportHead head;
    care::check::Context when;
    care::check::View view;
    care::check::Json report;
    // Those before it, and itself when a probe changed or the day did. Oldest first; empty for who gets the score.
    std::vector<care::check::PastCheck> history {};
};

[[nodiscard]] Result<care::check::Context> check_context(gate::Practice& practice, gate::Accounts const& accounts);
// `who`: null is the program itself. Fault::unavailable "check-stopped" when `place` was told to stop.
[[nodiscard]] Result<CheckRun> do_the_check(
    gate::Practice& practice, gate::Accounts const& accounts, gate::Who const* who, CheckPlace const& place = {});
// As `zorgkluis verify` takes it. Fault::refused for who sees the score alone.
[[nodiscard]] Result<std::string> signed_report_of(gate::Practice& practice, CheckRun const& run);

} // namespace zk::app
