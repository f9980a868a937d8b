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

// --- 2.1b ---

SystemFacts system_facts()
{
    return *PracticeFacts().system;
}

TEST(ServerUpdates, PassAtTheLimits)
{
    Measurement const found = server_updates(system_facts(), k_now);
    EXPECT_EQ(judged("2.1b", found), Reason::pass);
    EXPECT_EQ(found.value, 14);
    SystemFacts none_pending = system_facts();
    none_pending.oldest_pending_update = std::nullopt;
    EXPECT_EQ(judged("2.1b", server_updates(none_pending, k_now)), Reason::pass);
    EXPECT_EQ(server_updates(none_pending, k_now).value, 0);
}

TEST(ServerUpdates, SabotagedByAnUpdateThatWaitsFifteenDays)
{
    SystemFacts facts = system_facts();
    facts.oldest_pending_update = days_ago(15);
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::breach);
    // Old lists do not excuse it.
    facts.package_lists_of = days_ago(40);
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::breach);
}

TEST(ServerUpdates, OpenWithOldOrUnreadableLists)
{
    SystemFacts facts = system_facts();
    facts.package_lists_of = days_ago(8);
    Measurement const found = server_updates(facts, k_now);
    EXPECT_EQ(judged("2.1b", found), Reason::package_lists_old);
    EXPECT_EQ(found.value, 8);
    facts.package_lists_of = std::nullopt;
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::unreadable);
    facts.package_lists_of = days_ago(-1);
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::clock);
}

TEST(ServerUpdates, FailedTheDayAfterSupportEnded)
{
    SystemFacts facts = system_facts();
    facts.supported_until = k_today;
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::pass);
    facts.supported_until = days_ago(1);
    Measurement const found = server_updates(facts, k_now);
    EXPECT_EQ(judged("2.1b", found), Reason::breach);
    EXPECT_EQ(found.limit, Limit::system_out_of_support);
}

TEST(ServerUpdates, OfAnUnknownSystemAreTheExpertsWord)
{
    SystemFacts facts = system_facts();
    facts.supported_until = std::nullopt;
    EXPECT_EQ(judged("2.1b", server_updates(facts, k_now)), Reason::no_statement);
    Statement const word = statement_for(*find_statement_spec("2.1b", Team::several));
    EXPECT_EQ(
        judge(*find_probe("2.1b"), server_updates(facts, k_now), &word, practice_context()).reason, Reason::stated);
}

TEST(ServerUpdates, KnowTheSystemsOfThisBuild)
{
    EXPECT_EQ(system_supported_until("debian", "12"), day("2028-06-30"));
    EXPECT_EQ(system_supported_until("debian", "13"), day("2030-06-30"));
    EXPECT_EQ(system_supported_until("debian", "7"), std::nullopt);
    EXPECT_EQ(system_supported_until("arch", ""), std::nullopt);
}

// --- 2.2a, 2.2c ---

SessionFacts sessions()
{
    return *PracticeFacts().sessions;
}

TEST(SessionsFromElsewhere, SabotagedByASessionFromAnUnlistedNet)
{
    SessionFacts facts = sessions();
    EXPECT_EQ(judged("2.2a", sessions_from_elsewhere(facts)), Reason::pass);
    facts.from_elsewhere_30d = 1;
    EXPECT_EQ(judged("2.2a", sessions_from_elsewhere(facts)), Reason::breach);
}

TEST(SessionsFromElsewhere, OpenWithoutNetworksSessionsOrServer)
{
    SessionFacts facts = sessions();
    facts.networks_set = 0;
    EXPECT_EQ(judged("2.2a", sessions_from_elsewhere(facts)), Reason::networks_not_set);
    facts = sessions();
    facts.sessions_30d = 0;
    EXPECT_EQ(judged("2.2a", sessions_from_elsewhere(facts)), Reason::empty);
    EXPECT_EQ(judged("2.2a", sessions_from_elsewhere({ .served = Served::no })), Reason::no_data);
}

