// names: how the Dutch write the names of people: particles, initials, and when two spellings may be one person.
// Used by import, which merges double records, and by search.
// Always: a name is split, never changed; a likeness is told only when nothing in one name contradicts the other.
// An attacker who can make two names alike still needs the same BSN, birth date and sex.
#pragma once

#include <string>
#include <string_view>

namespace zk {

struct Surname {
    std::string tussenvoegsel; // "van der", as written; empty when there is none
    std::string main;          // "Velde"

    friend bool operator==(Surname const&, Surname const&) = default;
};

// "van der Velde", "Velde, van der", "d'Angremond", "'t Hart", "v.d. Berg", "El Amrani". The last word is always a
// name: who is called "Ten" keeps it.
[[nodiscard]] Surname split_tussenvoegsel(std::string_view surname);

// Compares whole names, in any order, without particles, accents and case. An initial fits a name that begins with it;
// what only one of the two has is no contradiction ("J.B. Velde", "Jildou van der Velde"); what both have on their own
// is
// ("Anna Jansen", "Eva Jansen"). Typing errors count as differences: whoever is in doubt asks a person.
[[nodiscard]] bool looks_like_same_name(std::string_view a, std::string_view b);

} // namespace zk
