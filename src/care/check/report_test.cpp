#include "care/check/report.hpp"

#include "care/check/fixture_test.hpp"
#include "care/check/wording.hpp"
#include "crypto/sign.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace zk::care::check {
namespace {

crypto::Signer signer(std::uint8_t seed_byte = 7)
{
    ZK_REQUIRE(crypto::start().has_value());
    std::array<std::uint8_t, 32> seed {};
    seed.fill(seed_byte);
    return crypto::Signer::from_seed(*crypto::Key::from(seed));
}

keep::VerifierKey key_of(crypto::Signer const& one)
{
    return *keep::VerifierKey::make("praktijk.example/log", one.public_key());
}

ReportHead head()
{
    return { .practice_name = "Tandartspraktijk De Linde",
        .practice_kind = "tandarts",
        .practice_agb = "12002242",
        .software_version = "0.1.0",
        .build_date = days_ago(183),
        .patients = 4'014,
        .journal_origin = "praktijk.example/log",
        .journal_size = 9'000,
        .journal_root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=",
        .previous = ReportHead::Previous { .sha256 = {}, .made = k_now - std::chrono::days(1) } };
}

Json unsigned_report(Practice const& practice, View view = View::all)
{
    return report_json(practice.check(), head(), practice.context, view);
}

std::string signed_report(Json const& report, std::uint8_t seed_byte = 7)
{
    crypto::Signer const one = signer(seed_byte);
    keep::VerifierKey const key = key_of(one);
    return sign_report(report, key, [&](std::string_view text) { return keep::sign_note(text, key, one); });
}

std::string verdict(std::string_view file)
{
    auto verified = verify_report(file, key_of(signer()));
    return verified ? "" : std::string(verified.error().code());
}

// A liar who has the key: changes the report and signs it again.
std::string verdict_after(Practice const& practice, std::string_view from, std::string_view to)
{
    std::string text = unsigned_report(practice).canonical();
    std::size_t const at = text.find(from);
    ZK_REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return verdict(signed_report(*Json::parse(text)));
}

Json const& member(Json const& json, std::string_view key)
{
    return **json.at(key);
}

Json const& element(Json const& json, std::size_t index)
{
    return (**json.array()).at(index);
}

std::set<std::string> keys(Json const& json)
{
    std::set<std::string> out;
    for (auto const& [key, value] : **json.object())
        out.insert(key);
    return out;
}

TEST(Report, HasTheMembersOfItsFormat)
{
    Json const report = unsigned_report({});
    using Keys = std::set<std::string>;
    EXPECT_EQ(keys(report),
        (Keys { "format", "mode", "practice", "made", "software", "headline", "counts", "questions", "further",
            "controls", "at_stake", "limits", "journal", "previous" }));
    Json const& question = element(member(report, "questions"), 2);
    EXPECT_EQ(keys(question),
        (Keys { "id", "category", "text", "text_en", "state", "applicable", "why", "next", "expires", "evidence" }));
    Json const& evidence = element(member(question, "evidence"), 0);
    EXPECT_EQ(keys(evidence),
        (Keys { "probe", "mode", "state", "reason", "measured", "population", "observed_at", "fresh_until", "threshold",
            "items", "statement" }));
    EXPECT_EQ(keys(member(evidence, "threshold")),
        (Keys { "op", "value", "unit", "source", "reason", "verified", "contested" }));
    Json const& stated = element(member(element(member(report, "questions"), 0), "evidence"), 0);
    EXPECT_EQ(keys(member(stated, "statement")),
        (Keys { "answer", "role", "event_date", "made_at", "expires", "text_version" }));
}

TEST(Report, SaysWhatWasMeasuredBesideItsLimit)
{
    Practice practice;
    practice.facts.accounts->accounts[1].password_set_on = days_ago(400);
    Json const report = unsigned_report(practice);
    EXPECT_EQ(element(member(element(member(report, "questions"), 2), "evidence"), 0).canonical(),
        R"({"fresh_until":"2026-11-23T10:00:00+01:00","items":[{"date":"2025-10-18","kind":"account","label":"M-02"}],)"
        R"("measured":{"unit":"day","value":400},"mode":"M","observed_at":"2026-11-22T10:00:00+01:00","population":2,)"
        R"("probe":"1.3a","reason":"breach","state":"failed","statement":null,"threshold":{"contested":false,"op":"<=",)"
        R"("reason":"Een jaar is de langste termijn die nog regelmatig heet; NCSC en NIST raden een vaste termijn af, )"
        R"(dus de praktijk kiest.","source":"whitepaper 2018; eigen keuze","unit":"day","value":365,"verified":true}})");
    EXPECT_EQ(member(report, "made").text(), "2026-11-22T10:00:00+01:00");
    EXPECT_EQ(member(report, "headline").text(), "failed");
    EXPECT_EQ(member(report, "counts").canonical(), R"({"declared":17,"failed":1,"open":0,"proven":1})");
    EXPECT_EQ(member(report, "limits").canonical(), R"(["geen juridisch oordeel"])");
    EXPECT_EQ(member(report, "at_stake").canonical(),
        R"({"cents":80280000,"cents_each":20000,"label":"rekenvoorbeeld","patients":4014})");
}

