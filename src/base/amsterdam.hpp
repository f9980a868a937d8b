// amsterdam: which day and hour it is in the Netherlands, and when a day there begins and ends.
// Used for terms of law, the agenda and every time that a person reads; machines count in UTC.
// Always: CET, and CEST from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC (directive
// 2000/84/EC). An attacker gains nothing here; who sets the clock, see base/clock.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"

#include <string>

namespace zk {

// What the clock on the wall shows.
struct LocalTime {
    Date date;
    int hour;
    int minute;
    int second;
    int utc_offset_minutes;
};

// The rule holds since 1996 and is applied to every year: this program keeps no older moments, only older days.
[[nodiscard]] LocalTime amsterdam_local(Instant instant);
[[nodiscard]] Date amsterdam_date(Instant instant);

// A day is the span from its start up to, not including, its end, which is the start of the next; it has 23 to 25
// hours.
[[nodiscard]] Instant start_of_day_amsterdam(Date date);
[[nodiscard]] Instant end_of_day_amsterdam(Date date);

// "2026-11-22T10:00:00+01:00", as reports have it.
[[nodiscard]] std::string iso_with_offset(Instant instant);
// "2026-11-22T09:00:00.000Z", as logs have it.
[[nodiscard]] std::string iso_utc(Instant instant);

} // namespace zk
