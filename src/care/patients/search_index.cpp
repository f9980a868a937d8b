#include "care/patients/search_index.hpp"

#include "care/patients/search_query.hpp"
#include "care/patients/search_spelling.hpp"

#include <bit>
#include <cstring>

namespace zk::care::patients {

namespace {

// The kinds of readings that fitted.
class Kinds {
public:
    void add(SearchKind kind) { m_bits |= 1U << static_cast<unsigned>(kind); }
    [[nodiscard]] bool none() const { return m_bits == 0; }
    [[nodiscard]] SearchKind one() const
    {
        if (std::popcount(m_bits) != 1)
            return SearchKind::mixed;
        return static_cast<SearchKind>(std::countr_zero(m_bits));
    }

private:
    unsigned m_bits = 0;
};

// How it was most likely meant.
SearchKind likeliest_kind(SearchQuery const& query)
{
    Kinds kinds;
    for (SearchTerm const& term : query) {
        for (SearchPart const& part : term.front())
            kinds.add(part.front().kind);
    }
    return kinds.none() ? SearchKind::name : kinds.one();
}

// Long needles and numbers fit few, so that little is left to look at for the others.
std::size_t rarity_of(SearchTerm const& term)
{
    std::string const& needle = term.front().front().front().needle;
    return needle.empty() ? std::string::npos : needle.size();
}

SearchQuery rarest_first(SearchQuery query)
{
    std::ranges::stable_sort(query, std::greater {}, rarity_of);
    return query;
}

// A query on one page.
class PageSearch {
public:
    explicit PageSearch(SearchPage const& page)
        : m_page(page)
    {
    }

    SearchPage::Cards run(SearchQuery const& query)
    {
        SearchPage::Cards left = m_page.all();
        for (SearchTerm const& term : query) {
            SearchPage::Cards fitting;
            for (SearchWay const& way : term)
                fitting |= by(way, left);
            left = fitting;
            if (left.none())
                break;
        }
        return left;
    }

    // Of the readings that helped to find these.
    void kinds_of(SearchPage::Cards const& found, Kinds& out) const
    {
        for (auto const& [kind, fitting] : m_looked) {
            if ((fitting & found).any())
                out.add(kind);
        }
    }

private:
    SearchPage::Cards by(SearchWay const& way, SearchPage::Cards left)
    {
        for (SearchPart const& part : way) {
            SearchPage::Cards fitting;
            for (SearchReading const& reading : part) {
                m_looked.emplace_back(reading.kind, m_page.fitting(reading, left));
                fitting |= m_looked.back().second;
            }
            left &= fitting;
            if (left.none())
                break;
        }
        return left;
    }

    SearchPage const& m_page;
    std::vector<std::pair<SearchKind, SearchPage::Cards>> m_looked;
};

// Sorts by name; its beginning as a number spares most looks at the names themselves.
struct Hit {
    std::uint64_t beginning = 0;
    SearchPage const* page;
    std::size_t card;

    Hit(SearchPage const& in, std::size_t which)
        : page(&in)
        , card(which)
    {
        std::string_view const name = in.name(which);
        std::memcpy(&beginning, name.data(), std::min(name.size(), sizeof beginning));
        if constexpr (std::endian::native == std::endian::little)
            beginning = __builtin_bswap64(beginning);
    }