TEST(Report, KeepsWhatPeopleWroteOut)
{
    EXPECT_FALSE(unsigned_report({}).canonical().contains("Fabrikant Voorbeeld"));
}

TEST(Report, ShowsTheScoreAloneToWhoMaySeeNoMore)
{
    Json const report = unsigned_report({}, View::score);
    for (std::size_t i = 0; i < k_question_count; ++i) {
        Json const& question = element(member(report, "questions"), i);
        EXPECT_EQ(member(question, "evidence").canonical(), "[]");
        EXPECT_FALSE(question.at("next"));
        EXPECT_TRUE(question.at("state"));
    }
    EXPECT_FALSE(report.canonical().contains("M-0"));
}

TEST(Report, VerifiesOffline)
{
    Json const report = unsigned_report({});
    auto verified = verify_report(signed_report(report), key_of(signer()));
    ASSERT_TRUE(verified) << verified.error().code() << " " << verified.error().place();
    EXPECT_EQ(verified->made, k_now);
    EXPECT_EQ(verified->mode, PracticeMode::production);
    EXPECT_EQ(verified->counts, (StateCounts { .proven = 2, .declared = 17 }));
    EXPECT_EQ(verified->headline, State::declared);
    EXPECT_EQ(verified->sha256, report_hash(report));
    EXPECT_EQ(verified->previous, crypto::Digest {});
}

TEST(Report, OfATestPracticeVerifiesAsSuch)
{
    Practice practice;
    practice.context.mode = PracticeMode::test;
    practice.facts.demo->mode = PracticeMode::test;
    auto verified = verify_report(signed_report(unsigned_report(practice)), key_of(signer()));
    ASSERT_TRUE(verified) << verified.error().code() << " " << verified.error().place();
    EXPECT_EQ(verified->mode, PracticeMode::test);
    EXPECT_EQ(verdict_after(practice, R"("mode":"test","practice")", R"("mode":"production","practice")"),
        "report-state-does-not-follow");
}

TEST(Report, StaysTheSameWhenItIsWrittenWithSpaces)
{
    std::string file = signed_report(unsigned_report({}));
    file.insert(1, "  \n");
    EXPECT_EQ(verdict(file), "");
}

