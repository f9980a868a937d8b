// glass_seen: up to which line of the log the praktijkhouder has seen each broken glass.
// Used by the day, which asks him, and by the route with which he says so.
// Always: with who and when, and a line in the log; a glass that breaks later is asked again.
// An attacker who plants one hides a task, not the line of the glass: that stays in the log.
#pragma once

#include "gate/practice.hpp"

namespace zk::gate {

struct GlassSeenRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 35);
    catalogue::Open<"glass_seen.entry", std::uint64_t> entry;
    catalogue::Open<"glass_seen.by", AccountId> by;
    catalogue::Open<"glass_seen.at", Instant> at;
    static constexpr auto members = std::tuple(&GlassSeenRecord::entry, &GlassSeenRecord::by, &GlassSeenRecord::at);
};

struct UnseenGlass {
    std::uint64_t count = 0;
    std::uint64_t last_entry = 0; // what to say when they were seen
};

// Of the last days: what is older is no news, and stays in the log of each patient.
inline constexpr std::chrono::days k_glass_news { 30 };
[[nodiscard]] Result<UnseenGlass> unseen_glass(Practice& practice);
// Fault::bad_input "glass-seen-unknown" when that line is no broken glass.
[[nodiscard]] Result<> note_glass_seen(Practice& practice, Who const& who, std::uint64_t entry);

} // namespace zk::gate
