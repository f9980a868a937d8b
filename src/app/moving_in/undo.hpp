// undo: takes an import back as a whole, until someone works on it.
// Used by the import command.
// Always: what the import made is erased by destroying its keys; what was there before stays as it was.
// An attacker gains nothing: a praktijkhouder does it, and every patient has his line in the log.
#pragma once

#include "app/moving_in/apply.hpp"
#include "gate/accounts/accounts.hpp"

namespace zk::app {

struct UndoneImport {
    std::uint64_t patients = 0;
    std::uint64_t waiting_rows = 0;
};

// Fault::refused "import-worked-on" when a record of its patients was changed or added by hand since.
[[nodiscard]] Result<UndoneImport> undo_import(
    gate::Practice& practice, gate::Accounts& accounts, gate::Who const& who, ImportId const& import);

} // namespace zk::app
