// search_page: some hundreds of cards of the search index, column by column, and which of them a reading fits.
// Used by SearchIndex alone.
// Always: all columns have the same cards in the same order; an erased card leaves no bytes behind.
// An attacker who reads this memory reads names, birth dates and BSNs: see search_index.
#pragma once

#include "base/id.hpp"
#include "care/patients/search_column.hpp"
#include "catalogue/grant.hpp"
#include "keep/access_log/words.hpp"

#include <array>
#include <bitset>
#include <string>

namespace zk::care::patients {

// As the journal has it: what was typed stays out of it.
using SearchKind = keep::LogSearch;

// Where a reading looks: in one of the columns of text, or in one of numbers.
enum class SearchKey : std::uint8_t { name, phone, postcode, house, number, email, bsn, birth_date, birth_year };

// One way to understand something that was typed.
struct SearchReading {
    SearchKind kind;
    SearchKey key;
    std::string needle;
    std::uint32_t number = 0;
};

enum class SearchText : std::uint8_t { names, phones, addresses, numbers, emails };
inline constexpr std::size_t k_search_texts = 5;

// A card as it stands in the index; search_spelling writes it. Nought is: none.
struct SearchRow {
    PatientId id;
    std::uint32_t bsn = 0;
    std::uint32_t birth_date = 0; // 19530201
    std::array<std::string_view, k_search_texts> texts;
};

class SearchPage {
public:
    // The columns of a page that is being scanned stay in the processor's cache.
    static constexpr std::size_t k_cards_max = 1024;
    using Cards = std::bitset<k_cards_max>;

    [[nodiscard]] std::size_t size() const { return m_ids.size(); }
    [[nodiscard]] bool full() const { return size() == k_cards_max; }
    void add(SearchRow const& row);
    void erase(std::size_t card);
    void set_bsn(std::size_t card, std::uint32_t bsn) { m_bsns[card] = bsn; }
    [[nodiscard]] std::size_t card_of(PatientId const& id) const;
    [[nodiscard]] SearchRow row(std::size_t card) const;
    [[nodiscard]] PatientId const& id(std::size_t card) const { return m_ids[card]; }
    // Sorts as the cards do: by surname, then by first name.
    [[nodiscard]] std::string_view name(std::size_t card) const { return column(SearchText::names).text_of(card); }

    [[nodiscard]] Cards all() const;
    // At least those among the given ones that it fits; the fewer are given, the faster.
    [[nodiscard]] Cards fitting(SearchReading const& reading, Cards const& among) const;

    [[nodiscard]] std::size_t memory_bytes() const;

private:
    [[nodiscard]] SearchColumn const& column(SearchText which) const
    {
        return m_texts[static_cast<std::size_t>(which)];
    }

    std::vector<PatientId> m_ids;
    WipedVector<std::uint32_t> m_bsns;
    WipedVector<std::uint32_t> m_birth_dates;
    std::array<SearchColumn, k_search_texts> m_texts;
};

} // namespace zk::care::patients
