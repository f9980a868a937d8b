#include "app/http/host.hpp"

#include <gtest/gtest.h>

namespace zk::app::http {
namespace {

std::string read(std::string_view text)
{
    auto const host = Host::parse(text);
    return host ? host->text() : "-";
}

std::string read_with_port(std::string_view text)
{
    auto const host = Host::parse_with_port(text);
    return host ? host->text() : "-";
}

TEST(Host, reads_names_and_addresses)
{
    EXPECT_EQ(read("LocalHost"), "localhost");
    EXPECT_EQ(read("balie-2.praktijk.lan"), "balie-2.praktijk.lan");
    EXPECT_EQ(read("192.168.1.10"), "192.168.1.10");
    EXPECT_EQ(read("[::1]"), "::1");
    EXPECT_EQ(read("0:0:0:0:0:0:0:1"), "::1");
    EXPECT_EQ(Host::parse("::1")->kind(), HostKind::ipv6);
    EXPECT_EQ(Host::parse("10.0.0.1")->kind(), HostKind::ipv4);
    EXPECT_EQ(Host::parse("a1")->kind(), HostKind::name);
}

TEST(Host, refuses_other_spellings_of_an_address_and_what_is_no_name)
{
    using namespace std::string_view_literals;
    for (std::string_view const text :
        std::initializer_list<std::string_view> { "", ".", "a.", ".a", "a..b", "-a", "a-", "a_b", "a b", "a:b", "127.1",
            "2130706433", "0x7f000001", "0x7f.1", "127.0.0.01", "1.2.3.4.5", "[::1", "::1]", "[127.0.0.1]",
            "fe80::1%lo", "a\0b"sv, "127.0.0.1\0"sv, "localhost/", "user@localhost", "\xc3\xab.nl" })
        EXPECT_EQ(read(text), "-") << text;
    EXPECT_EQ(read(std::string(64, 'a')), "-");
    EXPECT_EQ(read(std::string(63, 'a')), std::string(63, 'a'));
}

TEST(Host, reads_a_host_header)
{
    EXPECT_EQ(read_with_port("localhost:8443"), "localhost");
    EXPECT_EQ(read_with_port("localhost"), "localhost");
    EXPECT_EQ(read_with_port("[::1]:1"), "::1");
    EXPECT_EQ(read_with_port("[::1]"), "::1");
    EXPECT_EQ(read_with_port("10.0.0.1:443"), "10.0.0.1");
    for (std::string_view const text : { "localhost:", "localhost:x", "localhost:123456", "::1:8443", ":8443",
             "localhost:8443:1", "localhost:-1", "[::1]8443" })
        EXPECT_EQ(read_with_port(text), "-") << text;
}

} // namespace
} // namespace zk::app::http
