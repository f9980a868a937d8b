#include "base/time_of_day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

std::string told(std::string_view text)
{
    auto const time = TimeOfDay::parse(text);
    return time ? time->text() : std::string(time.error().code());
}

TEST(TimeOfDay, reads_clocks)
{
    EXPECT_EQ(told("08:30"), "08:30");
    EXPECT_EQ(told("8:30"), "08:30");
    EXPECT_EQ(told(" 08.30 "), "08:30");
    EXPECT_EQ(told("08:30:00"), "08:30");
    EXPECT_EQ(told("00:00"), "00:00");
    EXPECT_EQ(told("23:59:59"), "23:59");
}

TEST(TimeOfDay, refuses_the_rest)
{
    EXPECT_EQ(told("24:00"), "time-impossible");
    EXPECT_EQ(told("12:60"), "time-impossible");
    for (std::string_view text : { "", ":", "8", "0830", "8:3", ":30", "008:30", "08:30:60", "08:30.00", "08:30:0",
             "08:300", "-8:30", "half negen" })
        EXPECT_EQ(told(text), "time-unreadable") << text;
}

TEST(TimeOfDay, counts_and_orders)
{
    TimeOfDay const time = TimeOfDay::parse("08:30").value();
    EXPECT_EQ(time.hour(), 8);
    EXPECT_EQ(time.minute(), 30);
    EXPECT_EQ(time.minutes_since_midnight(), 510);
    EXPECT_LT(time, TimeOfDay::from(10, 0).value());
}

RC_GTEST_PROP(TimeOfDayProperty, reads_what_it_writes, ())
{
    int const minutes = *rc::gen::inRange(0, 24 * 60);
    TimeOfDay const time = TimeOfDay::from(minutes / 60, minutes % 60).value();
    RC_ASSERT(TimeOfDay::parse(time.text()).value() == time);
}

RC_GTEST_PROP(TimeOfDayProperty, reads_any_bytes_without_harm, (std::string const& text))
{
    (void)TimeOfDay::parse(text);
}

} // namespace
} // namespace zk
