// patient_page: all that a page about a patient shows to one who asks, as JSON.
// Used by `patient show` and by the browser's page.
// Always: a list of which the grant opens nothing is absent, not empty.
// An attacker who reads the answer sees what the account may see.
#pragma once

#include "gate/policy.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

// All that a page could show; policy leaves out what this account may not see.
[[nodiscard]] gate::Request look_at(PatientId const& patient);
[[nodiscard]] Result<nlohmann::ordered_json> page_of(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient);

} // namespace zk::app
