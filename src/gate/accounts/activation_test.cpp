#include "gate/accounts/accounts_for_tests.hpp"
#include "testing/seeded_random.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>
#include <set>

namespace zk::gate {
namespace {

using testing::SeededRandom;
using testing::TempFolder;

class ActivationTest : public ::testing::Test {
protected:
    std::string invite(std::string const& login)
    {
        auto const code = m_desk.accounts().invite(login);
        return code ? code->for_paper() : std::string(code.error().code());
    }
    std::string reset(std::string const& login)
    {
        auto const code = m_desk.accounts().reset(login);
        return code ? code->for_paper() : std::string(code.error().code());
    }
    std::string activate(std::string_view login, std::string_view code, std::string_view password = Desk::k_password)
    {
        auto const setup
            = m_desk.accounts().activate({ .login = login, .one_time_code = code, .new_password = password });
        return setup ? "set" : std::string(setup.error().code());
    }
    std::string confirm(std::string_view login, std::string_view code, std::string_view second_step)
    {
        auto const codes = m_desk.accounts().confirm_second_step(
            { .login = login, .one_time_code = code, .second_step = second_step });
        return codes ? std::to_string(codes->size()) + " codes" : std::string(codes.error().code());
    }
    AccountState state(std::string const& login) { return m_desk.accounts().find(login)->state; }

    TempFolder m_folder;
    SeededRandom m_random;
    Desk m_desk { m_folder.path(), m_random };
};

TEST_F(ActivationTest, LetsInWhoHasTheCode)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    EXPECT_EQ(state("anna"), AccountState::invited);
    EXPECT_EQ(activate("Anna", code), "set");
    EXPECT_EQ(state("anna"), AccountState::invited);
    EXPECT_EQ(confirm("anna", code, m_desk.code_of("anna")), "10 codes");
    EXPECT_EQ(state("anna"), AccountState::active);
    auto const anna = m_desk.accounts().find("anna");
    EXPECT_EQ(anna->active_since, m_desk.clock.now());
    EXPECT_EQ(anna->recovery_codes_left, 10U);
    EXPECT_EQ(anna->invite_ends_at, std::nullopt);
    EXPECT_TRUE(may_enter(*anna, *Date::from(2026, 11, 23)));
    m_desk.clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(ActivationTest, NobodyLogsInBeforeTheSecondStepIsConfirmed)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, "123456"), "login-failed");
    ASSERT_EQ(activate("anna", code), "set");
    EXPECT_EQ(m_desk.log_in("anna"), "login-failed");
    EXPECT_FALSE(m_desk.accounts().facts()->front().can_log_in);
}

TEST_F(ActivationTest, TheCodeOfTheConfirmationDoesNotLogIn)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    ASSERT_EQ(activate("anna", code), "set");
    ASSERT_EQ(confirm("anna", code, m_desk.code_of("anna")), "10 codes");
    EXPECT_EQ(m_desk.log_in("anna"), "login-failed");
}

TEST_F(ActivationTest, GivesTheAuthenticatorItsSecret)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    auto const setup
        = m_desk.accounts().activate({ .login = "anna", .one_time_code = code, .new_password = Desk::k_password });
    ASSERT_TRUE(setup);
    EXPECT_EQ(setup->secret.size(), 32U);
    EXPECT_TRUE(setup->uri.starts_with("otpauth://totp/Praktijk%20De%20Zwaluw:anna?secret=" + setup->secret + "&"));
}

TEST_F(ActivationTest, AWrongCodeIsRefusedWithOneAnswer)
{
    m_desk.add("anna");
    m_desk.add("bert");
    std::string const code = invite("anna");
    EXPECT_EQ(activate("bert", code), "one-time-code-refused");
    EXPECT_EQ(activate("niemand", code), "one-time-code-refused");
    EXPECT_EQ(activate("", code), "one-time-code-refused");
    EXPECT_EQ(activate("anna", "ABCD-EFGH-JKMN-PQRS"), "one-time-code-refused");
    EXPECT_EQ(activate("anna", ""), "one-time-code-refused");
    EXPECT_EQ(confirm("niemand", code, "123456"), "one-time-code-refused");
    EXPECT_EQ(confirm("anna", "ABCD-EFGH-JKMN-PQRS", "123456"), "one-time-code-refused");
    // The rules for passwords are told only to who has the code.
    EXPECT_EQ(activate("anna", "ABCD-EFGH-JKMN-PQRS", "kort"), "one-time-code-refused");
    EXPECT_EQ(activate("anna", code), "set");
}

TEST_F(ActivationTest, TheCodeCountsOnce)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    ASSERT_EQ(activate("anna", code), "set");
    ASSERT_EQ(confirm("anna", code, m_desk.code_of("anna")), "10 codes");
    EXPECT_EQ(activate("anna", code), "one-time-code-refused");
    EXPECT_EQ(confirm("anna", code, m_desk.code_of("anna")), "one-time-code-refused");
}

TEST_F(ActivationTest, WhoLosesTheWayHalfwayBeginsAgain)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    EXPECT_EQ(confirm("anna", code, "123456"), "password-not-chosen-yet");
    ASSERT_EQ(activate("anna", code), "set");
    std::string const first = m_desk.code_of("anna");
    EXPECT_EQ(activate("anna", code, "zeven groene kikkers"), "set");
    EXPECT_EQ(confirm("anna", code, first), "second-step-code-wrong");
    EXPECT_EQ(confirm("anna", code, ""), "second-step-code-wrong");
    EXPECT_EQ(confirm("anna", code, m_desk.code_of("anna")), "10 codes");
    m_desk.clock.advance(std::chrono::seconds(30));
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_desk.code_of("anna")), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", "zeven groene kikkers", m_desk.code_of("anna")), "in");
}

