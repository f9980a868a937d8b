#include "gate/accounts/second_step.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

using std::chrono::seconds;

Instant at(std::int64_t unix_seconds)
{
    return Instant { seconds(unix_seconds) };
}

class SecondStep : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(crypto::start()); }

    // RFC 6238, appendix B: the ASCII text "12345678901234567890".
    SecondStepSecret m_secret = *SecondStepSecret::from(as_bytes("12345678901234567890"));

    std::string code_at(std::int64_t unix_seconds) { return code_of_step(m_secret, step_at(at(unix_seconds))); }
};

TEST_F(SecondStep, MakesTheCodesOfTheStandard)
{
    // The standard prints eight digits; six are the last of them.
    EXPECT_EQ(code_at(59), "287082");
    EXPECT_EQ(code_at(1111111109), "081804");
    EXPECT_EQ(code_at(1111111111), "050471");
    EXPECT_EQ(code_at(1234567890), "005924");
    EXPECT_EQ(code_at(2000000000), "279037");
    EXPECT_EQ(code_at(20000000000), "353130");
}

TEST_F(SecondStep, TellsTheAppHowToMakeThem)
{
    SecondStepSetup const setup = setup_of(m_secret, "Praktijk De Zwaluw", "zoë & co");
    EXPECT_EQ(setup.secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    EXPECT_EQ(setup.uri,
        "otpauth://totp/Praktijk%20De%20Zwaluw:zo%C3%AB%20%26%20co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        "&issuer=Praktijk%20De%20Zwaluw&algorithm=SHA1&digits=6&period=30");
}

TEST_F(SecondStep, CountsOneStepEarlyOrLate)
{
    // 1111111110 is the first second of step 37037037.
    std::string const code = code_at(1111111110);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110 - 31), std::nullopt), std::nullopt);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110 - 30), std::nullopt), 37037037U);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110), std::nullopt), 37037037U);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110 + 59), std::nullopt), 37037037U);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110 + 60), std::nullopt), std::nullopt);
}

TEST_F(SecondStep, CountsOnce)
{
    std::string const code = code_at(1111111110);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110), 37037036), 37037037U);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110), 37037037), std::nullopt);
    EXPECT_EQ(accepted_step(m_secret, code, at(1111111110), 37037038), std::nullopt);
}

TEST_F(SecondStep, StandsAtTheBeginningOfTime)
{
    EXPECT_EQ(step_at(at(0)), 0U);
    EXPECT_EQ(step_at(at(-1)), 0U);
    EXPECT_EQ(accepted_step(m_secret, code_of_step(m_secret, 0), at(0), std::nullopt), 0U);
}

TEST(SixDigits, ReadsWhatAnAppShows)
{
    EXPECT_EQ(six_digits("123456"), "123456");
    EXPECT_EQ(six_digits(" 123 456\n"), "123456");
    EXPECT_EQ(six_digits("000000"), "000000");
    EXPECT_EQ(six_digits("12345"), std::nullopt);
    EXPECT_EQ(six_digits("1234567"), std::nullopt);
    EXPECT_EQ(six_digits("12345a"), std::nullopt);
    EXPECT_EQ(six_digits("-12345"), std::nullopt);
    EXPECT_EQ(six_digits(""), std::nullopt);
    EXPECT_EQ(six_digits("123456" + std::string(100000, ' ')), std::nullopt);
}

} // namespace
} // namespace zk::gate
