#include "base/amsterdam.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

using std::chrono_literals::operator""h;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""s;
using std::chrono_literals::operator""ms;

Instant utc(std::string_view day, std::chrono::milliseconds time)
{
    return Date::parse_iso(day).value().sys_days() + time;
}

Date day(std::string_view iso)
{
    return Date::parse_iso(iso).value();
}

// The last Sundays, read from a calendar.
TEST(Amsterdam, knows_when_summer_begins_and_ends)
{
    struct Year {
        std::string_view begin;
        std::string_view end;
    };
    constexpr Year years[] = {
        { "1996-03-31", "1996-10-27" },
        { "2000-03-26", "2000-10-29" },
        { "2019-03-31", "2019-10-27" },
        { "2024-03-31", "2024-10-27" },
        { "2025-03-30", "2025-10-26" },
        { "2026-03-29", "2026-10-25" },
        { "2027-03-28", "2027-10-31" },
    };
    for (auto const& [begin, end] : years) {
        EXPECT_EQ(amsterdam_local(utc(begin, 1h - 1ms)).utc_offset_minutes, 60) << begin;
        EXPECT_EQ(amsterdam_local(utc(begin, 1h)).utc_offset_minutes, 120) << begin;
        EXPECT_EQ(amsterdam_local(utc(end, 1h - 1ms)).utc_offset_minutes, 120) << end;
        EXPECT_EQ(amsterdam_local(utc(end, 1h)).utc_offset_minutes, 60) << end;
    }
}

TEST(Amsterdam, shows_the_clock_on_the_wall)
{
    LocalTime const time = amsterdam_local(utc("2026-07-01", 21h + 59min + 58s + 999ms));
    EXPECT_EQ(time.date, day("2026-07-01"));
    EXPECT_EQ(time.hour, 23);
    EXPECT_EQ(time.minute, 59);
    EXPECT_EQ(time.second, 58);
    EXPECT_EQ(time.utc_offset_minutes, 120);
}

TEST(Amsterdam, changes_the_day_at_midnight_here)
{
    EXPECT_EQ(amsterdam_date(utc("2026-07-01", 22h)), day("2026-07-02"));
    EXPECT_EQ(amsterdam_date(utc("2026-12-31", 22h + 59min + 59s)), day("2026-12-31"));
    EXPECT_EQ(amsterdam_date(utc("2026-12-31", 23h)), day("2027-01-01"));
}

TEST(Amsterdam, begins_and_ends_days)
{
    EXPECT_EQ(start_of_day_amsterdam(day("2026-11-22")), utc("2026-11-21", 23h));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-11-22")), utc("2026-11-22", 23h));
    EXPECT_EQ(start_of_day_amsterdam(day("2026-07-01")), utc("2026-06-30", 22h));
    // The day on which summer begins is short, that on which it ends is long.
    EXPECT_EQ(start_of_day_amsterdam(day("2026-03-29")), utc("2026-03-28", 23h));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-03-29")), utc("2026-03-29", 22h));
    EXPECT_EQ(start_of_day_amsterdam(day("2026-10-25")), utc("2026-10-24", 22h));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-10-25")), utc("2026-10-25", 23h));
}

TEST(Amsterdam, writes)
{
    EXPECT_EQ(iso_with_offset(utc("2026-11-22", 9h)), "2026-11-22T10:00:00+01:00");
    EXPECT_EQ(iso_with_offset(utc("2026-07-01", 22h + 5min + 9s)), "2026-07-02T00:05:09+02:00");
    EXPECT_EQ(iso_utc(utc("2026-11-22", 9h + 7ms)), "2026-11-22T09:00:00.007Z");
    EXPECT_EQ(iso_utc(utc("1969-12-31", 24h - 1ms)), "1969-12-31T23:59:59.999Z");
}

RC_GTEST_PROP(AmsterdamProperty, every_moment_lies_in_its_day, ())
{
    Instant const instant { std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, 4'102'444'800'000)) };
    Date const date = amsterdam_date(instant);
    RC_ASSERT(start_of_day_amsterdam(date) <= instant);
    RC_ASSERT(instant < end_of_day_amsterdam(date));
}

RC_GTEST_PROP(AmsterdamProperty, a_day_starts_at_midnight_and_has_23_to_25_hours, ())
{
    Date const date = day("1996-01-01").plus_days(*rc::gen::inRange(0, 40'000));
    LocalTime const start = amsterdam_local(start_of_day_amsterdam(date));
    RC_ASSERT(start.date == date);
    RC_ASSERT(start.hour == 0 && start.minute == 0 && start.second == 0);
    auto const length = end_of_day_amsterdam(date) - start_of_day_amsterdam(date);
    RC_ASSERT(length == 23h || length == 24h || length == 25h);
}

} // namespace
} // namespace zk
