#include "keep/journal/merkle.hpp"

#include "base/require.hpp"

namespace zk::keep {

namespace {

constexpr std::uint8_t k_leaf_prefix = 0x00;
constexpr std::uint8_t k_node_prefix = 0x01;
constexpr unsigned k_height_max = 63;

} // namespace

Digest leaf_hash(ByteView entry)
{
    return crypto::sha256({ ByteView(&k_leaf_prefix, 1), entry });
}

Digest node_hash(Digest const& left, Digest const& right)
{
    return crypto::sha256({ ByteView(&k_node_prefix, 1), left, right });
}

void CompactRange::add_subtree(Digest node, unsigned height)
{
    ZK_REQUIRE(height <= k_height_max && m_size % (1ULL << height) == 0);
    // As in binary addition: each one at the end of the size is a subtree as large as the new one, and joins it.
    for (unsigned bit = height; bit <= k_height_max && ((m_size >> bit) & 1) != 0; ++bit) {
        node = node_hash(m_nodes.back(), node);
        m_nodes.pop_back();
    }
    m_nodes.push_back(node);
    m_size += 1ULL << height;
}

Digest CompactRange::root() const
{
    if (m_nodes.empty())
        return crypto::sha256(ByteView {});
    Digest root = m_nodes.back();
    for (std::size_t i = m_nodes.size() - 1; i > 0; --i)
        root = node_hash(m_nodes[i - 1], root);
    return root;
}

} // namespace zk::keep
