// shape: how a file looks: a header's opening, white space, length.
// Used by tidy_test; what clang-format can see is left to it.
// Always: holds for our sources, not for data of tests.
// An attacker gains nothing.
#pragma once

#include "source.hpp"

namespace zk::tidy {

inline constexpr std::size_t k_file_lines_max = 500;
inline constexpr std::size_t k_opening_lines = 4;

[[nodiscard]] std::vector<Finding> check_shape(Source const& source);

} // namespace zk::tidy
