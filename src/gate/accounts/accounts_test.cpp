#include "gate/accounts/accounts.hpp"

#include "base/limits.hpp"
#include "gate/accounts/accounts_for_tests.hpp"
#include "testing/seeded_random.hpp"
#include "testing/temp_folder.hpp"

#include <fstream>
#include <gtest/gtest.h>

namespace zk::gate {
namespace {

using testing::SeededRandom;
using testing::TempFolder;

class AccountsTest : public ::testing::Test {
protected:
    std::string added(NewAccount const& account)
    {
        auto const made = m_desk.accounts().add(account);
        return made ? made->short_code : std::string(made.error().code());
    }
    static std::string code_of(Result<> const& done) { return done ? "done" : std::string(done.error().code()); }

    TempFolder m_folder;
    SeededRandom m_random;
    Desk m_desk { m_folder.path(), m_random };
};

TEST_F(AccountsTest, AddsAnAccountThatWaitsForItsCode)
{
    auto const made = m_desk.accounts().add({ .login = "E.Vroegindeweij",
        .name = "Els Vroegindeweij",
        .role = Role::praktijkhouder,
        .practitioner = "EV",
        .big = "99010001002",
        .agb = "12990011",
        .ends_on = *Date::from(2027, 1, 31) });
    ASSERT_TRUE(made);
    auto const found = m_desk.accounts().find("e vroegindeweij");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, made->id);
    EXPECT_EQ(found->login, "E.Vroegindeweij");
    EXPECT_EQ(found->name, "Els Vroegindeweij");
    EXPECT_EQ(found->role, Role::praktijkhouder);
    EXPECT_EQ(found->practitioner, "EV");
    EXPECT_EQ(found->short_code, "M-01");
    EXPECT_EQ(found->state, AccountState::invited);
    EXPECT_EQ(found->ends_on, *Date::from(2027, 1, 31));
    EXPECT_EQ(found->active_since, std::nullopt);
    EXPECT_EQ(m_desk.accounts().find(made->id)->login, "E.Vroegindeweij");
    EXPECT_FALSE(may_enter(*found, *Date::from(2026, 11, 23)));
}

TEST_F(AccountsTest, ALoginIsUniqueHoweverItIsWritten)
{
    EXPECT_EQ(added({ .login = "zoë", .name = {}, .role = Role::assistent }), "M-01");
    EXPECT_EQ(added({ .login = "Zoe", .name = {}, .role = Role::receptie }), "login-taken");
    ASSERT_TRUE(m_desk.accounts().find("ZOE"));
    EXPECT_EQ(m_desk.accounts().list()->size(), 1U);
    // Also after somebody left: the log still knows him by it.
    ASSERT_TRUE(m_desk.accounts().disable("zoe"));
    EXPECT_EQ(added({ .login = "zoe", .name = {}, .role = Role::receptie }), "login-taken");
}

TEST_F(AccountsTest, APractitionersCodeBelongsToOne)
{
    EXPECT_EQ(added({ .login = "anna", .name = {}, .role = Role::behandelaar, .practitioner = "AB" }), "M-01");
    EXPECT_EQ(added({ .login = "bert", .name = {}, .role = Role::behandelaar, .practitioner = " AB " }),
        "practitioner-code-taken");
    EXPECT_EQ(added({ .login = "cees", .name = {}, .role = Role::receptie }), "M-02");
    EXPECT_EQ(added({ .login = "dirk", .name = {}, .role = Role::receptie }), "M-03");
    // Who left gives it free, and does not get it back.
    ASSERT_TRUE(m_desk.accounts().disable("anna"));
    EXPECT_EQ(added({ .login = "bert", .name = {}, .role = Role::behandelaar, .practitioner = "AB" }), "M-04");
    EXPECT_EQ(m_desk.accounts().invite("anna").error().code(), "practitioner-code-taken");
}

TEST_F(AccountsTest, RefusesTextThatIsNone)
{
    auto const with = [](auto change) {
        NewAccount account { .login = "anna", .name = "Anna", .role = Role::assistent };
        change(account);
        return account;
    };
    EXPECT_EQ(added(with([](NewAccount& a) { a.login = ""; })), "login-empty");
    EXPECT_EQ(added(with([](NewAccount& a) { a.name = std::string(k_name_bytes_max + 1, 'a'); })), "account-bad-text");
    EXPECT_EQ(added(with([](NewAccount& a) { a.name = "An\nna"; })), "account-bad-text");
    EXPECT_EQ(added(with([](NewAccount& a) { a.name = "\xff"; })), "account-bad-text");
    EXPECT_EQ(added(with([](NewAccount& a) { a.practitioner = std::string(33, 'a'); })), "account-bad-text");
    EXPECT_EQ(added(with([](NewAccount& a) { a.big = std::string(33, '1'); })), "account-bad-text");
    EXPECT_EQ(added(with([](NewAccount& a) { a.agb = std::string(33, '1'); })), "account-bad-text");
    EXPECT_TRUE(m_desk.accounts().list()->empty());
    EXPECT_EQ(added(with([](NewAccount& a) { a.name = "  "; })), "M-01");
    EXPECT_EQ(m_desk.accounts().find("anna")->name, "anna");
}

TEST_F(AccountsTest, AddsManyOrNone)
{
    auto const import = ImportId::random(m_random);
    std::vector<NewAccount> many {
        { .login = "anna", .name = {}, .role = Role::behandelaar, .practitioner = "AB", .imported_by = import },
        { .login = "bert", .name = {}, .role = Role::assistent, .imported_by = import },
    };
    keep::Change change = m_desk.vault().change();
    auto const made = m_desk.accounts().add_all(change, many);
    ASSERT_TRUE(made);
    EXPECT_TRUE(m_desk.accounts().list()->empty());
    ASSERT_TRUE(m_desk.vault().commit(std::move(change)));
    ASSERT_EQ(m_desk.accounts().list()->size(), 2U);
    EXPECT_EQ(m_desk.accounts().find("bert")->id, made->at(1).id);
    EXPECT_EQ(m_desk.accounts().find("bert")->short_code, "M-02");

    keep::Change again = m_desk.vault().change();
    std::vector<NewAccount> const twins { { .login = "cees", .name = {}, .role = Role::receptie },
        { .login = "Cees", .name = {}, .role = Role::receptie } };
    EXPECT_EQ(m_desk.accounts().add_all(again, twins).error().code(), "login-taken");
}

TEST_F(AccountsTest, AnImportTakesItsAccountsBackUntilSomebodyUsesOne)
{
    auto const import = ImportId::random(m_random);
    ASSERT_EQ(added({ .login = "anna", .name = {}, .role = Role::assistent, .imported_by = import }), "M-01");
    ASSERT_EQ(added({ .login = "bert", .name = {}, .role = Role::assistent }), "M-02");
    keep::Change undo = m_desk.vault().change();
    ASSERT_TRUE(m_desk.accounts().remove_imported(undo, import));
    ASSERT_TRUE(m_desk.vault().commit(std::move(undo)));
    ASSERT_EQ(m_desk.accounts().list()->size(), 1U);
    EXPECT_EQ(m_desk.accounts().list()->front().login, "bert");

    ASSERT_EQ(added({ .login = "cees", .name = {}, .role = Role::assistent, .imported_by = import }), "M-03");
    m_desk.activate("cees", *m_desk.accounts().invite("cees"));
    keep::Change late = m_desk.vault().change();
    EXPECT_EQ(code_of(m_desk.accounts().remove_imported(late, import)), "imported-account-in-use");
}

TEST_F(AccountsTest, ListsInTheOrderOfShortCodes)
{
    for (int i = 1; i <= 101; ++i)
        ASSERT_FALSE(
            added({ .login = "naam " + std::to_string(i), .name = {}, .role = Role::receptie }).starts_with("l"));
    auto const all = m_desk.accounts().list();
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 101U);
    EXPECT_EQ(all->at(8).short_code, "M-09");
    EXPECT_EQ(all->at(99).short_code, "M-100");
    EXPECT_EQ(all->at(99).login, "naam 100");
}

