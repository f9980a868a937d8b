#include "base/date.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk {
namespace {

Date day(std::string_view iso)
{
    return Date::parse_iso(iso).value();
}

// What a reader makes of a text: the day in ISO form, or the code of the error.
std::string told(Result<Date> const& date)
{
    return date ? date->iso() : std::string(date.error().code());
}

TEST(Date, reads_day_first)
{
    EXPECT_EQ(told(Date::parse_day_first("14-09-1953")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_day_first("14/9/1953")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_day_first("1.9.1953")), "1953-09-01");
    EXPECT_EQ(told(Date::parse_day_first(" 14.09.1953\u00a0")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_day_first("1953-09-14")), "date-unreadable");
}

TEST(Date, reads_year_first)
{
    EXPECT_EQ(told(Date::parse_year_first("1953-09-14")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_year_first("1953/9/14")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_year_first("19530914")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_year_first("14-09-1953")), "date-unreadable");
}

TEST(Date, reads_either_order_when_the_year_tells)
{
    EXPECT_EQ(told(Date::parse_any("14-09-1953")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("1953-09-14")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("19530914")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("1953-09-14 00:00:00")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("1953-09-14T00:00:00.000")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("14-9-1953 0:00")), "1953-09-14");
    EXPECT_EQ(told(Date::parse_any("1953-09-14 08:30")), "date-unreadable");
    EXPECT_EQ(told(Date::parse_any("14-09-53")), "date-unreadable");
}

TEST(Date, refuses_days_that_do_not_exist)
{
    EXPECT_EQ(told(Date::parse_any("31-02-1980")), "date-impossible");
    EXPECT_EQ(told(Date::parse_any("00-00-1975")), "date-impossible");
    EXPECT_EQ(told(Date::parse_any("29-02-1900")), "date-impossible");
    EXPECT_EQ(told(Date::parse_any("29-02-2000")), "2000-02-29");
    EXPECT_EQ(told(Date::parse_any("31-04-2026")), "date-impossible");
    EXPECT_EQ(told(Date::parse_any("01-13-2026")), "date-impossible");
    EXPECT_EQ(told(Date::from(2026, 257, 1)), "date-impossible");
    EXPECT_EQ(told(Date::from(2026, 1, 257)), "date-impossible");
}

TEST(Date, refuses_years_that_nobody_lives_in)
{
    EXPECT_EQ(told(Date::parse_any("31-12-1849")), "date-out-of-range");
    EXPECT_EQ(told(Date::parse_any("01-01-1850")), "1850-01-01");
    EXPECT_EQ(told(Date::parse_any("31-12-2200")), "2200-12-31");
    EXPECT_EQ(told(Date::parse_any("01-01-2201")), "date-out-of-range");
    EXPECT_EQ(told(Date::parse_any("00010101")), "date-out-of-range");
}

TEST(Date, refuses_what_is_no_date)
{
    for (std::string_view text : { "", " ", "-", "--", "14-09", "14-09-1953-1", "14-09/1953", "a-b-cdef", "+1-09-1953",
             "14-09-19530", "014-09-1953", "1953-009-14", "1953091", "195309140", "14--1953", "vandaag" })
        EXPECT_EQ(told(Date::parse_any(text)), "date-unreadable") << text;
}

TEST(Date, reads_strictly_what_it_writes_itself)
{
    EXPECT_EQ(told(Date::parse_iso("2026-11-22")), "2026-11-22");
    for (std::string_view text : { "2026-11-2", "2026/11/22", "20261122", " 2026-11-22", "2026-11-22 ", "2026-1-022" })
        EXPECT_EQ(told(Date::parse_iso(text)), "date-unreadable") << text;
}

TEST(Date, knows_its_parts)
{
    EXPECT_EQ(day("2026-11-22").year(), 2026);
    EXPECT_EQ(day("2026-11-22").month(), 11U);
    EXPECT_EQ(day("2026-11-22").day(), 22U);
    EXPECT_EQ(day("2026-11-22").weekday(), std::chrono::Sunday);
    EXPECT_EQ(day("2000-02-29").weekday(), std::chrono::Tuesday);
}

TEST(Date, orders_days)
{
    EXPECT_LT(day("2025-12-31"), day("2026-01-01"));
    EXPECT_LT(day("2026-01-31"), day("2026-02-01"));
    EXPECT_EQ(day("2026-01-31"), day("2026-01-31"));
}

TEST(Date, counts_days)
{
    EXPECT_EQ(day("2026-03-01").days_since(day("2026-02-28")), 1);
    EXPECT_EQ(day("2024-03-01").days_since(day("2024-02-28")), 2);
    EXPECT_EQ(day("2026-01-01").days_since(day("2026-01-02")), -1);
    EXPECT_EQ(day("2026-11-22").plus_days(365).iso(), "2027-11-22");
    EXPECT_EQ(day("2026-01-01").plus_days(-1).iso(), "2025-12-31");
}

TEST(Date, clamps_months_at_the_end)
{
    EXPECT_EQ(day("2026-01-31").plus_months(1).iso(), "2026-02-28");
    EXPECT_EQ(day("2024-01-31").plus_months(1).iso(), "2024-02-29");
    EXPECT_EQ(day("2026-10-31").plus_months(1).iso(), "2026-11-30");
    EXPECT_EQ(day("2026-12-15").plus_months(1).iso(), "2027-01-15");
    EXPECT_EQ(day("2026-01-15").plus_months(-1).iso(), "2025-12-15");
    EXPECT_EQ(day("2026-03-31").plus_months(-13).iso(), "2025-02-28");
}

TEST(Date, ends_a_term_of_years_no_day_early)
{
    EXPECT_EQ(day("2024-02-29").plus_years(1).iso(), "2025-03-01");
    EXPECT_EQ(day("2024-02-29").plus_years(4).iso(), "2028-02-29");
    EXPECT_EQ(day("2026-11-22").plus_years(20).iso(), "2046-11-22");
    EXPECT_EQ(day("2012-02-29").plus_years(16).iso(), "2028-02-29");
    EXPECT_EQ(day("2026-11-22").plus_years(-12).iso(), "2014-11-22");
}

TEST(Date, computes_beyond_what_it_reads)
{
    EXPECT_EQ(day("2200-12-31").plus_years(20).iso(), "2220-12-31");
    EXPECT_EQ(day("1850-01-01").plus_days(-1).iso(), "1849-12-31");
}

TEST(DateDeathTest, stops_where_no_term_leads)
{
    EXPECT_DEATH((void)day("2026-01-01").plus_years(8000), "broken promise");
    EXPECT_DEATH((void)day("2026-01-01").plus_months(12 * 8000), "broken promise");
    EXPECT_DEATH((void)day("2026-01-01").plus_days(8000 * 366), "broken promise");
}

rc::Gen<Date> any_day()
{
    return rc::gen::map(rc::gen::inRange(0, 128'000), [](int days) { return day("1850-01-01").plus_days(days); });
}

RC_GTEST_PROP(DateProperty, reads_what_it_writes, ())
{
    Date const date = *any_day();
    RC_ASSERT(Date::parse_iso(date.iso()).value() == date);
    RC_ASSERT(Date::parse_any(date.iso()).value() == date);
    std::string const iso = date.iso();
    RC_ASSERT(Date::parse_any(iso.substr(8, 2) + "-" + iso.substr(5, 2) + "-" + iso.substr(0, 4)).value() == date);
    RC_ASSERT(Date::parse_any(iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2)).value() == date);
}

RC_GTEST_PROP(DateProperty, counts_back_what_it_counted, ())
{
    Date const date = *any_day();
    int const days = *rc::gen::inRange(-50'000, 50'000);
    RC_ASSERT(date.plus_days(days).days_since(date) == days);
    RC_ASSERT(Date::of(date.sys_days()) == date);
}

RC_GTEST_PROP(DateProperty, a_month_later_is_in_the_next_month, ())
{
    Date const date = *any_day();
    Date const later = date.plus_months(1);
    RC_ASSERT(later.month() == date.month() % 12 + 1);
    RC_ASSERT(later.day() <= date.day());
}

RC_GTEST_PROP(DateProperty, reads_any_bytes_without_harm, (std::string const& text))
{
    (void)Date::parse_any(text);
    (void)Date::parse_iso(text);
}

} // namespace
} // namespace zk
