// json_view: a View as JSON, and how a command prints its answer. The one way from a record to JSON.
// Used by the commands, and later by the server.
// Always: it writes what the View holds, and a View holds what its grant covers.
// An attacker who reads the answer sees what the account may see.
#pragma once

#include "catalogue/projection.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace zk::app {

// Amounts are whole cents, under a name that says so: "amount_cents".
[[nodiscard]] nlohmann::ordered_json json_of(catalogue::View const& view);
[[nodiscard]] nlohmann::ordered_json json_of(std::vector<catalogue::View> const& views);

// To standard output, two spaces deep, bad UTF-8 replaced. Fails when nobody can read it (a full disk, a closed pipe).
[[nodiscard]] Result<> print_json(nlohmann::ordered_json const& answer);
// The item as one line of text; empty when it is not there.
[[nodiscard]] std::string text_of(catalogue::View const& view, std::string_view name);

} // namespace zk::app