// Whatever state a practice is in, its own report verifies.
RC_GTEST_PROP(Report, OfAnyPracticeVerifies, ())
{
    Practice practice;
    for (Statement& statement : practice.statements) {
        statement.answer = static_cast<Answer>(*rc::gen::inRange(0, 3));
        statement.event_date = days_ago(*rc::gen::inRange(0, 400));
        statement.text_version = *rc::gen::inRange(0, 3);
        statement.account = *rc::gen::element(std::string("M-01"), std::string("M-02"));
    }
    std::erase_if(practice.statements, [](Statement const&) { return *rc::gen::inRange(0, 4) == 0; });
    practice.context.departures = { { "M-02", Role::praktijkhouder, days_ago(*rc::gen::inRange(0, 50)) } };
    practice.context.active_accounts = *rc::gen::inRange(0, 3);
    practice.context.latest_known = k_now + std::chrono::seconds(*rc::gen::inRange(-5, 2));
    PracticeFacts& facts = practice.facts;
    facts.accounts->accounts[1].password_set_on = days_ago(*rc::gen::inRange(-2, 800));
    facts.accounts->accounts[0].second_step = static_cast<AccountFacts::SecondStep>(*rc::gen::inRange(0, 2));
    facts.accounts->password_term_days
        = *rc::gen::element(std::optional<int> {}, std::optional(90), std::optional(365), std::optional(730));
    facts.locks->locks[3].idle_minutes = *rc::gen::element(std::optional<int> {}, std::optional(3), std::optional(30));
    facts.sessions->served = static_cast<Served>(*rc::gen::inRange(0, 2));
    facts.sessions->sessions_30d = *rc::gen::inRange(0, 2);
    facts.sessions->networks_set = *rc::gen::inRange(0, 2);
    facts.sessions->by_vpn_or_outside_90d = *rc::gen::inRange(0, 2);
    facts.transport->certificate_until = k_now + std::chrono::days(*rc::gen::inRange(-20, 40));
    facts.system->supported_until
        = *rc::gen::element(std::optional<Date> {}, std::optional(days_ago(3)), std::optional(days_ago(-3)));
    facts.system->package_lists_of = days_ago(*rc::gen::inRange(-1, 10));
    facts.process->swap = static_cast<ProcessFacts::Swap>(*rc::gen::inRange(0, 4));
    facts.software->build_date = days_ago(*rc::gen::inRange(-2, 500));
    (*facts.sample)->observed_at = k_now - std::chrono::days(*rc::gen::inRange(-2, 12));
    (*facts.sample)->sampled = *rc::gen::inRange(198, 202);
    (*facts.journal)->verified = static_cast<JournalFacts::Verified>(*rc::gen::inRange(0, 3));
    (*facts.journal)->observed_at = k_now - std::chrono::days(*rc::gen::inRange(-2, 12));
    facts.separation->ids = *rc::gen::inRange(0, 2);
    facts.retention->overdue = *rc::gen::inRange(0, 2);
    facts.retention->erasing = static_cast<RetentionFacts::Erasing>(*rc::gen::inRange(0, 2));
    facts.counts->registered = *rc::gen::inRange(9'999, 10'003);
    facts.counts->treating_accounts = *rc::gen::inRange(0, 3);
    facts.counts->solo_stated = *rc::gen::element(std::optional<Answer> {}, std::optional(Answer::ja));
    facts.counts->dpia_stated = *rc::gen::element(std::optional<Answer> {}, std::optional(Answer::ja));
    if (*rc::gen::inRange(0, 5) == 0)
        facts.folder = fail(Fault::storage, "disk-read");

    auto verified = verify_report(signed_report(unsigned_report(practice)), key_of(signer()));
    if (!verified)
        RC_FAIL(std::string(verified.error().code()) + " " + verified.error().place());
    RC_ASSERT(verified->counts == practice.check().counts);
}

// Later parts measure more; their reports verify by the same rules.
class Later final : public ProbeSource {
public:
    explicit Later(std::function<Measurement(std::string_view)> measure)
        : m_measure(std::move(measure))
    {
    }
    Result<Measurement> measure(std::string_view id) override { return m_measure(id); }

private:
    std::function<Measurement(std::string_view)> m_measure;
};

std::string verdict_later(std::function<Measurement(std::string_view)> measure)
{
    Later source(std::move(measure));
    auto const statements = practice_statements();
    CheckResult const result = evaluate(source, statements, practice_context());
    auto verified = verify_report(signed_report(report_json(result, head(), practice_context())), key_of(signer()));
    return verified ? "" : std::string(verified.error().code()) + " " + verified.error().place();
}

