// agenda: what a grant may see of a patient's appointments: who plans sees times, who treats sees the reason too.
// Used by app/ to show a patient; the day and week of a practitioner come with the browser.
// Always: what the grant does not cover is absent; the newest first.
// An attacker gains nothing without a grant.
#pragma once

#include "care/agenda/records.hpp"
#include "catalogue/projection.hpp"
#include "keep/vault/vault.hpp"

namespace zk::care {

[[nodiscard]] Result<std::vector<catalogue::View>> appointments(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);

} // namespace zk::care
