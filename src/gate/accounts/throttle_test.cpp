#include "gate/accounts/throttle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::gate {
namespace {

using namespace std::chrono_literals;

class ThrottleTest : public ::testing::Test {
protected:
    // "now", or how long to wait: "seconds 8".
    std::string attempt(std::string const& login, std::string_view source = {})
    {
        auto const admitted = m_throttle.admit(login, source);
        return admitted ? "now" : admitted.error().place();
    }
    void fail_times(std::string const& login, int times, std::string_view source = {})
    {
        for (int done = 0; done < times; m_clock.advance(1s)) {
            if (m_throttle.admit(login, source))
                ++done;
        }
    }

    ManualClock m_clock { Instant { 1'800'000'000s } };
    Throttle m_throttle { m_clock };
};

TEST_F(ThrottleTest, ForgivesTypingErrors)
{
    EXPECT_EQ(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna"), "seconds 1");
}

TEST_F(ThrottleTest, WaitsLongerEachTimeUpToHalfAMinute)
{
    for (int i = 0; i < 3; ++i)
        ASSERT_EQ(attempt("anna"), "now");
    for (auto const wait : { 1s, 2s, 4s, 8s, 16s, 30s, 30s, 30s }) {
        ASSERT_EQ(attempt("anna"), "now");
        EXPECT_EQ(attempt("anna"), "seconds " + std::to_string(wait.count()));
        m_clock.advance(wait - 1ms);
        EXPECT_EQ(attempt("anna"), "seconds 1");
        m_clock.advance(1ms);
    }
}

TEST_F(ThrottleTest, AnAttemptThatIsTooSoonDoesNotLengthenTheWait)
{
    fail_times("anna", 12);
    m_clock.advance(10s);
    for (int i = 0; i < 1000; ++i)
        EXPECT_NE(attempt("anna"), "now");
    m_clock.advance(20s);
    EXPECT_EQ(attempt("anna"), "now");
}

TEST_F(ThrottleTest, NamesWaitApart)
{
    fail_times("anna", 12);
    EXPECT_NE(attempt("anna"), "now");
    EXPECT_EQ(attempt("bert"), "now");
}

TEST_F(ThrottleTest, ASuccessForgetsTheFailures)
{
    fail_times("anna", 12);
    m_clock.advance(k_login_delay_max);
    EXPECT_EQ(attempt("anna"), "now");
    m_throttle.succeeded("anna", {});
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna"), "seconds 1");
}

TEST_F(ThrottleTest, StrangersDoNotDelayTheOwnerAtHisOwnPlace)
{
    ASSERT_EQ(attempt("anna", "balie"), "now");
    m_throttle.succeeded("anna", "balie");
    fail_times("anna", 12, "elders");
    EXPECT_NE(attempt("anna", "elders"), "now");
    EXPECT_NE(attempt("anna", "nog ergens"), "now");
    EXPECT_NE(attempt("anna"), "now");
    EXPECT_EQ(attempt("anna", "balie"), "now");
    // Nor does his coming in set the strangers free.
    m_throttle.succeeded("anna", "balie");
    EXPECT_NE(attempt("anna", "elders"), "now");
}

TEST_F(ThrottleTest, ThePlaceOfOneIsNotThePlaceOfAnother)
{
    ASSERT_EQ(attempt("anna", "balie"), "now");
    m_throttle.succeeded("anna", "balie");
    fail_times("bert", 12, "elders");
    EXPECT_NE(attempt("bert", "balie"), "now");
}

TEST_F(ThrottleTest, GuessingAtHisOwnPlaceIsSlowedDownToo)
{
    ASSERT_EQ(attempt("anna", "balie"), "now");
    m_throttle.succeeded("anna", "balie");
    fail_times("anna", 12, "balie");
    EXPECT_NE(attempt("anna", "balie"), "now");
}

TEST_F(ThrottleTest, FailuresAreForgottenAfterAQuietHour)
{
    fail_times("anna", 12);
    m_clock.advance(k_failures_forgotten_after + 1s);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(attempt("anna"), "now");
}

TEST_F(ThrottleTest, AClockThatWasSetBackDoesNotLockAnyoneOut)
{
    fail_times("anna", 12);
    m_clock.advance(-24h);
    EXPECT_EQ(attempt("anna"), "seconds 30");
    m_clock.advance(k_login_delay_max);
    EXPECT_EQ(attempt("anna"), "now");
}

TEST_F(ThrottleTest, AFloodOfNamesDoesNotGrowItWithoutEnd)
{
    fail_times("anna", 12);
    for (int i = 0; i < 10000; ++i)
        ASSERT_EQ(attempt("naam " + std::to_string(i)), "now");
    EXPECT_EQ(attempt("anna"), "now");
}

RC_GTEST_PROP(Throttle, NobodyWaitsLongerThanTheLongestDelay, (std::vector<std::uint16_t> const& pauses_ms))
{
    ManualClock clock { Instant { 1'800'000'000s } };
    Throttle throttle(clock);
    for (std::uint16_t const pause : pauses_ms) {
        clock.advance(std::chrono::milliseconds(pause));
        [[maybe_unused]] auto const one = throttle.admit("anna", {});
    }
    clock.advance(k_login_delay_max);
    RC_ASSERT(throttle.admit("anna", {}).has_value());
}

} // namespace
} // namespace zk::gate
