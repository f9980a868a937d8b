// time_of_day: hours and minutes on a clock on the wall.
// Used for appointments and opening hours; together with a Date, always in Europe/Amsterdam.
// Always: between 00:00 and 23:59.
// An attacker gains nothing here.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class TimeOfDay {
public:
    [[nodiscard]] static Result<TimeOfDay> from(int hour, int minute);
    // "08:30", "8:30", "08.30", "08:30:00"; seconds are dropped, no appointment has them.
    [[nodiscard]] static Result<TimeOfDay> parse(std::string_view text);

    [[nodiscard]] int hour() const { return m_minutes / 60; }
    [[nodiscard]] int minute() const { return m_minutes % 60; }
    [[nodiscard]] int minutes_since_midnight() const { return m_minutes; }
    // "08:30"
    [[nodiscard]] std::string text() const;

    friend auto operator<=>(TimeOfDay const&, TimeOfDay const&) = default;

private:
    explicit TimeOfDay(int minutes)
        : m_minutes(minutes)
    {
    }
    int m_minutes;
};

} // namespace zk