TEST_F(AccountsTest, WhatIsNotThereIsNotFound)
{
    EXPECT_EQ(m_desk.accounts().find("niemand").error().code(), "account-unknown");
    EXPECT_EQ(m_desk.accounts().find("").error().code(), "account-unknown");
    EXPECT_EQ(m_desk.accounts().find(AccountId::random(m_random)).error().code(), "account-unknown");
    EXPECT_EQ(code_of(m_desk.accounts().disable("niemand")), "account-unknown");
    EXPECT_EQ(m_desk.accounts().invite("niemand").error().code(), "account-unknown");
    EXPECT_EQ(m_desk.accounts().reset("niemand").error().code(), "account-unknown");
    EXPECT_EQ(m_desk.accounts().reset("niemand").error().place(), "");
}

TEST_F(AccountsTest, TheLastPraktijkhouderStays)
{
    m_desk.add("eigenaar", Role::praktijkhouder);
    m_desk.add("anna");
    EXPECT_EQ(code_of(m_desk.accounts().disable("eigenaar")), "last-praktijkhouder");
    m_desk.add("opvolger", Role::praktijkhouder);
    EXPECT_EQ(code_of(m_desk.accounts().set_end_date("opvolger", *Date::from(2026, 11, 22))), "done");
    EXPECT_EQ(code_of(m_desk.accounts().disable("eigenaar")), "last-praktijkhouder");
    EXPECT_EQ(code_of(m_desk.accounts().set_end_date("opvolger", std::nullopt)), "done");
    EXPECT_EQ(code_of(m_desk.accounts().disable("eigenaar")), "done");
    EXPECT_EQ(m_desk.accounts().find("eigenaar")->state, AccountState::disabled);
    EXPECT_EQ(code_of(m_desk.accounts().disable("opvolger")), "last-praktijkhouder");
}

