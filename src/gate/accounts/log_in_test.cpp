#include "crypto/system_random.hpp"
#include "gate/accounts/accounts_for_tests.hpp"
#include "gate/accounts/nobody.hpp"
#include "testing/temp_folder.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

namespace zk::gate {
namespace {

using namespace std::chrono_literals;
using testing::TempFolder;

class LogInTest : public ::testing::Test {
protected:
    void SetUp() override { m_recovery = m_desk.let_in("anna"); }

    std::string wrong(std::string_view source = {})
    {
        return m_desk.log_in("anna", "verkeerd wachtwoord", "123456", source);
    }

    TempFolder m_folder;
    crypto::SystemRandom m_random; // threads share it
    Desk m_desk { m_folder.path(), m_random };
    std::vector<OneTimeCode> m_recovery;
};

TEST_F(LogInTest, TakesPasswordAndSecondStep)
{
    auto const account
        = m_desk.accounts().log_in({ .login = "ANNA", .password = Desk::k_password, .code = m_desk.code_of("anna") });
    ASSERT_TRUE(account);
    EXPECT_EQ(account->login, "anna");
    EXPECT_EQ(account->last_login_at, m_desk.clock.now());
    EXPECT_EQ(m_desk.accounts().find("anna")->last_login_at, m_desk.clock.now());
}

TEST_F(LogInTest, EveryWrongLoginGetsTheSameAnswer)
{
    m_desk.let_in("bert");
    ASSERT_TRUE(m_desk.accounts().disable("bert"));
    m_desk.let_in("cees");
    ASSERT_TRUE(m_desk.accounts().set_end_date("cees", *Date::from(2026, 11, 22)));
    m_desk.add("dirk");
    std::string const code = m_desk.code_of("anna");
    std::string const cees_code = m_desk.code_of("cees");
    for (LoginAttempt const& attempt : {
             LoginAttempt { "niemand", Desk::k_password, code },
             LoginAttempt { "", Desk::k_password, code },
             LoginAttempt { "\xff", Desk::k_password, code },
             LoginAttempt { "anna", "verkeerd wachtwoord", code },
             LoginAttempt { "anna", "", code },
             LoginAttempt { "anna", Desk::k_password, "" },
             LoginAttempt { "bert", Desk::k_password, code },
             LoginAttempt { "cees", Desk::k_password, cees_code },
             LoginAttempt { "dirk", Desk::k_password, code },
         }) {
        auto const account = m_desk.accounts().log_in(attempt);
        ASSERT_FALSE(account);
        EXPECT_EQ(account.error().code(), "login-failed");
        EXPECT_EQ(account.error().fault(), Fault::refused);
        EXPECT_EQ(account.error().place(), "");
    }
    std::string const long_password(100'000, 'x');
    EXPECT_EQ(m_desk.log_in("anna", long_password, code), "login-failed");
    EXPECT_EQ(m_desk.log_in(std::string(100'000, 'a'), Desk::k_password, code), "login-failed");
    m_desk.clock.advance(1min);
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(LogInTest, LastsUntilTheLastMinuteOfTheLastDay)
{
    ASSERT_TRUE(m_desk.accounts().set_end_date("anna", *Date::from(2026, 11, 23)));
    // 23:59:30 in Amsterdam is 22:59:30 UTC in November.
    m_desk.clock.set(std::chrono::sys_days { std::chrono::year(2026) / 11 / 23 } + 22h + 59min + 30s);
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    m_desk.clock.advance(30s);
    EXPECT_EQ(m_desk.log_in("anna"), "login-failed");
}

TEST_F(LogInTest, ACodeOfTheSecondStepCountsOnce)
{
    std::string const code = m_desk.code_of("anna");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, code), "in");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, code), "login-failed");
    m_desk.clock.advance(30s);
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, code), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    m_desk.reopen();
    EXPECT_EQ(m_desk.log_in("anna"), "login-failed");
}

TEST_F(LogInTest, AWrongPasswordDoesNotUseTheCodeUp)
{
    std::string const code = m_desk.code_of("anna");
    EXPECT_EQ(m_desk.log_in("anna", "verkeerd wachtwoord", code), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, code), "in");
}

TEST_F(LogInTest, ARecoveryCodeCountsOnce)
{
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_recovery[3].for_paper()), "in");
    EXPECT_EQ(m_desk.accounts().find("anna")->recovery_codes_left, 9U);
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_recovery[3].for_paper()), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", "verkeerd wachtwoord", m_recovery[4].for_paper()), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_recovery[4].for_paper()), "in");
    EXPECT_EQ(m_desk.accounts().find("anna")->recovery_codes_left, 8U);
    // The authenticator, when it is found again, still counts.
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(LogInTest, TheRecoveryCodeOfAnotherIsNone)
{
    std::vector<OneTimeCode> const of_bert = m_desk.let_in("bert");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, of_bert[0].for_paper()), "login-failed");
}

