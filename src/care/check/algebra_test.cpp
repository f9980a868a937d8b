#include "care/check/algebra.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace zk::care::check {
namespace {

Probe const& probe(std::string_view id)
{
    Probe const* found = find_probe(id);
    ZK_REQUIRE(found != nullptr);
    return *found;
}

Statement said(std::string_view probe_id, Answer answer = Answer::ja)
{
    return statement_for(*find_statement_spec(probe_id, Team::several), answer);
}

Reason judged(std::string_view id, Measurement const& measurement, Statement const* statement = nullptr)
{
    return judge(probe(id), measurement, statement, practice_context()).reason;
}

// --- R1, R8 ---

TEST(R1, TheWorstDecides)
{
    std::vector<Finding> all { finding(Reason::pass), finding(Reason::stated), finding(Reason::breach),
        finding(Reason::no_data) };
    EXPECT_EQ(worst_of(all).state, State::failed);
    EXPECT_EQ(worst_of(all).reason, Reason::breach);
    EXPECT_EQ(worst_of(std::vector { finding(Reason::pass), finding(Reason::stated) }).state, State::declared);
    EXPECT_EQ(worst_of(std::vector { finding(Reason::stated), finding(Reason::no_data) }).state, State::open);
}

TEST(R1, NaIsNeutral)
{
    EXPECT_EQ(worst_of(std::vector { finding(Reason::nothing_there), finding(Reason::pass) }).state, State::proven);
    EXPECT_EQ(worst_of(std::vector { finding(Reason::nothing_there), finding(Reason::stated) }).state, State::declared);
}

TEST(R8, AllNaIsProvenButDoesNotApply)
{
    Verdict const verdict = worst_of(std::vector { finding(Reason::nothing_there), finding(Reason::part_absent) });
    EXPECT_EQ(verdict.state, State::proven);
    EXPECT_EQ(verdict.applies, Applies::no);
    EXPECT_EQ(worst_of(std::vector { finding(Reason::nothing_there), finding(Reason::pass) }).applies, Applies::yes);
}

RC_GTEST_PROP(R1, OrderDoesNotMatterAndMoreEvidenceNeverHelps, ())
{
    auto const reason = rc::gen::map(rc::gen::inRange<std::size_t>(0, k_reason_count),
        [](std::size_t number) { return finding(static_cast<Reason>(number)); });
    auto findings = *rc::gen::nonEmpty(rc::gen::container<std::vector<Finding>>(reason));
    State const before = worst_of(findings).state;
    std::vector<Finding> const backwards(findings.rbegin(), findings.rend());
    RC_ASSERT(worst_of(backwards).state == before);
    findings.push_back(*reason);
    RC_ASSERT(worst_of(findings).state >= before);
}

// --- R2 ---

TEST(R2, AMeasuredProbeTakesNobodysWord)
{
    Statement const yes = said("1.3a");
    EXPECT_EQ(judged("1.3b", Measurement::unknown(Reason::no_data), &yes), Reason::no_data);
    EXPECT_EQ(judged("1.3b", Measurement::unknown(Reason::not_built), &yes), Reason::not_built);
    EXPECT_EQ(judged("1.3a", Measurement::of(Limit::password_age, 100, 3), &yes), Reason::pass);
    EXPECT_EQ(judged("1.3a", Measurement::asks(), &yes), Reason::stated);
    EXPECT_EQ(judged("1.3a", Measurement::asks()), Reason::no_statement);
    EXPECT_EQ(judged("1.3b", Measurement::asks(), &yes), Reason::probe_error);
}

TEST(R2, AStatementSpeaksUntilThereIsAMeasurement)
{
    Statement const yes = said("2.4e");
    EXPECT_EQ(judged("2.4e", Measurement::unknown(Reason::not_built), &yes), Reason::stated);
    EXPECT_EQ(judged("2.4e", Measurement::unknown(Reason::no_data), &yes), Reason::stated);
    EXPECT_EQ(judged("2.4e", Measurement::unknown(Reason::not_built)), Reason::no_statement);
    EXPECT_EQ(judged("2.4e", Measurement::of(Limit::cloud_finds, 0, 4), &yes), Reason::pass);
    // What is there but broken is open: a word does not stand in for it.
    EXPECT_EQ(judged("2.4e", Measurement::unknown(Reason::unreadable), &yes), Reason::unreadable);
    EXPECT_EQ(judged("2.4e", Measurement::unknown(Reason::probe_error), &yes), Reason::probe_error);
}

TEST(R2, AFailingMeasurementBeatsYes)
{
    Statement const yes = said("2.4e");
    Statement const unknown = said("2.4e", Answer::weet_niet);
    EXPECT_EQ(judged("2.4e", Measurement::of(Limit::cloud_finds, 1, 4), &yes), Reason::contradicted);
    EXPECT_EQ(judged("2.4e", Measurement::of(Limit::cloud_finds, 1, 4), &unknown), Reason::breach);
    EXPECT_EQ(judged("2.4e", Measurement::of(Limit::cloud_finds, 1, 4)), Reason::breach);
}

TEST(R2, AVRowIsStatedWhateverIsMeasured)
{
    Statement const yes = said("2.3f");
    Statement const no = said("2.3f", Answer::nee);
    EXPECT_EQ(judged("2.3f", Measurement::unknown(Reason::not_built), &yes), Reason::stated);
    EXPECT_EQ(judged("2.3f", Measurement::unknown(Reason::not_built), &no), Reason::stated_no);
    EXPECT_EQ(judged("2.3f", Measurement::unknown(Reason::not_built)), Reason::no_statement);
}

TEST(R2, ANeighbourSpeaksForAPartThatIsNotThere)
{
    Statement const yes = said("1.1a");
    EXPECT_EQ(judged("1.1b", Measurement::unknown(Reason::not_built), &yes), Reason::stated);
    EXPECT_EQ(judged("1.1b", Measurement::unknown(Reason::not_built)), Reason::no_statement);
    // Once it is there, it is measured, and only measured.
    EXPECT_EQ(judged("1.1b", Measurement::unknown(Reason::no_data), &yes), Reason::no_data);
    EXPECT_EQ(judged("1.1b", Measurement::of(Limit::minutes_unread, 1, 5), &yes), Reason::breach);
    EXPECT_EQ(judged("2.2d", Measurement::unknown(Reason::not_built)), Reason::part_absent);
    EXPECT_EQ(judged("2.4c", Measurement::unknown(Reason::not_built)), Reason::part_absent);
}

// --- R3, R4 ---

TEST(R3, AValueIsHeldAgainstItsLimit)
{
    EXPECT_EQ(compare(threshold(Limit::password_age), 365).reason, Reason::pass);
    EXPECT_EQ(compare(threshold(Limit::password_age), 366).reason, Reason::breach);
    EXPECT_EQ(compare(threshold(Limit::certificate_left), 14).reason, Reason::pass);
    EXPECT_EQ(compare(threshold(Limit::certificate_left), 13).reason, Reason::breach);
    EXPECT_EQ(compare(threshold(Limit::shared_ids), 0).reason, Reason::pass);
    EXPECT_EQ(compare(threshold(Limit::shared_ids), 1).reason, Reason::breach);
}

TEST(R3, ThePracticesOwnTermCounts)
{
    Measurement measurement = Measurement::of(Limit::password_age, 100, 3);
    measurement.own_limit = 90;
    EXPECT_EQ(judged("1.3a", measurement), Reason::breach);
    measurement.own_limit = 100;
    EXPECT_EQ(judged("1.3a", measurement), Reason::pass);
}

TEST(R4, WhatIsStoredGoesStaleAfterADay)
{
    auto at = [](std::chrono::milliseconds ago) {
        return judged("2.3a", Measurement::of(Limit::folder_deviations, 0, 9).at(k_now - ago));
    };
    EXPECT_EQ(at(std::chrono::hours(24)), Reason::pass);
    EXPECT_EQ(at(std::chrono::hours(24) + std::chrono::milliseconds(1)), Reason::stale);
}

TEST(R4, SomeProbesStayFreshForAWeek)
{
    auto at = [](std::chrono::milliseconds ago) {
        return judged("2.4b", Measurement::of(Limit::log_deviations, 0, 9).at(k_now - ago));
    };
    EXPECT_EQ(at(std::chrono::days(7)), Reason::pass);
    EXPECT_EQ(at(std::chrono::days(7) + std::chrono::milliseconds(1)), Reason::stale);
    EXPECT_EQ(probe("2.3b").fresh_hours, 7 * 24);
    EXPECT_EQ(probe("4.3c").fresh_hours, 92 * 24);
}

TEST(R4, EvidenceFromTheFutureIsAClockThatIsWrong)
{
    EXPECT_EQ(judged("2.3a", Measurement::of(Limit::folder_deviations, 0, 9).at(k_now + std::chrono::milliseconds(1))),
        Reason::clock);
}

TEST(R4, AClockThatWentBackOpensWhatWasProven)
{
    Context context = practice_context();
    context.latest_known = k_now + std::chrono::seconds(1);
    EXPECT_EQ(
        judge(probe("2.3a"), Measurement::of(Limit::folder_deviations, 0, 9), nullptr, context).reason, Reason::clock);
    Statement const yes = said("2.3f");
    EXPECT_EQ(judge(probe("2.3f"), Measurement::unknown(Reason::not_built), &yes, context).reason, Reason::clock);
}

// Where two rules speak the worse holds: nobody mends a failure by stopping the nightly run or turning the clock.
TEST(R4, DoubtDoesNotMakeAFailureBetter)
{
    Measurement const old = Measurement::of(Limit::plain_records, 1, 200).at(k_now - std::chrono::days(30));
    EXPECT_EQ(judged("2.3b", old), Reason::breach);
    Measurement const future = Measurement::of(Limit::plain_records, 1, 200).at(k_now + std::chrono::days(30));
    EXPECT_EQ(judged("2.3b", future), Reason::breach);
}

// --- R5 ---

TEST(R5, ARecurringDutyIsKeptThenUnknownThenNotDone)
{
    EXPECT_EQ(recurring(0, 183, 0).reason, Reason::pass);
    EXPECT_EQ(recurring(183, 183, 0).reason, Reason::pass);
    EXPECT_EQ(recurring(184, 183, 0).reason, Reason::expired);
    EXPECT_EQ(recurring(366, 183, 0).reason, Reason::expired);
    EXPECT_EQ(recurring(367, 183, 0).reason, Reason::not_done);
    EXPECT_EQ(recurring(-1, 183, 0).reason, Reason::clock);
}

TEST(R5, NeverDoneFailsTwoTermsAfterTheFirstDay)
{
    EXPECT_EQ(recurring(std::nullopt, 183, 0).reason, Reason::never_done);
    EXPECT_EQ(recurring(std::nullopt, 183, 366).reason, Reason::never_done);
    EXPECT_EQ(recurring(std::nullopt, 183, 367).reason, Reason::not_done);
}

TEST(R5, NeverDoneWaitsWhileAStatementRuns)
{
    Context context = practice_context(); // its first day is 400 days ago
    Measurement const never = Measurement::never_done(Limit::meeting_age);
    Statement const yes = said("1.1a");
    Statement old = yes;
    old.event_date = days_ago(184);
    EXPECT_EQ(judge(probe("1.1a"), never, nullptr, context).reason, Reason::not_done);
    EXPECT_EQ(judge(probe("1.1a"), never, &yes, context).reason, Reason::stated);
    EXPECT_EQ(judge(probe("1.1a"), never, &old, context).reason, Reason::not_done);
    context.first_day = days_ago(100);
    EXPECT_EQ(judge(probe("1.1a"), never, nullptr, context).reason, Reason::never_done);
    EXPECT_EQ(judge(probe("1.1a"), never, &yes, context).reason, Reason::stated);
}

// The sabotages of the rows whose duty recurs, each two terms and a day ago.
TEST(R5, TheSabotagesOfRecurringDutiesFail)
{
    struct Row {
        const char* probe;
        Limit limit;
        int days;
    };
    constexpr Row k_rows[] = {
        { "1.1a", Limit::meeting_age, 367 },
        { "1.5a", Limit::round_age, 185 },
        { "2.4a", Limit::build_age, 367 },
        { "2.4d", Limit::software_list_age, 731 },
        { "3.2c", Limit::subprocessor_list_age, 731 },
        { "3.3a", Limit::policy_age, 731 },
    };
    for (Row const& row : k_rows) {
        EXPECT_EQ(judged(row.probe, Measurement::of(row.limit, row.days, 1)), Reason::not_done) << row.probe;
        EXPECT_EQ(judged(row.probe, Measurement::of(row.limit, row.days - 1, 1)), Reason::expired) << row.probe;
    }
}

// A term of law has no grace: the hour after it is failed.
TEST(R5, ATermOfLawHasNoGrace)
{
    EXPECT_EQ(judged("1.6a", Measurement::of(Limit::reported_after, 72, 1)), Reason::pass);
    EXPECT_EQ(judged("1.6a", Measurement::of(Limit::reported_after, 73, 1)), Reason::breach);
    EXPECT_EQ(judged("4.1a", Measurement::of(Limit::requests_past_due, 1, 3)), Reason::breach);
}

// --- R7 ---

TEST(R7, NothingOfNothingProvesNothing)
{
    EXPECT_EQ(judged("1.3b", Measurement::of(Limit::without_second_step, 0, 0)), Reason::empty);
    Statement const yes = said("2.1c");
    EXPECT_EQ(judged("2.1c", Measurement::of(Limit::workstations_unsafe, 0, 0)), Reason::no_statement);
    EXPECT_EQ(judged("2.1c", Measurement::of(Limit::workstations_unsafe, 0, 0), &yes), Reason::stated);
}

TEST(R7, EmptinessCanMakeAQuestionMoot)
{
    EXPECT_EQ(judged("1.5b", Measurement::of(Limit::round_findings_open, 0, 0)), Reason::nothing_there);
    EXPECT_EQ(judged("4.2e", Measurement::of(Limit::mailings_without_consent, 0, 0)), Reason::nothing_there);
}

TEST(R7, ADrillWithinAYearProves)
{
    Measurement none = Measurement::of(Limit::requests_past_due, 0, 0);
    Statement const yes = said("4.1a");
    EXPECT_EQ(judged("4.1a", none), Reason::no_statement);
    EXPECT_EQ(judged("4.1a", none, &yes), Reason::stated);
    none.drill = days_ago(365);
    EXPECT_EQ(judged("4.1a", none), Reason::drilled);
    none.drill = days_ago(366);
    EXPECT_EQ(judged("4.1a", none), Reason::no_statement);
    none.drill = days_ago(-1);
    EXPECT_EQ(judged("4.1a", none), Reason::no_statement);
}

// --- R8 ---

TEST(R8, OnePersonReviewsHimself)
{
    Context context = practice_context();
    context.active_accounts = 1;
    Measurement const absent = Measurement::unknown(Reason::not_built);
    for (const char* id : { "1.1b", "1.2b", "3.3b" })
        EXPECT_EQ(judge(probe(id), absent, nullptr, context).reason, Reason::one_person) << id;
    Statement own = statement_for(*find_statement_spec("1.1a", Team::one_person));
    own.event_date = days_ago(365);
    EXPECT_EQ(judge(probe("1.1a"), absent, &own, context).reason, Reason::stated);
    own.event_date = days_ago(366);
    EXPECT_EQ(judge(probe("1.1a"), absent, &own, context).reason, Reason::expired);
    // When a second person comes, what one alone declared is another question.
    EXPECT_EQ(judge(probe("1.1a"), absent, &own, practice_context()).reason, Reason::text_changed);
}

// --- R9 ---

TEST(R9, ALateReportPassesAfterAnEvaluation)
{
    Finding const late = finding(Reason::breach);
    EXPECT_EQ(late_but_mended(late, std::nullopt, k_today).reason, Reason::breach);
    EXPECT_EQ(late_but_mended(late, Evaluation { Role::praktijkhouder, k_today }, k_today).reason, Reason::mended);
    EXPECT_EQ(late_but_mended(late, Evaluation { Role::functionaris, days_ago(365) }, k_today).reason, Reason::mended);
    EXPECT_EQ(late_but_mended(late, Evaluation { Role::functionaris, days_ago(366) }, k_today).reason, Reason::pass);
    EXPECT_EQ(late_but_mended(late, Evaluation { Role::assistent, k_today }, k_today).reason, Reason::breach);
    EXPECT_EQ(late_but_mended(late, Evaluation { Role::praktijkhouder, days_ago(-1) }, k_today).reason, Reason::breach);
}

TEST(R9, OnlyALegalTermCanBeMended)
{
    Measurement late = Measurement::of(Limit::requests_late, 1, 4);
    late.evaluation = Evaluation { Role::praktijkhouder, days_ago(3) };
    EXPECT_EQ(judged("4.1b", late), Reason::mended);
    Measurement plain = Measurement::of(Limit::plain_records, 1, 200);
    plain.evaluation = Evaluation { Role::praktijkhouder, days_ago(3) };
    EXPECT_EQ(judged("2.3b", plain), Reason::breach);
}

// --- all of them ---

RC_GTEST_PROP(Judge, NothingProvesButAPassADrillOrAMendedTerm, ())
{
    auto const& any_probe = probes()[*rc::gen::inRange<std::size_t>(0, probes().size())];
    auto const answer = static_cast<Answer>(*rc::gen::inRange(0, 3));
    StatementSpec const* spec = spokesman(any_probe, Team::several);
    Statement const statement = statement_for(spec != nullptr ? *spec : statement_specs().front(), answer);
    Finding const found = judge(any_probe, Measurement::unknown(Reason::not_built), &statement, practice_context());
    RC_ASSERT(found.state != State::proven);
    if (answer == Answer::nee && spec != nullptr && spec->counts != Counts::when_asked)
        RC_ASSERT(found.state == State::failed);
}

} // namespace
} // namespace zk::care::check
