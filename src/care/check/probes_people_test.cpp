#include "care/check/probes.hpp"

#include "care/check/algebra.hpp"
#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

namespace zk::care::check {
namespace {

Reason judged(std::string_view id, Measurement const& measurement)
{
    return judge(*find_probe(id), measurement, nullptr, practice_context()).reason;
}

AccountFacts accounts()
{
    return *PracticeFacts().accounts;
}

std::vector<std::string> labels(Measurement const& measurement)
{
    std::vector<std::string> out;
    for (Item const& item : measurement.items)
        out.push_back(item.label);
    return out;
}

// --- 1.3a ---

TEST(PasswordAge, OfTheOldestCounts)
{
    Measurement const found = password_age(accounts(), k_now);
    EXPECT_EQ(found.value, 365);
    EXPECT_EQ(found.population, 2);
    EXPECT_EQ(judged("1.3a", found), Reason::pass);
}

TEST(PasswordAge, SabotagedByOnePasswordOf366Days)
{
    AccountFacts facts = accounts();
    facts.accounts[1].password_set_on = days_ago(366);
    Measurement const found = password_age(facts, k_now);
    EXPECT_EQ(judged("1.3a", found), Reason::breach);
    EXPECT_EQ(labels(found), std::vector<std::string> { "M-02" });
    EXPECT_EQ(found.items.front().date, days_ago(366));
}

TEST(PasswordAge, OfAccountsThatCannotLoginDoesNotCount)
{
    AccountFacts facts = accounts();
    facts.accounts[2].password_set_on = days_ago(2000);
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::pass);
}

TEST(PasswordAge, IsHeldAgainstThePracticesOwnTermWithinBounds)
{
    AccountFacts facts = accounts();
    facts.accounts[1].password_set_on = days_ago(91);
    facts.accounts[0].password_set_on = days_ago(1);
    facts.password_term_days = 90;
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::breach);
    facts.password_term_days = 91;
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::pass);
    // A term beyond what may be set is not believed.
    facts.password_term_days = 5000;
    facts.accounts[1].password_set_on = days_ago(730);
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::pass);
    facts.accounts[1].password_set_on = days_ago(731);
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::breach);
}

TEST(PasswordAge, OpenWithoutAccountsOrWithoutDateOrFromTheFuture)
{
    EXPECT_EQ(
        judged("1.3a", password_age(AccountFacts { .accounts = {}, .password_term_days = 365 }, k_now)), Reason::empty);
    AccountFacts facts = accounts();
    facts.accounts[0].password_set_on = std::nullopt;
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::unreadable);
    facts.accounts[0].password_set_on = days_ago(-1);
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::clock);
}

TEST(PasswordAge, OnCauseOnlyIsASignedDecisionThatLeansOnItsNeighbours)
{
    AccountFacts facts = accounts();
    facts.password_term_days = std::nullopt;
    facts.accounts[1].password_set_on = days_ago(3000);
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::no_statement);
    Statement const decision = statement_for(*find_statement_spec("1.3a", Team::several));
    EXPECT_EQ(
        judge(*find_probe("1.3a"), password_age(facts, k_now), &decision, practice_context()).reason, Reason::stated);
    facts.accounts[0].second_step = AccountFacts::SecondStep::missing;
    EXPECT_EQ(judge(*find_probe("1.3a"), password_age(facts, k_now), &decision, practice_context()).reason,
        Reason::neighbours_first);
    facts = accounts();
    facts.password_term_days = std::nullopt;
    facts.accounts[0].hash = AccountFacts::Hash::below_floor;
    EXPECT_EQ(judged("1.3a", password_age(facts, k_now)), Reason::neighbours_first);
}

// --- 1.3b ---

TEST(SecondStep, OneGapIsEnough)
{
    AccountFacts facts = accounts();
    EXPECT_EQ(judged("1.3b", second_step(facts)), Reason::pass);
    facts.accounts[1].second_step = AccountFacts::SecondStep::missing; // the sabotage
    EXPECT_EQ(judged("1.3b", second_step(facts)), Reason::breach);
    EXPECT_EQ(labels(second_step(facts)), std::vector<std::string> { "M-02" });
    EXPECT_EQ(judged("1.3b", second_step({})), Reason::empty);
}

// --- 1.3c ---

TEST(PasswordStrength, EveryWeaknessCounts)
{
    EXPECT_EQ(judged("1.3c", password_strength(accounts(), k_now)), Reason::pass);
    AccountFacts facts = accounts();
    facts.accounts[0].hash = AccountFacts::Hash::below_floor;
    EXPECT_EQ(judged("1.3c", password_strength(facts, k_now)), Reason::breach);
    facts = accounts();
    facts.accounts[0].blocklist = AccountFacts::Blocklist::listed;
    EXPECT_EQ(judged("1.3c", password_strength(facts, k_now)), Reason::breach);
    facts = accounts();
    facts.accounts[0].length = AccountFacts::Length::too_short;
    EXPECT_EQ(judged("1.3c", password_strength(facts, k_now)), Reason::breach);
    EXPECT_EQ(judged("1.3c", password_strength({}, k_now)), Reason::empty);
}

