// place: the folder in which a practice's backups come: whether it can be one, how much room it has, on which disk.
// Used by the command and the keeper of backups, and by the setting backup.place.
// Always: never inside the practice's own folder: a backup there would be lost with it.
// An attacker who chooses it needs the praktijkhouder's account; a copy without the passphrase tells him counts.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace zk::app {

// Fault::bad_input "backup-place-not-a-path", "backup-inside-the-practice".
[[nodiscard]] Result<> check_backup_place(std::filesystem::path const& place, std::filesystem::path const& practice);
[[nodiscard]] bool lies_inside(std::filesystem::path const& inner, std::filesystem::path const& outer);

struct PlaceFacts {
    bool there = false; // and to be written in
    std::optional<std::uint64_t> free_bytes;
    bool other_disk = false; // than the practice's own
};
[[nodiscard]] PlaceFacts look_at_place(std::filesystem::path const& place, std::filesystem::path const& practice);

} // namespace zk::app
