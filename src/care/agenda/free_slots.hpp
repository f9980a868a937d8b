// free_slots: where there is room: the working hours of somebody less what stands in them.
// Used by the agenda slice; pure, so that a table of days can test it.
// Always: a place fits whole between two appointments and in one part of a day, and lies not before `earliest`.
// An attacker gains nothing: it knows times alone.
#pragma once

#include "care/agenda/agenda_index.hpp"
#include "care/agenda/week.hpp"

#include <optional>
#include <span>

namespace zk::care {

enum class PartOfDay : std::uint8_t { morning, afternoon };

inline constexpr int k_noon = 12 * 60;
// A place that begins anew, after "now", begins on a round time.
inline constexpr int k_round_minutes = 5;

// The beginnings of places of that many minutes, in order; each next one begins where the one before ends.
[[nodiscard]] std::vector<int> free_starts(std::vector<Stretch> const& working, std::span<Booking const> taken,
    int minutes, int earliest, std::optional<PartOfDay> part);

} // namespace zk::care
