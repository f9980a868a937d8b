#include "care/check/statement.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

namespace zk::care::check {
namespace {

StatementDraft draft(std::string probe = "2.3f")
{
    return { .probe = std::move(probe),
        .answer = Answer::ja,
        .role = Role::praktijkhouder,
        .account = "M-01",
        .second_step = SecondStep::shown,
        .event_date = k_today };
}

std::string refusal(StatementDraft const& wanted, Context const& context = practice_context())
{
    auto statement = accept_statement(wanted, context);
    return statement ? "" : std::string(statement.error().code());
}

TEST(Statement, IsKeptWithItsMomentAndTheVersionOfItsText)
{
    auto const statement = accept_statement(draft(), practice_context());
    ASSERT_TRUE(statement);
    EXPECT_EQ(statement->made_at, k_now);
    EXPECT_EQ(statement->text_version, 1);
    EXPECT_EQ(statement->expires(*find_statement_spec("2.3f", Team::several)), day("2027-11-22"));
}

TEST(Statement, IsRefusedForAnEventThatDidNotHappenYetOrIsTooLongAgo)
{
    StatementDraft wanted = draft(); // a term of 365 days
    wanted.event_date = days_ago(-1);
    EXPECT_EQ(refusal(wanted), "statement-date-in-future");
    wanted.event_date = days_ago(365);
    EXPECT_EQ(refusal(wanted), "");
    wanted.event_date = days_ago(366);
    EXPECT_EQ(refusal(wanted), "statement-past-its-term");
}

TEST(Statement, IsRefusedFromARoleThatMayNot)
{
    for (Role role : { Role::behandelaar, Role::assistent, Role::receptie, Role::administratie, Role::functionaris }) {
        StatementDraft wanted = draft();
        wanted.role = role;
        EXPECT_EQ(refusal(wanted), "statement-wrong-role");
    }
    for (const char* probe : { "3.4c", "3.6b" }) {
        StatementDraft wanted = draft(probe);
        wanted.role = Role::functionaris;
        EXPECT_EQ(refusal(wanted), "") << probe;
        wanted.role = Role::behandelaar;
        EXPECT_EQ(refusal(wanted), "statement-wrong-role") << probe;
    }
}

TEST(Statement, IsRefusedWithoutSecondStep)
{
    StatementDraft wanted = draft();
    wanted.second_step = SecondStep::missing;
    EXPECT_EQ(refusal(wanted), "statement-without-second-step");
}

TEST(Statement, IsRefusedWhereOnlyMeasuringCounts)
{
    for (const char* probe : { "1.3b", "1.3c", "1.4a", "2.2a", "2.2d", "2.3a", "2.4b", "3.4a", "4.1d", "4.2a" })
        EXPECT_EQ(refusal(draft(probe)), "statement-not-accepted-where-measured") << probe;
    EXPECT_EQ(refusal(draft("1.1b")), "statement-belongs-to-neighbour");
    EXPECT_EQ(accept_statement(draft("3.4b"), practice_context()).error().place(), "3.4c");
    EXPECT_EQ(refusal(draft("9.9z")), "statement-unknown-probe");
}

TEST(Statement, SomeNeedAnExplanation)
{
    StatementDraft wanted = draft("2.1a");
    EXPECT_EQ(refusal(wanted), "statement-needs-explanation");
    wanted.explanation = "ICT Voorbeeld B.V.";
    EXPECT_EQ(refusal(wanted), "");
    wanted.explanation.assign(3000, 'x');
    EXPECT_EQ(refusal(wanted), "statement-explanation-too-long");
    wanted.explanation = "\xff";
    EXPECT_EQ(refusal(wanted), "statement-explanation-not-utf8");
    Context alone = practice_context();
    alone.active_accounts = 1;
    EXPECT_EQ(refusal(draft("1.1a")), "");
    EXPECT_EQ(refusal(draft("1.1a"), alone), "statement-needs-explanation");
}

Finding judged(Statement const& statement, Context const& context)
{
    return judge_statement(*find_statement_spec(statement.probe, context.team()), &statement, context);
}

TEST(Statement, HoldsUntilTheEndOfItsLastDayInAmsterdam)
{
    Statement statement = statement_for(*find_statement_spec("1.5a", Team::several)); // 92 days
    statement.event_date = day("2026-03-01"); // until 1 June, in summer: the day ends at 22:00 UTC
    statement.made_at = day("2026-03-01").sys_days() + std::chrono::hours(12);
    Context context = practice_context();
    context.now = day("2026-06-01").sys_days() + std::chrono::hours(22) - std::chrono::milliseconds(1);
    context.latest_known = context.now;
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
    context.now += std::chrono::milliseconds(1);
    context.latest_known = context.now;
    EXPECT_EQ(judged(statement, context).reason, Reason::expired);

    statement.event_date = day("2026-08-22"); // until 22 November, in winter: the day ends at 23:00 UTC
    statement.made_at = day("2026-08-22").sys_days() + std::chrono::hours(12);
    context.now = day("2026-11-22").sys_days() + std::chrono::hours(23) - std::chrono::milliseconds(1);
    context.latest_known = context.now;
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
    context.now += std::chrono::milliseconds(1);
    context.latest_known = context.now;
    EXPECT_EQ(judged(statement, context).reason, Reason::expired);
}

TEST(Statement, NoIsFailedAndUnknownIsOpen)
{
    StatementSpec const& spec = *find_statement_spec("2.3f", Team::several);
    EXPECT_EQ(judged(statement_for(spec, Answer::nee), practice_context()), finding(Reason::stated_no));
    EXPECT_EQ(judged(statement_for(spec, Answer::nee), practice_context()).state, State::failed);
    EXPECT_EQ(judged(statement_for(spec, Answer::weet_niet), practice_context()).state, State::open);
    EXPECT_EQ(judge_statement(spec, nullptr, practice_context()).reason, Reason::no_statement);
}

// A "nee" does not wear off: it was true, and nobody said otherwise.
TEST(Statement, NoStaysAfterItsTerm)
{
    Statement statement = statement_for(*find_statement_spec("2.3f", Team::several), Answer::nee);
    statement.event_date = days_ago(800);
    EXPECT_EQ(judged(statement, practice_context()).reason, Reason::stated_no);
}

TEST(Statement, AChangedTextOpensTheQuestionAgain)
{
    Statement statement = statement_for(*find_statement_spec("2.3f", Team::several));
    statement.text_version = 0;
    EXPECT_EQ(judged(statement, practice_context()).reason, Reason::text_changed);
}

TEST(Statement, LapsesThirtyDaysAfterItsMakerLeftTheRole)
{
    Statement const statement = statement_for(*find_statement_spec("2.3f", Team::several));
    Context context = practice_context();
    context.departures = { { "M-01", Role::praktijkhouder, days_ago(30) } };
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
    context.departures = { { "M-01", Role::praktijkhouder, days_ago(31) } };
    EXPECT_EQ(judged(statement, context).reason, Reason::lapsed);
    context.departures = { { "M-02", Role::praktijkhouder, days_ago(31) } };
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
    context.departures = { { "M-01", Role::functionaris, days_ago(31) } };
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
    // Who left before and came back declared it in his new time.
    context.departures = { { "M-01", Role::praktijkhouder, days_ago(200) } };
    EXPECT_EQ(judged(statement, context).reason, Reason::stated);
}

TEST(Statement, FromTheFutureIsAWrongClock)
{
    Statement statement = statement_for(*find_statement_spec("2.3f", Team::several));
    statement.made_at = k_now + std::chrono::seconds(1);
    EXPECT_EQ(judged(statement, practice_context()).reason, Reason::clock);
    statement = statement_for(*find_statement_spec("2.3f", Team::several));
    statement.event_date = days_ago(-1);
    EXPECT_EQ(judged(statement, practice_context()).reason, Reason::clock);
}

TEST(Statement, ANewerOneTakesItsPlace)
{
    StatementSpec const& spec = *find_statement_spec("2.3f", Team::several);
    Statement old = statement_for(spec);
    Statement newer = statement_for(spec, Answer::nee);
    newer.made_at = old.made_at + std::chrono::hours(1);
    std::vector const both { newer, old };
    EXPECT_EQ(newest_statement(both, "2.3f")->answer, Answer::nee);
    EXPECT_EQ(last_answer(both, "2.3f"), Answer::nee);
    EXPECT_EQ(newest_statement(both, "1.2c"), nullptr);
    EXPECT_EQ(last_answer(both, "1.2c"), std::nullopt);
}

TEST(Statement, AnswersHaveThreeWords)
{
    for (Answer answer : { Answer::ja, Answer::nee, Answer::weet_niet })
        EXPECT_EQ(parse_answer(name_of(answer)), answer);
    EXPECT_FALSE(parse_answer("yes"));
    EXPECT_FALSE(parse_answer(""));
}

} // namespace
} // namespace zk::care::check
