// statements: what was declared for the check, and the checks that were done, as the practice keeps them. Never edited.
// Used by the check command.
// Always: a statement is replaced by a newer one, and its making has a line in the log.
// An attacker gains nothing: no patient is in it; an explanation may name a colleague and stays out of reports.
#pragma once

#include "care/check/statement.hpp"
#include "gate/practice.hpp"

#include <vector>

namespace zk::app {

struct CheckHistory {
    crypto::Digest report_hash;
    Instant made;
};

[[nodiscard]] Result<std::vector<care::check::Statement>> load_statements(keep::Vault const& vault);
[[nodiscard]] Result<> keep_statement(
    gate::Practice& practice, gate::Who const& who, care::check::Statement const& statement);

// The newest check, if one was done.
[[nodiscard]] Result<std::optional<CheckHistory>> last_check(keep::Vault const& vault);
// With its line in the log, which carries the hash: a bad week cannot be cut out.
[[nodiscard]] Result<> keep_check(
    gate::Practice& practice, gate::Who const& who, CheckHistory const& check, std::string const& states);

} // namespace zk::app
