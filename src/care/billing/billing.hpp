// billing: what a grant may see of a patient's invoices, over all years.
// Used by app/ to show a patient, and by erasure, which goes year by year.
// Always: what the grant does not cover is absent; the newest first.
// An attacker gains nothing without a grant.
#pragma once

#include "care/billing/records.hpp"
#include "catalogue/projection.hpp"
#include "keep/vault/vault.hpp"

namespace zk::care {

[[nodiscard]] Result<std::vector<catalogue::View>> invoices(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);

// The years in which this patient has a key for invoices.
[[nodiscard]] Result<std::vector<keep::Period>> invoice_years(keep::Vault const& vault, PatientId const& patient);

} // namespace zk::care
