// checkpoint: a tree head as a signed note, as c2sp.org/tlog-checkpoint writes it.
// Used by all of keep/journal; what witnesses and whoever keeps a head elsewhere hold in their hands.
// Always: origin, size and root, nothing else, and signed under the origin's name.
// An attacker cannot make one; an old one shows an old log, so keep the newest that you have seen.
#pragma once

#include "keep/journal/merkle.hpp"
#include "keep/journal/note.hpp"

#include <string>
#include <string_view>

namespace zk::keep {

// The origin is the key's name.
[[nodiscard]] std::string sign_checkpoint(TreeHead const& head, VerifierKey const& key, crypto::Signer const& signer);
[[nodiscard]] Result<TreeHead> open_checkpoint(std::string_view note, VerifierKey const& key);

} // namespace zk::keep
