// host: the name or address under which a server is reached.
// Used for the Host header, the allowed names of a server, and the names in certificates.
// Always: a DNS name of letters, digits and hyphens in lower case, or an IP address in its one canonical spelling.
// An attacker who makes a browser resolve his name to our address (DNS rebinding) is refused by this comparison.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace zk::app::http {

enum class HostKind : std::uint8_t { name, ipv4, ipv6 };

class Host {
public:
    // "praktijk.lan", "192.168.1.10", "::1", "[::1]".
    [[nodiscard]] static Result<Host> parse(std::string_view text);
    // The same with ":8443" behind it or not: any port, since a proxy or a forwarding may have its own.
    [[nodiscard]] static Result<Host> parse_with_port(std::string_view text);

    [[nodiscard]] HostKind kind() const { return m_kind; }
    // Without brackets, as certificates have it.
    [[nodiscard]] std::string const& text() const { return m_text; }

    friend bool operator==(Host const&, Host const&) = default;

private:
    Host(HostKind kind, std::string text)
        : m_kind(kind)
        , m_text(std::move(text))
    {
    }
    HostKind m_kind;
    std::string m_text;
};

} // namespace zk::app::http
