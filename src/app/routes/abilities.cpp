#include "app/routes/abilities.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Role;
using http::Method;
using nlohmann::ordered_json;

// A place or a right, and the route without which it is nothing.
struct Needs {
    std::string_view name;
    Method method;
    std::string_view pattern;
};

// In the order of the rail. Unbuilt places are absent.
constexpr std::array k_places {
    Needs { "vandaag", Method::get, "/api/today" },
    Needs { "patienten", Method::get, "/api/recent" },
    Needs { "agenda", Method::get, "/api/agenda" },
    Needs { "check", Method::get, "/api/check" },
    Needs { "beheer", Method::get, "/api/settings" },
};

constexpr std::array k_rights {
    Needs { "appointment.plan", Method::post, "/api/appointments" },
    Needs { "patient.add", Method::post, "/api/patients" },
    Needs { "patient.edit", Method::put, "/api/patients/{id}/identity" },
    Needs { "consult.write", Method::post, "/api/patients/{id}/consults" },
    Needs { "log.read", Method::get, "/api/patients/{id}/log" },
    Needs { "check.report", Method::get, "/api/check/report" },
    Needs { "check.measure", Method::post, "/api/check" },
    Needs { "check.declare", Method::post, "/api/check/statements" },
    Needs { "account.manage", Method::put, "/api/accounts/{id}" },
    Needs { "setting.manage", Method::put, "/api/settings" },
    Needs { "import.run", Method::post, "/api/moving-in/run" },
    Needs { "backup.run", Method::post, "/api/backup" },
};

} // namespace

bool opens(Role role, Method method, std::string_view pattern)
{
    auto const& routes = all_routes();
    auto const found = std::ranges::find_if(routes, [&](DeclaredRoute const& route) {
        return route.method == method && std::string_view(route.pattern.text()) == pattern;
    });
    ZK_REQUIRE(found != routes.end());
    return found->who.test(static_cast<std::size_t>(role));
}

ordered_json places_json(Role role)
{
    ordered_json out = ordered_json::array();
    for (Needs const& place : k_places) {
        if (opens(role, place.method, place.pattern))
            out.push_back({ { "key", place.name }, { "waiting", 0 } });
    }
    return out;
}

ordered_json abilities_json(gate::Account const& account)
{
    ordered_json out = ordered_json::array();
    for (Needs const& right : k_rights) {
        // A praktijkhouder writes in his own treatment relation alone, so not where he treats nobody.
        bool const treats_nobody = account.role == Role::praktijkhouder && account.practitioner.empty();
        if (opens(account.role, right.method, right.pattern) && !(right.name == "consult.write" && treats_nobody))
            out.push_back(right.name);
    }
    return out;
}

} // namespace zk::app
