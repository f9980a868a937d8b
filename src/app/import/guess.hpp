// guess: what files and columns may mean by their values, where the headers do not tell.
// Used by propose, whose mapping a person looks at, and by plan, which refuses a folder whose patients it would miss.
// Always: a guess is never imported by itself; what the headers told stays as it is.
// An attacker who writes the export can mislead it, and the person who looks at the proposal sees so.
#pragma once

#include "app/import/plan.hpp"

namespace zk::app {

// The plans that the headers gave, completed where a guess is better than nothing.
[[nodiscard]] std::vector<FilePlan> guess(std::span<Table const> tables, std::span<FilePlan const> known);

// What `import --dry-run` shows: from the headers, from guesses (named in "guessed"), the rest "ignored".
[[nodiscard]] Mapping propose(std::span<Table const> tables);

} // namespace zk::app
