#include "base/encoding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace zk {
namespace {

using std::string_view_literals::operator""sv;

TEST(Encoding, tells_valid_utf8)
{
    for (std::string_view good :
        { ""sv, "plain"sv, "Súdwest-Fryslân"sv, "€"sv, "😀"sv, "\0"sv, "\xef\xbf\xbf"sv, "\xf4\x8f\xbf\xbf"sv })
        EXPECT_TRUE(valid_utf8(good)) << good;
    for (std::string_view bad : {
             "\x80"sv,             // a follower alone
             "\xc3"sv,             // a start alone
             "\xc3("sv,            // a start without its follower
             "\xc0\xaf"sv,         // longer than need be
             "\xe0\x80\xaf"sv,     // longer than need be
             "\xed\xa0\x80"sv,     // half of a UTF-16 pair
             "\xf4\x90\x80\x80"sv, // beyond the last character
             "\xff"sv,
             "S\xfa"
             "dwest"sv,
         })
        EXPECT_FALSE(valid_utf8(bad));
}

TEST(Encoding, reads_windows_1252)
{
    EXPECT_EQ(windows_1252_to_utf8("S\xfa"
                                   "dwest-Frysl\xe2n"),
        "Súdwest-Fryslân");
    EXPECT_EQ(windows_1252_to_utf8("\x80 12,50"), "€ 12,50");
    EXPECT_EQ(windows_1252_to_utf8("\x91t Hart\x92 \x96 \x85"), "‘t Hart’ – …");
    EXPECT_EQ(windows_1252_to_utf8("\x8a\x8c\x8e\x9a\x9c\x9e\x9f"), "ŠŒŽšœžŸ");
    EXPECT_EQ(windows_1252_to_utf8("\xa0\xff"), "\u00a0ÿ");
    EXPECT_EQ(windows_1252_to_utf8("\x81\x8d\x8f\x90\x9d"), "\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d");
}

TEST(Encoding, gives_each_of_256_bytes_its_own_character)
{
    std::set<std::string> seen;
    for (int byte = 0; byte < 256; ++byte) {
        char const c = static_cast<char>(byte);
        std::string const text = windows_1252_to_utf8({ &c, 1 });
        EXPECT_TRUE(valid_utf8(text)) << byte;
        seen.insert(text);
    }
    EXPECT_EQ(seen.size(), 256U);
}

struct Case {
    std::string_view bytes;
    Encoding encoding;
    std::string_view text;
};

TEST(Encoding, guesses)
{
    constexpr Case cases[] = {
        { ""sv, Encoding::utf8, "" },
        { "naam"sv, Encoding::utf8, "naam" },
        { "Lo\xc3\xafs"sv, Encoding::utf8, "Loïs" },
        { "\xef\xbb\xbf"
          "Lo\xc3\xafs"sv,
            Encoding::utf8_with_mark, "Loïs" },
        { "Lo\xefs"sv, Encoding::windows_1252, "Loïs" },
        { "\xff\xfeL\0o\0\xef\0s\0"sv, Encoding::utf16_little_endian, "Loïs" },
        { "\xfe\xff\0L\0o\0\xef\0s"sv, Encoding::utf16_big_endian, "Loïs" },
        { "\xff\xfe\x3d\xd8\x00\xde"sv, Encoding::utf16_little_endian, "😀" },
        { "\xfe\xff\xd8\x3d\xde\x00"sv, Encoding::utf16_big_endian, "😀" },
        { "\xff\xfe\x3d\xd8L\0"sv, Encoding::utf16_little_endian, "\ufffdL" },
        { "\xff\xfe\x00\xdeL\0"sv, Encoding::utf16_little_endian, "\ufffdL" },
        { "\xff\xfeL\0o"sv, Encoding::utf16_little_endian, "L\ufffd" },
        { "\xff\xfe\x3d\xd8"sv, Encoding::utf16_little_endian, "\ufffd" },
        { "\xff\xfe"sv, Encoding::utf16_little_endian, "" },
        { "\xef\xbb\xbf"
          "Lo\xefs"sv,
            Encoding::windows_1252, "ï»¿Loïs" },
    };
    for (auto const& [bytes, encoding, text] : cases) {
        Decoded const decoded = to_utf8_guessing(bytes);
        EXPECT_EQ(decoded.text, text);
        EXPECT_EQ(decoded.encoding, encoding) << text;
    }
}

TEST(Encoding, has_names)
{
    EXPECT_EQ(encoding_name(Encoding::windows_1252), "windows-1252");
    EXPECT_EQ(encoding_name(Encoding::utf8_with_mark), "UTF-8");
}

RC_GTEST_PROP(EncodingProperty, any_bytes_become_valid_text, (std::string const& bytes))
{
    RC_ASSERT(valid_utf8(to_utf8_guessing(bytes).text));
    RC_ASSERT(valid_utf8(to_utf8_guessing("\xff\xfe" + bytes).text));
    RC_ASSERT(valid_utf8(to_utf8_guessing("\xfe\xff" + bytes).text));
    RC_ASSERT(valid_utf8(windows_1252_to_utf8(bytes)));
}

RC_GTEST_PROP(EncodingProperty, valid_text_stays_as_it_is, (std::string const& bytes))
{
    std::string const text = windows_1252_to_utf8(bytes);
    RC_ASSERT(to_utf8_guessing("x" + text).text == "x" + text);
}

} // namespace
} // namespace zk
