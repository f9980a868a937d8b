// The check that nobody asked for: at the start, on the next day, and broken off when the server stops.
#include "app/serve/daily_check.hpp"

#include "app/check/check_history.hpp"
#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

constexpr auto k_look_every = std::chrono::milliseconds(2);
// Machines that test are busy.
constexpr auto k_patience = std::chrono::seconds(120);

bool eventually(std::function<bool()> const& holds)
{
    auto const end = std::chrono::steady_clock::now() + k_patience;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(k_look_every);
    }
    return true;
}

class DailyCheckOfAPractice : public ::testing::Test {
protected:
    std::size_t kept()
    {
        auto const checks = load_checks(practice.practice->vault());
        EXPECT_TRUE(checks);
        return checks ? checks->size() : 0;
    }

    PracticeInTheBrowser practice;
};

TEST_F(DailyCheckOfAPractice, measures_at_the_start_and_on_the_next_day)
{
    DailyCheck const daily(practice.served(), k_look_every);
    ASSERT_TRUE(eventually([&] { return last_check_of(practice.served()) != nullptr; }));
    EXPECT_EQ(last_check_of(practice.served())->view, care::check::View::all);
    EXPECT_EQ(kept(), 1U);
    practice.practice.clock().advance(std::chrono::hours(24));
    EXPECT_TRUE(eventually([&] { return kept() == 2; }));
    // By the program, with the hash of the report.
    auto const lines = practice.practice->log().lines_of(keep::LogEvent::checked);
    ASSERT_TRUE(lines);
    ASSERT_FALSE(lines->empty());
    EXPECT_EQ(lines->front().line.actor.get(), keep::LogActor::program);
    EXPECT_EQ(lines->front().line.digest.get_or({}).size(), 32U);
}

TEST_F(DailyCheckOfAPractice, breaks_off_when_told_to_stop)
{
    std::stop_source stop;
    stop.request_stop();
    auto const run = measure_now(practice.served(), nullptr, stop.get_token());
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code(), "check-stopped");
    // What was cut short is no evidence.
    EXPECT_EQ(last_check_of(practice.served()), nullptr);
    EXPECT_EQ(kept(), 0U);
}

} // namespace

} // namespace zk::app
