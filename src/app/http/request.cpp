#include "app/http/request.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <array>

namespace zk::app::http {

namespace {

constexpr std::array k_methods { std::pair { Method::get, Code("GET") }, std::pair { Method::head, Code("HEAD") },
    std::pair { Method::post, Code("POST") }, std::pair { Method::put, Code("PUT") },
    std::pair { Method::patch, Code("PATCH") }, std::pair { Method::remove, Code("DELETE") } };

} // namespace

std::optional<Method> parse_method(std::string_view text)
{
    for (auto const& [method, name] : k_methods) {
        if (name.text() == text)
            return method;
    }
    return std::nullopt;
}

Code log_name(Method method)
{
    auto const* const found = std::ranges::find(k_methods, method, [](auto const& pair) { return pair.first; });
    ZK_REQUIRE(found != k_methods.end());
    return found->second;
}

std::string_view all_methods()
{
    return "GET, HEAD, POST, PUT, PATCH, DELETE";
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    std::string const wanted = ascii::lower(name);
    auto const found = std::ranges::find(headers, wanted, [](auto const& pair) { return pair.first; });
    if (found == headers.end())
        return std::nullopt;
    return found->second;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    std::string_view rest = header("cookie").value_or("");
    std::optional<std::string_view> found;
    while (!rest.empty()) {
        std::string_view pair = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (!pair.starts_with(name) || pair.substr(name.size(), 1) != "=")
            continue;
        if (found)
            return std::nullopt;
        found = pair.substr(name.size() + 1);
    }
    return found;
}

std::string const& Request::parameter(std::string_view name) const
{
    auto const found = std::ranges::find(parameters, name, [](auto const& pair) { return pair.first; });
    ZK_REQUIRE(found != parameters.end());
    return found->second;
}

} // namespace zk::app::http
