// tree_verify: reads a whole log again and says whether every byte of it is what was signed.
// Used by `journal verify`, by the check, after an export and after a backup.
// Always: read-only; every byte of every file in the folder is covered; memory does not grow with the log.
// An attacker is seen, but for frames cut off the end and the whole put back: for those keep a head (TreeView::known).
#pragma once

#include "keep/journal/tree_files.hpp"

namespace zk::keep {

// The head of the log, or the first finding with its place. A log that a crash left in the middle of a commit gives
// "journal-tail-unfinished" when all else is right; opening it drops that commit, of which nobody was told.
[[nodiscard]] Result<TreeHead> verify_tree(
    Disk const& disk, std::string const& folder, VerifierKey const& key, TreeView const& view = {});

} // namespace zk::keep
