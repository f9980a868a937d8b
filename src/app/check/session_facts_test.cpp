// What the log tells of sessions, in every state of 1.4b and 2.2a, on a practice that browsers log in to.
#include "app/check/session_facts.hpp"

#include "app/routes/browser_for_tests.hpp"
#include "care/check/algebra.hpp"
#include "care/check/probes.hpp"

namespace zk::app {

namespace {

class SessionFactsOnDisk : public ::testing::Test {
protected:
    void SetUp() override { practice.let_in("balie", Role::receptie); }

    care::check::SessionFacts facts(ServedNow served = ServedNow::yes)
    {
        auto found = read_sessions(*practice.practice, practice.practice.clock().now(), served);
        EXPECT_TRUE(found) << found.error().code();
        return *found;
    }
    void log_in_from(std::string const& address)
    {
        Browser browser(practice);
        browser.address = address;
        ASSERT_EQ(browser.log_in("balie").status, 200);
    }
    void set_networks(std::string const& networks)
    {
        ASSERT_TRUE(practice.practice->set(
            practice.practice.somebody(Role::praktijkhouder), "networks", networks, "ons netwerk"));
    }
    care::check::Reason reason_of(std::string_view probe, care::check::Measurement const& measured)
    {
        care::check::Context const when { .now = practice.practice.clock().now(),
            .latest_known = practice.practice.clock().now(),
            .first_day = practice.practice->today(),
            .mode = care::check::PracticeMode::test,
            .active_accounts = 2 };
        return care::check::judge(*care::check::find_probe(probe), measured, nullptr, when).reason;
    }

    PracticeInTheBrowser practice;
};

TEST_F(SessionFactsOnDisk, without_server_or_session_say_nothing)
{
    EXPECT_EQ(facts(ServedNow::no).served, care::check::Served::no);
    EXPECT_EQ(reason_of("1.4b", locked_sessions(facts())), care::check::Reason::empty);
    set_networks("192.168.1.0/24");
    EXPECT_EQ(reason_of("2.2a", sessions_from_elsewhere(facts())), care::check::Reason::empty);
}

TEST_F(SessionFactsOnDisk, count_who_came_from_outside_the_networks)
{
    log_in_from("192.168.1.20");
    EXPECT_EQ(facts().sessions_30d, 1);
    EXPECT_EQ(reason_of("2.2a", sessions_from_elsewhere(facts())), care::check::Reason::networks_not_set);
    set_networks("10.8.0.0/16, 192.168.1.16/28");
    EXPECT_EQ(facts().networks_set, 2);
    EXPECT_EQ(reason_of("2.2a", sessions_from_elsewhere(facts())), care::check::Reason::pass);
    // At the machine itself is inside.
    log_in_from("127.0.0.1");
    EXPECT_EQ(facts().from_elsewhere_30d, 0);
    // In the same 24 bits, and not in the list.
    log_in_from("192.168.1.40");
    EXPECT_EQ(facts().from_elsewhere_30d, 1);
    EXPECT_EQ(facts().sessions_30d, 3);
    EXPECT_EQ(reason_of("2.2a", sessions_from_elsewhere(facts())), care::check::Reason::breach);
}

TEST_F(SessionFactsOnDisk, survive_a_restart_and_end_after_thirty_days)
{
    set_networks("10.8.0.0/16");
    log_in_from("192.168.1.20");
    practice.practice->log().reindex().value();
    EXPECT_EQ(facts(ServedNow::no).served, care::check::Served::yes);
    EXPECT_EQ(facts(ServedNow::no).from_elsewhere_30d, 1);
    practice.practice.clock().advance(std::chrono::days(31));
    EXPECT_EQ(facts().sessions_30d, 0);
    EXPECT_EQ(facts().from_elsewhere_30d, 0);
    EXPECT_EQ(facts().by_vpn_or_outside_90d, 1);
}

TEST_F(SessionFactsOnDisk, find_a_request_that_was_answered_past_the_lock)
{
    Browser browser(practice);
    ASSERT_EQ(browser.log_in("balie").status, 200);
    ASSERT_EQ(browser.get("/api/recent").status, 200);
    EXPECT_EQ(reason_of("1.4b", locked_sessions(facts())), care::check::Reason::pass);
    // The lock works: what is refused leaves no such line.
    practice.practice.clock().advance(std::chrono::minutes(6));
    EXPECT_EQ(browser.get("/api/recent").status, 423);
    EXPECT_EQ(facts().answered_past_lock_30d, 0);

    // A session that the lock forgot.
    auto forgotten = practice.served().sessions.find(browser.cookie, browser.address, gate::Activity::page);
    ASSERT_TRUE(forgotten);
    ASSERT_GE(forgotten->idle_for, forgotten->idle_limit);
    ASSERT_TRUE(note_if_past_lock(*practice.practice, *forgotten));
    EXPECT_EQ(facts().answered_past_lock_30d, 1);
    EXPECT_EQ(reason_of("1.4b", locked_sessions(facts())), care::check::Reason::breach);
    practice.practice.clock().advance(std::chrono::days(31));
    EXPECT_EQ(facts().answered_past_lock_30d, 0);
}

} // namespace

} // namespace zk::app
