#include "care/agenda/free_slots.hpp"

#include <gtest/gtest.h>

namespace zk::care {
namespace {

Date const k_monday = *Date::from(2026, 11, 23);

struct Taken {
    char const* from;
    int minutes;
    AppointmentStatus status = AppointmentStatus::planned;
};

struct Row {
    char const* what;
    std::vector<Taken> taken;
    int minutes;
    char const* earliest;
    std::optional<PartOfDay> part;
    std::vector<std::string> expected; // the first four
};

using enum PartOfDay;

// A Monday of the practice: 08:00 to 12:30 and 13:00 to 17:00. By hand.
std::vector<Row> const k_rows {
    { "an empty day", {}, 60, "00:00", {}, { "08:00", "09:00", "10:00", "11:00" } },
    { "the break is not worked through", {}, 60, "11:00", {}, { "11:00", "13:00", "14:00", "15:00" } },
    { "between two", { { "08:00", 30 }, { "09:00", 180 } }, 30, "00:00", {}, { "08:30", "12:00", "13:00", "13:30" } },
    { "too short between two", { { "08:00", 40 }, { "09:00", 180 } }, 30, "00:00", {},
        { "12:00", "13:00", "13:30", "14:00" } },
    { "one within a longer one", { { "08:00", 120 }, { "08:30", 20 } }, 60, "00:00", {},
        { "10:00", "11:00", "13:00", "14:00" } },
    { "one over the end of the day", { { "16:00", 120 } }, 60, "14:00", {}, { "14:00", "15:00" } },
    { "what was called off or missed takes nothing",
        { { "08:00", 60, AppointmentStatus::cancelled }, { "09:00", 60, AppointmentStatus::no_show } }, 60, "00:00", {},
        { "08:00", "09:00", "10:00", "11:00" } },
    { "who is here, or was, takes his time",
        { { "08:00", 60, AppointmentStatus::arrived }, { "09:00", 60, AppointmentStatus::done } }, 60, "00:00", {},
        { "10:00", "11:00", "13:00", "14:00" } },
    { "from now, rounded up", {}, 30, "10:02", {}, { "10:05", "10:35", "11:05", "11:35" } },
    { "the morning ends at noon", {}, 60, "10:30", morning, { "10:30" } },
    { "the afternoon begins at noon", {}, 30, "00:00", afternoon, { "12:00", "13:00", "13:30", "14:00" } },
    { "longer than any part of the day", {}, 300, "00:00", {}, {} },
    { "too late", {}, 30, "16:45", {}, {} },
};

TEST(FreeSlots, are_those_of_the_table)
{
    for (Row const& row : k_rows) {
        std::vector<Booking> taken;
        for (Taken const& one : row.taken)
            taken.push_back({ PatientId::from_raw({ 1 }), k_monday,
                TimeOfDay::parse(one.from)->minutes_since_midnight(), one.minutes, "EV", "", one.status });
        auto const starts = free_starts(stretches(week_of_practice(), k_monday), taken, row.minutes,
            TimeOfDay::parse(row.earliest)->minutes_since_midnight(), row.part);
        std::vector<std::string> found;
        for (int const start : starts) {
            if (found.size() < 4)
                found.push_back(TimeOfDay::from(start / 60, start % 60)->text());
        }
        EXPECT_EQ(found, row.expected) << row.what;
    }
}

TEST(WeekTest, of_the_practice_is_free_at_the_weekend)
{
    EXPECT_EQ(stretches(week_of_practice(), k_monday), (std::vector<Stretch> { { 480, 750 }, { 780, 1020 } }));
    EXPECT_TRUE(stretches(week_of_practice(), k_monday.plus_days(5)).empty());
    EXPECT_TRUE(stretches(week_of_practice(), k_monday.plus_days(6)).empty());
}

WorkingDay working(unsigned weekday, char const* from, char const* until, char const* break_from = nullptr,
    char const* break_until = nullptr)
{
    WorkingDay out { weekday, *TimeOfDay::parse(from), *TimeOfDay::parse(until) };
    if (break_from != nullptr)
        out.break_from = *TimeOfDay::parse(break_from);
    if (break_until != nullptr)
        out.break_until = *TimeOfDay::parse(break_until);
    return out;
}

std::string refused(Week const& week)
{
    auto const checked = check_week(week);
    return checked ? "" : std::string(checked.error().code());
}

TEST(WeekTest, what_cannot_be_worked_is_refused)
{
    EXPECT_EQ(refused({ working(1, "08:00", "17:00") }), "");
    EXPECT_EQ(refused({ working(1, "08:00", "17:00", "12:00", "13:00"), working(7, "10:00", "12:00") }), "");
    EXPECT_EQ(refused({ working(8, "08:00", "17:00") }), "weekday-unknown");
    EXPECT_EQ(refused({ working(0, "08:00", "17:00") }), "weekday-unknown");
    EXPECT_EQ(refused({ working(1, "08:00", "12:00"), working(1, "13:00", "17:00") }), "weekday-twice");
    EXPECT_EQ(refused({ working(1, "17:00", "08:00") }), "hours-end-before-they-begin");
    EXPECT_EQ(refused({ working(1, "08:00", "17:00", "07:00", "09:00") }), "break-outside-hours");
    EXPECT_EQ(refused({ working(1, "08:00", "17:00", "13:00", "12:00") }), "break-outside-hours");
    EXPECT_EQ(refused({ working(1, "08:00", "17:00", "12:00") }), "break-outside-hours");
}

TEST(WeekTest, reads_back_as_it_was_kept)
{
    using Days = catalogue::Codec<Week>;
    Week const week { working(1, "08:00", "17:00", "12:30", "13:00"), working(6, "09:15", "12:00") };
    Writer out;
    Days::encode(out, week);
    auto const back = Days::decode(out.view());
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, week);
}

} // namespace
} // namespace zk::care
