// check_texts: what stands beside the report on the page: headline, first step, how things are measured, earlier checks.
// Used by the routes of the check.
// Always: the same words as on the command line, from the same tables; a statement says whether this account may make it.
// An attacker gains nothing: these are texts of the program.
#pragma once

#include "app/check/do_the_check.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json check_texts_json(CheckRun const& run, catalogue::Role reader);
// One a day, as it ended.
[[nodiscard]] nlohmann::ordered_json check_history_json(CheckRun const& run);
// Per question thirty states, today last; null where no check was recorded.
[[nodiscard]] nlohmann::ordered_json recent_days_json(CheckRun const& run);

} // namespace zk::app
