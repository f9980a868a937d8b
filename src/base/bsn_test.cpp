#include "base/bsn.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace zk {
namespace {

template<typename T>
concept Printable = requires(std::ostream& out, T const& value) { out << value; };
static_assert(!Printable<Bsn>);

std::string told(std::string_view text)
{
    auto const bsn = Bsn::parse(text);
    return bsn ? bsn->digits() : std::string(bsn.error().code());
}

TEST(Bsn, reads_nine_digits)
{
    EXPECT_EQ(told("999990019"), "999990019");
    EXPECT_EQ(told("999999990"), "999999990");
    EXPECT_EQ(told("999993653"), "999993653");
    EXPECT_EQ(told("9999.50.666"), "999950666");
    EXPECT_EQ(told(" 9999 50 666 "), "999950666");
    EXPECT_EQ(told("9999-50-666"), "999950666");
}

TEST(Bsn, gives_a_lost_zero_back)
{
    // An invented row of nines; the 9999-range has no number with a leading zero.
    EXPECT_EQ(told("099999997"), "099999997");
    EXPECT_EQ(told("99999997"), "099999997");
}

TEST(Bsn, refuses_what_fails_the_check)
{
    EXPECT_EQ(told("123456789"), "bsn-check-failed");
    EXPECT_EQ(told("999990018"), "bsn-check-failed");
    EXPECT_EQ(told("000000000"), "bsn-check-failed");
    EXPECT_EQ(told("00000000"), "bsn-check-failed");
    EXPECT_EQ(told("000000012"), "bsn-check-failed");
    EXPECT_EQ(told("001234567"), "bsn-check-failed");
}

TEST(Bsn, refuses_what_is_no_number)
{
    for (std::string_view text :
        { "", "1", "1234567", "9999900190", "99999001a", "onbekend", "9999/90019", "+999990019", "９９９９９００１９" })
        EXPECT_EQ(told(text), "bsn-not-nine-digits") << text;
}

TEST(Bsn, knows_the_invented_ones)
{
    EXPECT_TRUE(Bsn::parse("999990019").value().is_test_range());
    EXPECT_FALSE(Bsn::parse("111222333").value().is_test_range());
}

TEST(Bsn, checks_with_eleven)
{
    for (std::string_view good : { "111222333", "123456782", "999990019", "999999990", "999993653" })
        EXPECT_TRUE(Bsn::eleven_check(good)) << good;
    for (std::string_view bad : { "123456789", "000000000", "99999001", "9999900190", "99999001x", "" })
        EXPECT_FALSE(Bsn::eleven_check(bad)) << bad;
}

TEST(Bsn, finds_as_many_invented_numbers_as_counted_by_hand)
{
    int valid = 0;
    for (int number = 999900000; number <= 999999999; ++number)
        valid += Bsn::eleven_check(std::to_string(number)) ? 1 : 0;
    EXPECT_EQ(valid, 9091);
}

RC_GTEST_PROP(BsnProperty, one_wrong_digit_never_passes, ())
{
    int number = *rc::gen::inRange(999900000, 1000000000);
    while (!Bsn::eleven_check(std::to_string(number)))
        number = number == 999999999 ? 999900000 : number + 1;
    std::string digits = std::to_string(number);
    auto const at = *rc::gen::inRange<std::size_t>(0, 9);
    digits[at] = static_cast<char>('0' + (digits[at] - '0' + *rc::gen::inRange(1, 10)) % 10);
    RC_ASSERT(!Bsn::parse(digits));
}

RC_GTEST_PROP(BsnProperty, what_it_reads_passes_the_check, ())
{
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789 .-")));
    if (auto const bsn = Bsn::parse(text))
        RC_ASSERT(Bsn::eleven_check(bsn->digits()));
}

} // namespace
} // namespace zk
