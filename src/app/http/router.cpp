#include "app/http/router.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"

#include <algorithm>

namespace zk::app::http {

namespace {

// "/a/b" is "a", "b"; "/" is one empty segment.
std::vector<std::string_view> segments_of(std::string_view path)
{
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(1);
        std::size_t const end = std::min(path.find('/'), path.size());
        out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

bool is_pattern_text(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char c) { return ascii::is_lower(c) || ascii::is_digit(c) || c == '_' || c == '-' || c == '.'; });
}

Method method_for_finding(Method method)
{
    return method == Method::head ? Method::get : method;
}

} // namespace

Router::Router(std::vector<Route> routes)
    : m_routes(std::move(routes))
{
    for (Route const& route : m_routes) {
        ZK_REQUIRE(route.handler && route.method != Method::head);
        Pattern pattern = parse_pattern(route.pattern.text());
        for (std::size_t i = 0; i < m_patterns.size(); ++i)
            ZK_REQUIRE(m_routes[i].method != route.method || !same(m_patterns[i], pattern));
        m_patterns.push_back(std::move(pattern));
    }
}

bool Router::knows(std::string_view path) const
{
    auto const segments = segments_of(path);
    return std::ranges::any_of(m_patterns, [&](Pattern const& pattern) { return meets(pattern, segments); });
}

std::uint64_t Router::body_bytes_max(Request const& request) const
{
    auto const found = find(request.method, segments_of(request.path));
    // Nobody will read it.
    return found ? m_routes[*found].body_bytes_max : k_body_bytes_max;
}

Response Router::answer(Request& request) const
{
    auto const path = segments_of(request.path);
    auto const found = find(request.method, path);
    if (!found)
        return refuse(path);
    Pattern const& pattern = m_patterns[*found];
    request.parameters.clear();
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i].kind == Segment::Kind::parameter)
            request.parameters.emplace_back(pattern[i].text, std::string(path[i]));
    }
    Response response = m_routes[*found].handler(request);
    response.route = m_routes[*found].pattern;
    return response;
}

Router::Pattern Router::parse_pattern(std::string_view text)
{
    ZK_REQUIRE(text.starts_with('/'));
    Pattern out;
    for (std::string_view segment : segments_of(text)) {
        bool const is_parameter = segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
        if (is_parameter)
            segment = segment.substr(1, segment.size() - 2);
        ZK_REQUIRE(is_pattern_text(segment) && (!segment.empty() || text == "/"));
        out.push_back({ segment, is_parameter ? Segment::Kind::parameter : Segment::Kind::literal });
    }
    return out;
}

bool Router::meets(Pattern const& pattern, std::span<std::string_view const> path)
{
    return std::ranges::equal(pattern, path, [](Segment const& segment, std::string_view text) {
        return segment.kind == Segment::Kind::parameter ? !text.empty() : segment.text == text;
    });
}

bool Router::same(Pattern const& a, Pattern const& b)
{
    return std::ranges::equal(a, b, [](Segment const& left, Segment const& right) {
        return left.kind == right.kind && (left.kind == Segment::Kind::parameter || left.text == right.text);
    });
}

bool Router::more_exact(Pattern const& a, Pattern const& b)
{
    auto const kind = [](Segment const& segment) { return segment.kind; };
    return std::ranges::lexicographical_compare(a, b, {}, kind, kind);
}

std::optional<std::size_t> Router::find(Method method, std::span<std::string_view const> path) const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        if (m_routes[i].method == method_for_finding(method) && meets(m_patterns[i], path)
            && (!found || more_exact(m_patterns[i], m_patterns[*found])))
            found = i;
    }
    return found;
}

Response Router::refuse(std::span<std::string_view const> path) const
{
    std::string allowed;
    for (std::size_t i = 0; i < m_patterns.size(); ++i) {
        if (!meets(m_patterns[i], path))
            continue;
        allowed += (allowed.empty() ? "" : ", ") + std::string(log_name(m_routes[i].method).text());
        if (m_routes[i].method == Method::get)
            allowed += ", HEAD";
    }
    if (allowed.empty())
        return error(Refusal::unknown_route);
    RefusalFacts const& facts = facts_of(Refusal::method_not_allowed);
    return error(facts.status, facts.code.text(), facts.message).with("Allow", std::move(allowed));
}

} // namespace zk::app::http
