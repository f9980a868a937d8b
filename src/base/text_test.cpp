#include "base/text.hpp"

#include "base/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

using Words = std::vector<std::string_view>;

TEST(Text, trims)
{
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim(" \t\r\n"), "");
    EXPECT_EQ(trim("  a b  "), "a b");
    EXPECT_EQ(trim("\u00a0\ufeff a\u200b\u202f"), "a");
    EXPECT_EQ(trim("\u00e0\u00a0"), "\u00e0");
}

TEST(Text, splits_words)
{
    EXPECT_EQ(split_words("van  der\tVelde"), (Words { "van", "der", "Velde" }));
    EXPECT_EQ(split_words(" \u00a0Loïc\u00a0Smits "), (Words { "Loïc", "Smits" }));
    EXPECT_EQ(split_words("  "), Words {});
    EXPECT_EQ(split_words(""), Words {});
}

struct Case {
    std::string_view text;
    std::string_view folded;
};

TEST(Text, folds_what_people_type)
{
    constexpr Case cases[] = {
        { "AALTJE", "aaltje" },
        { "Loïc", "loic" },
        { "LOÏC", "loic" },
        { "Lo\u0069\u0308c", "loic" },
        { "Özdemir", "ozdemir" },
        { "Müller", "muller" },
        { "Nguyễn", "nguyen" },
        { "Yılmaz", "yilmaz" },
        { "YILMAZ", "yilmaz" },
        { "İnci", "inci" },
        { "Sørensen", "sorensen" },
        { "SØRENSEN", "sorensen" },
        { "Strauß", "strauss" },
        { "STRAUẞ", "strauss" },
        { "Æbelø", "aebelo" },
        { "Œuvre", "oeuvre" },
        { "Łukasz", "lukasz" },
        { "Đorđe", "dorde" },
        { "Þór", "thor" },
        { "Ĳsbrand", "ijsbrand" },
        { "ﬁnn", "finn" },
        { "Ｊａｎ", "jan" },
        { "Ёлка", "елка" },
        { "Σίσυφος", "σισυφοσ" },
        { "d'Angremond", "d angremond" },
        { "d’Angremond", "d angremond" },
        { "dʼAngremond", "d angremond" },
        { "'s-Hertogenbosch", "s hertogenbosch" },
        { "Sint-Maartensdijk", "sint maartensdijk" },
        { "J.B.", "j b" },
        { " de  Boer ", "de boer" },
        { "de\u00a0Boer", "de boer" },
        { "Bo\u00ader", "boer" },
        { "Bo\u200ber", "boer" },
        { "2e Jan Steenstraat 247-A", "2e jan steenstraat 247 a" },
        { "", "" },
        { " -' ", "" },
        { "\u0308", "" },
    };
    for (auto const& [text, folded] : cases)
        EXPECT_EQ(fold_for_search(text), folded) << text;
}

TEST(Text, folds_broken_bytes_to_gaps)
{
    EXPECT_EQ(fold_for_search("Lo\xefs"), "lo s");
    EXPECT_EQ(fold_for_search("\xff\xfe"), "");
    EXPECT_EQ(fold_for_search("a\xc3"), "a");
    EXPECT_EQ(fold_for_search(std::string_view("a\0b", 3)), "a b");
}

rc::Gen<std::string> any_text()
{
    auto const code_point = rc::gen::oneOf(rc::gen::inRange<char32_t>(1, 0x250),
        rc::gen::inRange<char32_t>(0x250, 0xd800), rc::gen::inRange<char32_t>(0xf900, 0x20000));
    return rc::gen::map(rc::gen::container<std::vector<char32_t>>(code_point), [](std::vector<char32_t> const& points) {
        std::string bytes = "\xff\xfe";
        for (char32_t point : points) {
            char32_t const plane = point - 0x10000;
            char32_t const high = point < 0x10000 ? point : 0xd800 + (plane >> 10);
            bytes += { static_cast<char>(high & 0xff), static_cast<char>(high >> 8) };
            if (point < 0x10000)
                continue;
            char32_t const low = 0xdc00 + (plane & 0x3ff);
            bytes += { static_cast<char>(low & 0xff), static_cast<char>(low >> 8) };
        }
        return to_utf8_guessing(bytes).text;
    });
}

RC_GTEST_PROP(TextProperty, folding_again_changes_nothing, ())
{
    std::string const folded = fold_for_search(*any_text());
    RC_ASSERT(fold_for_search(folded) == folded);
    RC_ASSERT(valid_utf8(folded));
}

RC_GTEST_PROP(TextProperty, single_spaces_inside_alone, ())
{
    std::string const folded = fold_for_search(*any_text());
    RC_ASSERT(folded.find("  ") == std::string::npos);
    RC_ASSERT(!folded.starts_with(' ') && !folded.ends_with(' '));
}

RC_GTEST_PROP(TextProperty, folds_any_bytes_to_valid_text, (std::string const& bytes))
{
    RC_ASSERT(valid_utf8(fold_for_search(bytes)));
}

RC_GTEST_PROP(TextProperty, words_hold_no_white_space, ())
{
    std::string const text = *any_text();
    for (std::string_view word : split_words(text))
        RC_ASSERT(!word.empty() && trim(word) == word && split_words(word).size() == 1);
}

} // namespace
} // namespace zk