TEST(Report, OfLaterPartsVerifiesToo)
{
    for (std::int64_t value : { 0, 1, 100, 500 }) {
        for (std::int64_t population : { 0, 5 }) {
            EXPECT_EQ(verdict_later([&](std::string_view id) {
                return Measurement::of(*find_probe(id)->limit, value, population);
            }),
                "");
        }
    }
    EXPECT_EQ(verdict_later([](std::string_view id) { return Measurement::never_done(*find_probe(id)->limit); }), "");
    EXPECT_EQ(verdict_later([](std::string_view) { return Measurement::asks(); }), "");
    EXPECT_EQ(verdict_later([](std::string_view id) {
        Measurement late = Measurement::of(*find_probe(id)->limit, 100, 5);
        late.evaluation = Evaluation { Role::functionaris, days_ago(3) };
        late.drill = days_ago(3);
        return late;
    }),
        "");
    EXPECT_EQ(verdict_later([](std::string_view id) {
        Measurement none = Measurement::of(*find_probe(id)->limit, 0, 0);
        none.drill = days_ago(3);
        return none;
    }),
        "");
}

// --- what a liar tries ---

TEST(Report, OfAnotherKeyIsRefused)
{
    EXPECT_EQ(verdict(signed_report(unsigned_report({}), 8)), "report-signed-by-another-key");
}

TEST(Report, WithoutSignatureIsRefused)
{
    EXPECT_EQ(verdict(unsigned_report({}).canonical()), "json-member-missing");
}

RC_GTEST_PROP(Report, NoByteCanChange, ())
{
    static std::string const file = signed_report(unsigned_report({}));
    std::string changed = file;
    std::size_t const at = *rc::gen::inRange<std::size_t>(0, file.size() - 1); // the last newline is no part of it
    changed[at] = static_cast<char>(changed[at] ^ (1 << *rc::gen::inRange(0, 7)));
    RC_ASSERT(verdict(changed) != "");
}

TEST(Report, AStateMustFollowFromItsEvidence)
{
    Practice practice;
    practice.facts.accounts->accounts[1].password_set_on = days_ago(400);
    EXPECT_EQ(verdict_after(practice, R"("reason":"breach","state":"failed")", R"("reason":"pass","state":"proven")"),
        "report-state-does-not-follow");
    EXPECT_EQ(verdict_after(practice, R"("reason":"breach","state":"failed")", R"("reason":"breach","state":"proven")"),
        "report-state-does-not-follow");
    EXPECT_EQ(verdict_after(practice, R"("reason":"breach","state":"failed")", R"("reason":"mended","state":"proven")"),
        "report-state-does-not-follow");
    EXPECT_EQ(
        verdict_after(practice, R"("reason":"breach","state":"failed")", R"("reason":"nothing_there","state":"na")"),
        "report-state-does-not-follow");
    EXPECT_EQ(verdict_after(practice, R"("reason":"breach","state":"failed")", R"("reason":"fine","state":"proven")"),
        "report-probe-changed");
    EXPECT_EQ(verdict_after(practice, R"("failed":1)", R"("failed":0)"), "report-counts-do-not-follow");
    EXPECT_EQ(
        verdict_after(practice, R"("headline":"failed")", R"("headline":"proven")"), "report-counts-do-not-follow");
    EXPECT_EQ(verdict_after(practice, R"("cents":80280000)", R"("cents":1)"), "report-money-does-not-follow");
}

TEST(Report, AMeasuredValueDoesNotPassALimitOfItsOwn)
{
    EXPECT_EQ(
        verdict_after({}, R"("unit":"day","value":365,"verified":true)", R"("unit":"day","value":731,"verified":true)"),
        "report-threshold-unknown");
    // The term of a password is the practice's own, within bounds.
    EXPECT_EQ(
        verdict_after({}, R"("unit":"day","value":365,"verified":true)", R"("unit":"day","value":730,"verified":true)"),
        "");
    EXPECT_EQ(verdict_after({}, R"("measured":{"unit":"day","value":365})", R"("measured":{"unit":"day","value":366})"),
        "report-state-does-not-follow");
}

