// error_json: an error inside an answer that is not itself a refusal: what a job that ran by itself ran into.
// Used by the routes of moving in and of backups.
// Always: the same shape as a refusal; an Error holds no person's data, so neither does this.
// An attacker sees what anyone sees.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] nlohmann::ordered_json error_json(Error const& error);

} // namespace zk::app
