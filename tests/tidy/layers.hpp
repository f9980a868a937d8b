// layers: who may include whom. A folder may use what stands above it in the list, nothing else.
// Used by tidy_test; ARCHITECTURE.md says the same in words.
// Always: in care/ a slice uses itself, patients and what lies in care/ itself.
// An attacker gains nothing.
#pragma once

#include "source.hpp"

namespace zk::tidy {

[[nodiscard]] std::vector<Finding> check_layers(Source const& source);

} // namespace zk::tidy