TEST_F(LogInTest, WithoutAConfirmedSecondStepNobodyGetsIn)
{
    std::string const code = m_desk.code_of("anna");
    m_desk.change("anna", [](AccountRecord& record) { record.second_step_confirmed_at.clear(); });
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, code), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_recovery[0].for_paper()), "login-failed");
}

TEST_F(LogInTest, GuessingWaitsAndTheOwnerGetsInAfterwards)
{
    for (int i = 0; i < 4; ++i)
        ASSERT_EQ(wrong(), "login-failed");
    EXPECT_EQ(wrong(), "login-too-soon");
    // Right or wrong: what comes too soon is not looked at.
    EXPECT_EQ(m_desk.log_in("anna"), "login-too-soon");
    for (int i = 0; i < 20; ++i) {
        m_desk.clock.advance(k_login_delay_max);
        ASSERT_EQ(wrong(), "login-failed");
    }
    auto const too_soon
        = m_desk.accounts().log_in({ .login = "anna", .password = Desk::k_password, .code = m_desk.code_of("anna") });
    ASSERT_FALSE(too_soon);
    EXPECT_EQ(too_soon.error().fault(), Fault::unavailable);
    EXPECT_EQ(too_soon.error().place(), "seconds 30");
    m_desk.clock.advance(k_login_delay_max);
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    m_desk.clock.advance(30s);
    EXPECT_EQ(m_desk.log_in("anna"), "in");
}

TEST_F(LogInTest, StrangersDoNotDelayTheOwnerAtHisOwnPlace)
{
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_desk.code_of("anna"), "balie"), "in");
    for (int i = 0; i < 4; ++i)
        ASSERT_EQ(wrong("elders"), "login-failed");
    EXPECT_EQ(wrong("elders"), "login-too-soon");
    m_desk.clock.advance(30s);
    for (int i = 0; i < 5; ++i) [[maybe_unused]]
        auto const one = wrong("elders");
    EXPECT_EQ(m_desk.log_in("anna", Desk::k_password, m_desk.code_of("anna"), "balie"), "in");
}

TEST_F(LogInTest, ANameThatDoesNotExistWaitsToo)
{
    for (int i = 0; i < 4; ++i)
        ASSERT_EQ(m_desk.log_in("niemand", "verkeerd wachtwoord", "123456"), "login-failed");
    EXPECT_EQ(m_desk.log_in("Niemand", "verkeerd wachtwoord", "123456"), "login-too-soon");
}

TEST_F(LogInTest, TellsHowOftenItFailedInBetween)
{
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    EXPECT_EQ(m_desk.accounts().find("anna")->failures_before_login, 0U);
    m_desk.clock.advance(1min);
    ASSERT_EQ(wrong(), "login-failed");
    ASSERT_EQ(wrong(), "login-failed");
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    EXPECT_EQ(m_desk.accounts().find("anna")->failures_before_login, 2U);
    m_desk.clock.advance(1min);
    EXPECT_EQ(m_desk.log_in("anna"), "in");
    EXPECT_EQ(m_desk.accounts().find("anna")->failures_before_login, 0U);
}

