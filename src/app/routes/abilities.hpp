// abilities: what the page may offer somebody: his places and his rights, as the doors of the routes say.
// Used by the session's answer and by what differs with a role's doors.
// Always: a right is there where its route opens, so the page offers no door that is shut.
// An attacker gains nothing: the doors decide, not the page.
#pragma once

#include "app/routes/declared_route.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

// Does the door of this route open for this role? The route must be there.
[[nodiscard]] bool opens(catalogue::Role role, http::Method method, std::string_view pattern);
[[nodiscard]] nlohmann::ordered_json places_json(catalogue::Role role);
[[nodiscard]] nlohmann::ordered_json abilities_json(gate::Account const& account);

} // namespace zk::app
