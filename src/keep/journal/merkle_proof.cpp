#include "keep/journal/merkle_proof.hpp"

#include "base/require.hpp"

#include <algorithm>
#include <bit>

namespace zk::keep {

namespace {

// MTH(D[first:end]) where first is a multiple of the largest power of two that fits: so RFC 6962 splits.
Result<Digest> range_root(std::uint64_t first, std::uint64_t end, NodeReader const& reader)
{
    CompactRange range;
    while (first < end) {
        auto const height = static_cast<unsigned>(std::bit_width(end - first) - 1);
        ZK_TRY(Digest node, reader(height, first >> height));
        range.add_subtree(node, height);
        first += 1ULL << height;
    }
    return range.root();
}

// Where RFC 6962 splits a tree of this size: the largest power of two below it.
std::uint64_t split_of(std::uint64_t size)
{
    return std::bit_floor(size - 1);
}

bool is_odd(std::uint64_t number)
{
    return (number & 1) != 0;
}

} // namespace

Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, NodeReader const& reader)
{
    ZK_REQUIRE(index < size);
    Proof proof;
    std::uint64_t first = 0;
    std::uint64_t end = size;
    while (end - first > 1) {
        std::uint64_t const middle = first + split_of(end - first);
        bool const left = index < middle;
        ZK_TRY(Digest sibling, left ? range_root(middle, end, reader) : range_root(first, middle, reader));
        proof.push_back(sibling);
        (left ? end : first) = middle;
    }
    std::ranges::reverse(proof);
    return proof;
}

bool verify_inclusion(Digest const& leaf, std::uint64_t index, TreeHead const& head, std::span<Digest const> proof)
{
    if (index >= head.size)
        return false;
    Digest root = leaf;
    std::uint64_t node = index;
    std::uint64_t last = head.size - 1;
    for (Digest const& sibling : proof) {
        if (last == 0)
            return false;
        if (is_odd(node) || node == last) {
            root = node_hash(sibling, root);
            // The last node of a level may have no sibling for a while.
            while (!is_odd(node) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(root, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && root == head.root;
}

Result<Proof> consistency_proof(std::uint64_t old_size, std::uint64_t size, NodeReader const& reader)
{
    ZK_REQUIRE(old_size <= size);
    Proof proof;
    if (old_size == 0)
        return proof;
    std::uint64_t first = 0;
    std::uint64_t end = size;
    // Down to the subtree that ends where the old tree ends.
    while (old_size != end) {
        std::uint64_t const middle = first + split_of(end - first);
        bool const left = old_size <= middle;
        ZK_TRY(Digest sibling, left ? range_root(middle, end, reader) : range_root(first, middle, reader));
        proof.push_back(sibling);
        (left ? end : first) = middle;
    }
    // When that subtree is the old tree itself, the verifier has its root already.
    if (first != 0) {
        ZK_TRY(Digest node, range_root(first, end, reader));
        proof.push_back(node);
    }
    std::ranges::reverse(proof);
    return proof;
}

bool verify_consistency(TreeHead const& old, TreeHead const& head, std::span<Digest const> proof)
{
    if (old.size > head.size)
        return false;
    if (old.size == head.size)
        return proof.empty() && old.root == head.root;
    if (old.size == 0)
        return proof.empty() && old == CompactRange().head();

    std::uint64_t node = old.size - 1;
    std::uint64_t last = head.size - 1;
    while (is_odd(node)) {
        node >>= 1;
        last >>= 1;
    }
    // The first hash is the old root itself where the old tree is one complete subtree.
    Digest start = old.root;
    if (node != 0) {
        if (proof.empty())
            return false;
        start = proof.front();
        proof = proof.subspan(1);
    }
    Digest old_root = start;
    Digest root = start;
    for (Digest const& sibling : proof) {
        if (last == 0)
            return false;
        if (is_odd(node) || node == last) {
            old_root = node_hash(sibling, old_root);
            root = node_hash(sibling, root);
            while (!is_odd(node) && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(root, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && old_root == old.root && root == head.root;
}

} // namespace zk::keep
