#include "base/amsterdam.hpp"

#include <fmt/format.h>

namespace zk {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr minutes k_winter_offset = hours(1);
constexpr minutes k_summer_offset = hours(2);

Instant last_sunday_at_one(std::chrono::year_month month)
{
    return std::chrono::sys_days(month / std::chrono::Sunday[std::chrono::last]) + hours(1);
}

minutes offset_at(Instant instant)
{
    // New Year lies in winter on both sides, so the year in UTC will do.
    std::chrono::year_month_day const day(std::chrono::floor<std::chrono::days>(instant));
    bool const summer = instant >= last_sunday_at_one(day.year() / std::chrono::March)
        && instant < last_sunday_at_one(day.year() / std::chrono::October);
    return summer ? k_summer_offset : k_winter_offset;
}

} // namespace

LocalTime amsterdam_local(Instant instant)
{
    minutes const offset = offset_at(instant);
    auto const local = instant + offset;
    auto const day = std::chrono::floor<std::chrono::days>(local);
    std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(local - day));
    return { .date = Date::of(day),
        .hour = static_cast<int>(time.hours().count()),
        .minute = static_cast<int>(time.minutes().count()),
        .second = static_cast<int>(time.seconds().count()),
        .utc_offset_minutes = static_cast<int>(offset.count()) };
}

Date amsterdam_date(Instant instant)
{
    return amsterdam_local(instant).date;
}

Instant start_of_day_amsterdam(Date date)
{
    // The clocks change in the small hours, so every midnight happens exactly once.
    Instant const in_summer = date.sys_days() - k_summer_offset;
    return offset_at(in_summer) == k_summer_offset ? in_summer : Instant(date.sys_days() - k_winter_offset);
}

Instant end_of_day_amsterdam(Date date)
{
    return start_of_day_amsterdam(date.plus_days(1));
}

std::string iso_with_offset(Instant instant)
{
    LocalTime const time = amsterdam_local(instant);
    return fmt::format("{}T{:02}:{:02}:{:02}+{:02}:{:02}", time.date.iso(), time.hour, time.minute, time.second,
        time.utc_offset_minutes / 60, time.utc_offset_minutes % 60);
}

std::string iso_utc(Instant instant)
{
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::hh_mm_ss const time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Date::of(day).iso(), time.hours().count(), time.minutes().count(),
        time.seconds().count(), time.subseconds().count());
}

} // namespace zk
