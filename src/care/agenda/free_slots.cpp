#include "care/agenda/free_slots.hpp"

#include <algorithm>

namespace zk::care {

namespace {

Stretch within(Stretch stretch, std::optional<PartOfDay> part)
{
    if (part == PartOfDay::morning)
        stretch.until = std::min(stretch.until, k_noon);
    if (part == PartOfDay::afternoon)
        stretch.from = std::max(stretch.from, k_noon);
    return stretch;
}

int rounded_up(int minute)
{
    return (minute + k_round_minutes - 1) / k_round_minutes * k_round_minutes;
}

} // namespace

std::vector<int> free_starts(std::vector<Stretch> const& working, std::span<Booking const> taken, int minutes,
    int earliest, std::optional<PartOfDay> part)
{
    std::vector<Stretch> busy;
    for (Booking const& one : taken) {
        if (takes_time(one.status))
            busy.push_back({ one.start, one.end() });
    }
    std::ranges::sort(busy, {}, &Stretch::from);
    std::vector<int> out;
    auto const fill = [&](int from, int until) {
        for (int start = from; start + minutes <= until; start += minutes)
            out.push_back(start);
    };
    for (Stretch const& whole : working) {
        Stretch const stretch = within(whole, part);
        int at = std::max(stretch.from, rounded_up(earliest));
        for (Stretch const& one : busy) {
            fill(at, std::min(one.from, stretch.until));
            at = std::max(at, one.until);
        }
        fill(at, stretch.until);
    }
    return out;
}

} // namespace zk::care
