// router: the table of what this server answers: method, pattern, how large a body may be, and who answers.
// Filled by the routes; walked by tests; called by the server for each request.
// Always: a literal goes before a parameter; HEAD goes where GET goes; an unknown path is 404, a wrong method 405.
// An attacker learns which paths exist, as the documentation of the API tells too.
#pragma once

#include "app/http/connection.hpp"
#include "app/http/limits.hpp"
#include "app/http/request.hpp"
#include "app/http/response.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zk::app::http {

struct Route {
    Method method;
    // "/api/patients/{id}/log": a name in braces takes one segment, whole.
    Code pattern;
    Handler handler;
    std::uint64_t body_bytes_max = k_body_bytes_max;
};

class Router {
public:
    // Two routes that differ in nothing but a parameter's name, or a pattern that is none, are a mistake in this program.
    explicit Router(std::vector<Route> routes);

    // In the order in which they were given: a test walks them, and a caller keeps his own declarations beside.
    [[nodiscard]] std::span<Route const> routes() const { return m_routes; }

    // Is there a route of any method for this path?
    [[nodiscard]] bool knows(std::string_view path) const;
    [[nodiscard]] std::uint64_t body_bytes_max(Request const& request) const;
    // Sets the request's parameters, calls the handler, and marks the answer with the pattern for the log.
    [[nodiscard]] Response answer(Request& request) const;

private:
    struct Segment {
        std::string_view text;                                      // a literal, or the name of a parameter
        enum class Kind : std::uint8_t { literal, parameter } kind; // the more exact first
    };
    using Pattern = std::vector<Segment>;

    [[nodiscard]] static Pattern parse_pattern(std::string_view text);
    [[nodiscard]] static bool meets(Pattern const& pattern, std::span<std::string_view const> path);
    [[nodiscard]] static bool same(Pattern const& a, Pattern const& b);
    [[nodiscard]] static bool more_exact(Pattern const& a, Pattern const& b);
    [[nodiscard]] std::optional<std::size_t> find(Method method, std::span<std::string_view const> path) const;
    [[nodiscard]] Response refuse(std::span<std::string_view const> path) const;

    std::vector<Route> m_routes;
    std::vector<Pattern> m_patterns;
};

} // namespace zk::app::http
