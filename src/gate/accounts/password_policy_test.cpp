#include "gate/accounts/password_policy.hpp"

#include "gate/accounts/common_passwords.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

namespace zk::gate {
namespace {

constexpr OwnWords k_own { .login = "m.kersbergen", .name = "Mariëlle Kersbergen", .practice = "Mondzorg De Zwaluw" };

std::string answer(std::string_view password, OwnWords const& own = k_own)
{
    auto const checked = check_password(password, own);
    return checked ? "good" : std::string(checked.error().code());
}

TEST(PasswordPolicy, AsksForLengthAndNothingElse)
{
    EXPECT_EQ(answer("vier blauwe olifanten"), "good");
    EXPECT_EQ(answer("hdkwpqmvtrzx"), "good");
    EXPECT_EQ(answer("h7#Kq!m2Vt9x"), "good");
    EXPECT_EQ(answer("hdkwpqmvtrz"), "password-too-short");
    EXPECT_EQ(answer(""), "password-too-short");
}

TEST(PasswordPolicy, CountsCharactersNotBytes)
{
    // Eleven, then twelve characters of two bytes each.
    EXPECT_EQ(answer("éèêëàâäîïôö"), "password-too-short");
    EXPECT_EQ(answer("éèêëàâäîïôöû"), "good");
    EXPECT_EQ(characters_in("éèêëàâäîïôöû"), 12U);
    EXPECT_EQ(characters_in("🐘🐘🐘"), 3U);
}

TEST(PasswordPolicy, HasALimit)
{
    std::string const unit = "hdkwpqmvtrzxcyuo";
    std::string longest;
    while (longest.size() < k_password_bytes_max)
        longest += unit;
    ASSERT_EQ(longest.size(), k_password_bytes_max);
    EXPECT_EQ(answer(longest), "good");
    EXPECT_EQ(answer(longest + "x"), "password-too-long");
    EXPECT_EQ(answer("hdkwpqmvtrzx\xff"), "password-not-text");
}

TEST(PasswordPolicy, RefusesWhatEverybodyTries)
{
    for (std::string_view const common : {
             "welkom123456",
             "Welkom2026!!",
             "WELKOM@@2026",
             "Welkom01Welkom01",
             "2026Welkom!!",
             "Wachtwoord12",
             "W@chtw00rd!!",
             "wachtwoordwachtwoord",
             "Tandarts2026",
             "t4nd4rt5t4nd4rt5",
             "Praktijk-2025!",
             "tandartspraktijk1",
             "Mondhygiënist?!",
             "Password1234",
             "P@$$w0rd2026",
             "qwertyuiop12",
             "QwertyQwerty1!",
             "Zomer2026!Zomer",
             "januari2026!",
             "Amsterdam020!",
             "Ajax-Feyenoord",
             "zorgkluis2026",
             "ikhouvanjou123",
             "wélkom123456",
             "we\xCC\x81lkom123456",
             "123456789012",
             "06-12345678-99",
             "aaaaaaaaaaaa",
             "ababababababab",
         })
        EXPECT_EQ(answer(common), "password-too-common") << common;
}

TEST(PasswordPolicy, KnowsTheWordsOfThisAccount)
{
    EXPECT_EQ(answer("Kersbergen12"), "password-too-common");
    EXPECT_EQ(answer("Marielle2026!"), "password-too-common");
    EXPECT_EQ(answer("Zwaluw-2026-Zwaluw"), "password-too-common");
    EXPECT_EQ(answer("xq m.kersbergen vt"), "password-holds-login");
    EXPECT_EQ(answer("xqMK3R5B3RG3Nvt"), "password-holds-login");
    EXPECT_EQ(answer("hoera mondzorg de zwaluw"), "password-holds-practice-name");
    // A short login is found in too many honest words; alone it is still no secret.
    OwnWords const short_login { .login = "ro", .name = "", .practice = "" };
    EXPECT_EQ(answer("grote blauwe olifanten", short_login), "good");
    EXPECT_EQ(answer("RoRoRo-123456", short_login), "password-too-common");
}

TEST(PasswordPolicy, LeavesHonestPasswordsAlone)
{
    for (std::string_view const good :
        { "welkom blauwe olifant", "tandartszwemtgraag", "Mijn fiets is gisteren gestolen",
            "correct horse battery staple", "x9!welkomtandarts", "zevenentwintig kippen" })
        EXPECT_EQ(look_up(good, k_own), Blocklist::clear) << good;
}

TEST(CommonWords, AreListedOnce)
{
    auto const words = common_words();
    EXPECT_GE(words.size(), 300U);
    EXPECT_EQ(std::set(words.begin(), words.end()).size(), words.size());
}

RC_GTEST_PROP(PasswordPolicy, YearsAndSignsDoNotSaveACommonWord, ())
{
    auto const words = common_words();
    std::string const word(*rc::gen::elementOf(std::vector(words.begin(), words.end())));
    std::string const before = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789!?#-_ .")));
    std::string const behind = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789!?#-_ .")));
    RC_ASSERT(look_up(before + word + behind, k_own) == Blocklist::listed);
}

RC_GTEST_PROP(PasswordPolicy, AnswersToAnyBytes, (std::string const& password))
{
    auto const checked = check_password(password, k_own);
    RC_ASSERT((checked || checked.error().fault() == Fault::bad_input));
}

} // namespace
} // namespace zk::gate