TEST_F(AccountsTest, AnActivePraktijkhouderWhoStaysIsNeeded)
{
    m_desk.let_in("eigenaar", Role::praktijkhouder);
    AccountEdit owner { .name = "Eigenaar", .role = Role::praktijkhouder };
    // Somebody who never came in does not run the practice.
    m_desk.add("opvolger", Role::praktijkhouder);
    EXPECT_EQ(code_of(m_desk.accounts().disable("eigenaar")), "last-praktijkhouder");
    EXPECT_EQ(code_of(m_desk.accounts().set_end_date("eigenaar", *Date::from(2027, 1, 1))), "last-praktijkhouder");
    owner.role = Role::receptie;
    EXPECT_EQ(code_of(m_desk.accounts().edit("eigenaar", owner)), "last-praktijkhouder");
    EXPECT_EQ(m_desk.accounts().find("eigenaar")->role, Role::praktijkhouder);
    m_desk.let_in("tweede", Role::praktijkhouder);
    EXPECT_EQ(code_of(m_desk.accounts().edit("eigenaar", owner)), "done");
    EXPECT_EQ(m_desk.accounts().find("eigenaar")->role, Role::receptie);
}

TEST_F(AccountsTest, EditsWhatTheFormHas)
{
    m_desk.add("anna");
    m_desk.add("bert", Role::behandelaar);
    AccountEdit edit { .name = "Anna de Boer",
        .role = Role::behandelaar,
        .practitioner = "AB",
        .big = "12345678901",
        .agb = "12000001",
        .ends_on = *Date::from(2027, 1, 1) };
    ASSERT_EQ(code_of(m_desk.accounts().edit("anna", edit)), "done");
    auto const anna = m_desk.accounts().find("anna");
    EXPECT_EQ(anna->name, "Anna de Boer");
    EXPECT_EQ(anna->practitioner, "AB");
    EXPECT_EQ(anna->big, "12345678901");
    EXPECT_EQ(anna->ends_on, Date::from(2027, 1, 1).value());
    // Her own code is not taken by herself.
    EXPECT_EQ(code_of(m_desk.accounts().edit("anna", edit)), "done");
    EXPECT_EQ(code_of(m_desk.accounts().edit("bert", edit)), "practitioner-code-taken");
    EXPECT_EQ(code_of(m_desk.accounts().edit("anna", { .name = "", .role = Role::assistent })), "done");
    auto const less = m_desk.accounts().find("anna");
    EXPECT_EQ(less->name, "anna");
    EXPECT_EQ(less->practitioner, "");
    EXPECT_EQ(less->ends_on, std::nullopt);
}

TEST_F(AccountsTest, KeepsTheRoster)
{
    m_desk.add("anna");
    std::vector<RosterLine> const lines { { "EV", RosterKind::assists, *Date::from(2026, 11, 1), std::nullopt },
        { "SB", RosterKind::stands_in, *Date::from(2026, 12, 1), *Date::from(2026, 12, 14) } };
    EXPECT_EQ(code_of(m_desk.accounts().set_roster("anna", lines)), "done");
    auto const anna = m_desk.accounts().find("anna");
    ASSERT_TRUE(anna);
    EXPECT_EQ(anna->roster, lines);
    EXPECT_EQ(works_for(*anna, *Date::from(2026, 11, 23)).size(), 1U);
    EXPECT_EQ(works_for(*anna, *Date::from(2026, 12, 14)).size(), 2U);
    EXPECT_EQ(
        code_of(m_desk.accounts().set_roster("anna", { { "", RosterKind::assists, *Date::from(2026, 1, 1), {} } })),
        "roster-bad-practitioner");
    EXPECT_EQ(code_of(m_desk.accounts().set_roster("anna", {})), "done");
    EXPECT_TRUE(m_desk.accounts().find("anna")->roster.empty());
}

