// local_client: hands a command to the server that has the practice open.
// Used by the command line before it opens a practice itself.
// Always: only to a server of the same user (or root's); the passphrase is read here, as for any command.
// An attacker who put a socket of his own there gets nothing: who listens is asked of the system.
#pragma once

#include "app/context.hpp"

#include <optional>
#include <span>

namespace zk::app {

// Nothing when nobody listens there: the command opens the practice itself.
[[nodiscard]] std::optional<Result<Exit>> run_at_server(
    std::filesystem::path const& data, std::span<char const* const> arguments);

} // namespace zk::app
