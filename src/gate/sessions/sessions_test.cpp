#include "gate/sessions/sessions.hpp"

#include "crypto/system_random.hpp"
#include "gate/accounts/accounts_for_tests.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view k_here = "192.168.1.20";
constexpr std::string_view k_elsewhere = "203.0.113.7";

class SessionsTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        m_desk.let_in("anna", Role::receptie);
        m_desk.let_in("bert", Role::behandelaar);
    }

    Sessions::Begun begin(std::string const& login)
    {
        auto const account
            = m_desk.accounts().log_in({ .login = login, .password = Desk::k_password, .code = m_desk.code_of(login) });
        EXPECT_TRUE(account) << account.error().code();
        // The next code of the authenticator.
        m_desk.clock.advance(30s);
        return m_sessions.begin(*account, k_here);
    }

    // "open", "locked" or the error's code.
    std::string state(std::string_view token, std::string_view address = k_here, Activity activity = Activity::person)
    {
        auto const session = m_sessions.find(token, address, activity);
        if (!session)
            return std::string(session.error().code());
        return session->screen == Screen::open ? "open" : "locked";
    }
    std::string unlock(std::string_view token, Proof::By by, std::string_view value)
    {
        auto const session = m_sessions.unlock(token, k_here, { by, value, k_here });
        return session ? "open" : std::string(session.error().code());
    }

    testing::TempFolder m_folder;
    crypto::SystemRandom m_random;
    Desk m_desk { m_folder.path(), m_random };
    Settings m_settings;
    Sessions m_sessions { m_desk.accounts(), m_settings, m_desk.clock, m_random };
};

TEST_F(SessionsTest, BelongToWhoLoggedIn)
{
    auto const begun = begin("anna");
    EXPECT_EQ(begun.token.size(), 64U);
    EXPECT_EQ(begun.session.account.login, "anna");
    EXPECT_NE(begun.session.csrf, begun.token);
    auto const found = m_sessions.find(begun.token, k_here, Activity::person);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->account.id, begun.session.account.id);
    EXPECT_EQ(found->csrf, begun.session.csrf);
    EXPECT_EQ(state("nonsense"), "no-session");
    EXPECT_EQ(state(""), "no-session");
}

TEST_F(SessionsTest, LockByIdleTimeOfTheRole)
{
    auto const anna = begin("anna"); // at the desk: 5 minutes
    auto const bert = begin("bert"); // elsewhere: 15
    m_desk.clock.advance(4min);
    EXPECT_EQ(state(anna.token), "open");
    m_desk.clock.advance(5min);
    EXPECT_EQ(state(anna.token), "locked");
    EXPECT_EQ(state(bert.token), "open");
    m_desk.clock.advance(15min);
    EXPECT_EQ(state(bert.token), "locked");
    // A locked one stays so, whoever asks.
    EXPECT_EQ(state(anna.token), "locked");
}

TEST_F(SessionsTest, APageThatAsksByItselfKeepsNoScreenOpen)
{
    auto const begun = begin("anna");
    for (int minute = 0; minute < 4; ++minute) {
        m_desk.clock.advance(1min);
        EXPECT_EQ(state(begun.token, k_here, Activity::page), "open");
    }
    m_desk.clock.advance(1min);
    EXPECT_EQ(state(begun.token, k_here, Activity::page), "locked");
}

TEST_F(SessionsTest, ComeBackByPasswordOrSecondStep)
{
    auto const begun = begin("anna");
    m_sessions.lock(begun.token);
    EXPECT_EQ(state(begun.token), "locked");
    EXPECT_EQ(unlock(begun.token, Proof::By::password, Desk::k_password), "open");
    EXPECT_EQ(state(begun.token), "open");

    m_sessions.lock(begun.token);
    std::string const code = m_desk.code_of("anna");
    EXPECT_EQ(unlock(begun.token, Proof::By::second_step, code), "open");
    m_sessions.lock(begun.token);
    EXPECT_EQ(unlock(begun.token, Proof::By::second_step, code), "login-failed"); // a code counts once
    EXPECT_EQ(unlock(begun.token, Proof::By::password, ""), "login-failed");
    EXPECT_EQ(state(begun.token), "locked");
}

TEST_F(SessionsTest, ComeBackByPinWhereThePracticeAllowsIt)
{
    auto set_pin = [&](AccountId const& id, std::string_view pin, std::string_view password) {
        auto const done = m_desk.accounts().set_pin(id, pin, { Proof::By::password, password, k_here });
        return done ? "set" : std::string(done.error().code());
    };
    auto const anna = begin("anna"); // at the desk
    AccountId const id = anna.session.account.id;
    EXPECT_TRUE(anna.session.pin_allowed);
    EXPECT_FALSE(anna.session.account.has_pin);
    for (char const* simple : { "0000", "1234", "87654321" })
        EXPECT_EQ(set_pin(id, simple, Desk::k_password), "pin-too-simple") << simple;
    for (char const* wrong : { "", "123", "123456789", "12a4", "12 4" })
        EXPECT_EQ(set_pin(id, wrong, Desk::k_password), "pin-not-digits") << wrong;
    EXPECT_EQ(set_pin(id, "4071", "verkeerd wachtwoord"), "login-failed");
    m_sessions.lock(anna.token);
    EXPECT_EQ(unlock(anna.token, Proof::By::pin, "4071"), "login-failed");
    EXPECT_EQ(set_pin(id, "4071", Desk::k_password), "set");
    EXPECT_EQ(unlock(anna.token, Proof::By::pin, "4070"), "login-failed");
    EXPECT_EQ(unlock(anna.token, Proof::By::pin, "4071"), "open");
    EXPECT_TRUE(m_sessions.find(anna.token, k_here, Activity::person)->account.has_pin);

    auto const bert = begin("bert"); // elsewhere
    EXPECT_FALSE(bert.session.pin_allowed);
    EXPECT_EQ(set_pin(bert.session.account.id, "4071", Desk::k_password), "set");
    m_sessions.lock(bert.token);
    EXPECT_EQ(unlock(bert.token, Proof::By::pin, "4071"), "pin-not-allowed");
    // It opens no login.
    EXPECT_EQ(m_desk.log_in("anna", "4071", m_desk.code_of("anna")), "login-failed");
}

