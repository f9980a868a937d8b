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

// --- 2.3b ---

SampleFacts sample(std::int64_t records, std::int64_t sampled, std::int64_t hits)
{
    return { .records = records, .sampled = sampled, .hits = hits, .observed_at = k_now - std::chrono::hours(1) };
}

TEST(SealedSample, SabotagedByOnePlainRecord)
{
    EXPECT_EQ(judged("2.3b", sealed_sample(sample(34'000, 200, 0))), Reason::pass);
    EXPECT_EQ(judged("2.3b", sealed_sample(sample(34'000, 200, 1))), Reason::breach);
}

TEST(SealedSample, IsAllWhenThereAreFewer)
{
    EXPECT_EQ(judged("2.3b", sealed_sample(sample(7, 7, 0))), Reason::pass);
    EXPECT_EQ(judged("2.3b", sealed_sample(sample(0, 0, 0))), Reason::empty);
}

TEST(SealedSample, TooSmallIsOpenUnlessItHit)
{
    Measurement const found = sealed_sample(sample(34'000, 199, 0));
    EXPECT_EQ(judged("2.3b", found), Reason::sample_small);
    EXPECT_EQ(found.value, 199);
    EXPECT_EQ(judged("2.3b", sealed_sample(sample(34'000, 199, 1))), Reason::breach);
}

TEST(SealedSample, IsStaleAfterAWeek)
{
    SampleFacts facts = sample(34'000, 200, 0);
    facts.observed_at = k_now - std::chrono::days(7);
    EXPECT_EQ(judged("2.3b", sealed_sample(facts)), Reason::pass);
    facts.observed_at -= std::chrono::milliseconds(1);
    EXPECT_EQ(judged("2.3b", sealed_sample(facts)), Reason::stale);
    facts.observed_at = k_now + std::chrono::seconds(1);
    EXPECT_EQ(judged("2.3b", sealed_sample(facts)), Reason::clock);
}

// --- 2.3c ---

TEST(SeparatedIds, SabotagedByAnIdCopiedAcross)
{
    EXPECT_EQ(judged("2.3c", separated_ids({ .ids = 8'000, .shared = 0 })), Reason::pass);
    EXPECT_EQ(judged("2.3c", separated_ids({ .ids = 8'000, .shared = 1 })), Reason::breach);
    EXPECT_EQ(judged("2.3c", separated_ids({ .ids = 0, .shared = 0 })), Reason::empty);
}

// --- 2.3d ---

TEST(AccountsPastEnd, SabotagedByAnEndDateOfYesterday)
{
    AccountFacts facts = *PracticeFacts().accounts;
    EXPECT_EQ(judged("2.3d", accounts_past_end(facts, k_now)), Reason::pass);
    facts.accounts[1].ends_on = days_ago(1);
    Measurement const found = accounts_past_end(facts, k_now);
    EXPECT_EQ(judged("2.3d", found), Reason::breach);
    EXPECT_EQ(found.items, (std::vector<Item> { { Item::Kind::account, "M-02", days_ago(1) } }));
}

TEST(AccountsPastEnd, WhoLeavesIsAThirdPartyFromMidnight)
{
    AccountFacts facts = *PracticeFacts().accounts;
    facts.accounts[1].ends_on = k_today;
    EXPECT_EQ(judged("2.3d", accounts_past_end(facts, k_now)), Reason::pass);
    EXPECT_EQ(judged("2.3d", accounts_past_end(facts, end_of_day_amsterdam(k_today))), Reason::breach);
}

TEST(AccountsPastEnd, ALivingSessionCountsAClosedAccountDoesNot)
{
    AccountFacts facts = *PracticeFacts().accounts;
    facts.accounts[2].ends_on = days_ago(100); // closed
    EXPECT_EQ(judged("2.3d", accounts_past_end(facts, k_now)), Reason::pass);
    facts.accounts[2].sessions = 1;
    EXPECT_EQ(judged("2.3d", accounts_past_end(facts, k_now)), Reason::breach);
    EXPECT_EQ(judged("2.3d", accounts_past_end({}, k_now)), Reason::empty);
}

// --- 2.4b ---

JournalFacts journal()
{
    return **PracticeFacts().journal;
}

TEST(JournalWhole, SabotagedByAFlippedByte)
{
    JournalFacts facts = journal();
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::pass);
    facts.verified = JournalFacts::Verified::broken;
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::breach);
    facts.entries = 0;
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::breach);
}

TEST(JournalWhole, EveryGrantAndEverySettingHasItsLine)
{
    for (int off : { -1, 1 }) {
        JournalFacts facts = journal();
        facts.grant_lines += off;
        EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::breach);
        facts = journal();
        facts.setting_lines += off;
        EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::breach);
    }
}

TEST(JournalWhole, OpenWhenUnreadableStaleOrEmpty)
{
    JournalFacts facts = journal();
    facts.verified = JournalFacts::Verified::unreadable;
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::unreadable);
    facts = journal();
    facts.observed_at = k_now - std::chrono::days(8);
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::stale);
    facts = JournalFacts { .verified = JournalFacts::Verified::whole,
        .entries = 0,
        .grants = 0,
        .grant_lines = 0,
        .setting_changes = 0,
        .setting_lines = 0,
        .observed_at = k_now };
    EXPECT_EQ(judged("2.4b", journal_whole(facts)), Reason::empty);
}

// --- 3.4a ---

TEST(CatalogueComplete, SabotagedByAnExtraColumn)
{
    CatalogueFacts facts = *PracticeFacts().catalogue;
    EXPECT_EQ(judged("3.4a", catalogue_complete(facts)), Reason::pass);
    facts.undeclared = { "care.db: records.extra" };
    Measurement const found = catalogue_complete(facts);
    EXPECT_EQ(judged("3.4a", found), Reason::breach);
    EXPECT_EQ(found.items.front().label, "care.db: records.extra");
    EXPECT_EQ(judged("3.4a", catalogue_complete({ .elements = 0, .undeclared = {} })), Reason::empty);
}

// --- 3.6a, 3.6c ---

CountFacts counts(std::int64_t registered, std::int64_t treated)
{
    CountFacts facts = *PracticeFacts().counts;
    facts.registered = registered;
    facts.treated_per_year = treated;
    return facts;
}

TEST(LargeScale, IsNotTheMatterUpToTenThousand)
{
    for (CountFacts const& facts : { counts(0, 0), counts(10'000, 10'000), counts(10'000, 0), counts(3, 10'000) }) {
        EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::small_practice);
        EXPECT_EQ(judged("3.6c", dpia_due(facts)), Reason::not_due);
    }
}

TEST(LargeScale, SabotagedByTenThousandAndOne)
{
    for (CountFacts const& facts : { counts(10'001, 0), counts(0, 10'001) }) {
        Measurement const found = large_scale(facts);
        EXPECT_EQ(judged("3.6a", found), Reason::breach);
        EXPECT_EQ(found.value, 10'001);
        EXPECT_EQ(judged("3.6c", dpia_due(facts)), Reason::no_statement);
    }
}

TEST(LargeScale, PassesWithADpiaWhoseContentIsStated)
{
    CountFacts facts = counts(10'001, 0);
    facts.dpia_stated = Answer::nee;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::breach);
    facts.dpia_stated = Answer::ja;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::pass);
    Statement const dpia = statement_for(*find_statement_spec("3.6c", Team::several));
    EXPECT_EQ(judge(*find_probe("3.6c"), dpia_due(facts), &dpia, practice_context()).reason, Reason::stated);
}

TEST(LargeScale, SomePracticesAreAlwaysLarge)
{
    CountFacts facts = counts(500, 500);
    facts.scale = CountFacts::Scale::always_large;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::breach);
    facts.dpia_stated = Answer::ja;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::pass);
}

TEST(LargeScale, SoloIsOneTreatingAccountAndASignedFact)
{
    CountFacts facts = counts(10'001, 0);
    facts.solo_stated = Answer::ja;
    facts.treating_accounts = 2;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::breach);
    facts.treating_accounts = 1;
    Statement const solo = statement_for(*find_statement_spec("3.6a", Team::several));
    EXPECT_EQ(judge(*find_probe("3.6a"), large_scale(facts), &solo, practice_context()).reason, Reason::stated);
    EXPECT_EQ(judged("3.6c", dpia_due(facts)), Reason::not_due);
    facts.solo_stated = std::nullopt;
    EXPECT_EQ(judged("3.6a", large_scale(facts)), Reason::breach);
}

// --- 4.1d ---

TEST(PatientLogComplete, SabotagedByADroppedIndexRow)
{
    EXPECT_EQ(
        judged("4.1d", patient_log_complete({ .lines_with_patient = 7, .missing = 0, .extra = 0 })), Reason::pass);
    EXPECT_EQ(
        judged("4.1d", patient_log_complete({ .lines_with_patient = 7, .missing = 1, .extra = 0 })), Reason::breach);
    EXPECT_EQ(
        judged("4.1d", patient_log_complete({ .lines_with_patient = 0, .missing = 0, .extra = 1 })), Reason::breach);
    EXPECT_EQ(
        judged("4.1d", patient_log_complete({ .lines_with_patient = 0, .missing = 0, .extra = 0 })), Reason::empty);
}

// --- 4.2a ---

TEST(RightsAsShipped, SabotagedByReceptionThatSeesTreatments)
{
    MatrixFacts facts = *PracticeFacts().matrix;
    EXPECT_EQ(judged("4.2a", rights_as_shipped(facts)), Reason::pass);
    facts.widened = { { "receptie: behandelcodes", MatrixFacts::Justified::yes } };
    EXPECT_EQ(judged("4.2a", rights_as_shipped(facts)), Reason::pass);
    facts.widened.push_back({ "administratie: aantekeningen", MatrixFacts::Justified::no });
    Measurement const found = rights_as_shipped(facts);
    EXPECT_EQ(judged("4.2a", found), Reason::breach);
    EXPECT_EQ(found.items, (std::vector<Item> { { Item::Kind::setting, "administratie: aantekeningen" } }));
    EXPECT_EQ(judged("4.2a", rights_as_shipped({ .cells = 0, .widened = {} })), Reason::empty);
}

// --- 4.2b ---

TEST(RecordsPastTerm, SabotagedByARecordOfTwentyYearsAndThirtyOneDays)
{
    auto facts = [](std::int64_t overdue, RetentionFacts::Erasing erasing) {
        return RetentionFacts { .records = 34'000, .overdue = overdue, .erasing = erasing };
    };
    EXPECT_EQ(judged("4.2b", records_past_term(facts(0, RetentionFacts::Erasing::built))), Reason::pass);
    EXPECT_EQ(judged("4.2b", records_past_term(facts(1, RetentionFacts::Erasing::built))), Reason::breach);
    // While the software cannot erase it is open: the practice cannot help it.
    EXPECT_EQ(
        judged("4.2b", records_past_term(facts(1, RetentionFacts::Erasing::not_built))), Reason::cannot_erase_yet);
    EXPECT_EQ(judged("4.2b", records_past_term(facts(0, RetentionFacts::Erasing::not_built))), Reason::pass);
}

} // namespace
} // namespace zk::care::check
