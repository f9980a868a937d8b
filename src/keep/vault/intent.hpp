// intent: what a commit has decided to write in the stores, until it is written. It makes many files change as one.
// Used by the vault: sealed into the keyring with the decision, rolled forward at start, then removed.
// Always: it is the one place that holds a patient's names of several stores together.
// An attacker who opens one (with the practice key) can join the stores for the patients in it.
#pragma once

#include "catalogue/kinds.hpp"
#include "keep/engine.hpp"

#include <map>
#include <vector>

namespace zk::keep {

using StoreWrites = std::map<catalogue::Compartment, std::vector<RowWrite>>;

[[nodiscard]] Bytes encode_intent(StoreWrites const& writes);
[[nodiscard]] Result<StoreWrites> decode_intent(ByteView bytes);

} // namespace zk::keep
