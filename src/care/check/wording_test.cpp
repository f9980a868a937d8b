#include "care/check/wording.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

#include <set>

namespace zk::care::check {
namespace {

TEST(Heading, NamesTheQuestionThatFailed)
{
    Practice practice;
    practice.statement("1.1a").answer = Answer::nee;
    EXPECT_EQ(
        heading(practice.check()), "Niet in orde: Staat het bespreken van dataveiligheid & privacy hoog op de agenda?");
    practice.statement("3.3a").answer = Answer::nee;
    practice.statement("3.4c").answer = Answer::nee;
    EXPECT_EQ(heading(practice.check()),
        "Niet in orde: Staat het bespreken van dataveiligheid & privacy hoog op de agenda? (en nog 2)");
}

TEST(Heading, CountsWhatIsNotKnown)
{
    Practice practice;
    practice.statement("1.1a").answer = Answer::weet_niet;
    practice.statement("3.3a").answer = Answer::weet_niet;
    EXPECT_EQ(heading(practice.check()), "Nog niet bekend: 2");
}

TEST(Heading, SaysAllProvenOnlyAtNineteen)
{
    CheckResult result = Practice().check();
    EXPECT_EQ(heading(result), "Verklaard, niet gemeten: 17");
    for (QuestionResult& one : result.questions)
        one.verdict.state = State::proven;
    EXPECT_EQ(heading(conclude(result.questions)), "Alles aangetoond");
    result.questions[7].verdict.state = State::declared;
    EXPECT_EQ(heading(conclude(result.questions)), "Verklaard, niet gemeten: 1");
}

TEST(Score, StandsWorstFirst)
{
    EXPECT_EQ(score({ .proven = 6, .declared = 9, .open = 3, .failed = 1 }),
        "1 niet in orde · 3 open · 9 verklaard · 6 aangetoond (van 19)");
    EXPECT_EQ(score({ .open = 19 }), "0 niet in orde · 19 open · 0 verklaard · 0 aangetoond (van 19)");
}

TEST(NextStep, IsThatOfTheProbeWithItsCommand)
{
    Practice practice;
    practice.facts.index->missing = 1;
    EXPECT_EQ(next_step(evidence_of(practice.check(), "4.1d")), "Herbouw de index: `zorgkluis journal reindex`.");
    practice.facts.folder->deviations = { { FolderFacts::Wrong::mode, "identity.db" } };
    EXPECT_EQ(next_step(evidence_of(practice.check(), "2.3a")), "Herstel de rechten: `zorgkluis repair rights`.");
    practice.facts.transport->certificate_until = k_now;
    EXPECT_EQ(next_step(evidence_of(practice.check(), "2.2b")), "Vernieuw het certificaat.");
}

TEST(NextStep, AsksForTheStatementThatIsMissing)
{
    Practice practice;
    practice.statements.clear();
    CheckResult const result = practice.check();
    EXPECT_EQ(next_step(evidence_of(result, "1.2c")), "Beantwoord deze vraag: `zorgkluis check declare 1.2c`.");
    EXPECT_EQ(next_step(evidence_of(result, "1.1b")), "Beantwoord deze vraag: `zorgkluis check declare 1.1a`.");
    practice = {};
    practice.statement("1.5a").event_date = days_ago(93);
    EXPECT_EQ(
        next_step(evidence_of(practice.check(), "1.5a")), "Beantwoord deze vraag: `zorgkluis check declare 1.5a`.");
    practice.statement("1.5a").answer = Answer::nee;
    EXPECT_EQ(next_step(evidence_of(practice.check(), "1.5a")),
        "Loop de ronde langs papier, kasten, schermen en zichtbare wachtwoorden. Leg het daarna vast: `zorgkluis check "
        "declare 1.5a`.");
}

TEST(NextStep, AnExpiredMeasurementAsksForTheDuty)
{
    Practice practice;
    practice.facts.software->build_date = days_ago(184);
    EXPECT_EQ(next_step(evidence_of(practice.check(), "2.4a")), "Werk Zorgkluis bij.");
}

TEST(NextStep, IsEmptyWhenNothingIsToBeDone)
{
    CheckResult const result = Practice().check();
    for (QuestionResult const& one : result.questions)
        EXPECT_EQ(next_step(one, k_today.plus_days(-1)), "") << one.question->id;
}

TEST(NextStep, RemindsThirtyDaysBeforeAStatementEnds)
{
    Practice practice;
    practice.statement("1.2a").event_date = days_ago(183 - 30);
    EXPECT_EQ(next_step(question_of(practice.check(), "1.2"), k_today),
        "Verklaar dit opnieuw voor 23-12-2026: `zorgkluis check declare 1.2a`.");
    practice.statement("1.2a").event_date = days_ago(183 - 31);
    EXPECT_EQ(next_step(question_of(practice.check(), "1.2"), k_today), "");
}

TEST(NextStep, TheFirstIsThatOfTheWorst)
{
    Practice practice;
    EXPECT_EQ(first_step(practice.check(), k_today.plus_days(-1)), "");
    practice.statement("1.1a").answer = Answer::weet_niet;
    EXPECT_EQ(first_step(practice.check(), k_today), "Beantwoord deze vraag: `zorgkluis check declare 1.1a`.");
    practice.statement("1.2a").event_date = days_ago(183);
    EXPECT_EQ(
        first_step(practice.check(), k_today), "Verklaar dit opnieuw voor 23-11-2026: `zorgkluis check declare 1.2a`.");
    practice.facts.folder->deviations = { { FolderFacts::Wrong::mode, "identity.db" } };
    EXPECT_EQ(first_step(practice.check(), k_today), "Herstel de rechten: `zorgkluis repair rights`.");
}

TEST(NextStep, EveryReasonHasOne)
{
    for (std::size_t i = 0; i < k_reason_count; ++i) {
        auto const reason = static_cast<Reason>(i);
        Evidence const evidence { .probe = find_probe("1.1a"),
            .mode = ProbeMode::measured_or_stated,
            .finding = finding(reason),
            .measurement = Measurement::unknown(reason),
            .spec = find_statement_spec("1.1a", Team::several) };
        bool const has_work = state_of(reason) == State::open || state_of(reason) == State::failed;
        EXPECT_EQ(!next_step(evidence).empty(), has_work) << name_of(reason);
    }
}

// The commands of this version, by hand; a step that names another one must leave it out.
TEST(NextStep, NamesOnlyCommandsThatExist)
{
    std::set<std::string_view> const commands { "init", "import", "check", "check declare", "patient find",
        "patient show", "account add", "account list", "account invite", "account reset", "account disable",
        "journal verify", "journal export", "journal reindex", "journal prove", "backup", "restore", "key recover",
        "repair rights", "setting set" };
    for (std::string_view command : commands_named())
        EXPECT_TRUE(commands.contains(command)) << command;
    EXPECT_FALSE(commands_named().empty());
}

// What stands between backquotes in any text is such a command too.
TEST(NextStep, HidesNoCommandInItsText)
{
    for (Probe const& probe : probes()) {
        EXPECT_FALSE(probe.next.contains('`')) << probe.id;
        EXPECT_FALSE(probe.measures.contains('`')) << probe.id;
    }
    for (StatementSpec const& spec : statement_specs())
        EXPECT_FALSE(spec.step.contains('`') || spec.text.contains('`')) << spec.probe;
    for (std::size_t i = 0; i < k_reason_count; ++i)
        EXPECT_FALSE(step_of(static_cast<Reason>(i)).text.contains('`'));
}

TEST(Amounts, AreWrittenInDutch)
{
    EXPECT_EQ(amount(366, Unit::day), "366 dagen");
    EXPECT_EQ(amount(1, Unit::day), "1 dag");
    EXPECT_EQ(amount(-1, Unit::day), "-1 dagen");
    EXPECT_EQ(amount(-1000, Unit::day), "-1.000 dagen");
    EXPECT_EQ(amount(-100, Unit::day), "-100 dagen");
    EXPECT_EQ(amount(10'001, Unit::patient), "10.001 patiënten");
    EXPECT_EQ(amount(1'234'567, Unit::count), "1.234.567");
    EXPECT_EQ(amount(5, Unit::minute), "5 minuten");
    EXPECT_EQ(amount(12, Unit::hour), "12 uur");
    EXPECT_EQ(limit_text(threshold(Limit::password_age)), "hoogstens 365 dagen");
    EXPECT_EQ(limit_text(threshold(Limit::certificate_left)), "minstens 14 dagen");
    EXPECT_EQ(limit_text(threshold(Limit::shared_ids)), "0");
    EXPECT_EQ(dutch_date(day("2026-03-01")), "01-03-2026");
}

TEST(Money, IsTheExampleOfThePaperAndSaysSo)
{
    EXPECT_EQ(at_stake_text(4'014, k_cents_each),
        "4.014 patiënten × € 200,00 = € 802.800,00 (rekenvoorbeeld uit de whitepaper van 2018)");
    EXPECT_EQ(k_fine,
        "tot € 10 miljoen of 2% (art. 83 lid 4: beveiliging, registers, verwerkers, datalekken, DPIA) of tot € 20 "
        "miljoen of 4% van de wereldwijde jaaromzet (lid 5: beginselen, rechten, doorgifte), steeds het hoogste van de "
        "twee");
}

TEST(PartsMeasured, CountWhatHasAValue)
{
    CheckResult const result = Practice().check();
    EXPECT_EQ(parts_measured(question_of(result, "1.3")), "3 van 3 gemeten");
    EXPECT_EQ(parts_measured(question_of(result, "1.4")), "2 van 3 gemeten");
    EXPECT_EQ(parts_measured(question_of(result, "2.2")), "2 van 2 gemeten");
    EXPECT_EQ(parts_measured(question_of(result, "3.1")), "0 van 2 gemeten");
}

TEST(Reasons, HaveANameASentenceAndAState)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < k_reason_count; ++i) {
        auto const reason = static_cast<Reason>(i);
        EXPECT_TRUE(names.insert(name_of(reason)).second);
        EXPECT_EQ(reason_named(name_of(reason)), reason);
        EXPECT_TRUE(sentence_of(reason).ends_with('.'));
    }
    EXPECT_EQ(reason_named("x"), std::nullopt);
    EXPECT_EQ(label_of(State::failed), "niet in orde");
    EXPECT_EQ(label_of(State::proven), "aangetoond");
}

} // namespace
} // namespace zk::care::check
