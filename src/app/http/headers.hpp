// headers: the lines before an answer: status, length, and what tells a browser to be strict, in one place.
// Used by the connection for every answer, also those of the server itself.
// Always: no inline script or style without a nonce, no framing, no other origin, no sniffing, nothing kept by a cache
// unless the answer says so itself. An attacker who gets markup into a page cannot make it run or send anything elsewhere.
#pragma once

#include "app/http/request.hpp"
#include "app/http/response.hpp"
#include "base/clock.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace zk::app::http {

// The same for every answer; Content-Security-Policy and Cache-Control stand beside them.
[[nodiscard]] std::span<std::pair<std::string_view, std::string_view> const> strict_headers();
[[nodiscard]] std::string content_security_policy(std::optional<std::string> const& style_nonce);

enum class Connection : std::uint8_t { keep, close };
enum class Framing : std::uint8_t { none, length, chunked };

struct HeadFacts {
    Instant now;
    RequestId id;
    Connection connection;
};

// How this answer's body is told from what comes after it; 204 and 304 have none.
[[nodiscard]] Framing framing_of(Response const& response);

// The head up to and including the empty line. Nothing when a header cannot be sent: a line break in it, or a header
// that is ours to write.
[[nodiscard]] std::optional<std::string> head_of(Response const& response, HeadFacts const& facts);

// "Sun, 22 Nov 2026 09:00:00 GMT"
[[nodiscard]] std::string http_date(Instant instant);

} // namespace zk::app::http
