// check_texts: what the command line prints beside the report, for the page: headline, first step, how things are measured.
// Used by the routes of the check.
// Always: the same words as on the command line, from the same tables; a statement says whether this account may make it.
// An attacker gains nothing: these are texts of the program.
#pragma once

#include "app/check/do_the_check.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json check_texts_json(CheckRun const& run, catalogue::Role reader);

} // namespace zk::app
