// bans: words and headers that have no place somewhere, each with what to use instead.
// Used by tidy_test. To ban something, add a line to the tables in bans.cpp and a case to tidy_test.
// Always: comments and texts are not searched, but for what is banned there.
// An attacker gains nothing.
#pragma once

#include "source.hpp"

namespace zk::tidy {

[[nodiscard]] std::vector<Finding> check_bans(Source const& source);

} // namespace zk::tidy
