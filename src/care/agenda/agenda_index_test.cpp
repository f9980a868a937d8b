#include "care/agenda/agenda_index.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace zk::care {
namespace {

PatientId patient(std::uint8_t number)
{
    return PatientId::from_raw({ number });
}

Date const k_monday = *Date::from(2026, 11, 23);

Booking at(std::uint8_t who, int day, int hour, int minute, std::string const& practitioner = "EV",
    AppointmentStatus status = AppointmentStatus::planned)
{
    return { patient(who), k_monday.plus_days(day), hour * 60 + minute, 30, practitioner, "Kamer 1", status };
}

std::vector<int> starts(std::vector<Booking> const& bookings)
{
    std::vector<int> out;
    for (Booking const& one : bookings)
        out.push_back(one.start);
    return out;
}

TEST(AgendaIndexTest, gives_days_in_order_of_time)
{
    AgendaIndex index;
    index.add(patient(1), { at(1, 0, 10, 0), at(1, 1, 9, 0) }, false);
    index.add(patient(2), { at(2, 0, 9, 30, "JW") }, false);
    index.add(patient(3), { at(3, 0, 11, 0), at(3, 9, 8, 0) }, true);
    EXPECT_EQ(starts(index.between(k_monday, k_monday)), (std::vector { 570, 600, 660 }));
    EXPECT_EQ(index.between(k_monday, k_monday)[0], at(2, 0, 9, 30, "JW"));
    EXPECT_EQ(starts(index.between(k_monday, k_monday.plus_days(6))), (std::vector { 570, 600, 660, 540 }));
    EXPECT_TRUE(index.between(k_monday.plus_days(2), k_monday.plus_days(8)).empty());
    EXPECT_EQ(index.size(), 5U);
    EXPECT_EQ(index.patients_on(k_monday), (std::vector { patient(1), patient(2), patient(3) }));
    EXPECT_EQ(index.waiting(), std::vector { patient(3) });
    EXPECT_EQ(index.practitioners_from(k_monday.plus_days(1)), std::vector<std::string> { "EV" });
    EXPECT_EQ(index.rooms(), std::vector<std::string> { "Kamer 1" });
}

TEST(AgendaIndexTest, takes_what_somebody_has_now_instead_of_what_he_had)
{
    AgendaIndex index;
    index.add(patient(1), { at(1, 0, 10, 0), at(1, 1, 9, 0) }, true);
    index.add(patient(2), { at(2, 0, 9, 30) }, false);
    index.set(patient(1), { at(1, 2, 8, 0) }, false);
    EXPECT_EQ(starts(index.between(k_monday, k_monday.plus_days(6))), (std::vector { 570, 480 }));
    EXPECT_EQ(index.size(), 2U);
    EXPECT_TRUE(index.waiting().empty());
    index.set(patient(1), {}, false);
    EXPECT_EQ(index.size(), 1U);
}

TEST(AgendaIndexTest, is_small)
{
    AgendaIndex index;
    constexpr int k_days = 500;
    for (int day = 0; day < k_days; ++day) {
        for (std::uint8_t who = 0; who < 100; ++who)
            index.add(patient(who), { at(who, day, 8 + who % 9, 0) }, false);
    }
    AgendaIndex kept;
    kept.take(std::move(index));
    EXPECT_EQ(kept.size(), 50'000U);
    EXPECT_LT(kept.memory_bytes(), 50'000U * 30);
}

TEST(AgendaIndexTest, is_read_beside_one_who_writes)
{
    AgendaIndex index;
    index.add(patient(2), { at(2, 0, 9, 30) }, false);
    std::jthread const writer([&] {
        for (int i = 0; i < 500; ++i)
            index.set(patient(1), { at(1, i % 7, 10, 0) }, i % 2 == 0);
    });
    for (int i = 0; i < 500; ++i) {
        auto const all = index.between(k_monday, k_monday.plus_days(6));
        ASSERT_GE(all.size(), 1U);
        ASSERT_LE(all.size(), 2U);
    }
}

} // namespace
} // namespace zk::care
