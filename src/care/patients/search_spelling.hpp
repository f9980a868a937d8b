// search_spelling: how a card stands in the search index, and how what is typed is written to fit it.
// Used by SearchIndex (cards) and search_query (what is typed): both sides of a comparison are made here.
// Always: what people type differently for the same thing is spelled the same.
// An attacker gains nothing here.
#pragma once

#include "care/patients/search_card.hpp"
#include "care/patients/search_page.hpp"

#include <string>

namespace zk::care::patients {

// A row that owns its texts.
class SpelledCard {
public:
    explicit SpelledCard(SearchCard const& card);
    [[nodiscard]] SearchRow row() const;

private:
    PatientId m_id;
    std::uint32_t m_bsn;
    std::uint32_t m_birth_date;
    std::array<std::string, k_search_texts> m_texts;
};

namespace spelling {

// Code points, not bytes.
[[nodiscard]] std::size_t characters_in(std::string_view text);
// A day is 19530201, a text of at most nine digits its number.
[[nodiscard]] std::uint32_t value_of(Date const& date);
[[nodiscard]] std::uint32_t value_of(std::string_view digits);

// "Müller" as a keyboard without umlauts has it: "Mueller". The same text when it has none.
[[nodiscard]] std::string without_umlauts(std::string_view text);
// Folded, without spaces: "12-A" is "12a", "O'Brien" is "obrien".
[[nodiscard]] std::string squeezed(std::string_view text);

// What to look for in the index.
// A folded word: anywhere in a name, or where it begins when it is as short as an initial or "de".
[[nodiscard]] std::string name_needle(std::string_view folded_word);
// A whole number, or how one ends.
[[nodiscard]] std::string phone_needle(std::string_view digits);
[[nodiscard]] std::string phone_end_needle(std::string_view digits);
[[nodiscard]] std::string postcode_needle(std::string_view squeezed);
[[nodiscard]] std::string house_needle(std::string_view squeezed);
[[nodiscard]] std::string number_needle(std::string_view squeezed);

} // namespace spelling

} // namespace zk::care::patients
