// search_query: what somebody typed, taken apart into the ways in which it can be understood.
// Used by SearchIndex::find.
// Always: all terms must fit; of a term one way; of a way all parts; of a part one reading.
// An attacker who types something strange finds nobody with it: what is typed is compared, never run.
#pragma once

#include "base/result.hpp"
#include "care/patients/search_page.hpp"

#include <string_view>
#include <vector>

namespace zk::care::patients {

// "100539": an old number, or how a phone number ends. The likeliest reading is the first.
using SearchPart = std::vector<SearchReading>;
// "06 12345678": these parts, each of them.
using SearchWay = std::vector<SearchPart>;
// Either one number that was typed with a space in it, or two.
using SearchTerm = std::vector<SearchWay>;
using SearchQuery = std::vector<SearchTerm>;

inline constexpr std::size_t k_search_characters_max = 200;

// No terms when there is nothing in it to search for.
[[nodiscard]] Result<SearchQuery> parse_search(std::string_view typed);

} // namespace zk::care::patients
