#include "care/patients/search_page.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"

namespace zk::care::patients {

namespace {

constexpr std::uint32_t k_year = 10'000;

template<typename Wanted>
SearchPage::Cards cards_where(WipedVector<std::uint32_t> const& column, Wanted const& wanted)
{
    SearchPage::Cards out;
    for (std::size_t i = 0; i < column.size(); ++i)
        out[i] = wanted(column[i]);
    return out;
}

// Below it, looking at each is faster than a scan of the column.
constexpr std::size_t k_few_cards = 64;

template<typename Found>
void each_with(SearchColumn const& column, std::string_view needle, SearchPage::Cards const& among, Found const& found)
{
    if (among.count() > k_few_cards) {
        column.each_with(needle, found);
        return;
    }
    for (std::size_t card = among._Find_first(); card < among.size(); card = among._Find_next(card))
        column.if_with(needle, card, found);
}

SearchPage::Cards cards_with(SearchColumn const& column, std::string_view needle, SearchPage::Cards const& among)
{
    SearchPage::Cards out;
    each_with(column, needle, among, [&](std::size_t card, std::string_view) { out.set(card); });
    return out;
}

// House number 12 is in "12" and "12a", not in "123".
SearchPage::Cards cards_with_number(SearchColumn const& column, std::string_view needle, SearchPage::Cards const& among)
{
    SearchPage::Cards out;
    each_with(column, needle, among, [&](std::size_t card, std::string_view behind) {
        bool const goes_on = ascii::is_digit(needle.back()) && !behind.empty() && ascii::is_digit(behind.front());
        out[card] = !goes_on;
    });
    return out;
}

} // namespace

void SearchPage::add(SearchRow const& row)
{
    ZK_REQUIRE(!full());
    m_ids.push_back(row.id);
    m_bsns.push_back(row.bsn);
    m_birth_dates.push_back(row.birth_date);
    for (std::size_t i = 0; i < k_search_texts; ++i)
        m_texts[i].add(row.texts[i]);
    if (full()) {
        for (SearchColumn& column : m_texts)
            column.shrink();
    }
}

void SearchPage::erase(std::size_t card)
{
    m_ids.erase(m_ids.begin() + static_cast<std::ptrdiff_t>(card));
    erase_wiped(m_bsns, card, card + 1);
    erase_wiped(m_birth_dates, card, card + 1);
    for (SearchColumn& column : m_texts)
        column.erase(card);
}

std::size_t SearchPage::card_of(PatientId const& id) const
{
    auto const found = std::ranges::find(m_ids, id);
    ZK_REQUIRE(found != m_ids.end());
    return static_cast<std::size_t>(found - m_ids.begin());
}

SearchRow SearchPage::row(std::size_t card) const
{
    SearchRow out { m_ids[card], m_bsns[card], m_birth_dates[card], {} };
    for (std::size_t i = 0; i < k_search_texts; ++i)
        out.texts[i] = m_texts[i].text_of(card);
    return out;
}

SearchPage::Cards SearchPage::all() const
{
    return Cards().set() >> (k_cards_max - size());
}

SearchPage::Cards SearchPage::fitting(SearchReading const& reading, Cards const& among) const
{
    switch (reading.key) {
    case SearchKey::name:
        return cards_with(column(SearchText::names), reading.needle, among);
    case SearchKey::phone:
        return cards_with(column(SearchText::phones), reading.needle, among);
    case SearchKey::postcode:
        return cards_with(column(SearchText::addresses), reading.needle, among);
    case SearchKey::house:
        return cards_with_number(column(SearchText::addresses), reading.needle, among);
    case SearchKey::number:
        return cards_with(column(SearchText::numbers), reading.needle, among);
    case SearchKey::email:
        return cards_with(column(SearchText::emails), reading.needle, among);
    case SearchKey::bsn:
        return cards_where(m_bsns, [&](std::uint32_t bsn) { return bsn == reading.number; });
    case SearchKey::birth_date:
        return cards_where(m_birth_dates, [&](std::uint32_t date) { return date == reading.number; });
    case SearchKey::birth_year:
        return cards_where(m_birth_dates, [&](std::uint32_t date) { return date / k_year == reading.number; });
    }
    require_failed("a key of the search has its column", __FILE__, __LINE__);
}

std::size_t SearchPage::memory_bytes() const
{
    std::size_t out = sizeof *this + m_ids.capacity() * sizeof(PatientId)
        + (m_bsns.capacity() + m_birth_dates.capacity()) * sizeof(std::uint32_t);
    for (SearchColumn const& column : m_texts)
        out += column.memory_bytes();
    return out;
}

} // namespace zk::care::patients
