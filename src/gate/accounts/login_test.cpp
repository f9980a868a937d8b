#include "gate/accounts/login.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::gate {
namespace {

std::string folded(std::string_view typed)
{
    auto const login = Login::parse(typed);
    return login ? login->folded() : std::string(login.error().code());
}

TEST(Login, KeepsWhatWasChosenAndFoldsWhatIsCompared)
{
    EXPECT_EQ(Login::parse("  M.Kersbergen ")->text(), "M.Kersbergen");
    EXPECT_EQ(folded("M.Kersbergen"), "m kersbergen");
    EXPECT_EQ(folded("m kersbergen"), "m kersbergen");
    EXPECT_EQ(folded("Zoë"), "zoe");
    EXPECT_EQ(folded("ZOE\xCC\x88"), "zoe");
    EXPECT_EQ(*Login::parse("R.Jansen"), *Login::parse("r jansen"));
}

TEST(Login, RefusesWhatIsNoName)
{
    EXPECT_EQ(folded(""), "login-empty");
    EXPECT_EQ(folded("   "), "login-empty");
    EXPECT_EQ(folded("---"), "login-empty");
    EXPECT_EQ(folded("anna\nbert"), "login-not-text");
    EXPECT_EQ(folded(std::string_view("anna\0bert", 9)), "login-not-text");
    EXPECT_EQ(folded("ann\xff"), "login-not-text");
    EXPECT_EQ(folded(std::string(k_account_name_bytes_max, 'a')), std::string(k_account_name_bytes_max, 'a'));
    EXPECT_EQ(folded(std::string(k_account_name_bytes_max + 1, 'a')), "login-too-long");
}

RC_GTEST_PROP(Login, WhatWasParsedParsesToTheSame, ())
{
    auto const parts = std::vector<std::string> { "a", "Z", "9", "ë", "e\xCC\x88", ".", "-", " ", "\u00a0", "Ø", "ß" };
    auto const typed = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(parts));
    std::string text = "x";
    for (std::string const& part : typed)
        text += part;
    auto const login = Login::parse(text);
    RC_PRE(login.has_value());
    auto const again = Login::parse(login->text());
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == *login);
    RC_ASSERT(again->text() == login->text());
    RC_ASSERT(fold_for_search(login->folded()) == login->folded());
}

RC_GTEST_PROP(Login, AnswersToAnyBytes, (std::string const& typed))
{
    auto const login = Login::parse(typed);
    RC_ASSERT((login || login.error().fault() == Fault::bad_input));
}

} // namespace
} // namespace zk::gate
