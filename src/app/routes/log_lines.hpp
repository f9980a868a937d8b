// log_lines: lines of the access log as a person reads them: who, what, when, why. Newest first.
// Used by the routes that show a log.
// Always: what a line holds and no more; a colleague who left keeps his name here.
// An attacker who reads it learns who works here and when.
#pragma once

#include "gate/accounts/account.hpp"
#include "keep/access_log/access_log.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json log_lines_json(
    std::vector<keep::ReadLine> const& lines, std::vector<gate::Account> const& accounts);

} // namespace zk::app
