#include "app/check/listening.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace zk::app {

namespace {

// States of sockets in /proc/net: TCP that listens, UDP that is bound and speaks to nobody in particular.
constexpr std::string_view k_tcp_listens = "0A";
constexpr std::string_view k_udp_bound = "07";

struct Table {
    char const* file;
    ListeningSocket::Kind kind;
    std::string_view state;
};
using Kind = ListeningSocket::Kind;
constexpr std::array k_tables { Table { "/proc/self/net/tcp", Kind::tcp, k_tcp_listens },
    Table { "/proc/self/net/tcp6", Kind::tcp, k_tcp_listens }, Table { "/proc/self/net/udp", Kind::udp, k_udp_bound },
    Table { "/proc/self/net/udp6", Kind::udp, k_udp_bound } };

// "socket:[12345]": the sockets that this process has open, by their numbers.
Result<std::set<std::string>> own_sockets()
{
    std::set<std::string> out;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator("/proc/self/fd", error)) {
        std::error_code gone; // one that was closed meanwhile
        std::string const target = std::filesystem::read_symlink(entry.path(), gone).string();
        constexpr std::string_view prefix = "socket:[";
        if (target.starts_with(prefix) && target.ends_with(']'))
            out.insert(target.substr(prefix.size(), target.size() - prefix.size() - 1));
    }
    if (error)
        return fail(Fault::unavailable, "fact-unreadable", Place::path("/proc/self/fd"));
    return out;
}

template<typename Number>
std::optional<Number> hex_number(std::string_view text)
{
    Number out {};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, 16);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

// "0100007F": words of 32 bits as this machine holds them, each of which is in the order of the network.
std::optional<std::string> address_text(std::string_view hex)
{
    constexpr std::size_t k_word_digits = 8;
    std::array<std::uint32_t, 4> words {};
    if (hex.empty() || hex.size() % k_word_digits != 0 || hex.size() / k_word_digits > words.size())
        return std::nullopt;
    for (std::size_t i = 0; i < hex.size() / k_word_digits; ++i) {
        auto const word = hex_number<std::uint32_t>(hex.substr(i * k_word_digits, k_word_digits));
        if (!word)
            return std::nullopt;
        words[i] = *word;
    }
    std::array<char, INET6_ADDRSTRLEN> text {};
    int const family = hex.size() == k_word_digits ? AF_INET : AF_INET6;
    if (inet_ntop(family, words.data(), text.data(), text.size()) == nullptr)
        return std::nullopt;
    return std::string(text.data());
}

Result<> read_table(Table const& table, std::set<std::string> const& own, std::vector<ListeningSocket>& out)
{
    std::ifstream file(table.file);
    // A system without IPv6 has no such table.
    if (!file)
        return {};
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream parts(line);
        std::string number, local, remote, state, queues, timer, retries, user, wait, inode;
        parts >> number >> local >> remote >> state >> queues >> timer >> retries >> user >> wait >> inode;
        if (state != table.state || !own.contains(inode))
            continue;
        std::size_t const colon = local.find(':');
        auto address = address_text(std::string_view(local).substr(0, colon));
        auto const port = colon == std::string::npos
            ? std::nullopt
            : hex_number<std::uint16_t>(std::string_view(local).substr(colon + 1));
        if (!address || !port)
            return fail(Fault::unavailable, "fact-unreadable", Place::path(table.file));
        out.push_back({ table.kind, std::move(*address), *port });
    }
    return {};
}

} // namespace

Result<std::vector<ListeningSocket>> listening_sockets()
{
    ZK_TRY(std::set<std::string> const own, own_sockets());
    std::vector<ListeningSocket> out;
    for (Table const& table : k_tables)
        ZK_CHECK(read_table(table, own, out));
    return out;
}

bool is_configured(ListeningSocket const& socket, std::optional<ListensAt> const& configured)
{
    if (!configured || socket.kind != Kind::tcp || socket.port != configured->port)
        return false;
    std::array<unsigned char, sizeof(in6_addr)> one {};
    std::array<unsigned char, sizeof(in6_addr)> other {};
    for (int const family : { AF_INET, AF_INET6 }) {
        if (inet_pton(family, socket.address.c_str(), one.data()) == 1
            && inet_pton(family, configured->address.c_str(), other.data()) == 1)
            return one == other;
    }
    return false;
}

} // namespace zk::app