TEST(DevicesOutside, DoNotMatterOnlyWhenNobodyCanBeOutside)
{
    EXPECT_EQ(judged("2.2c", devices_outside(sessions())), Reason::nothing_there);
    SessionFacts facts = sessions();
    facts.by_vpn_or_outside_90d = 1;
    EXPECT_EQ(judged("2.2c", devices_outside(facts)), Reason::no_statement);
    facts = sessions();
    facts.from_outside = SessionFacts::FromOutside::allowed;
    EXPECT_EQ(judged("2.2c", devices_outside(facts)), Reason::no_statement);
    EXPECT_EQ(judged("2.2c", devices_outside({ .served = Served::no })), Reason::no_statement);
}

// --- 2.2b ---

TransportFacts line()
{
    return *PracticeFacts().transport;
}

TEST(Transport, PassesWithFourteenDaysLeft)
{
    TransportFacts facts = line();
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::pass);
    facts.certificate_until = k_now + std::chrono::days(14);
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::pass);
    facts.certificate_until = k_now + std::chrono::days(14) - std::chrono::seconds(1);
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::breach);
}

TEST(Transport, SabotagedByACertificateThatEnded)
{
    TransportFacts facts = line();
    facts.certificate_until = k_now - std::chrono::seconds(1);
    Measurement const found = transport(facts, k_now);
    EXPECT_EQ(judged("2.2b", found), Reason::breach);
    EXPECT_EQ(found.value, -1);
}

TEST(Transport, FailsWhereSomethingOlderAnswers)
{
    TransportFacts facts = line();
    facts.ports.push_back({ 8080, TransportFacts::Answers::something_older });
    Measurement const found = transport(facts, k_now);
    EXPECT_EQ(judged("2.2b", found), Reason::breach);
    EXPECT_EQ(found.limit, Limit::ports_with_old_tls);
    EXPECT_EQ(found.items.front().label, "8080");
}

TEST(Transport, OpenWithoutServerPortsCertificateOrAnswer)
{
    EXPECT_EQ(judged("2.2b", transport({ .served = Served::no }, k_now)), Reason::no_data);
    EXPECT_EQ(judged("2.2b", transport({ .served = Served::yes }, k_now)), Reason::no_data);
    TransportFacts facts = line();
    facts.certificate_until = std::nullopt;
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::no_data);
    facts = line();
    facts.ports[0].answers = TransportFacts::Answers::nothing;
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::unreadable);
    facts.certificate_until = k_now;
    EXPECT_EQ(judged("2.2b", transport(facts, k_now)), Reason::breach);
}

// --- 2.3a ---

TEST(FolderRights, SabotagedByAFileThatOthersCanRead)
{
    FolderFacts facts = *PracticeFacts().folder;
    EXPECT_EQ(judged("2.3a", folder_rights(facts)), Reason::pass);
    facts.deviations = { { FolderFacts::Wrong::mode, "identity.db" } };
    Measurement const found = folder_rights(facts);
    EXPECT_EQ(judged("2.3a", found), Reason::breach);
    EXPECT_EQ(found.items.front().label, "identity.db: rechten");
    EXPECT_EQ(judged("2.3a", folder_rights({ .files = 0, .deviations = {} })), Reason::empty);
}

TEST(FolderRights, EveryKindOfDeviationHasAWord)
{
    for (auto wrong : { FolderFacts::Wrong::owner, FolderFacts::Wrong::mode, FolderFacts::Wrong::link_outward,
             FolderFacts::Wrong::network_share, FolderFacts::Wrong::synced_folder }) {
        Measurement const found = folder_rights({ .files = 1, .deviations = { { wrong, "." } } });
        EXPECT_GT(found.items.front().label.size(), 5U);
    }
}

// --- 2.3e ---

TEST(ProcessHardening, SabotagedByCoreDumps)
{
    ProcessFacts facts = *PracticeFacts().process;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::pass);
    facts.dumps = ProcessFacts::Dumps::on;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::breach);
}

