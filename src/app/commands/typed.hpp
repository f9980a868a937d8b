// typed: what a person types at the terminal, or a script hands in by a small file, and never by an argument.
// Used by the commands that need a number or a code; secrets that must not show are read by passphrase.
// Always: a question is asked at a terminal only; what is longer than the limit is refused.
// An attacker who can read the file has what stands in it: the manual says to destroy it.
#pragma once

#include "base/result.hpp"

#include <string>

namespace zk::app {

[[nodiscard]] bool at_terminal();
// The line that is typed, shown as it is typed.
[[nodiscard]] Result<std::string> ask_line(std::string const& question);

// The text of a small file, or of standard input when the path is "-".
[[nodiscard]] Result<std::string> read_small(std::string const& path);
// The same without its trailing newline.
[[nodiscard]] Result<std::string> read_line_of(std::string const& path);

} // namespace zk::app
