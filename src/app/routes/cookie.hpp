// cookie: the one cookie: it names the session and nothing else.
// Used by the door and the session routes.
// Always: __Host- (this host, this path, TLS), HttpOnly and SameSite=Strict; no personal data in it.
// An attacker's script cannot read it; his site cannot make a browser send it.
#pragma once

#include "app/http/response.hpp"

#include <string>
#include <string_view>

namespace zk::app {

inline constexpr std::string_view k_session_cookie = "__Host-zorgkluis";

// Ends with the browser; the server ends it sooner.
inline void set_session_cookie(http::Response& response, std::string_view token)
{
    response.with("Set-Cookie",
        std::string(k_session_cookie) + "=" + std::string(token) + "; Path=/; Secure; HttpOnly; SameSite=Strict");
}

inline void drop_session_cookie(http::Response& response)
{
    response.with(
        "Set-Cookie", std::string(k_session_cookie) + "=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
}

} // namespace zk::app