TEST_F(LogInTest, ACheapHashIsMadeDearer)
{
    TempFolder folder;
    Desk dear(folder.path(), m_random, k_password_cost_floor);
    dear.let_in("bert");
    auto const cheap = crypto::hash_password(Desk::k_password, crypto::k_test_cost);
    dear.change("bert", [&](AccountRecord& record) { record.password = *cheap; });
    EXPECT_TRUE(dear.accounts().facts()->front().hash_below_floor);
    EXPECT_EQ(dear.log_in("bert"), "in");
    EXPECT_FALSE(dear.accounts().facts()->front().hash_below_floor);
    dear.clock.advance(1min);
    EXPECT_EQ(dear.log_in("bert"), "in");
}

TEST_F(LogInTest, APasswordThatBecameCommonIsSeen)
{
    auto const common = crypto::hash_password("Welkom2026!!", crypto::k_test_cost);
    m_desk.change("anna", [&](AccountRecord& record) { record.password = *common; });
    EXPECT_FALSE(m_desk.accounts().facts()->front().blocklisted_at_last_login);
    EXPECT_EQ(m_desk.log_in("anna", "Welkom2026!!", m_desk.code_of("anna")), "in");
    EXPECT_TRUE(m_desk.accounts().facts()->front().blocklisted_at_last_login);
}

TEST_F(LogInTest, OneCodeLetsOneInWhoeverComesFirst)
{
    for (int round = 0; round < 10; ++round) {
        std::string const code = m_desk.code_of("anna");
        std::atomic<int> in = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back([&] {
                if (m_desk.accounts().log_in({ .login = "anna", .password = Desk::k_password, .code = code }))
                    ++in;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        EXPECT_EQ(in, 1);
        m_desk.clock.advance(1min);
    }
}

TEST_F(LogInTest, TwoRightLoginsAtOnceAreBothIn)
{
    std::string const code = m_desk.code_of("anna");
    std::string const paper = m_recovery[0].for_paper();
    std::atomic<int> in = 0;
    auto const log_in = [&](std::string_view with) {
        if (m_desk.accounts().log_in({ .login = "anna", .password = Desk::k_password, .code = with }))
            ++in;
    };
    std::thread one(log_in, code);
    std::thread other(log_in, paper);
    one.join();
    other.join();
    EXPECT_EQ(in, 2);
    EXPECT_EQ(m_desk.accounts().find("anna")->recovery_codes_left, 9U);
    EXPECT_EQ(m_desk.log_in("anna"), "login-failed");
}

TEST(Nobody, IsAskedAtTheFullCostAndNeverAnswers)
{
    ASSERT_TRUE(crypto::start());
    crypto::SystemRandom random;
    for (crypto::Cost const cost : { crypto::k_test_cost, crypto::k_login_cost }) {
        AccountRecord const record = nobody(cost, random);
        EXPECT_EQ(*crypto::cost_of(*record.password.get()), cost);
    }
    // Not measured by the clock alone: a hash that does not parse would be refused without any work.
    AccountRecord const dear = nobody(k_password_cost_floor, random);
    std::string const real = *crypto::hash_password("vier blauwe olifanten", k_password_cost_floor);
    auto const fastest = [](std::string const& hash) {
        auto best = std::chrono::steady_clock::duration::max();
        for (int i = 0; i < 5; ++i) {
            auto const start = std::chrono::steady_clock::now();
            EXPECT_FALSE(crypto::password_matches(hash, "verkeerd wachtwoord"));
            best = std::min(best, std::chrono::steady_clock::now() - start);
        }
        return best;
    };
    auto const of_nobody = fastest(*dear.password.get());
    auto const of_somebody = fastest(real);
    EXPECT_LT(of_nobody, 3 * of_somebody);
    EXPECT_LT(of_somebody, 3 * of_nobody);
}

} // namespace
} // namespace zk::gate
