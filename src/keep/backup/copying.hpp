// copying: a file from one disk to another, a piece at a time, measured on the way.
// Used by backup and restore.
// Always: memory does not grow with the file; what was copied is durable when it returns.
// An attacker gains nothing here: what passes is sealed.
#pragma once

#include "base/disk.hpp"
#include "keep/backup/manifest.hpp"

namespace zk::keep {

inline constexpr std::size_t k_copy_piece_bytes = 1024 * 1024;

[[nodiscard]] Result<BackedUpFile> measure_file(Disk const& disk, std::string const& folder, std::string_view name);
// The target must be absent.
[[nodiscard]] Result<BackedUpFile> copy_file(
    Disk const& from, std::string const& from_path, Disk& to, std::string const& folder, std::string_view name);

// How many files there are below a folder, and how large they are together.
struct Tally {
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};
[[nodiscard]] Result<Tally> tally(Disk const& disk, std::string const& folder);

} // namespace zk::keep
