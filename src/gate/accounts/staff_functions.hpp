// staff_functions: which role belongs to a function, as practices call it in the export of their old software.
// Used by the import of medewerkers.
// Always: only what the table names gets a role, by its whole name: a guess would open dossiers.
// An attacker who can write the export can choose roles; the accounts wait for a code from the praktijkhouder.
#pragma once

#include "base/result.hpp"
#include "catalogue/kinds.hpp"

#include <string_view>

namespace zk::gate {

// "Tandarts", "doktersassistente", "mondhygiënist". Fault::bad_input for a function that nobody foresaw.
[[nodiscard]] Result<catalogue::Role> role_from_function(std::string_view function);

} // namespace zk::gate
