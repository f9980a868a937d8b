#include "care/agenda/week.hpp"

#include <algorithm>
#include <bitset>

namespace zk::care {

Week const& week_of_practice()
{
    static Week const week = [] {
        Week out;
        for (unsigned weekday = 1; weekday <= 5; ++weekday)
            out.push_back({ weekday, *TimeOfDay::from(8, 0), *TimeOfDay::from(17, 0), *TimeOfDay::from(12, 30),
                *TimeOfDay::from(13, 0) });
        return out;
    }();
    return week;
}

Result<> check_week(Week const& week)
{
    std::bitset<k_weekdays + 1> seen;
    for (WorkingDay const& day : week) {
        if (day.weekday == 0 || day.weekday > k_weekdays)
            return fail(Fault::bad_input, "weekday-unknown", Place::of("weekday"));
        if (seen.test(day.weekday))
            return fail(Fault::bad_input, "weekday-twice", Place::of("weekday"));
        seen.set(day.weekday);
        if (day.until <= day.from)
            return fail(Fault::bad_input, "hours-end-before-they-begin", Place::of("until"));
        if (day.break_from.has_value() != day.break_until.has_value())
            return fail(Fault::bad_input, "break-outside-hours", Place::of("break_from"));
        if (day.break_from
            && (*day.break_from < day.from || *day.break_until > day.until || *day.break_until <= *day.break_from))
            return fail(Fault::bad_input, "break-outside-hours", Place::of("break_from"));
    }
    return {};
}

unsigned weekday_of(Date date)
{
    return date.weekday().iso_encoding();
}

std::vector<Stretch> stretches(Week const& week, Date date)
{
    std::vector<Stretch> out;
    auto const day = std::ranges::find(week, weekday_of(date), &WorkingDay::weekday);
    if (day == week.end())
        return out;
    int begin = day->from.minutes_since_midnight();
    int const end = day->until.minutes_since_midnight();
    if (day->break_from && day->break_until) {
        if (int const pause = day->break_from->minutes_since_midnight(); begin < pause)
            out.push_back({ begin, pause });
        begin = day->break_until->minutes_since_midnight();
    }
    if (begin < end)
        out.push_back({ begin, end });
    return out;
}

} // namespace zk::care

namespace zk::catalogue {

using care::WorkingDay;

namespace {

constexpr std::size_t k_time_bytes = 2;

Result<TimeOfDay> read_time(Reader& reader)
{
    ZK_TRY(ByteView const bytes, reader.raw(k_time_bytes));
    return Codec<TimeOfDay>::decode(bytes);
}

} // namespace

// Weekday, from, until; and the break when there is one.
void Codec<WorkingDay>::encode(Writer& out, WorkingDay const& value)
{
    out.u8(static_cast<std::uint8_t>(value.weekday));
    Codec<TimeOfDay>::encode(out, value.from);
    Codec<TimeOfDay>::encode(out, value.until);
    if (value.break_from && value.break_until) {
        Codec<TimeOfDay>::encode(out, *value.break_from);
        Codec<TimeOfDay>::encode(out, *value.break_until);
    }
}

Result<WorkingDay> Codec<WorkingDay>::decode(ByteView bytes)
{
    Reader reader(bytes);
    ZK_TRY(std::uint8_t const weekday, reader.u8());
    ZK_TRY(TimeOfDay const from, read_time(reader));
    ZK_TRY(TimeOfDay const until, read_time(reader));
    WorkingDay out { weekday, from, until };
    if (!reader.at_end()) {
        ZK_TRY(out.break_from, read_time(reader));
        ZK_TRY(out.break_until, read_time(reader));
        ZK_CHECK(reader.expect_end());
    }
    return out;
}

} // namespace zk::catalogue
