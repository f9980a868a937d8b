// patient_answers: what the routes about a patient share: whom the address names, a list of patients, a change.
// Used by the routes of patients and dossier.
// Always: a patient who is not there is no look at anybody, so it leaves no line.
// An attacker sees what the caller may see.
#pragma once

#include "app/routes/declared_route.hpp"
#include "care/editing.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace zk::app {

[[nodiscard]] Result<PatientId> patient_of(ServedPractice& served, http::Request const& request);
// With how each is called today where names are hidden.
[[nodiscard]] nlohmann::ordered_json found_json(
    ServedPractice& served, std::vector<care::FoundPatient> const& patients);
// As the history and the dossier name who wrote.
[[nodiscard]] std::string name_of(Caller const& caller);
[[nodiscard]] http::Response json_answer(nlohmann::ordered_json const& body);
// The new version, or 409 changed-by-another with what is there now.
[[nodiscard]] http::Response edited_answer(care::Edited const& edited);

} // namespace zk::app
