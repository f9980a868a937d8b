// command_line: reads what was typed after `zorgkluis` and runs the command.
// Used by main.
// Always: a wrong word gets the usage in one line and exit code 2; nothing is asked without a terminal.
// An attacker gains nothing: the passphrase is never an argument.
#pragma once

#include "app/context.hpp"

namespace zk::app {

[[nodiscard]] Exit run_command_line(int argc, char const* const* argv, Clock const& clock, Random& random);

} // namespace zk::app
