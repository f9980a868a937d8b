// register_table: the catalogue as people read it: every element with its purpose, ground and term, in Markdown.
// Used for docs/catalogus.md, which a test holds to it.
// Always: it tells what the declarations say and nothing else, so it cannot drift from the program.
// An attacker gains nothing: this is the public shape of the house.
#pragma once

#include "catalogue/retention.hpp"

#include <string>

namespace zk::catalogue {

// "20 jaar na de laatste medische wijziging"
[[nodiscard]] std::string term_text(Retention const& retention);

// Two tables: the elements, and the terms that they have. In Dutch.
[[nodiscard]] std::string register_table();

} // namespace zk::catalogue
