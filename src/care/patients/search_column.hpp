// search_column: one text a card, all in one run of memory, so that looking for a part of one is a single fast scan.
// Used by SearchPage, one for each sort of text (names, phones, ...).
// Always: the texts stand in the order of the cards; what is erased or moved is overwritten where it stood.
// An attacker who reads this memory reads the texts; that is why they never leave it.
#pragma once

#include "crypto/seal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace zk::care::patients {

// Overwrites before it gives back.
template<typename T>
struct WipingAllocator {
    using value_type = T;
    WipingAllocator() = default;
    template<typename U>
    WipingAllocator(WipingAllocator<U> const&) // NOLINT(google-explicit-constructor): allocators convert
    {
    }
    [[nodiscard]] T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* memory, std::size_t count)
    {
        crypto::wipe(std::span(reinterpret_cast<std::uint8_t*>(memory), count * sizeof(T)));
        std::allocator<T>().deallocate(memory, count);
    }
    friend bool operator==(WipingAllocator const&, WipingAllocator const&) { return true; }
};

template<typename T>
using WipedVector = std::vector<T, WipingAllocator<T>>;

// Takes out [first, last), and overwrites the places at the end that this frees.
template<typename T>
void erase_wiped(WipedVector<T>& vector, std::size_t first, std::size_t last)
{
    auto const at = [&](std::size_t index) { return vector.begin() + static_cast<std::ptrdiff_t>(index); };
    auto const end = std::move(at(last), vector.end(), at(first));
    std::span const freed(std::to_address(end), last - first);
    crypto::wipe(std::span(reinterpret_cast<std::uint8_t*>(freed.data()), freed.size_bytes()));
    vector.erase(end, vector.end());
}

class SearchColumn {
public:
    void add(std::string_view text);
    void erase(std::size_t card);
    [[nodiscard]] std::string_view text_of(std::size_t card) const;

    // Calls found(card, behind) once for each card that has the needle, where it stands there for the first time;
    // behind is what follows it. A needle never fits over the border of two texts: whoever writes them sees to that.
    template<typename Found>
    void each_with(std::string_view needle, Found const& found) const
    {
        std::size_t card = 0;
        for (std::size_t at = 0; (at = position_of(needle, at)) != std::string_view::npos; at = m_ends[card]) {
            card = card_at(at, card);
            std::size_t const behind = at + needle.size();
            found(card, std::string_view(m_text.data() + behind, m_ends[card] - behind));
        }
    }

    // The same for one card.
    template<typename Found>
    void if_with(std::string_view needle, std::size_t card, Found const& found) const
    {
        std::string_view const text = text_of(card);
        if (std::size_t const at = text.find(needle); at != std::string_view::npos)
            found(card, text.substr(at + needle.size()));
    }

    // No more will be added: give back what was reserved for it.
    void shrink();
    [[nodiscard]] std::size_t memory_bytes() const;

private:
    [[nodiscard]] std::size_t position_of(std::string_view needle, std::size_t from) const;
    // The card whose text is at a position, from `from` on.
    [[nodiscard]] std::size_t card_at(std::size_t position, std::size_t from) const;
    [[nodiscard]] std::size_t start_of(std::size_t card) const { return card == 0 ? 0 : m_ends[card - 1]; }

    WipedVector<char> m_text;
    std::vector<std::uint32_t> m_ends;
};

} // namespace zk::care::patients
