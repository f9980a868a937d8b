// tree_walk: which files there are in a log's folder, and that each has a name and a size that it may have.
// Used by tree_verify, which then reads them.
// Always: what has no place in the format is a finding, whatever is in it.
// An attacker cannot hide a file in the folder.
#pragma once

#include "keep/journal/tree_files.hpp"

namespace zk::keep {

// How many tiles there are. `laid_out` is the size whose tiles must be there, `size` the size up to which a crash may
// have left some.
[[nodiscard]] Result<std::uint64_t> count_tiles(
    Disk const& disk, std::string const& folder, FolderKind kind, std::uint64_t laid_out, std::uint64_t size);

} // namespace zk::keep
