// write: puts what was decided into a change: one patient's bundle, or a row that waits.
// Used by apply.
// Always: notes and memos go to care, never to identity; a BSN that failed the 11-check is kept sealed and apart.
// An attacker gains nothing: it writes through the vault, under a grant.
#pragma once

#include "app/moving_in/decide.hpp"

namespace zk::app {

struct Writing {
    keep::Vault const& vault;
    catalogue::Grant const& grant;
    ImportId import;
    Instant now;
    Date today;
};

[[nodiscard]] Result<> write_bundle(Writing const& writing, keep::Change& change, Bundle const& bundle);
void write_waiting(Writing const& writing, keep::Change& change, WaitingRow const& row, std::string const& file);

} // namespace zk::app
