// declared_route: a route of the API with what it needs, in one line: door, roles, purpose.
// Listed by all_routes; opened by the door, which checks it before the handler runs.
// Always: a route without a declaration does not exist; a handler behind the door has a caller who may be there.
// An attacker who finds a route finds its door.
#pragma once

#include "app/http/router.hpp"
#include "app/routes/served_practice.hpp"

#include <bitset>
#include <variant>

namespace zk::app {

// Who may knock: anybody; whoever has a session, locked or not; only who sits at an open screen.
enum class Door : std::uint8_t { street, session, screen };

using Roles = std::bitset<catalogue::k_role_last + 1>;
[[nodiscard]] Roles roles(std::initializer_list<catalogue::Role> which);
[[nodiscard]] Roles everybody();

using Reply = Result<http::Response>;
using StreetHandler = Reply (*)(ServedPractice&, http::Request const&);
using InsideHandler = Reply (*)(ServedPractice&, Caller const&, http::Request const&);

struct DeclaredRoute {
    http::Method method;
    Code pattern;
    Door door;
    Roles who;
    // What it reads is for this; a route that touches no patient is the practice's own.
    catalogue::Purpose purpose;
    gate::Activity activity;
    std::variant<StreetHandler, InsideHandler> handler;
};

// Every route of the API, in one place.
[[nodiscard]] std::vector<DeclaredRoute> const& all_routes();
// As the server takes them: each behind its door.
[[nodiscard]] std::vector<http::Route> behind_doors(ServedPractice& served);

} // namespace zk::app
