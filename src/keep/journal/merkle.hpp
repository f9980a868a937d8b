// merkle: the hashes of RFC 6962: leaves, nodes, and the root of a tree that grows at its right end.
// Used by all of keep/journal.
// Always: a root stands for one size and one sequence of entries; nothing before it can change without changing it.
// An attacker would have to break SHA-256.
#pragma once

#include "base/bytes.hpp"
#include "crypto/hash.hpp"

#include <cstdint>
#include <vector>

namespace zk::keep {

using crypto::Digest;

[[nodiscard]] Digest leaf_hash(ByteView entry);
[[nodiscard]] Digest node_hash(Digest const& left, Digest const& right);

struct TreeHead {
    std::uint64_t size = 0;
    Digest root {};
    friend bool operator==(TreeHead const&, TreeHead const&) = default;
};

// The roots of the complete subtrees that a tree is made of, the largest first: all that is needed to go on adding.
class CompactRange {
public:
    void add(Digest const& leaf) { add_subtree(leaf, 0); }
    // A complete subtree of 2^height leaves; the size so far must be a multiple of that.
    void add_subtree(Digest node, unsigned height);

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    [[nodiscard]] Digest root() const;
    [[nodiscard]] TreeHead head() const { return { .size = m_size, .root = root() }; }

private:
    std::vector<Digest> m_nodes;
    std::uint64_t m_size = 0;
};

} // namespace zk::keep
