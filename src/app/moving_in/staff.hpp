// staff: an account to be activated for each row of medewerkers.
// Used by the import command.
// Always: a row whose code or name has an account already makes no second one; nobody gets a way in by an import.
// An attacker who writes the export can name colleagues; an owner must invite them before they can log in.
#pragma once

#include "app/moving_in/apply.hpp"
#include "gate/accounts/accounts.hpp"

namespace zk::app {

struct StaffTaken {
    std::uint64_t accepted = 0;
    std::vector<Problem> problems;
};

// What it would do, counted.
[[nodiscard]] Result<StaffTaken> foresee_staff(gate::Accounts const& accounts, SourceFolder const& source);

[[nodiscard]] Result<StaffTaken> take_staff(gate::Practice& practice, gate::Accounts& accounts, gate::Who const& who,
    SourceFolder const& source, std::optional<ImportId> const& import);

} // namespace zk::app
