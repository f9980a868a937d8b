// search_card: what a patient can be found by, as the patients slice hands it to the search index.
// Used by whoever fills the index: at unlock, after an import, after a change.
// Always: it lives for the length of one call; the index keeps only what it needs for searching.
// An attacker who reads one has a person.
#pragma once

#include "base/bsn.hpp"
#include "base/date.hpp"
#include "catalogue/grant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::care::patients {

// An empty text is an absent one.
struct SearchCard {
    PatientId id;
    std::string surname;
    std::string tussenvoegsel;
    std::string initials;
    std::string first_name;
    std::optional<Date> birth_date;
    std::optional<Bsn> bsn;
    std::vector<std::string> phones;
    std::string postcode;
    std::string house_number;
    std::string email;
    std::vector<std::string> old_numbers;
};

} // namespace zk::care::patients