TEST_F(SessionsTest, EndAfterTooManyWrongAnswers)
{
    auto const begun = begin("anna");
    m_sessions.lock(begun.token);
    for (unsigned i = 1; i < k_unlock_tries; ++i) {
        EXPECT_EQ(unlock(begun.token, Proof::By::password, "verkeerd wachtwoord"), "login-failed") << i;
        m_desk.clock.advance(31s); // past the throttle
    }
    EXPECT_EQ(unlock(begun.token, Proof::By::password, "verkeerd wachtwoord"), "no-session");
    EXPECT_EQ(state(begun.token), "no-session");
}

TEST_F(SessionsTest, ATooQuickAnswerWaitsAndDoesNotCount)
{
    auto const begun = begin("anna");
    m_sessions.lock(begun.token);
    std::string last;
    for (unsigned i = 0; i <= k_free_failures; ++i)
        last = unlock(begun.token, Proof::By::password, "verkeerd wachtwoord");
    EXPECT_EQ(last, "login-failed");
    EXPECT_EQ(unlock(begun.token, Proof::By::password, Desk::k_password), "login-too-soon");
    m_desk.clock.advance(31s);
    EXPECT_EQ(unlock(begun.token, Proof::By::password, Desk::k_password), "open");
}

TEST_F(SessionsTest, AStolenCookieFromElsewhereEndsIt)
{
    auto const begun = begin("anna");
    EXPECT_EQ(state(begun.token, "192.168.1.99"), "open"); // another address of the same network
    EXPECT_EQ(state(begun.token, k_elsewhere), "no-session");
    EXPECT_EQ(state(begun.token), "no-session");
}

TEST_F(SessionsTest, EndAtTheirLimitHoweverBusy)
{
    auto const begun = begin("bert");
    for (int quarter = 0; quarter < 12 * 6 - 1; ++quarter) {
        m_desk.clock.advance(10min);
        ASSERT_EQ(state(begun.token), "open") << quarter;
    }
    m_desk.clock.advance(10min);
    EXPECT_EQ(state(begun.token), "no-session");
}

TEST_F(SessionsTest, EndWithTheAccount)
{
    auto anna = begin("anna");
    ASSERT_TRUE(m_desk.accounts().disable("anna"));
    EXPECT_EQ(state(anna.token), "no-session");

    auto bert = begin("bert");
    auto const code = m_desk.accounts().reset("bert");
    ASSERT_TRUE(code);
    EXPECT_EQ(state(bert.token), "no-session");
    m_desk.activate("bert", *code);
    EXPECT_EQ(state(bert.token), "no-session");

    bert = begin("bert");
    ASSERT_TRUE(m_desk.accounts().set_end_date("bert", *Date::from(2026, 11, 22)));
    EXPECT_EQ(state(bert.token), "no-session");
}

// A reset and a new activation between two requests: the old session does not come to life again.
TEST_F(SessionsTest, AResetIsSeenAfterTheAccountIsActiveAgain)
{
    auto const bert = begin("bert");
    m_desk.clock.advance(1min);
    auto const code = m_desk.accounts().reset("bert");
    ASSERT_TRUE(code);
    m_desk.activate("bert", *code);
    EXPECT_EQ(state(bert.token), "no-session");
}

TEST_F(SessionsTest, FollowAChangeOfTheAccount)
{
    auto const bert = begin("bert");
    ASSERT_TRUE(m_desk.accounts().set_roster("bert",
        { { .practitioner = "MK", .kind = RosterKind::stands_in, .from = *Date::from(2026, 11, 1), .until = {} } }));
    auto const session = m_sessions.find(bert.token, k_here, Activity::person);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->account.roster.size(), 1U);
}

TEST_F(SessionsTest, EndByLoggingOutAndAllAtOnce)
{
    auto const first = begin("anna");
    auto const second = begin("anna");
    m_sessions.end(first.token);
    EXPECT_EQ(state(first.token), "no-session");
    EXPECT_EQ(state(second.token), "open");
    m_sessions.end_all_of(second.session.account.id);
    EXPECT_EQ(state(second.token), "no-session");
    EXPECT_EQ(m_sessions.count(), 0U);
}

TEST_F(SessionsTest, TheOldestScreenOfManyEnds)
{
    auto const first = begin("bert");
    std::vector<Sessions::Begun> others;
    for (std::size_t i = 0; i < k_sessions_per_account_max; ++i)
        others.push_back(begin("bert"));
    EXPECT_EQ(state(first.token), "no-session");
    for (auto const& other : others)
        EXPECT_EQ(state(other.token), "open");
}

TEST_F(SessionsTest, RememberWhetherNamesAreHidden)
{
    auto const begun = begin("anna");
    EXPECT_FALSE(begun.session.names_hidden);
    m_sessions.set_names_hidden(begun.token, true);
    EXPECT_TRUE(m_sessions.find(begun.token, k_here, Activity::person)->names_hidden);
}

} // namespace
} // namespace zk::gate
