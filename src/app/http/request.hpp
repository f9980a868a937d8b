// request: one request as a handler sees it, read whole and decoded once.
// Made by the request parser and the connection; read by routes.
// Always: what is here passed the checks of target, host and parser; a header stands in it once.
// An attacker chooses all of it but id, peer and tls.
#pragma once

#include "app/http/target.hpp"
#include "base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zk::app::http {

// What this server knows at all; OPTIONS is not in it: there is no other origin to answer.
enum class Method : std::uint8_t { get, head, post, put, patch, remove };

[[nodiscard]] std::optional<Method> parse_method(std::string_view text);
[[nodiscard]] Code log_name(Method method);
// "GET, HEAD, ...": all of them, for Allow.
[[nodiscard]] std::string_view all_methods();

using RequestId = Id<struct RequestTag>;

enum class Resumed : std::uint8_t { no, yes };

struct TlsFacts {
    std::string version;
    std::string cipher;
    Resumed resumed = Resumed::no;
};

struct Request {
    Method method = Method::get;
    std::string path;
    Query query;
    // Names in lower case.
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string peer; // address without port
    RequestId id = RequestId::from_raw({});
    TlsFacts tls;
    // What stood in the route's pattern, in its order; set by the router.
    std::vector<std::pair<std::string_view, std::string>> parameters;

    // `name` in any case.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    // Absent also when it stands there twice.
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    // The route's pattern has it, or the program is wrong.
    [[nodiscard]] std::string const& parameter(std::string_view name) const;
};

} // namespace zk::app::http
