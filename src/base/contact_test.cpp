// How to reach somebody: Phone and Email.
#include "base/email.hpp"
#include "base/phone.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

using std::string_literals::operator""s;

std::string dialled(std::string_view text)
{
    auto const phone = Phone::parse(text);
    return phone ? phone->digits() : std::string(phone.error().code());
}

TEST(Phone, dials_the_same_digits_however_written)
{
    for (std::string_view text : { "06-12345678", "0612345678", "06 12 34 56 78", "+31612345678", "+31 6 1234 5678",
             "0031612345678", "+31 (0)6 12345678", "0031 (0) 6-12345678", " 06.12.34.56.78 " })
        EXPECT_EQ(dialled(text), "31612345678") << text;
}

TEST(Phone, reads_other_kinds)
{
    EXPECT_EQ(dialled("(020) 123 45 67"), "31201234567");
    EXPECT_EQ(dialled("036-0117835"), "31360117835");
    EXPECT_EQ(dialled("0113/123456"), "31113123456");
    EXPECT_EQ(dialled("0900-1234"), "319001234");
    EXPECT_EQ(dialled("0800 1234567"), "318001234567");
    EXPECT_EQ(dialled("097 123 456 789"), "3197123456789");
    EXPECT_EQ(dialled("+32 2 123 45 67"), "3221234567");
    EXPECT_EQ(dialled("0049 30 123456"), "4930123456");
    EXPECT_EQ(dialled("+1 (212) 555-0100"), "12125550100");
}

TEST(Phone, keeps_what_was_written)
{
    EXPECT_EQ(Phone::parse(" 06-12345678 ").value().written(), "06-12345678");
    EXPECT_EQ(Phone::parse("06-12345678").value(), Phone::parse("+31 6 12345678").value());
}

TEST(Phone, refuses_what_nobody_can_dial)
{
    for (std::string_view text : { "", "-", "+", "0", "00", "1234567", "06-1234567", "06-123456789", "06-1234567a",
             "onbekend", "06-12345678 (moeder)", "+31 0 06 12345678", "0800-12345", "+000000000", "000612345678",
             "+1234567890123456", "06+12345678", "++31612345678" })
        EXPECT_EQ(dialled(text), "phone-unreadable") << text;
}

RC_GTEST_PROP(PhoneProperty, reads_its_own_digits, ())
{
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789+-() ")));
    if (auto const phone = Phone::parse(text))
        RC_ASSERT(Phone::parse("+" + phone->digits()).value() == *phone);
}

TEST(Email, reads_addresses)
{
    EXPECT_EQ(Email::parse("e.nguyn414@example.com").value().text(), "e.nguyn414@example.com");
    EXPECT_EQ(Email::parse(" Jan.Jansen@Example.COM ").value().text(), "Jan.Jansen@example.com");
    EXPECT_EQ(Email::parse("Jan.Jansen@Example.COM").value().search_text(), "jan.jansen@example.com");
    EXPECT_EQ(Email::parse("a+b@mail.example.co.uk").value().domain(), "mail.example.co.uk");
    EXPECT_TRUE(Email::parse("o'brien_1@xn--exmple-cua.example"));
}

TEST(Email, refuses_what_no_provider_gives_out)
{
    for (std::string_view text : { "", "@", "jan", "jan@", "@example.com", "jan@example", "jan@@example.com",
             "jan@example..com", "jan@.example.com", "jan@example.com.", ".jan@example.com", "jan.@example.com",
             "j..an@example.com", "jan jansen@example.com", "jan@exa mple.com", "jan@-example.com", "jan@example-.com",
             "jan@127.0.0.1", "jan@[127.0.0.1]", "\"jan\"@example.com", "<jan@example.com>",
             "jan@example.com, piet@example.com", "jan@example.c", "jan@example.com\r\nBcc: x@example.com",
             "jan\n@example.com", "j\u00e4n@example.com", "jan@ex\u0430mple.com" })
        EXPECT_EQ(Email::parse(text).error().code(), "email-unreadable") << text;
}

TEST(Email, has_the_lengths_of_the_standard)
{
    std::string const label(63, 'a');
    EXPECT_TRUE(Email::parse(std::string(64, 'a') + "@example.com"));
    EXPECT_FALSE(Email::parse(std::string(65, 'a') + "@example.com"));
    EXPECT_TRUE(Email::parse("a@" + label + ".com"));
    EXPECT_FALSE(Email::parse("a@a" + label + ".com"));
    EXPECT_FALSE(Email::parse("a@" + label + "." + label + "." + label + "." + label + ".com"));
}

RC_GTEST_PROP(EmailProperty, holds_no_white_space_and_no_control, ())
{
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf("ab.@-\r\n\t c\0\x7f"s));
    if (auto const email = Email::parse(text))
        for (char c : email->text())
            RC_ASSERT(c > ' ' && c < '\x7f');
}

} // namespace
} // namespace zk
