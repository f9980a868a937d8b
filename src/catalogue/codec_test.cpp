#include "catalogue/codec.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::catalogue {

enum class Colour : std::uint8_t { red = 1, green = 2 };
Colour last_of(Colour)
{
    return Colour::green;
}
std::string_view text_of(Colour colour)
{
    return colour == Colour::red ? "rood" : "groen";
}

namespace {

template<typename T>
Bytes encoded(T const& value)
{
    Writer out;
    Codec<T>::encode(out, value);
    return out.take();
}

// The code of the error, or "" when the bytes decode.
template<typename T>
std::string refusal(std::string_view hex)
{
    auto const value = Codec<T>::decode(from_hex(hex).value());
    return value ? "" : std::string(value.error().code());
}

template<typename T>
void expect_round_trip(T const& value)
{
    auto const back = Codec<T>::decode(encoded(value));
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == value);
}

// Whatever decodes is spelled in one way only, and can be shown.
template<typename T>
void expect_one_spelling()
{
    auto const size = *rc::gen::inRange<std::size_t>(0, 12);
    auto const bytes = *rc::gen::container<Bytes>(size, rc::gen::arbitrary<std::uint8_t>());
    auto const value = Codec<T>::decode(bytes);
    if (!value)
        return;
    RC_ASSERT(encoded(*value) == bytes);
    if constexpr (requires { Codec<T>::text(*value); })
        RC_ASSERT(Codec<T>::text(*value).size() < 64);
}

RC_GTEST_PROP(Codec, round_trips_texts, (std::string const& value))
{
    expect_round_trip(value);
}

RC_GTEST_PROP(Codec, round_trips_bytes, (Bytes const& value))
{
    expect_round_trip(value);
}

RC_GTEST_PROP(Codec, round_trips_numbers, (std::uint64_t value, bool truth))
{
    expect_round_trip(value);
    expect_round_trip(truth);
    expect_round_trip(Cents::of(static_cast<std::int64_t>(value)));
}

RC_GTEST_PROP(
    Codec, round_trips_lists, (std::vector<std::string> const& texts, std::vector<std::uint64_t> const& numbers))
{
    expect_round_trip(texts);
    expect_round_trip(numbers);
}

