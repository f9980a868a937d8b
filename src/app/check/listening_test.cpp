// Where this process listens and what it speaks there (2.2b, 2.3e), by really listening.
#include "app/check/listening.hpp"

#include "app/check/machine_facts.hpp"
#include "app/http/server_for_tests.hpp"
#include "care/check/probes.hpp"

namespace zk::app {

namespace {

TEST(ListeningSockets, are_those_of_this_process_and_configured_or_not)
{
    auto const unexpected = [](std::optional<ListensAt> const& configured) {
        auto const facts = read_process(configured);
        EXPECT_TRUE(facts);
        return facts->unexpected_listeners;
    };
    EXPECT_EQ(unexpected(std::nullopt), 0);
    http::TestServer const server;
    EXPECT_EQ(unexpected(ListensAt { "127.0.0.1", server.port() }), 0);
    EXPECT_EQ(unexpected(ListensAt { "0.0.0.0", server.port() }), 1) << "another address than was asked for";
    EXPECT_EQ(unexpected(ListensAt { "127.0.0.1", static_cast<std::uint16_t>(server.port() ^ 1U) }), 1);
    EXPECT_EQ(unexpected(std::nullopt), 1);
    http::TestServer const second;
    EXPECT_EQ(unexpected(ListensAt { "127.0.0.1", server.port() }), 1);
    // The probe says so.
    auto const process = read_process(ListensAt { "127.0.0.1", server.port() });
    auto const measured = care::check::process_hardening(*process);
    EXPECT_TRUE(std::ranges::any_of(measured.items,
        [](care::check::Item const& item) { return item.label == "luistert waar dat niet is ingesteld"; }));
}

TEST(ListeningSockets, are_asked_what_they_speak)
{
    using care::check::TransportFacts;
    Instant const now = RealClock().now();
    auto none = read_transport();
    ASSERT_TRUE(none);
    EXPECT_EQ(care::check::transport(*none, now).reason, care::check::Reason::no_data);
    http::TestServer const server;
    auto const facts = read_transport();
    ASSERT_TRUE(facts);
    ASSERT_EQ(facts->ports.size(), 1U);
    EXPECT_EQ(facts->ports.front().number, server.port());
    EXPECT_EQ(facts->ports.front().answers, TransportFacts::Answers::only_tls_1_3);
    auto const measured = care::check::transport(*facts, now);
    EXPECT_GE(measured.value.value_or(0), 395);
    // The certificate ended.
    auto const late = care::check::transport(*facts, now + std::chrono::days(398));
    ASSERT_TRUE(late.threshold());
    EXPECT_FALSE(late.threshold()->holds(*late.value));
}

} // namespace

} // namespace zk::app
