// date: a real calendar day, as people are born on and terms run from.
// Used for birth dates, treatments, invoices and legal terms; a moment in time is an Instant (base/clock).
// Always: the day exists; what was read lies in the years 1850 to 2200.
// An attacker gains nothing here; a birth date becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

namespace zk {

inline constexpr int k_year_min = 1850;
inline constexpr int k_year_max = 2200;

class Date {
public:
    [[nodiscard]] static Result<Date> from(int year, unsigned month, unsigned day);
    // A day that this program computed itself.
    [[nodiscard]] static Date of(std::chrono::sys_days day);

    // "2026-11-22" and nothing else: what this program writes itself.
    [[nodiscard]] static Result<Date> parse_iso(std::string_view text);
    // "14-09-1953", "14/9/1953", "14.09.1953".
    [[nodiscard]] static Result<Date> parse_day_first(std::string_view text);
    // "1953-09-14", "1953/9/14", "1953.09.14", "19530914".
    [[nodiscard]] static Result<Date> parse_year_first(std::string_view text);
    // Either order: the year has four digits, so it tells which. A midnight behind it, as spreadsheets add, is dropped.
    [[nodiscard]] static Result<Date> parse_any(std::string_view text);

    [[nodiscard]] int year() const { return static_cast<int>(m_day.year()); }
    [[nodiscard]] unsigned month() const { return static_cast<unsigned>(m_day.month()); }
    [[nodiscard]] unsigned day() const { return static_cast<unsigned>(m_day.day()); }
    [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday(sys_days()); }
    [[nodiscard]] std::chrono::sys_days sys_days() const { return m_day; }
    [[nodiscard]] std::string iso() const;

    [[nodiscard]] int days_since(Date earlier) const;
    [[nodiscard]] Date plus_days(int days) const;
    // 31 January plus a month is the last of February: a deadline in months never slips into the month after.
    [[nodiscard]] Date plus_months(int months) const;
    // 29 February plus a year is 1 March: a term that must be kept in full may not end a day early.
    [[nodiscard]] Date plus_years(int years) const;

    friend auto operator<=>(Date const&, Date const&) = default;

private:
    explicit Date(std::chrono::year_month_day day)
        : m_day(day)
    {
    }
    std::chrono::year_month_day m_day;
};

} // namespace zk
