// tree_export: writes a log once more as plain C2SP tlog-tiles, for whoever verifies it with tools of his own.
// Used by `journal export` and by backups.
// Always: what is exported was verified before and is verified after; entries stay sealed.
// An attacker gets sealed entries, and how many there are.
#pragma once

#include "keep/journal/tree_files.hpp"

namespace zk::keep {

// The folder to export to must be absent or empty; when the export fails it is left without a checkpoint. A tail that a
// crash left unfinished stops the export: open the log first.
[[nodiscard]] Result<TreeHead> export_tree(Disk const& from, std::string const& folder, VerifierKey const& key,
    Disk& to, std::string const& to_folder, TreeView const& view = {});

} // namespace zk::keep