TEST_F(AccountsTest, MeasuresWithoutNames)
{
    m_desk.let_in("anna", Role::behandelaar);
    m_desk.add("bert");
    auto const facts = m_desk.accounts().facts();
    ASSERT_TRUE(facts);
    ASSERT_EQ(facts->size(), 2U);
    AccountFacts const& anna = facts->front();
    EXPECT_EQ(anna.short_code, "M-01");
    EXPECT_EQ(anna.role, Role::behandelaar);
    EXPECT_TRUE(anna.can_log_in);
    EXPECT_TRUE(anna.second_step_confirmed);
    EXPECT_TRUE(anna.hash_below_floor); // the cost of tests
    EXPECT_FALSE(anna.blocklisted_at_last_login);
    EXPECT_EQ(anna.password_set_at, m_desk.clock.now() - std::chrono::minutes(1));
    EXPECT_EQ(anna.password_characters, Desk::k_password.size());
    EXPECT_EQ(anna.given_by_another_at, std::nullopt);
    EXPECT_EQ(anna.last_login_at, std::nullopt);
    AccountFacts const& bert = facts->back();
    EXPECT_FALSE(bert.can_log_in);
    EXPECT_FALSE(bert.second_step_confirmed);
    EXPECT_FALSE(bert.hash_below_floor);
    EXPECT_EQ(bert.password_set_at, std::nullopt);
}

TEST_F(AccountsTest, MeasuresEveryGap)
{
    m_desk.let_in("anna");
    auto const measured = [&](auto apply) {
        m_desk.change("anna", apply);
        return m_desk.accounts().facts()->front();
    };
    EXPECT_FALSE(measured([](AccountRecord& r) { r.second_step_confirmed_at.clear(); }).second_step_confirmed);
    EXPECT_FALSE(measured([](AccountRecord& r) { r.second_step.clear(); }).second_step_confirmed);
    EXPECT_TRUE(measured([](AccountRecord& r) {
        r.password_facts = PasswordFacts { 11, PasswordOrigin::own_choice, Blocklist::listed, Instant {} };
    }).blocklisted_at_last_login);
    EXPECT_EQ(m_desk.accounts().facts()->front().password_characters, 11U);
    Instant const given = m_desk.clock.now() - std::chrono::days(3);
    EXPECT_EQ(measured([&](AccountRecord& r) {
        r.password_facts = PasswordFacts { 20, PasswordOrigin::given_by_another, Blocklist::clear, given };
    }).given_by_another_at,
        given);
    Instant const year_ago = m_desk.clock.now() - std::chrono::days(366);
    EXPECT_EQ(measured([&](AccountRecord& r) { r.password_set_at = year_ago; }).password_set_at, year_ago);
    auto const floor = crypto::hash_password(Desk::k_password, k_password_cost_floor);
    EXPECT_FALSE(measured([&](AccountRecord& r) { r.password = *floor; }).hash_below_floor);
    EXPECT_TRUE(measured([](AccountRecord& r) { r.password = "$2b$10$something else"; }).hash_below_floor);
    // Past its end date it is still enabled: that is what the check must see.
    AccountFacts const ended = measured([](AccountRecord& r) { r.ends_on = *Date::from(2026, 11, 22); });
    EXPECT_TRUE(ended.can_log_in);
    EXPECT_EQ(ended.ends_on, *Date::from(2026, 11, 22));
    ASSERT_TRUE(m_desk.accounts().disable("anna"));
    EXPECT_FALSE(m_desk.accounts().facts()->front().can_log_in);
}

TEST_F(AccountsTest, ARecordWithoutItsRoleIsTold)
{
    m_desk.add("anna");
    m_desk.change("anna", [](AccountRecord& record) { record.role.clear(); });
    EXPECT_EQ(m_desk.accounts().list().error().code(), "account-incomplete");
    EXPECT_EQ(m_desk.accounts().facts().error().code(), "account-incomplete");
}

TEST_F(AccountsTest, OutliveARestart)
{
    m_desk.let_in("anna");
    m_desk.reopen();
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(AccountsTest, LeaveNothingReadableInTheFiles)
{
    ASSERT_EQ(added({ .login = "m.kersbergen",
                  .name = "Marielle Kersbergen",
                  .role = Role::assistent,
                  .practitioner = "KERSB-1" }),
        "M-01");
    auto const invitation = m_desk.accounts().invite("m.kersbergen");
    ASSERT_TRUE(invitation);
    m_desk.activate("m.kersbergen", *invitation);
    EXPECT_EQ(m_desk.log_in("m.kersbergen"), "in");
    std::vector<std::string> secrets { "kersbergen", "Kersbergen", "Marielle", "KERSB-1", "$argon2id$",
        std::string(Desk::k_password) };
    m_desk.change("m.kersbergen", [&](AccountRecord& record) {
        secrets.emplace_back(as_text(record.second_step.get()->expose()));
        secrets.emplace_back(as_text(record.recovery_codes.get()->front()));
    });
    int files = 0;
    for (auto const& file : std::filesystem::directory_iterator(m_folder.path())) {
        std::ifstream stream(file.path(), std::ios::binary);
        std::string const bytes { std::istreambuf_iterator<char>(stream), {} };
        ++files;
        for (std::string const& secret : secrets)
            EXPECT_EQ(bytes.find(secret), std::string::npos) << file.path();
    }
    EXPECT_GE(files, 2);
}

} // namespace
} // namespace zk::gate
