// target: the path and the query of a request, decoded once.
// Used by the request parser; nobody decodes a path again.
// Always: valid UTF-8 without control characters; no empty or dot segments; no slash that was not one before decoding.
// An attacker cannot smuggle "..", a second slash or a second value past whoever reads this.
#pragma once

#include "app/http/refusal.hpp"

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace zk::app::http {

using Query = std::map<std::string, std::string, std::less<>>;

struct Target {
    std::string path;
    Query query;

    // "/a/b?c=d" and nothing else: no absolute form, no "*", no fragment.
    [[nodiscard]] static std::expected<Target, Refusal> parse(std::string_view text);
};

} // namespace zk::app::http
