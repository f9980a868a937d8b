#include "care/patients/search_column.hpp"

#include "base/require.hpp"

#include <cstring>
#include <limits>

namespace zk::care::patients {

void SearchColumn::add(std::string_view text)
{
    ZK_REQUIRE(text.size() <= std::numeric_limits<std::uint32_t>::max() - m_text.size());
    m_text.insert(m_text.end(), text.begin(), text.end());
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

void SearchColumn::erase(std::size_t card)
{
    std::size_t const start = start_of(card);
    std::uint32_t const size = m_ends[card] - static_cast<std::uint32_t>(start);
    erase_wiped(m_text, start, start + size);
    m_ends.erase(m_ends.begin() + static_cast<std::ptrdiff_t>(card));
    for (std::size_t i = card; i < m_ends.size(); ++i)
        m_ends[i] -= size;
}

std::string_view SearchColumn::text_of(std::size_t card) const
{
    return { m_text.data() + start_of(card), m_ends[card] - start_of(card) };
}

void SearchColumn::shrink()
{
    m_text.shrink_to_fit();
    m_ends.shrink_to_fit();
}

std::size_t SearchColumn::memory_bytes() const
{
    return m_text.capacity() + m_ends.capacity() * sizeof(std::uint32_t);
}

std::size_t SearchColumn::position_of(std::string_view needle, std::size_t from) const
{
    if (m_text.size() - from < needle.size())
        return std::string_view::npos;
    void const* const found = ::memmem(m_text.data() + from, m_text.size() - from, needle.data(), needle.size());
    if (found == nullptr)
        return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<char const*>(found) - m_text.data());
}

std::size_t SearchColumn::card_at(std::size_t position, std::size_t from) const
{
    auto const first = m_ends.begin() + static_cast<std::ptrdiff_t>(from);
    return static_cast<std::size_t>(std::upper_bound(first, m_ends.end(), position) - m_ends.begin());
}

} // namespace zk::care::patients
