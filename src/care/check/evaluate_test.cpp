#include "care/check/evaluate.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <stdexcept>

namespace zk::care::check {
namespace {

std::map<std::string_view, State> states(CheckResult const& result)
{
    std::map<std::string_view, State> out;
    for (QuestionResult const& one : result.questions)
        out.emplace(one.question->id, one.verdict.state);
    return out;
}

// A practice on its first day: the owner is invited, the machine is in order, nothing is stated, nothing served.
Practice fresh_practice()
{
    Practice practice;
    practice.statements.clear();
    practice.context.first_day = k_today;
    practice.context.active_accounts = 1;
    practice.facts.accounts
        = AccountFacts { .accounts = { { .code = "M-01", .login = AccountFacts::Login::impossible } },
              .password_term_days = 365 };
    practice.facts.sessions = SessionFacts { .served = Served::no };
    practice.facts.transport = TransportFacts { .served = Served::no };
    practice.facts.sample = std::optional<SampleFacts> {};
    practice.facts.separation = SeparationFacts { .ids = 0, .shared = 0 };
    practice.facts.demo
        = DemoFacts { .mode = PracticeMode::production, .examined = 1, .demo_accounts = 0, .demo_bsns = 0 };
    practice.facts.retention
        = RetentionFacts { .records = 0, .overdue = 0, .erasing = RetentionFacts::Erasing::not_built };
    practice.facts.index = IndexFacts { .lines_with_patient = 0, .missing = 0, .extra = 0 };
    practice.facts.counts = CountFacts { .scale = CountFacts::Scale::by_number,
        .registered = 0,
        .treated_per_year = 0,
        .treating_accounts = 0,
        .solo_stated = std::nullopt,
        .dpia_stated = std::nullopt };
    return practice;
}

TEST(Check, OnTheFirstDayNineteenAreOpen)
{
    for (int active : { 0, 1, 2 }) {
        Practice practice = fresh_practice();
        practice.context.active_accounts = active;
        CheckResult const result = practice.check();
        EXPECT_EQ(result.counts, (StateCounts { .open = 19 })) << active;
        EXPECT_EQ(result.headline, State::open);
        EXPECT_FALSE(found_something(result, Strictness::failed_only));
        EXPECT_TRUE(found_something(result, Strictness::open_too));
    }
}

TEST(Check, OnTheFirstDayOnlyTheMachineCanFail)
{
    Practice practice = fresh_practice();
    practice.facts.process->dumps = ProcessFacts::Dumps::on;
    practice.facts.system->oldest_pending_update = days_ago(15);
    CheckResult const result = practice.check();
    EXPECT_EQ(result.counts, (StateCounts { .open = 17, .failed = 2 }));
    EXPECT_EQ(question_of(result, "2.1").verdict.state, State::failed);
    EXPECT_EQ(question_of(result, "2.3").verdict.state, State::failed);
    EXPECT_TRUE(found_something(result, Strictness::failed_only));
}

TEST(Check, AtItsBestTwoAreProvenAndSeventeenDeclared)
{
    CheckResult const result = Practice().check();
    EXPECT_EQ(result.counts, (StateCounts { .proven = 2, .declared = 17 }));
    EXPECT_EQ(result.headline, State::declared);
    for (auto const& [id, state] : states(result))
        EXPECT_EQ(state, id == "1.3" || id == "2.2" ? State::proven : State::declared) << id;
    EXPECT_FALSE(found_something(result, Strictness::open_too));
}

TEST(Check, AtItsBestInTestModeToo)
{
    Practice practice;
    practice.context.mode = PracticeMode::test;
    practice.facts.demo->mode = PracticeMode::test;
    practice.facts.demo->demo_bsns = 4'014;
    EXPECT_EQ(practice.check().counts, (StateCounts { .proven = 2, .declared = 17 }));
    EXPECT_EQ(evidence_of(practice.check(), "2.4f").finding.reason, Reason::test_mode);
}

TEST(Check, AtItsBestForOnePersonToo)
{
    Practice practice;
    practice.context.active_accounts = 1;
    practice.statements = practice_statements(Team::one_person);
    CheckResult const result = practice.check();
    EXPECT_EQ(result.counts, (StateCounts { .proven = 2, .declared = 17 }));
    EXPECT_EQ(evidence_of(result, "1.1a").mode, ProbeMode::stated);
    for (const char* id : { "1.1b", "1.2b", "3.3b" })
        EXPECT_EQ(evidence_of(result, id).finding.reason, Reason::one_person) << id;
}

TEST(Check, HasAllQuestionsInOrderWithAllTheirProbes)
{
    CheckResult const result = Practice().check();
    ASSERT_EQ(result.questions.size(), k_question_count);
    std::size_t count = 0;
    for (std::size_t i = 0; i < k_question_count; ++i) {
        EXPECT_EQ(result.questions[i].question, &questions()[i]);
        count += result.questions[i].evidence.size();
    }
    EXPECT_EQ(count, probes().size());
}

// --- R10: a planted fault turns exactly one question ---

struct Sabotage {
    const char* probe;
    std::function<void(Practice&)> plant;
};

void say_no(Practice& practice, const char* probe)
{
    practice.statement(probe).answer = Answer::nee;
}

std::vector<Sabotage> const k_sabotages {
    { "1.1a", [](Practice& p) { say_no(p, "1.1a"); } },
    { "1.2a", [](Practice& p) { say_no(p, "1.2a"); } },
    { "1.2c", [](Practice& p) { say_no(p, "1.2c"); } },
    { "1.3a", [](Practice& p) { p.facts.accounts->accounts[1].password_set_on = days_ago(366); } },
    { "1.3b", [](Practice& p) { p.facts.accounts->accounts[1].second_step = AccountFacts::SecondStep::missing; } },
    { "1.3c", [](Practice& p) { p.facts.accounts->accounts[1].given_by_another_at = k_now - std::chrono::days(3); } },
    { "1.4a", [](Practice& p) { p.facts.locks->locks[3].idle_minutes = 30; } },
    { "1.4b", [](Practice& p) { p.facts.sessions->answered_past_lock_30d = 1; } },
    { "1.4c", [](Practice& p) { say_no(p, "1.4c"); } },
    { "1.5a", [](Practice& p) { say_no(p, "1.5a"); } },
    { "1.6a", [](Practice& p) { say_no(p, "1.6a"); } },
    { "1.6d", [](Practice& p) { say_no(p, "1.6d"); } },
    { "2.1a", [](Practice& p) { say_no(p, "2.1a"); } },
    { "2.1b", [](Practice& p) { p.facts.system->oldest_pending_update = days_ago(15); } },
    { "2.1c", [](Practice& p) { say_no(p, "2.1c"); } },
    { "2.2a", [](Practice& p) { p.facts.sessions->from_elsewhere_30d = 1; } },
    { "2.2b", [](Practice& p) { p.facts.transport->certificate_until = k_now - std::chrono::days(1); } },
    { "2.2c",
        [](Practice& p) {
            p.facts.sessions->by_vpn_or_outside_90d = 1;
            say_no(p, "2.2c");
        } },
    { "2.3a", [](Practice& p) { p.facts.folder->deviations = { { FolderFacts::Wrong::mode, "identity.db" } }; } },
    { "2.3b", [](Practice& p) { (*p.facts.sample)->hits = 1; } },
    { "2.3c", [](Practice& p) { p.facts.separation->shared = 1; } },
    { "2.3d", [](Practice& p) { p.facts.accounts->accounts[1].ends_on = days_ago(1); } },
    { "2.3e", [](Practice& p) { p.facts.process->dumps = ProcessFacts::Dumps::on; } },
    { "2.3f", [](Practice& p) { say_no(p, "2.3f"); } },
    { "2.3g", [](Practice& p) { say_no(p, "2.3g"); } },
    { "2.4a", [](Practice& p) { p.facts.software->build_date = days_ago(367); } },
    { "2.4b", [](Practice& p) { (*p.facts.journal)->verified = JournalFacts::Verified::broken; } },
    { "2.4d", [](Practice& p) { say_no(p, "2.4d"); } },
    { "2.4e", [](Practice& p) { say_no(p, "2.4e"); } },
    { "2.4f", [](Practice& p) { p.facts.demo->demo_accounts = 1; } },
    { "3.1a", [](Practice& p) { say_no(p, "3.1a"); } },
    { "3.1b", [](Practice& p) { say_no(p, "3.1b"); } },
    { "3.2a", [](Practice& p) { say_no(p, "3.2a"); } },
    { "3.2c", [](Practice& p) { say_no(p, "3.2c"); } },
    { "3.3a", [](Practice& p) { say_no(p, "3.3a"); } },
    { "3.4a", [](Practice& p) { p.facts.catalogue->undeclared = { "care.db: records.extra" }; } },
    { "3.4c", [](Practice& p) { say_no(p, "3.4c"); } },
    { "3.5a", [](Practice& p) { say_no(p, "3.5a"); } },
    { "3.6a", [](Practice& p) { p.facts.counts->registered = 10'001; } },
    { "3.6b", [](Practice& p) { say_no(p, "3.6b"); } },
    { "4.1a", [](Practice& p) { say_no(p, "4.1a"); } },
    { "4.1c", [](Practice& p) { say_no(p, "4.1c"); } },
    { "4.1d", [](Practice& p) { p.facts.index->missing = 1; } },
    { "4.2a",
        [](Practice& p) { p.facts.matrix->widened = { { "receptie: behandelcodes", MatrixFacts::Justified::no } }; } },
    { "4.2b", [](Practice& p) { p.facts.retention->overdue = 1; } },
    { "4.2c", [](Practice& p) { say_no(p, "4.2c"); } },
    { "4.2d", [](Practice& p) { say_no(p, "4.2d"); } },
    { "4.2e", [](Practice& p) { say_no(p, "4.2e"); } },
    { "4.3a", [](Practice& p) { say_no(p, "4.3a"); } },
    { "4.3d", [](Practice& p) { say_no(p, "4.3d"); } },
};

TEST(Check, APlantedFaultTurnsItsQuestionAndNoOther)
{
    auto const best = states(Practice().check());
    for (Sabotage const& sabotage : k_sabotages) {
        SCOPED_TRACE(sabotage.probe);
        Practice practice;
        sabotage.plant(practice);
        CheckResult const result = practice.check();
        EXPECT_EQ(evidence_of(result, sabotage.probe).finding.state, State::failed);
        for (auto const& [id, state] : states(result))
            EXPECT_EQ(state, id == find_probe(sabotage.probe)->question() ? State::failed : best.at(id)) << id;
    }
}

TEST(Check, EveryProbeThatSpeaksInThisVersionIsSabotaged)
{
    std::set<std::string_view> planted;
    for (Sabotage const& sabotage : k_sabotages)
        planted.insert(sabotage.probe);
    planted.insert("3.6c"); // speaks only when a DPIA is due; its own test is below
    for (Probe const& probe : probes()) {
        bool const speaks = probe.part == Part::v1 || probe.absent == Absent::own_statement;
        EXPECT_EQ(planted.contains(probe.id), speaks) << probe.id;
    }
}

TEST(Check, ADpiaThatIsDueAndNotReadyFails)
{
    Practice practice;
    practice.facts.counts->registered = 10'001;
    practice.facts.counts->dpia_stated = Answer::ja;
    EXPECT_EQ(question_of(practice.check(), "3.6").verdict.state, State::declared);
    say_no(practice, "3.6c");
    EXPECT_EQ(evidence_of(practice.check(), "3.6c").finding.reason, Reason::stated_no);
}

// --- R3: nothing is dropped ---

class Broken final : public ProbeSource {
public:
    Result<Measurement> measure(std::string_view id) override
    {
        if (id.starts_with("1"))
            throw std::runtime_error("no");
        if (id.starts_with("2"))
            throw 7; // NOLINT(hicpp-exception-baseclass): also what is no exception
        return fail(Fault::storage, "disk-read");
    }
};

TEST(Check, AProbeThatCrashesIsOpen)
{
    Broken broken;
    auto const statements = practice_statements();
    CheckResult const result = evaluate(broken, statements, practice_context());
    ASSERT_EQ(result.questions.size(), k_question_count);
    for (Probe const& probe : probes()) {
        Evidence const& evidence = evidence_of(result, probe.id);
        EXPECT_EQ(evidence.finding.reason, probe.mode == ProbeMode::stated ? Reason::stated : Reason::probe_error)
            << probe.id;
    }
    EXPECT_EQ(result.counts, (StateCounts { .open = 19 }));
}

TEST(Check, FactsThatCannotBeReadOpenTheirProbesAndNoOther)
{
    Practice practice;
    practice.facts.accounts = fail(Fault::storage, "disk-read");
    CheckResult const result = practice.check();
    for (const char* id : { "1.3a", "1.3b", "1.3c", "2.3d" })
        EXPECT_EQ(evidence_of(result, id).finding.reason, Reason::probe_error) << id;
    EXPECT_EQ(result.counts, (StateCounts { .proven = 1, .declared = 16, .open = 2 }));
}

TEST(Check, AnIdThatNobodyMeasuresIsNotBuilt)
{
    PracticeReader reader { PracticeFacts() };
    FactSource source(reader, k_now);
    EXPECT_EQ(source.measure("1.1a")->reason, Reason::not_built);
    EXPECT_EQ(source.measure("zz")->reason, Reason::not_built);
    for (Probe const& probe : probes()) {
        bool const is_built = source.measure(probe.id)->reason != Reason::not_built
            || source.measure(probe.id)->kind == Measurement::Kind::measured;
        EXPECT_TRUE(is_built || probe.part != Part::v1) << probe.id;
    }
}

// --- statements ---

TEST(Check, ANeighboursStatementSpeaksForRowsOfAbsentParts)
{
    Practice practice;
    say_no(practice, "4.3a");
    CheckResult const result = practice.check();
    for (const char* id : { "4.3a", "4.3b", "4.3c", "4.3e" })
        EXPECT_EQ(evidence_of(result, id).finding.reason, Reason::stated_no) << id;
    EXPECT_EQ(evidence_of(result, "4.3d").finding.reason, Reason::stated);
    EXPECT_EQ(evidence_of(result, "2.2d").finding.state, State::na);
    EXPECT_EQ(evidence_of(result, "2.4c").finding.state, State::na);
}

TEST(Check, AQuestionExpiresWithItsFirstStatement)
{
    Practice practice;
    practice.statement("1.6a").event_date = days_ago(1);   // 183 days
    practice.statement("1.6d").event_date = days_ago(300); // 365 days
    CheckResult const result = practice.check();
    EXPECT_EQ(question_of(result, "1.6").expires, k_today.plus_days(65));
    EXPECT_EQ(question_of(result, "1.3").expires, std::nullopt);
}

TEST(Check, TheProbeThatDecidesIsTheFirstOfTheWorst)
{
    Practice practice;
    say_no(practice, "1.6d");
    EXPECT_EQ(decisive(question_of(practice.check(), "1.6")).probe->id, "1.6d");
    EXPECT_EQ(decisive(question_of(Practice().check(), "1.6")).probe->id, "1.6a");
}

TEST(Check, AllTheStatesOfAQuestionCanBeReached)
{
    Practice practice;
    EXPECT_EQ(question_of(practice.check(), "1.4").verdict.state, State::declared);
    practice.facts.sessions->sessions_30d = 0;
    EXPECT_EQ(question_of(practice.check(), "1.4").verdict.state, State::open);
    practice.facts.locks->session_hours = 13;
    EXPECT_EQ(question_of(practice.check(), "1.4").verdict.state, State::failed);
}

} // namespace
} // namespace zk::care::check
