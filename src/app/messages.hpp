// messages: what an error says to a person: what happened, where, and what to do. Dutch.
// Used by main; one table from code to text.
// Always: no personal data: an Error has none, and this adds none.
// An attacker learns what anyone who runs the program sees.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace zk::app {

[[nodiscard]] std::string message_of(Error const& error);
// The text alone, for where the place stands beside it.
[[nodiscard]] std::string_view text_of_error(Error const& error);
// Does the table know this code by itself? Tests hold the codes of the commands to it.
[[nodiscard]] bool has_message(std::string_view code);

} // namespace zk::app
