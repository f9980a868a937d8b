// guess_columns: which columns of a file of a known kind may be what, by their values.
// Used by guess alone, which knows the folder as a whole.
// Always: a column that already has a meaning keeps it; one without a value gets none.
// An attacker who writes the file can mislead a guess; nothing is imported by a guess.
#pragma once

#include "app/import/plan.hpp"
#include "app/import/profile.hpp"

namespace zk::app {

// Columns of other files that this one may point to.
struct Links {
    Profile const* patient_numbers = nullptr;
    Profile const* practitioner_codes = nullptr;
};

void guess_columns(Table const& table, std::span<Profile const> profiles, Links const& links, FilePlan& plan);

// The column that holds numbers of patients; nothing when none does.
[[nodiscard]] std::optional<std::size_t> column_pointing_to(
    Profile const& patient_numbers, std::span<Profile const> profiles);

} // namespace zk::app
