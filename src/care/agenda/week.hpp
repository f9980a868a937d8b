// week: when a practitioner works: his own hours, or those of the practice; and the days that he is not there.
// Used by the agenda slice for free places and for what lies outside working hours.
// Always: a part of a day ends after it begins, and a break lies inside; a weekday without a part is free.
// An attacker who reads it learns when the practice is open.
#pragma once

#include "base/time_of_day.hpp"
#include "catalogue/record.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::care {

inline constexpr std::size_t k_weekdays = 7;

// On a weekday, Monday being 1.
struct WorkingDay {
    unsigned weekday;
    TimeOfDay from;
    TimeOfDay until;
    std::optional<TimeOfDay> break_from {};
    std::optional<TimeOfDay> break_until {};

    friend bool operator==(WorkingDay const&, WorkingDay const&) = default;
};
using Week = std::vector<WorkingDay>;

// Of the practice, for who has no hours of his own: Monday to Friday, 8 to 17, with a break from half past twelve.
[[nodiscard]] Week const& week_of_practice();
// Fault::bad_input "hours-end-before-they-begin", "break-outside-hours", "weekday-unknown", "weekday-twice".
[[nodiscard]] Result<> check_week(Week const& week);
[[nodiscard]] unsigned weekday_of(Date date);

// A stretch of a day, in minutes since midnight.
struct Stretch {
    int from;
    int until;

    friend bool operator==(Stretch const&, Stretch const&) = default;
};
// When he works that day, in order; his break is between two.
[[nodiscard]] std::vector<Stretch> stretches(Week const& week, Date date);

} // namespace zk::care

namespace zk::catalogue {

template<>
struct Codec<zk::care::WorkingDay> {
    static void encode(Writer& out, zk::care::WorkingDay const& value);
    static Result<zk::care::WorkingDay> decode(ByteView bytes);
};

} // namespace zk::catalogue

namespace zk::care {

struct HoursRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 10);
    catalogue::Open<"hours.practitioner", std::string> practitioner;
    catalogue::Open<"hours.week", Week> week;
    static constexpr auto members = std::tuple(&HoursRecord::practitioner, &HoursRecord::week);
};

// Both days included; why stands nowhere.
struct AbsenceRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 11);
    catalogue::Open<"absence.practitioner", std::string> practitioner;
    catalogue::Open<"absence.from", Date> from;
    catalogue::Open<"absence.until", Date> until;
    static constexpr auto members
        = std::tuple(&AbsenceRecord::practitioner, &AbsenceRecord::from, &AbsenceRecord::until);
};

} // namespace zk::care