    friend bool operator<(Hit const& a, Hit const& b)
    {
        if (a.beginning != b.beginning)
            return a.beginning < b.beginning;
        if (int const order = a.page->name(a.card).compare(b.page->name(b.card)); order != 0)
            return order < 0;
        return a.page->id(a.card) < b.page->id(b.card);
    }
};

} // namespace

std::shared_lock<std::shared_mutex> SearchIndex::reading() const
{
    std::lock_guard const turn(m_turn);
    return std::shared_lock(m_mutex);
}

std::unique_lock<std::shared_mutex> SearchIndex::writing()
{
    std::lock_guard const turn(m_turn);
    return std::unique_lock(m_mutex);
}

void SearchIndex::put(SearchCard const& card)
{
    SpelledCard const spelled(card);
    auto const lock = writing();
    remove_held(card.id);
    add_held(spelled.row());
}

void SearchIndex::put_without_bsn(SearchCard const& card)
{
    SpelledCard const spelled(card);
    SearchRow row = spelled.row();
    auto const lock = writing();
    if (auto const found = m_page_of.find(card.id); found != m_page_of.end()) {
        SearchPage const& page = *m_pages[found->second];
        row.bsn = page.row(page.card_of(card.id)).bsn;
    }
    remove_held(card.id);
    add_held(row);
}

void SearchIndex::put_bsn(PatientId const& id, Bsn const& bsn)
{
    auto const lock = writing();
    if (auto const found = m_page_of.find(id); found != m_page_of.end()) {
        SearchPage& page = *m_pages[found->second];
        page.set_bsn(page.card_of(id), spelling::value_of(bsn.digits()));
    }
}

void SearchIndex::add_held(SearchRow const& row)
{
    if (m_pages.empty() || m_pages.back()->full())
        m_pages.push_back(std::make_unique<SearchPage>());
    m_pages.back()->add(row);
    m_page_of.emplace(row.id, static_cast<std::uint32_t>(m_pages.size() - 1));
}

void SearchIndex::remove(PatientId const& id)
{
    auto const lock = writing();
    remove_held(id);
}

void SearchIndex::remove_held(PatientId const& id)
{
    auto const found = m_page_of.find(id);
    if (found == m_page_of.end())
        return;
    SearchPage& page = *m_pages[found->second];
    SearchPage& last = *m_pages.back();
    page.erase(page.card_of(id));
    if (&page != &last) {
        // The last card takes the free place, so that no page stays half empty.
        SearchRow const moved = last.row(last.size() - 1);
        page.add(moved);
        m_page_of.insert_or_assign(moved.id, found->second);
        last.erase(last.size() - 1);
    }
    m_page_of.erase(found);
    if (last.size() == 0)
        m_pages.pop_back();
}

Result<SearchAnswer> SearchIndex::find(std::string_view typed) const
{
    ZK_TRY(SearchQuery parsed, parse_search(typed));
    SearchQuery const query = rarest_first(std::move(parsed));
    SearchAnswer out { likeliest_kind(query), {} };
    // Who types nothing sees nobody.
    if (query.empty())
        return out;
    Kinds kinds;
    std::vector<Hit> hits;
    auto const lock = reading();
    for (auto const& page : m_pages) {
        PageSearch search(*page);
        SearchPage::Cards const found = search.run(query);
        if (found.none())
            continue;
        search.kinds_of(found, kinds);
        for (std::size_t card = found._Find_first(); card < found.size(); card = found._Find_next(card))
            hits.emplace_back(*page, card);
    }
    if (hits.empty())
        return out;
    out.kind = kinds.one();
    std::ranges::sort(hits, std::less {});
    out.patients.reserve(hits.size());
    for (Hit const& hit : hits)
        out.patients.push_back(hit.page->id(hit.card));
    return out;
}

std::vector<PatientId> SearchIndex::with_bsn(Bsn const& bsn) const
{
    SearchReading const reading_of_bsn { SearchKind::bsn, SearchKey::bsn, {}, spelling::value_of(bsn.digits()) };
    std::vector<PatientId> out;
    auto const lock = reading();
    for (auto const& page : m_pages) {
        SearchPage::Cards const found = page->fitting(reading_of_bsn, page->all());
        for (std::size_t card = found._Find_first(); card < found.size(); card = found._Find_next(card))
            out.push_back(page->id(card));
    }
    return out;
}

std::size_t SearchIndex::size() const
{
    auto const lock = reading();
    return m_page_of.size();
}

std::size_t SearchIndex::memory_bytes() const
{
    // A node of the map, as the standard library makes it: link, key, value, hash; and the allocator's own word.
    constexpr std::size_t k_node_bytes
        = sizeof(void*) + sizeof(std::pair<PatientId const, std::uint32_t>) + sizeof(std::size_t) + sizeof(std::size_t);
    auto const lock = reading();
    std::size_t out = sizeof *this + m_pages.capacity() * sizeof(void*) + m_page_of.size() * k_node_bytes
        + m_page_of.bucket_count() * sizeof(void*);
    for (auto const& page : m_pages)
        out += page->memory_bytes();
    return out;
}

} // namespace zk::care::patients
