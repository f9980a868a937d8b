#include "care/check/history.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

namespace zk::care::check {
namespace {

PastCheck past(int days, std::string_view states)
{
    return read_states(k_now - std::chrono::days(days), states);
}

std::ptrdiff_t unknown_days(std::vector<std::optional<State>> const& days)
{
    return std::ranges::count_if(days, [](auto const& day) { return !day.has_value(); });
}

TEST(CheckHistory, KeepsTheStateOfEachQuestionAndProbe)
{
    Practice practice;
    practice.facts.sessions->answered_past_lock_30d = 1;
    CheckResult const result = practice.check();
    PastCheck const read = read_states(k_now, states_text(result));
    EXPECT_EQ(read.probe_set, k_probe_set);
    EXPECT_EQ(read.states.at("1.4"), State::failed);
    EXPECT_EQ(read.states.at("1.4b"), State::failed);
    EXPECT_EQ(read.states.at("1.3"), State::proven);
    std::size_t written = 0;
    for (QuestionResult const& one : result.questions)
        written += 1 + one.evidence.size();
    EXPECT_EQ(read.states.size(), written);
}

TEST(CheckHistory, DiffersWhenOneProbeDoesThoughItsQuestionDoesNot)
{
    Practice practice;
    practice.facts.process->dumps = ProcessFacts::Dumps::on;
    CheckResult const before = practice.check();
    EXPECT_EQ(states_text(practice.check()), states_text(before));
    // 2.3 has failed already, by 2.3e.
    practice.facts.separation->shared = 1;
    CheckResult const after = practice.check();
    EXPECT_EQ(question_of(after, "2.3").verdict.state, question_of(before, "2.3").verdict.state);
    EXPECT_NE(states_text(after), states_text(before));
}

TEST(CheckHistory, ReadsWhatItKnows)
{
    PastCheck const read = past(0, "set=7 1.1=open  rommel 1.2=prachtig 1.3= =open 1.1a=na");
    EXPECT_EQ(read.probe_set, 7);
    EXPECT_EQ(read.states.size(), 2U);
    EXPECT_EQ(read.states.at("1.1"), State::open);
    EXPECT_EQ(read.states.at("1.1a"), State::na);
    EXPECT_TRUE(past(0, "").states.empty());
}

TEST(CheckHistory, ADayIsAsItEnded)
{
    std::vector<PastCheck> const checks { past(2, "1.1=open 1.2=failed"), past(0, "1.1=proven 1.2=declared"),
        read_states(k_now - std::chrono::hours(1), "1.1=failed 1.2=failed") };
    auto const days = days_of(checks);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].date, days_ago(2));
    EXPECT_EQ(days[0].counts, (StateCounts { .open = 1, .failed = 1 }));
    EXPECT_EQ(days[1].date, k_today);
    EXPECT_EQ(days[1].counts, (StateCounts { .proven = 1, .declared = 1 }));
}

TEST(CheckHistory, ABarIsTheWorstOfItsDay)
{
    std::vector<PastCheck> const checks { past(30, "1.1=failed"), past(29, "1.1=open"), past(0, "1.1=failed"),
        past(0, "1.1=proven"), past(-1, "1.1=open") };
    auto const bars = recent_days(checks, "1.1", k_today);
    ASSERT_EQ(bars.size(), 30U);
    EXPECT_EQ(bars.front(), State::open);
    EXPECT_EQ(bars.back(), State::failed);
    EXPECT_EQ(unknown_days(bars), 28);
    EXPECT_EQ(unknown_days(recent_days(checks, "9.9", k_today)), 30);
}

} // namespace
} // namespace zk::care::check
