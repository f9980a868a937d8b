// fixture_test: an invented practice at its best, for the tests of the check; each test then spoils one thing.
// Used by *_test.cpp of this folder alone.
// Always: every question is at the best state that the first version can reach.
// An attacker gains nothing: all of it is invented.
#pragma once

#include "base/require.hpp"
#include "care/check/evaluate.hpp"
#include "care/check/fact_source.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace zk::care::check {

inline Date day(std::string_view iso)
{
    auto date = Date::parse_iso(iso);
    ZK_REQUIRE(date.has_value());
    return *date;
}

// A Sunday morning in Amsterdam; in winter, so 10:00 there is 09:00 UTC.
inline Instant const k_now = day("2026-11-22").sys_days() + std::chrono::hours(9);
inline Date const k_today = day("2026-11-22");

inline Date days_ago(int days)
{
    return k_today.plus_days(-days);
}

// What a reader found; a test changes it before the check.
struct PracticeFacts {
    Result<AccountFacts> accounts = AccountFacts {
        .accounts = {
            { .code = "M-01", .login = AccountFacts::Login::possible, .password_set_on = days_ago(100),
                .second_step = AccountFacts::SecondStep::confirmed, .sessions = 1 },
            { .code = "M-02", .login = AccountFacts::Login::possible, .password_set_on = days_ago(365),
                .second_step = AccountFacts::SecondStep::confirmed },
            { .code = "M-03", .login = AccountFacts::Login::impossible },
        },
        .password_term_days = 365,
    };
    Result<LockFacts> locks = LockFacts {
        .locks = { { Role::praktijkhouder, 15 }, { Role::behandelaar, 15 }, { Role::assistent, 5 },
            { Role::receptie, 5 }, { Role::administratie, 15 }, { Role::functionaris, 15 } },
        .session_hours = 12,
    };
    Result<SessionFacts> sessions = SessionFacts { .served = Served::yes,
        .sessions_30d = 40,
        .answered_past_lock_30d = 0,
        .networks_set = 1,
        .from_elsewhere_30d = 0,
        .by_vpn_or_outside_90d = 0,
        .from_outside = SessionFacts::FromOutside::refused };
    Result<TransportFacts> transport = TransportFacts { .served = Served::yes,
        .ports = { { 8443, TransportFacts::Answers::only_tls_1_3 } },
        .certificate_until = k_now + std::chrono::days(60) };
    Result<SystemFacts> system = SystemFacts {
        .supported_until = day("2028-06-30"), .oldest_pending_update = days_ago(14), .package_lists_of = days_ago(7)
    };
    Result<FolderFacts> folder = FolderFacts { .files = 20, .deviations = {} };
    Result<ProcessFacts> process = ProcessFacts { .dumps = ProcessFacts::Dumps::off,
        .keys = ProcessFacts::Keys::locked,
        .swap = ProcessFacts::Swap::none,
        .unexpected_listeners = 0 };
    Result<SoftwareFacts> software
        = SoftwareFacts { .build_date = days_ago(183), .flaw_list = SoftwareFacts::FlawList::none_laid_in };
    Result<std::optional<SampleFacts>> sample
        = SampleFacts { .records = 34'000, .sampled = 200, .hits = 0, .observed_at = k_now - std::chrono::days(6) };
    Result<SeparationFacts> separation = SeparationFacts { .ids = 8'000, .shared = 0 };
    Result<DemoFacts> demo
        = DemoFacts { .mode = PracticeMode::production, .examined = 4'017, .demo_accounts = 0, .demo_bsns = 0 };
    Result<CatalogueFacts> catalogue = CatalogueFacts { .elements = 120, .undeclared = {} };
    Result<RetentionFacts> retention
        = RetentionFacts { .records = 34'000, .overdue = 0, .erasing = RetentionFacts::Erasing::built };
    Result<std::optional<JournalFacts>> journal = JournalFacts { .verified = JournalFacts::Verified::whole,
        .entries = 9'000,
        .grants = 7'000,
        .grant_lines = 7'000,
        .setting_changes = 12,
        .setting_lines = 12,
        .observed_at = k_now - std::chrono::days(6) };
    Result<IndexFacts> index = IndexFacts { .lines_with_patient = 7'000, .missing = 0, .extra = 0 };
    Result<MatrixFacts> matrix = MatrixFacts { .cells = 300, .widened = {} };
    Result<CountFacts> counts = CountFacts { .scale = CountFacts::Scale::by_number,
        .registered = 4'014,
        .treated_per_year = 2'900,
        .treating_accounts = 3,
        .solo_stated = std::nullopt,
        .dpia_stated = std::nullopt };
};

class PracticeReader final : public FactReader {
public:
    explicit PracticeReader(PracticeFacts facts)
        : m_facts(std::move(facts))
    {
    }
    Result<AccountFacts> accounts() override { return m_facts.accounts; }
    Result<LockFacts> locks() override { return m_facts.locks; }
    Result<SessionFacts> sessions() override { return m_facts.sessions; }
    Result<TransportFacts> transport() override { return m_facts.transport; }
    Result<SystemFacts> system() override { return m_facts.system; }
    Result<FolderFacts> folder() override { return m_facts.folder; }
    Result<ProcessFacts> process() override { return m_facts.process; }
    Result<SoftwareFacts> software() override { return m_facts.software; }
    Result<std::optional<SampleFacts>> sample() override { return m_facts.sample; }
    Result<SeparationFacts> separation() override { return m_facts.separation; }
    Result<DemoFacts> demo() override { return m_facts.demo; }
    Result<CatalogueFacts> catalogue() override { return m_facts.catalogue; }
    Result<RetentionFacts> retention() override { return m_facts.retention; }
    Result<std::optional<JournalFacts>> journal() override { return m_facts.journal; }
    Result<IndexFacts> index() override { return m_facts.index; }
    Result<MatrixFacts> matrix() override { return m_facts.matrix; }
    Result<CountFacts> counts() override { return m_facts.counts; }

private:
    PracticeFacts m_facts;
};

inline Context practice_context()
{
    return { .now = k_now,
        .latest_known = k_now,
        .first_day = days_ago(400),
        .mode = PracticeMode::production,
        .active_accounts = 2 };
}

inline Statement statement_for(StatementSpec const& spec, Answer answer = Answer::ja)
{
    return { .probe = std::string(spec.probe),
        .answer = answer,
        .role = Role::praktijkhouder,
        .account = "M-01",
        .event_date = days_ago(60),
        .made_at = k_now - std::chrono::days(59),
        .explanation = "Fabrikant Voorbeeld, 23 september",
        .attachment_sha256 = std::nullopt,
        .text_version = spec.text_version };
}

// "ja" to all that is asked in the best practice.
inline std::vector<Statement> practice_statements(Team team = Team::several)
{
    std::vector<Statement> out;
    for (StatementSpec const& spec : statement_specs()) {
        if (spec.counts != Counts::when_asked && find_statement_spec(spec.probe, team) == &spec)
            out.push_back(statement_for(spec));
    }
    return out;
}

struct Practice {
    PracticeFacts facts = {};
    std::vector<Statement> statements = practice_statements();
    Context context = practice_context();

    [[nodiscard]] CheckResult check() const
    {
        PracticeReader reader(facts);
        FactSource source(reader, context.now);
        return evaluate(source, statements, context);
    }
    Statement& statement(std::string_view probe)
    {
        auto const found = std::ranges::find(statements, probe, &Statement::probe);
        ZK_REQUIRE(found != statements.end());
        return *found;
    }
};

inline QuestionResult const& question_of(CheckResult const& result, std::string_view id)
{
    auto const found = std::ranges::find(result.questions, find_question(id), &QuestionResult::question);
    ZK_REQUIRE(found != result.questions.end());
    return *found;
}

inline Evidence const& evidence_of(CheckResult const& result, std::string_view probe_id)
{
    Probe const* probe = find_probe(probe_id);
    ZK_REQUIRE(probe != nullptr);
    auto const& evidence = question_of(result, probe->question()).evidence;
    auto const found = std::ranges::find(evidence, probe, &Evidence::probe);
    ZK_REQUIRE(found != evidence.end());
    return *found;
}

} // namespace zk::care::check
