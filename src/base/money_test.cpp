#include "base/money.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

struct Case {
    std::string_view text;
    std::int64_t cents;
};

TEST(Cents, reads_what_practices_export)
{
    constexpr Case cases[] = {
        { "79,63", 7963 },
        { "116.50", 11650 },
        { "0,00", 0 },
        { "12", 1200 },
        { "12,5", 1250 },
        { "0.05", 5 },
        { "1.234,56", 123456 },
        { "1,234.56", 123456 },
        { "1.234.567,89", 123456789 },
        { "1,234,567.89", 123456789 },
        { "1.234.567", 123456700 },
        { "1,234,567", 123456700 },
        { "12345,67", 1234567 },
        { "1.234,5", 123450 },
        { "-12,00", -1200 },
        { "12,00-", -1200 },
        { "\u2212"
          "12,00",
            -1200 },
        { "- 12,00", -1200 },
        { "€ 12,50", 1250 },
        { "€12,50", 1250 },
        { "€\u00a0"
          "12,50",
            1250 },
        { "12,50 €", 1250 },
        { "EUR 12,50", 1250 },
        { "€ -12,50", -1250 },
        { "-€ 12,50", -1250 },
        { "€ 12,50-", -1250 },
        { "12,-", 1200 },
        { "€ 12,-", 1200 },
        { "€ 1.234,-", 123400 },
        { " 79,63 ", 7963 },
        { "1000000000", 100'000'000'000 },
        { "007,50", 750 },
    };
    for (auto const& [text, cents] : cases) {
        auto const amount = Cents::parse(text);
        ASSERT_TRUE(amount) << text << ": " << amount.error().code();
        EXPECT_EQ(amount->count(), cents) << text;
    }
}

TEST(Cents, takes_a_point_and_three_digits_for_a_thousand)
{
    EXPECT_EQ(Cents::parse("1.234").value().count(), 123400);
    EXPECT_EQ(Cents::parse("123.456").value().count(), 12345600);
    EXPECT_EQ(Cents::parse("1,234").error().code(), "amount-ambiguous");
    EXPECT_EQ(Cents::parse("0.500").error().code(), "amount-unreadable");
    EXPECT_EQ(Cents::parse("1234.567").error().code(), "amount-unreadable");
}

TEST(Cents, refuses_what_is_no_amount)
{
    for (std::string_view text : { "", " ", "-", "€", ",50", ".50", "12,", "12,345,6", "1.23.456", "1.2345", "12,3456",
             "1.234,567", "12,34,56", "1.234.56", "1,234.567", "--12", "-12-", "- € -12", "12 50", "1e3", "0x10",
             "twaalf", "12,5O", "+12", "1.234,5-6", "€€12", "12,--" })
        EXPECT_EQ(Cents::parse(text).error().code(), "amount-unreadable") << text;
}

TEST(Cents, refuses_more_than_a_billion)
{
    EXPECT_EQ(Cents::parse("1000000000,01").error().code(), "amount-too-large");
    EXPECT_EQ(Cents::parse("-1000000000,01").error().code(), "amount-too-large");
    EXPECT_EQ(Cents::parse("99999999999999999999999999").error().code(), "amount-too-large");
    EXPECT_EQ(Cents::of(2).times(k_amount_cents_max).error().code(), "amount-too-large");
    EXPECT_EQ(Cents::of(k_amount_cents_max).times(k_amount_cents_max).error().code(), "amount-too-large");
}

TEST(Cents, writes)
{
    EXPECT_EQ(Cents::of(123456).dutch(), "€ 1.234,56");
    EXPECT_EQ(Cents::of(123456).plain(), "1234.56");
    EXPECT_EQ(Cents::of(-1200).dutch(), "€ -12,00");
    EXPECT_EQ(Cents::of(-5).plain(), "-0.05");
    EXPECT_EQ(Cents::of(0).dutch(), "€ 0,00");
    EXPECT_EQ(Cents::of(99999).dutch(), "€ 999,99");
    EXPECT_EQ(Cents::of(100000).dutch(), "€ 1.000,00");
    EXPECT_EQ(Cents::of(150069206).dutch(), "€ 1.500.692,06");
    EXPECT_EQ(Cents::of(std::numeric_limits<std::int64_t>::min()).plain(), "-92233720368547758.08");
}

TEST(Cents, counts)
{
    EXPECT_EQ(Cents::of(5394) + Cents::of(2569), Cents::of(7963));
    EXPECT_EQ(Cents::of(5394) - Cents::of(7963), Cents::of(-2569));
    EXPECT_EQ(-Cents::of(5), Cents::of(-5));
    EXPECT_EQ(Cents::of(1900).times(3).value(), Cents::of(5700));
    EXPECT_LT(Cents::of(-1), Cents());
    Cents sum;
    sum += Cents::of(7);
    sum -= Cents::of(2);
    EXPECT_EQ(sum.count(), 5);
}

TEST(CentsDeathTest, stops_at_an_overflow)
{
    Cents const most = Cents::of(std::numeric_limits<std::int64_t>::max());
    Cents const least = Cents::of(std::numeric_limits<std::int64_t>::min());
    EXPECT_DEATH((void)(most + Cents::of(1)), "broken promise");
    EXPECT_DEATH((void)(least - Cents::of(1)), "broken promise");
    EXPECT_DEATH((void)-least, "broken promise");
}

RC_GTEST_PROP(CentsProperty, reads_what_it_writes, ())
{
    Cents const amount = Cents::of(*rc::gen::inRange(-k_amount_cents_max, k_amount_cents_max + 1));
    RC_ASSERT(Cents::parse(amount.plain()).value() == amount);
    RC_ASSERT(Cents::parse(amount.dutch()).value() == amount);
}

RC_GTEST_PROP(CentsProperty, reads_any_bytes_without_harm, (std::string const& text))
{
    (void)Cents::parse(text);
}

RC_GTEST_PROP(CentsProperty, reads_any_mix_of_signs_within_bounds, ())
{
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,,.-€ ")));
    if (auto const amount = Cents::parse(text))
        RC_ASSERT(amount->count() <= k_amount_cents_max && amount->count() >= -k_amount_cents_max);
}

} // namespace
} // namespace zk
