// dossier: what a grant may see of treatments, notes and alerts.
// Used by app/ to show a patient, and later by letters and exports.
// Always: what the grant does not cover is absent; the newest first.
// An attacker gains nothing without a grant.
#pragma once

#include "care/dossier/records.hpp"
#include "catalogue/projection.hpp"
#include "keep/vault/vault.hpp"

namespace zk::care {

[[nodiscard]] Result<std::vector<catalogue::View>> treatments(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);
[[nodiscard]] Result<std::vector<catalogue::View>> notes(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);
[[nodiscard]] Result<std::vector<catalogue::View>> alerts(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);

// What a memo of the old software says that everyone who treats must know; nothing when it says no such thing.
[[nodiscard]] std::optional<AlertKind> alert_in(std::string_view memo);

} // namespace zk::care
