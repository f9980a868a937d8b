#include "app/http/host.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <optional>

namespace zk::app::http {

namespace {

constexpr std::size_t k_name_length_max = 253;
constexpr std::size_t k_label_length_max = 63;
constexpr std::size_t k_port_digits_max = 5;

bool is_label(std::string_view label)
{
    return !label.empty() && label.size() <= k_label_length_max && label.front() != '-' && label.back() != '-'
        && std::ranges::all_of(label, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
}

// The last label has a letter, or it is an address that somebody wrote in another way (2130706433, 127.1).
bool is_name(std::string_view text)
{
    if (text.empty() || text.size() > k_name_length_max)
        return false;
    for (;;) {
        std::size_t const dot = text.find('.');
        std::string_view const label = text.substr(0, dot);
        if (!is_label(label))
            return false;
        if (dot == std::string_view::npos)
            return std::ranges::any_of(label, ascii::is_letter) && !label.starts_with("0x") && !label.starts_with("0X");
        text.remove_prefix(dot + 1);
    }
}

std::optional<std::string> canonical_address(int family, std::string_view text)
{
    std::array<std::uint8_t, sizeof(in6_addr)> bytes {};
    std::array<char, INET6_ADDRSTRLEN> out {};
    if (inet_pton(family, std::string(text).c_str(), bytes.data()) != 1
        || inet_ntop(family, bytes.data(), out.data(), out.size()) == nullptr)
        return std::nullopt;
    return std::string(out.data());
}

} // namespace

Result<Host> Host::parse(std::string_view text)
{
    // A zero byte would end the text early for inet_pton.
    if (!std::ranges::any_of(text, ascii::is_control)) {
        if (auto address = canonical_address(AF_INET, text))
            return Host(HostKind::ipv4, std::move(*address));
        bool const bracketed = text.starts_with('[') && text.ends_with(']');
        if (auto address = canonical_address(AF_INET6, bracketed ? text.substr(1, text.size() - 2) : text))
            return Host(HostKind::ipv6, std::move(*address));
        if (is_name(text))
            return Host(HostKind::name, ascii::lower(text));
    }
    return fail(Fault::bad_input, "host-unreadable");
}

Result<Host> Host::parse_with_port(std::string_view text)
{
    std::size_t const colon = text.rfind(':');
    bool const has_port = colon != std::string_view::npos && !text.substr(colon).contains(']');
    if (!has_port)
        return parse(text);
    std::string_view const host = text.substr(0, colon);
    std::string_view const port = text.substr(colon + 1);
    // An address with colons stands in brackets here, or its end would look like a port.
    if (port.empty() || port.size() > k_port_digits_max || !ascii::all_digits(port)
        || (host.contains(':') && !host.starts_with('[')))
        return fail(Fault::bad_input, "host-unreadable");
    return parse(host);
}

} // namespace zk::app::http