TEST_F(ActivationTest, TheCodeCountsForSevenDays)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    EXPECT_EQ(m_desk.accounts().find("anna")->invite_ends_at, m_desk.clock.now() + std::chrono::days(7));
    m_desk.clock.advance(std::chrono::days(7) - std::chrono::milliseconds(1));
    EXPECT_EQ(activate("anna", code), "set");
    m_desk.clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(activate("anna", code), "one-time-code-refused");
    EXPECT_EQ(confirm("anna", code, m_desk.code_of("anna")), "one-time-code-refused");
}

TEST_F(ActivationTest, ANewCodeReplacesTheOld)
{
    m_desk.add("anna");
    std::string const first = invite("anna");
    ASSERT_EQ(activate("anna", first), "set");
    std::string const second = invite("anna");
    EXPECT_NE(first, second);
    EXPECT_EQ(activate("anna", first), "one-time-code-refused");
    EXPECT_EQ(confirm("anna", second, "123456"), "password-not-chosen-yet");
    EXPECT_EQ(activate("anna", second), "set");
}

TEST_F(ActivationTest, HoldsThePasswordToThePolicy)
{
    ASSERT_TRUE(m_desk.accounts().add({ .login = "kersbergen", .name = "Marielle", .role = Role::assistent }));
    std::string const code = invite("kersbergen");
    EXPECT_EQ(activate("kersbergen", code, "te kort"), "password-too-short");
    EXPECT_EQ(activate("kersbergen", code, "Welkom2026!!"), "password-too-common");
    EXPECT_EQ(activate("kersbergen", code, "Marielle2026!"), "password-too-common");
    EXPECT_EQ(activate("kersbergen", code, "xqv kersbergen"), "password-holds-login");
    EXPECT_EQ(activate("kersbergen", code, "mooi praktijk de zwaluw"), "password-holds-practice-name");
    EXPECT_EQ(activate("kersbergen", code, std::string(1025, 'x')), "password-too-long");
    EXPECT_EQ(m_desk.accounts().facts()->front().password_set_at, std::nullopt);
}

TEST_F(ActivationTest, NotesWhoChoseThePassword)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    ASSERT_TRUE(m_desk.accounts().activate({ .login = "anna",
        .one_time_code = code,
        .new_password = Desk::k_password,
        .origin = PasswordOrigin::given_by_another }));
    EXPECT_EQ(m_desk.accounts().facts()->front().given_by_another_at, m_desk.clock.now());
    ASSERT_EQ(activate("anna", code), "set");
    EXPECT_EQ(m_desk.accounts().facts()->front().given_by_another_at, std::nullopt);
}

TEST_F(ActivationTest, AResetKillsAllThatLetHimIn)
{
    std::vector<OneTimeCode> const recovery = m_desk.let_in("anna");
    ASSERT_EQ(m_desk.log_in("anna"), "in");
    m_desk.clock.advance(std::chrono::minutes(1));
    std::string const old_code = m_desk.code_of("anna");
    std::string const paper = reset("anna");
    EXPECT_EQ(state("anna"), AccountState::invited);
    EXPECT_EQ(m_desk.accounts().find("anna")->active_since, std::nullopt);
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, old_code), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, recovery[0].for_paper()), "login-failed");

    m_desk.clock.advance(std::chrono::minutes(10));
    m_desk.activate("anna", *OneTimeCode::parse(paper));
    // A session from before the reset must not live again.
    EXPECT_EQ(m_desk.accounts().find("anna")->active_since, m_desk.clock.now() - std::chrono::minutes(1));
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, recovery[1].for_paper()), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(ActivationTest, InvitesWhoIsNotInAndResetsWhoIs)
{
    m_desk.let_in("eigenaar", Role::praktijkhouder);
    m_desk.let_in("anna");
    EXPECT_EQ(invite("anna"), "account-is-active");
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    ASSERT_TRUE(m_desk.accounts().disable("anna"));
    EXPECT_EQ(reset("anna"), "account-is-disabled");
    // Who comes back begins anew.
    std::string const code = invite("anna");
    EXPECT_EQ(state("anna"), AccountState::invited);
    m_desk.activate("anna", *OneTimeCode::parse(code));
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(ActivationTest, WhoLeftGetsNoCode)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    ASSERT_TRUE(m_desk.accounts().set_end_date("anna", *Date::from(2026, 11, 22)));
    EXPECT_EQ(invite("anna"), "account-has-ended");
    EXPECT_EQ(reset("anna"), "account-has-ended");
    EXPECT_EQ(activate("anna", code), "one-time-code-refused");
    ASSERT_TRUE(m_desk.accounts().set_end_date("anna", *Date::from(2026, 11, 23)));
    EXPECT_EQ(activate("anna", code), "set");
}

TEST_F(ActivationTest, ADisabledAccountsCodeIsDead)
{
    m_desk.add("anna");
    std::string const code = invite("anna");
    ASSERT_TRUE(m_desk.accounts().disable("anna"));
    EXPECT_EQ(activate("anna", code), "one-time-code-refused");
}

TEST_F(ActivationTest, RecoveryCodesDiffer)
{
    std::set<std::string> papers;
    for (OneTimeCode const& code : m_desk.let_in("anna"))
        papers.insert(code.for_paper());
    EXPECT_EQ(papers.size(), 10U);
}

} // namespace
} // namespace zk::gate
