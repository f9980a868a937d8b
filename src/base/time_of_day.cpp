#include "base/time_of_day.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace zk {

Result<TimeOfDay> TimeOfDay::from(int hour, int minute)
{
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return fail(Fault::bad_input, "time-impossible");
    return TimeOfDay(hour * 60 + minute);
}

Result<TimeOfDay> TimeOfDay::parse(std::string_view text)
{
    text = trim(text);
    std::size_t const first = text.find_first_of(":.");
    if (first > 2) // or not there at all
        return fail(Fault::bad_input, "time-unreadable");
    std::string_view rest = text.substr(first + 1);
    if (rest.size() == 5 && rest[2] == text[first]) {
        auto const second = ascii::number(rest.substr(3));
        if (!second || *second > 59)
            return fail(Fault::bad_input, "time-unreadable");
        rest = rest.substr(0, 2);
    }
    auto const hour = ascii::number(text.substr(0, first));
    auto const minute = ascii::number(rest);
    if (!hour || !minute || rest.size() != 2)
        return fail(Fault::bad_input, "time-unreadable");
    return from(*hour, *minute);
}

std::string TimeOfDay::text() const
{
    return fmt::format("{:02}:{:02}", hour(), minute());
}

} // namespace zk