RC_GTEST_PROP(Codec, round_trips_times, ())
{
    auto const first = Date::parse_iso("1850-01-01").value();
    expect_round_trip(first.plus_days(*rc::gen::inRange(0, 128'000)));
    auto const minutes = *rc::gen::inRange(0, 24 * 60);
    expect_round_trip(TimeOfDay::from(minutes / 60, minutes % 60).value());
    auto const milliseconds = *rc::gen::inRange<std::int64_t>(-3'786'825'600'000, 7'289'568'000'000);
    expect_round_trip(Instant { std::chrono::milliseconds { milliseconds } });
}

RC_GTEST_PROP(Codec, round_trips_ids, (std::array<std::uint8_t, k_id_bytes> const& raw))
{
    expect_round_trip(Id<struct SomeTag>::from_raw(raw));
}

TEST(Codec, round_trips_the_rest)
{
    for (Sex sex : { Sex::male, Sex::female, Sex::unspecified })
        EXPECT_EQ(Codec<Sex>::decode(encoded(sex)).value(), sex);
    for (Colour colour : { Colour::red, Colour::green })
        EXPECT_EQ(Codec<Colour>::decode(encoded(colour)).value(), colour);
    auto const bsn = Bsn::parse("999950666").value();
    EXPECT_TRUE(Codec<Bsn>::decode(encoded(bsn)).value() == bsn);
}

RC_GTEST_PROP(Codec, has_one_spelling_for_every_value, ())
{
    expect_one_spelling<std::uint64_t>();
    expect_one_spelling<bool>();
    expect_one_spelling<Date>();
    expect_one_spelling<Instant>();
    expect_one_spelling<TimeOfDay>();
    expect_one_spelling<Cents>();
    expect_one_spelling<Sex>();
    expect_one_spelling<Colour>();
    expect_one_spelling<std::vector<std::string>>();
    expect_one_spelling<std::vector<std::uint64_t>>();
}

TEST(Codec, refuses_what_is_not_canonical)
{
    EXPECT_EQ(refusal<std::uint64_t>("8000"), "bytes-bad-varint");
    EXPECT_EQ(refusal<std::uint64_t>("ff00"), "bytes-bad-varint");
    EXPECT_EQ(refusal<std::uint64_t>("ffffffffffffffffff02"), "bytes-bad-varint");
    EXPECT_EQ(refusal<std::uint64_t>("ffffffffffffffffff01"), "");
    EXPECT_EQ(refusal<bool>("02"), "element-unknown-value");
    EXPECT_EQ(refusal<Sex>("03"), "element-unknown-value");
    EXPECT_EQ(refusal<Colour>("00"), "element-unknown-value");
    EXPECT_EQ(refusal<Colour>("03"), "element-unknown-value");
    // 24:00.
    EXPECT_EQ(refusal<TimeOfDay>("a005"), "element-unknown-value");
    // "99.99.50.666", "99995066" and a number that fails the 11-check.
    EXPECT_EQ(refusal<Bsn>("39392e39392e35302e363636"), "element-unknown-value");
    EXPECT_EQ(refusal<Bsn>("3939393935303636"), "element-unknown-value");
    EXPECT_EQ(refusal<Bsn>("393939393530363637"), "element-unknown-value");
    // Out of the years that a day can lie in, also where the year would wrap around.
    EXPECT_EQ(refusal<Date>("ffffff7f"), "element-unknown-value");
    EXPECT_EQ(refusal<Date>("00000080"), "element-unknown-value");
    // A second element of a list that is shorter than it says.
    EXPECT_EQ(refusal<std::vector<std::string>>("01610262"), "bytes-too-short");
}

TEST(Codec, refuses_a_day_that_wraps_around)
{
    // 65,536 years of 365.2425 days behind 1 January 2000.
    auto const days = static_cast<std::uint32_t>(10957 + 23'936'532);
    Writer out;
    out.u32(days);
    auto const date = Codec<Date>::decode(out.view());
    ASSERT_FALSE(date.has_value());
    EXPECT_EQ(date.error().code(), "element-unknown-value");
}

TEST(Codec, refuses_what_is_too_short_or_left_over)
{
    EXPECT_EQ(refusal<std::uint64_t>(""), "bytes-too-short");
    EXPECT_EQ(refusal<std::uint64_t>("80"), "bytes-too-short");
    EXPECT_EQ(refusal<std::uint64_t>("0100"), "bytes-left-over");
    EXPECT_EQ(refusal<bool>(""), "element-unknown-value");
    EXPECT_EQ(refusal<bool>("0100"), "element-unknown-value");
    EXPECT_EQ(refusal<Date>("2b5100"), "bytes-too-short");
    EXPECT_EQ(refusal<Date>("2b51000000"), "bytes-left-over");
    EXPECT_EQ(refusal<Instant>("80d67b02a20100"), "bytes-too-short");
    EXPECT_EQ(refusal<Instant>("80d67b02a201000000"), "bytes-left-over");
    EXPECT_EQ(refusal<TimeOfDay>("fe"), "bytes-too-short");
    EXPECT_EQ(refusal<TimeOfDay>("fe0100"), "bytes-left-over");
    EXPECT_EQ(refusal<Cents>("391b0000000000"), "bytes-too-short");
    EXPECT_EQ(refusal<Cents>("391b00000000000000"), "bytes-left-over");
    EXPECT_EQ(refusal<Sex>("0000"), "element-unknown-value");
    EXPECT_EQ(refusal<Colour>("0101"), "element-unknown-value");
    EXPECT_EQ(refusal<Id<struct SomeTag>>("00"), "id-bad-length");
}

TEST(Codec, shows_values_as_people_read_them)
{
    EXPECT_EQ(Codec<Date>::text(Date::parse_iso("1953-02-01").value()), "1953-02-01");
    EXPECT_EQ(Codec<TimeOfDay>::text(TimeOfDay::from(8, 30).value()), "08:30");
    EXPECT_EQ(
        Codec<Instant>::text(Instant { std::chrono::milliseconds { 1'795'338'000'000 } }), "2026-11-22T10:00:00+01:00");
    EXPECT_EQ(Codec<Sex>::text(Sex::female), "V");
    EXPECT_EQ(Codec<bool>::text(true), "ja");
    EXPECT_EQ(Codec<Colour>::text(Colour::green), "groen");
    EXPECT_EQ((Codec<std::vector<std::uint64_t>>::texts({ 7, 100 })), (std::vector<std::string> { "7", "100" }));
}

} // namespace
} // namespace zk::catalogue
