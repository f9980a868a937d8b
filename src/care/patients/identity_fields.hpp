// identity_fields: what somebody at a screen may type of a person: each field parsed and put in its record.
// Used by Patients, which enrols and changes, and by the routes, which take the fields by their names.
// Always: a value in a record has passed the check of its kind; an error names the field and never what was typed.
// An attacker who sends something else gets that name.
#pragma once

#include "care/patients/records.hpp"

#include <string>
#include <vector>

namespace zk::care {

// As typed; empty: nothing.
struct Typed {
    Code field;
    std::string text;
};

// The names of the fields of a person: "surname", "birth_date", ...
[[nodiscard]] std::vector<Code> const& identity_fields();

// Whole or not at all. Days are ISO and not after today.
[[nodiscard]] Result<> put_identity(PersonRecord& person, std::vector<Typed> const& typed, Date today);
// A surname and a birth date at least; who died or left did so after he was born.
[[nodiscard]] Result<> check_whole(PersonRecord const& person, catalogue::Grant const& grant);

// A field that stays empty where nothing was typed; the text is trimmed, and bounded.
[[nodiscard]] Result<std::string> bounded(Typed const& typed, std::size_t bytes_max);

} // namespace zk::care
