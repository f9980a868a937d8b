// encoded_entries: entries as they stand in frames and bundles, one behind the other, with their leaf hashes.
// Used by tree_log for what is not yet in tiles.
// Always: as many ends and leaves as entries.
// An attacker gains nothing here: it is memory.
#pragma once

#include "keep/journal/tile.hpp"

namespace zk::keep {

class EncodedEntries {
public:
    void add(ByteView entry, Digest const& leaf)
    {
        encode_entry(m_bytes, entry);
        m_ends.push_back(m_bytes.size());
        m_leaves.push_back(leaf);
    }
    void add(EncodedEntries const& more)
    {
        for (std::size_t end : more.m_ends)
            m_ends.push_back(m_bytes.size() + end);
        m_bytes.insert(m_bytes.end(), more.m_bytes.begin(), more.m_bytes.end());
        m_leaves.insert(m_leaves.end(), more.m_leaves.begin(), more.m_leaves.end());
    }

    [[nodiscard]] bool empty() const { return m_ends.empty(); }
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    [[nodiscard]] ByteView bytes() const { return m_bytes; }
    [[nodiscard]] Digest const& leaf(std::size_t i) const { return m_leaves[i]; }
    [[nodiscard]] ByteView entry(std::size_t i) const
    {
        std::size_t const begin = (i == 0 ? 0 : m_ends[i - 1]) + k_entry_length_bytes;
        return ByteView(m_bytes).subspan(begin, m_ends[i] - begin);
    }

private:
    Bytes m_bytes;
    std::vector<std::size_t> m_ends;
    std::vector<Digest> m_leaves;
};

} // namespace zk::keep
