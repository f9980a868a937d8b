#include "scan/needles.hpp"

#include <algorithm>
#include <cstring>

namespace zk::scan {

namespace {

std::uint16_t hash_of(void const* start)
{
    std::uint32_t four = 0;
    std::memcpy(&four, start, sizeof four);
    return static_cast<std::uint16_t>((four * 0x9E3779B1U) >> 16U);
}

} // namespace

Needles::Needles(std::vector<std::string> texts)
    : m_texts(std::move(texts))
{
    std::erase_if(m_texts, [](std::string const& text) { return text.size() < k_bytes_min; });
    std::ranges::sort(m_texts);
    m_texts.erase(std::ranges::unique(m_texts).begin(), m_texts.end());
    for (std::string const& text : m_texts)
        m_starts.set(hash_of(text.data()));
}

std::size_t Needles::count_in(ByteView bytes) const
{
    std::string_view const hay(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    std::vector<bool> found(m_texts.size());
    for (std::size_t at = 0; at + k_bytes_min <= hay.size(); ++at) {
        if (!m_starts.test(hash_of(hay.data() + at)))
            continue;
        std::string_view const rest = hay.substr(at);
        std::string_view const start = rest.substr(0, k_start_bytes);
        for (auto it = std::ranges::lower_bound(m_texts, start); it != m_texts.end() && it->starts_with(start); ++it) {
            if (rest.starts_with(*it))
                found[static_cast<std::size_t>(it - m_texts.begin())] = true;
        }
    }
    return static_cast<std::size_t>(std::ranges::count(found, true));
}

} // namespace zk::scan