TEST(PasswordStrength, SabotagedByATemporaryPasswordOfThreeDaysOnAnyDayOfTheWeek)
{
    for (int i = 0; i < 7; ++i) {
        Instant const now = k_now + std::chrono::days(i);
        AccountFacts facts = accounts();
        facts.accounts[1].given_by_another_at = now - std::chrono::days(3);
        EXPECT_EQ(judged("1.3c", password_strength(facts, now)), Reason::breach) << i;
        facts.accounts[1].given_by_another_at = now - std::chrono::hours(23);
        EXPECT_EQ(judged("1.3c", password_strength(facts, now)), Reason::pass) << i;
    }
}

TEST(PasswordStrength, ATemporaryPasswordHasOneWorkingDay)
{
    auto at
        = [](std::string_view date, int hour) { return start_of_day_amsterdam(day(date)) + std::chrono::hours(hour); };
    EXPECT_EQ(change_password_before(at("2026-11-19", 10)), at("2026-11-20", 10)); // Thursday
    EXPECT_EQ(change_password_before(at("2026-11-20", 10)), at("2026-11-23", 10)); // Friday: Monday
    EXPECT_EQ(change_password_before(at("2026-11-21", 10)), at("2026-11-24", 10)); // Saturday: as on Monday
    EXPECT_EQ(change_password_before(at("2026-11-22", 10)), at("2026-11-24", 10)); // Sunday: as on Monday
}

// --- 1.4a ---

LockFacts locks()
{
    return *PracticeFacts().locks;
}

TEST(LockSettings, AtTheLimitTheyPassAndTheDeskIsShown)
{
    Measurement const found = lock_settings(locks());
    EXPECT_EQ(judged("1.4a", found), Reason::pass);
    EXPECT_EQ(found.limit, Limit::lock_at_desk);
    EXPECT_EQ(found.value, 5);
}

TEST(LockSettings, SabotagedByReceptionAtThirtyMinutes)
{
    LockFacts facts = locks();
    facts.locks[3].idle_minutes = 30;
    Measurement const found = lock_settings(facts);
    EXPECT_EQ(judged("1.4a", found), Reason::breach);
    EXPECT_EQ(found.value, 30);
    EXPECT_EQ(labels(found), std::vector<std::string> { "receptie" });
}

TEST(LockSettings, TheDeskIsStricterThanElsewhere)
{
    for (std::size_t i = 0; i < locks().locks.size(); ++i) {
        LockFacts facts = locks();
        facts.locks[i].idle_minutes = 6;
        bool const at_desk = facts.locks[i].role == Role::receptie || facts.locks[i].role == Role::assistent;
        EXPECT_EQ(judged("1.4a", lock_settings(facts)), at_desk ? Reason::breach : Reason::pass) << i;
        facts.locks[i].idle_minutes = 16;
        Measurement const found = lock_settings(facts);
        EXPECT_EQ(judged("1.4a", found), Reason::breach) << i;
        EXPECT_EQ(found.limit, at_desk ? Limit::lock_at_desk : Limit::lock_elsewhere);
    }
}

TEST(LockSettings, ALockThatNeverFallsFails)
{
    for (std::optional<int> minutes : { std::optional<int> {}, std::optional(0), std::optional(-1) }) {
        LockFacts facts = locks();
        facts.locks[0].idle_minutes = minutes;
        Measurement const found = lock_settings(facts);
        EXPECT_EQ(judged("1.4a", found), Reason::breach);
        EXPECT_EQ(found.limit, Limit::lock_switched_off);
    }
}

TEST(LockSettings, ASessionEndsAfterTwelveHours)
{
    LockFacts facts = locks();
    facts.session_hours = 13;
    Measurement const found = lock_settings(facts);
    EXPECT_EQ(judged("1.4a", found), Reason::breach);
    EXPECT_EQ(found.limit, Limit::session_length);
    EXPECT_EQ(judged("1.4a", lock_settings({ .locks = {}, .session_hours = 12 })), Reason::empty);
}

// --- 1.4b ---

TEST(LockedSessions, SabotagedByOneAnswerPastTheLimit)
{
    SessionFacts facts = *PracticeFacts().sessions;
    EXPECT_EQ(judged("1.4b", locked_sessions(facts)), Reason::pass);
    facts.answered_past_lock_30d = 1;
    EXPECT_EQ(judged("1.4b", locked_sessions(facts)), Reason::breach);
}

TEST(LockedSessions, OpenWithoutServerAndWithoutSessions)
{
    EXPECT_EQ(judged("1.4b", locked_sessions({ .served = Served::no })), Reason::no_data);
    EXPECT_EQ(judged("1.4b", locked_sessions({ .served = Served::yes })), Reason::empty);
}

} // namespace
} // namespace zk::care::check
