// script: runs one of the project's own scripts from the root of the repository.
// Used by tests only.
// Always: the test fails, and names the command, when the script does.
// An attacker gains nothing: it is not in the product.
#pragma once

#include <cstdlib>
#include <string>

#include <gtest/gtest.h>

namespace zk::testing {

inline void run_script(std::string const& command)
{
    ASSERT_EQ(std::system(command.c_str()), 0) << command;
}

} // namespace zk::testing
