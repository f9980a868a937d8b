// practitioners: who has a column in the agenda: those with an account, and those whose appointments came along without.
// Used by the agenda slice.
// Always: who left has a column only while something stands in it; the caller's own come first.
// An attacker learns who works here.
#pragma once

#include "base/date.hpp"
#include "gate/accounts/account.hpp"
#include "gate/policy.hpp"

#include <span>
#include <string>
#include <vector>

namespace zk::care {

struct Practitioner {
    std::string code;
    std::string name;
    bool own;        // the caller himself, or for whom he works
    bool works_here; // may get new appointments
};

[[nodiscard]] std::vector<Practitioner> practitioners_of(
    std::vector<gate::Account> const& accounts, std::span<std::string const> in_agenda, gate::Who const& who, Date on);

} // namespace zk::care
