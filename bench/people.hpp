// people: invented patients, the same for the same number.
// Used by the benchmarks.
// Always: nobody's; BSNs of the 9999-range, so that they come back every nine thousand.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "care/patients/records.hpp"
#include "care/patients/search_card.hpp"

namespace zk::bench {

struct Invented {
    care::PersonRecord person;
    care::IdentificationRecord identification;
    // What he is found by; its id is still to be filled in.
    care::patients::SearchCard card { .id = PatientId::from_raw({}) };
    // The fields of the person as one text, for a store that has no records.
    std::string as_text;
};

[[nodiscard]] Invented invent(std::uint64_t number);
// A part of a surname, as somebody at the desk types it.
[[nodiscard]] std::string part_of_a_name(std::uint64_t number);

} // namespace zk::bench
