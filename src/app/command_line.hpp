// command_line: reads what was typed after `zorgkluis` and runs the command.
// Used by main.
// Always: a wrong word gets the usage in one line and exit code 2; nothing is asked without a terminal.
// An attacker gains nothing: the passphrase is never an argument.
#pragma once

#include "app/context.hpp"

#include <span>

namespace zk::app {

// The name of the program first. Beside a server the command is handed to it; what the server was handed has `served`.
[[nodiscard]] Exit run_command_line(
    std::span<char const* const> arguments, Clock const& clock, Random& random, Served* served = nullptr);

} // namespace zk::app
