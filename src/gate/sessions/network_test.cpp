#include "gate/sessions/network.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

TEST(Network, IsAsCoarseAsASessionMayMove)
{
    EXPECT_EQ(network_of("192.168.1.20"), "192.168.1.0/24");
    EXPECT_EQ(network_of("192.168.1.254"), network_of("192.168.1.1"));
    EXPECT_NE(network_of("192.168.2.1"), network_of("192.168.1.1"));
    EXPECT_EQ(network_of("::ffff:192.168.1.20"), "192.168.1.0/24");
    EXPECT_EQ(network_of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_NE(network_of("2001:db8:1:3::1"), network_of("2001:db8:1:2::1"));
    EXPECT_EQ(network_of("fe80::1%eth0"), "fe80::/64");
    EXPECT_EQ(network_of("nonsense"), "nonsense");
}

TEST(Network, LiesInWhatThePracticeNamed)
{
    std::string_view const named = "192.168.1.0/24, 10.8.0.0/16,2001:db8::/32 , 203.0.113.7";
    for (char const* address : { "192.168.1.20", "10.8.255.1", "2001:db8:ffff::1", "203.0.113.7", "::ffff:10.8.0.1" })
        EXPECT_TRUE(lies_in(address, named)) << address;
    for (char const* address : { "192.168.2.20", "10.9.0.1", "2001:db9::1", "203.0.113.8", "", "nonsense" })
        EXPECT_FALSE(lies_in(address, named)) << address;
}

TEST(Network, WhatIsNoNetworkMatchesNothing)
{
    for (char const* named : { "", ",", "nonsense", "192.168.1.0/33", "192.168.1.0/-1", "192.168.1.0/x", "2001::/129" })
        EXPECT_FALSE(lies_in("192.168.1.20", named)) << named;
    // Every address, on purpose.
    EXPECT_TRUE(lies_in("192.168.1.20", "0.0.0.0/0"));
    EXPECT_FALSE(lies_in("2001:db8::1", "0.0.0.0/0"));
}

TEST(Network, KnowsItsOwnMachine)
{
    EXPECT_TRUE(is_loopback("127.0.0.1"));
    EXPECT_TRUE(is_loopback("127.1.2.3"));
    EXPECT_TRUE(is_loopback("::1"));
    EXPECT_FALSE(is_loopback("192.168.1.1"));
    EXPECT_FALSE(is_loopback("::2"));
}

} // namespace
} // namespace zk::gate
