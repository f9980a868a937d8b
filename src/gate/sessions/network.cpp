#include "gate/sessions/network.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace zk::gate {

namespace {

// IPv4 lies in IPv6 as ::ffff:a.b.c.d, so that there is one kind of address.
using Address = std::array<std::uint8_t, 16>;
constexpr unsigned k_mapped_bits = 96;
constexpr unsigned k_all_bits = 128;
constexpr std::array<std::uint8_t, 12> k_mapped { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

bool is_version_4(Address const& address)
{
    return std::ranges::equal(k_mapped, std::span(address).first<12>());
}

std::optional<Address> parse_address(std::string_view text)
{
    std::string const terminated(text.substr(0, text.find('%')));
    Address out {};
    if (in_addr four {}; inet_pton(AF_INET, terminated.c_str(), &four) == 1) {
        std::ranges::copy(k_mapped, out.begin());
        std::memcpy(out.data() + k_mapped.size(), &four, sizeof four);
        return out;
    }
    if (inet_pton(AF_INET6, terminated.c_str(), out.data()) == 1)
        return out;
    return std::nullopt;
}

void keep_bits(Address& address, unsigned bits)
{
    for (std::uint8_t& byte : address) {
        unsigned const here = std::min(bits, 8U);
        byte = static_cast<std::uint8_t>(byte & static_cast<std::uint8_t>(0xff00U >> here));
        bits -= here;
    }
}

struct Network {
    Address address;
    unsigned bits;
};

std::optional<Network> parse_network(std::string_view text)
{
    std::size_t const slash = text.find('/');
    auto address = parse_address(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    unsigned const offset = is_version_4(*address) ? k_mapped_bits : 0;
    unsigned bits = k_all_bits;
    if (slash != std::string_view::npos) {
        auto const given = ascii::number(text.substr(slash + 1));
        if (!given || *given < 0 || static_cast<unsigned>(*given) + offset > k_all_bits)
            return std::nullopt;
        bits = static_cast<unsigned>(*given) + offset;
    }
    keep_bits(*address, bits);
    return Network { *address, bits };
}

std::string text_of(Address const& address, unsigned bits)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    if (is_version_4(address)) {
        inet_ntop(AF_INET, address.data() + k_mapped.size(), text.data(), text.size());
        bits -= k_mapped_bits;
    } else {
        inet_ntop(AF_INET6, address.data(), text.data(), text.size());
    }
    return std::string(text.data()) + "/" + std::to_string(bits);
}

} // namespace

std::string network_of(std::string_view address)
{
    constexpr unsigned bits_of_4 = 24;
    constexpr unsigned bits_of_6 = 64;
    auto parsed = parse_address(address);
    if (!parsed)
        return std::string(address);
    unsigned const bits = is_version_4(*parsed) ? k_mapped_bits + bits_of_4 : bits_of_6;
    keep_bits(*parsed, bits);
    return text_of(*parsed, bits);
}

bool lies_in(std::string_view address, std::string_view networks)
{
    auto const parsed = parse_address(address);
    if (!parsed)
        return false;
    while (!networks.empty()) {
        std::size_t const comma = networks.find(',');
        std::string_view const one = networks.substr(0, comma);
        networks = comma == std::string_view::npos ? std::string_view() : networks.substr(comma + 1);
        auto const network = parse_network(trim(one));
        if (!network)
            continue;
        Address cut = *parsed;
        keep_bits(cut, network->bits);
        if (cut == network->address)
            return true;
    }
    return false;
}

std::string_view first_bad_network(std::string_view networks)
{
    while (!networks.empty()) {
        std::size_t const comma = networks.find(',');
        std::string_view const one = trim(networks.substr(0, comma));
        networks = comma == std::string_view::npos ? std::string_view() : networks.substr(comma + 1);
        if (!parse_network(one))
            return one.empty() ? "," : one;
    }
    return "";
}

bool is_loopback(std::string_view address)
{
    return lies_in(address, "127.0.0.0/8, ::1");
}

} // namespace zk::gate
