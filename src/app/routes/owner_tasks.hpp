// owner_tasks: what waits for the praktijkhouder on his day besides patients: people, the move, backups, broken glass.
// Used by the route of the day.
// Always: counts and days, no names; it opens nothing of a patient.
// An attacker who reads it learns what the practice has let lie.
#pragma once

#include "app/routes/served_practice.hpp"

#include <nlohmann/json_fwd.hpp>

namespace zk::app {

// Appends them to a list of tasks.
[[nodiscard]] Result<> add_owner_tasks(ServedPractice& served, nlohmann::ordered_json& tasks);

} // namespace zk::app
