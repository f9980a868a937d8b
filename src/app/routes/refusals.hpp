// refusals: an error as an answer of the API: status, code, Dutch text, place.
// Used by the door for every route.
// Always: an Error holds no person's data, so neither does the answer.
// An attacker sees what anyone sees.
#pragma once

#include "app/http/response.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

[[nodiscard]] http::Response refusal_of(Error const& error);
// With more beside code and message, as the document of the API names it.
[[nodiscard]] http::Response refusal_with(Error const& error, nlohmann::ordered_json const& more);

} // namespace zk::app
