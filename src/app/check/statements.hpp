// statements: what was declared for the check, as the practice keeps it. Never edited.
// Used by the check command.
// Always: a statement is replaced by a newer one, and its making has a line in the log.
// An attacker gains nothing: no patient is in it; an explanation may name a colleague and stays out of reports.
#pragma once

#include "care/check/statement.hpp"
#include "gate/practice.hpp"

#include <vector>

namespace zk::app {

[[nodiscard]] Result<std::vector<care::check::Statement>> load_statements(keep::Vault const& vault);
[[nodiscard]] Result<> keep_statement(
    gate::Practice& practice, gate::Who const& who, care::check::Statement const& statement);

} // namespace zk::app