TEST(ProcessHardening, EveryWeaknessCounts)
{
    ProcessFacts const good = *PracticeFacts().process;
    ProcessFacts facts = good;
    facts.keys = ProcessFacts::Keys::not_locked;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::breach);
    facts = good;
    facts.swap = ProcessFacts::Swap::plain;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::breach);
    facts.swap = ProcessFacts::Swap::encrypted;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::pass);
    facts = good;
    facts.unexpected_listeners = 1;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::breach);
}

TEST(ProcessHardening, WhatIsUnknownIsOpenUnlessSomethingElseIsWrong)
{
    ProcessFacts const good = *PracticeFacts().process;
    ProcessFacts facts = good;
    facts.swap = ProcessFacts::Swap::unknown;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::unreadable);
    facts.dumps = ProcessFacts::Dumps::on;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::breach);
    facts = good;
    facts.unexpected_listeners = std::nullopt;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::unreadable);
    facts = good;
    facts.dumps = ProcessFacts::Dumps::unknown;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::unreadable);
    facts = good;
    facts.keys = ProcessFacts::Keys::unknown;
    EXPECT_EQ(judged("2.3e", process_hardening(facts)), Reason::unreadable);
}

// --- 2.4a ---

SoftwareFacts software(int age_days)
{
    return { .build_date = days_ago(age_days), .flaw_list = SoftwareFacts::FlawList::none_laid_in };
}

TEST(SoftwareAge, SabotagedByABuildOf367Days)
{
    EXPECT_EQ(judged("2.4a", software_age(software(0), k_now)), Reason::pass);
    EXPECT_EQ(judged("2.4a", software_age(software(183), k_now)), Reason::pass);
    EXPECT_EQ(judged("2.4a", software_age(software(184), k_now)), Reason::expired);
    EXPECT_EQ(judged("2.4a", software_age(software(366), k_now)), Reason::expired);
    EXPECT_EQ(judged("2.4a", software_age(software(367), k_now)), Reason::not_done);
    EXPECT_EQ(judged("2.4a", software_age(software(-1), k_now)), Reason::clock);
}

TEST(SoftwareAge, AKnownFlawFailsAndABadListSaysNothing)
{
    SoftwareFacts facts = software(3);
    facts.flaw_list = SoftwareFacts::FlawList::signed_well;
    EXPECT_EQ(judged("2.4a", software_age(facts, k_now)), Reason::pass);
    facts.known_flaws = 1;
    EXPECT_EQ(judged("2.4a", software_age(facts, k_now)), Reason::breach);
    facts.flaw_list = SoftwareFacts::FlawList::bad_signature;
    EXPECT_EQ(judged("2.4a", software_age(facts, k_now)), Reason::unreadable);
    facts.build_date = days_ago(367);
    EXPECT_EQ(judged("2.4a", software_age(facts, k_now)), Reason::not_done);
}

// --- 2.4f ---

TEST(DemoData, SabotagedByADemoAccountAndMootInTestMode)
{
    DemoFacts facts = *PracticeFacts().demo;
    EXPECT_EQ(judged("2.4f", demo_data(facts)), Reason::pass);
    facts.demo_accounts = 1;
    EXPECT_EQ(judged("2.4f", demo_data(facts)), Reason::breach);
    facts.demo_accounts = 0;
    facts.demo_bsns = 1;
    EXPECT_EQ(judged("2.4f", demo_data(facts)), Reason::breach);
    facts.mode = PracticeMode::test;
    EXPECT_EQ(judged("2.4f", demo_data(facts)), Reason::test_mode);
    EXPECT_EQ(judged("2.4f",
                  demo_data({ .mode = PracticeMode::production, .examined = 0, .demo_accounts = 0, .demo_bsns = 0 })),
        Reason::empty);
}

} // namespace
} // namespace zk::care::check
