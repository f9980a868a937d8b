#include "base/amsterdam.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

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
        EXPECT_EQ(amsterdam_local(utc(begin, hours(1) - milliseconds(1))).utc_offset_minutes, 60) << begin;
        EXPECT_EQ(amsterdam_local(utc(begin, hours(1))).utc_offset_minutes, 120) << begin;
        EXPECT_EQ(amsterdam_local(utc(end, hours(1) - milliseconds(1))).utc_offset_minutes, 120) << end;
        EXPECT_EQ(amsterdam_local(utc(end, hours(1))).utc_offset_minutes, 60) << end;
    }
}

TEST(Amsterdam, shows_the_clock_on_the_wall)
{
    LocalTime const time
        = amsterdam_local(utc("2026-07-01", hours(21) + minutes(59) + seconds(58) + milliseconds(999)));
    EXPECT_EQ(time.date, day("2026-07-01"));
    EXPECT_EQ(time.hour, 23);
    EXPECT_EQ(time.minute, 59);
    EXPECT_EQ(time.second, 58);
    EXPECT_EQ(time.utc_offset_minutes, 120);
}

TEST(Amsterdam, changes_the_day_at_midnight_here)
{
    EXPECT_EQ(amsterdam_date(utc("2026-07-01", hours(22))), day("2026-07-02"));
    EXPECT_EQ(amsterdam_date(utc("2026-12-31", hours(22) + minutes(59) + seconds(59))), day("2026-12-31"));
    EXPECT_EQ(amsterdam_date(utc("2026-12-31", hours(23))), day("2027-01-01"));
}

TEST(Amsterdam, begins_and_ends_days)
{
    EXPECT_EQ(start_of_day_amsterdam(day("2026-11-22")), utc("2026-11-21", hours(23)));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-11-22")), utc("2026-11-22", hours(23)));
    EXPECT_EQ(start_of_day_amsterdam(day("2026-07-01")), utc("2026-06-30", hours(22)));
    // The day on which summer begins is short, that on which it ends is long.
    EXPECT_EQ(start_of_day_amsterdam(day("2026-03-29")), utc("2026-03-28", hours(23)));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-03-29")), utc("2026-03-29", hours(22)));
    EXPECT_EQ(start_of_day_amsterdam(day("2026-10-25")), utc("2026-10-24", hours(22)));
    EXPECT_EQ(end_of_day_amsterdam(day("2026-10-25")), utc("2026-10-25", hours(23)));
}

TEST(Amsterdam, writes)
{
    EXPECT_EQ(iso_with_offset(utc("2026-11-22", hours(9))), "2026-11-22T10:00:00+01:00");
    EXPECT_EQ(iso_with_offset(utc("2026-07-01", hours(22) + minutes(5) + seconds(9))), "2026-07-02T00:05:09+02:00");
    EXPECT_EQ(iso_utc(utc("2026-11-22", hours(9) + milliseconds(7))), "2026-11-22T09:00:00.007Z");
    EXPECT_EQ(iso_utc(utc("1969-12-31", hours(24) - milliseconds(1))), "1969-12-31T23:59:59.999Z");
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
    RC_ASSERT(length == hours(23) || length == hours(24) || length == hours(25));
}

} // namespace
} // namespace zk
