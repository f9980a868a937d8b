// nobody: the account that is asked when there is no such account, so that the answer takes as long.
// Used by Accounts::log_in.
// Always: a password is tried against it at the full cost, and never fits.
// An attacker who measures the time of a wrong login learns no names.
#pragma once

#include "crypto/password.hpp"
#include "gate/accounts/account_record.hpp"

namespace zk::gate {

[[nodiscard]] AccountRecord nobody(crypto::Cost cost, Random& random);

} // namespace zk::gate