TEST(Report, AProbeOrAQuestionCannotBeLeftOut)
{
    std::string text = unsigned_report({}).canonical();
    std::size_t const from = text.find(R"({"fresh_until")");
    std::size_t const to = text.find(R"({"fresh_until")", from + 1);
    text.erase(from, to - from);
    EXPECT_EQ(verdict(signed_report(*Json::parse(text))), "report-probe-missing");
    EXPECT_EQ(verdict_after({}, R"("id":"1.2")", R"("id":"1.3")"), "report-question-changed");
    EXPECT_EQ(verdict_after({}, "hoog op de agenda?", "laag op de agenda?"), "report-question-changed");
    EXPECT_EQ(verdict_after({}, R"("probe":"1.3a")", R"("probe":"1.3b")"), "report-probe-changed");
}

TEST(Report, EvidenceMustBeFreshWhenItWasMade)
{
    Practice practice;
    (*practice.facts.sample)->observed_at = k_now - std::chrono::days(6);
    EXPECT_EQ(verdict_after(practice, R"("fresh_until":"2026-11-23T10:00:00+01:00")",
                  R"("fresh_until":"2026-11-22T09:59:59+01:00")"),
        "report-evidence-stale");
    EXPECT_EQ(verdict_after(practice, R"("made":"2026-11-22T10:00:00+01:00","mode")",
                  R"("made":"2026-12-22T10:00:00+01:00","mode")"),
        "report-evidence-stale");
}

TEST(Report, AStatementKeepsItsTermItsRoleAndItsAnswer)
{
    EXPECT_EQ(
        verdict_after({}, R"("expires":"2027-03-25")", R"("expires":"2028-03-25")"), "report-statement-wrong-term");
    EXPECT_EQ(verdict_after({}, R"("role":"praktijkhouder")", R"("role":"receptie")"), "report-statement-wrong-role");
    EXPECT_EQ(verdict_after({}, R"("answer":"ja")", R"("answer":"nee")"), "report-state-does-not-follow");
    EXPECT_EQ(verdict_after({}, R"("event_date":"2026-09-23")", R"("event_date":"2026-02-30")"), "date-impossible");
}

TEST(Report, OfAnotherProbeSetSaysThatItCannotBeCompared)
{
    EXPECT_EQ(verdict_after({}, R"("probe_set":1)", R"("probe_set":2)"), "report-of-another-probe-set");
    EXPECT_EQ(verdict_after({}, "zorgkluis-check/1", "zorgkluis-check/2"), "report-format-unknown");
}

// With a statement for every probe, and a staff of forty with weak passwords, and a folder that anyone can read.
TEST(Report, FitsInASignedNote)
{
    Practice practice;
    practice.statements.clear();
    for (StatementSpec const& spec : statement_specs())
        practice.statements.push_back(statement_for(spec, Answer::nee));
    AccountFacts::Account const& weak
        = practice.facts.accounts->accounts.emplace_back(AccountFacts::Account { .code = "M-99",
            .password_set_on = days_ago(800),
            .hash = AccountFacts::Hash::below_floor,
            .ends_on = days_ago(9) });
    practice.facts.accounts->accounts.resize(40, weak);
    practice.facts.folder->deviations.resize(
        1000, { FolderFacts::Wrong::synced_folder, "journal/tile/entries/x001/234.p/12" });
    practice.facts.catalogue->undeclared.resize(1000, "identity.db: records.something_extra");
    practice.facts.matrix->widened.resize(1000, { "receptie: reden van afspraak", MatrixFacts::Justified::no });
    EXPECT_LT(signed_report(unsigned_report(practice)).size(), keep::k_note_bytes_max);
    CheckResult const result = practice.check();
    auto const& items = evidence_of(result, "2.3a").measurement.items;
    EXPECT_EQ(items.size(), k_items_shown_max + 1);
    EXPECT_EQ(items.back().label, "en nog 970");
}

RC_GTEST_PROP(Report, AnyFileIsReadWithoutAFault, (std::string const& bytes))
{
    RC_ASSERT(!verify_report(bytes, key_of(signer())));
}

} // namespace
} // namespace zk::care::check
