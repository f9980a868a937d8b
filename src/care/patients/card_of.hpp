// card_of: a person as the search index takes him.
// Used by Patients, when it is loaded and when it changes somebody.
// Always: only what the grant opens; the grant must cover what a person can be found by.
// An attacker who reads the card has a person: it lives for the length of one call.
#pragma once

#include "care/patients/records.hpp"
#include "care/patients/search_card.hpp"

namespace zk::care::patients {

[[nodiscard]] SearchCard card_of(
    PatientId const& id, PersonRecord const& person, std::optional<Bsn> const& bsn, catalogue::Grant const& grant);

} // namespace zk::care::patients
