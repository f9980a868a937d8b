#include "keep/journal/merkle.hpp"

#include "keep/journal/merkle_proof.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace zk::keep {
namespace {

// The leaves and hashes that Certificate Transparency's own implementations test themselves with.
std::vector<std::string> const k_ct_leaves {
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
};
std::vector<std::string> const k_ct_roots {
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

// A tree in memory, and its nodes by the definition of RFC 6962.
struct Tree {
    std::vector<Digest> leaves;

    [[nodiscard]] Digest node(std::uint64_t first, std::uint64_t count) const
    {
        if (count == 1)
            return leaves[static_cast<std::size_t>(first)];
        return node_hash(node(first, count / 2), node(first + count / 2, count / 2));
    }
    [[nodiscard]] TreeHead head(std::uint64_t size) const
    {
        CompactRange range;
        for (std::size_t i = 0; i < size; ++i)
            range.add(leaves[i]);
        return range.head();
    }
    // Fails on what is not complete at that size: a proof must never ask for it.
    [[nodiscard]] NodeReader reader(std::uint64_t size) const
    {
        return [this, size](unsigned height, std::uint64_t index) -> Result<Digest> {
            if (((index + 1) << height) > size)
                return fail(Fault::internal, "test-node-not-complete");
            return node(index << height, 1ULL << height);
        };
    }
};

Tree ct_tree()
{
    Tree tree;
    for (std::string const& leaf : k_ct_leaves)
        tree.leaves.push_back(leaf_hash(*from_hex(leaf)));
    return tree;
}

Tree counted_tree(std::size_t size)
{
    Tree tree;
    for (std::size_t i = 0; i < size; ++i)
        tree.leaves.push_back(leaf_hash(as_bytes(std::to_string(i))));
    return tree;
}

std::vector<std::string> hexes(Proof const& proof)
{
    std::vector<std::string> out;
    for (Digest const& digest : proof)
        out.push_back(to_hex(digest));
    return out;
}

TEST(Merkle, roots_are_those_of_certificate_transparency)
{
    Tree const tree = ct_tree();
    for (std::size_t size = 0; size < k_ct_roots.size(); ++size)
        EXPECT_EQ(to_hex(tree.head(size).root), k_ct_roots[size]) << size;
}

TEST(Merkle, a_range_goes_on_from_subtrees)
{
    Tree const tree = ct_tree();
    CompactRange range;
    range.add_subtree(tree.node(0, 4), 2);
    range.add_subtree(tree.node(4, 2), 1);
    range.add(tree.leaves[6]);
    EXPECT_EQ(to_hex(range.root()), k_ct_roots[7]);
    range.add(tree.leaves[7]);
    EXPECT_EQ(to_hex(range.root()), k_ct_roots[8]);
    EXPECT_EQ(range.size(), 8U);
}

TEST(Merkle, inclusion_proofs_are_those_of_certificate_transparency)
{
    Tree const tree = ct_tree();
    auto const proof = [&](std::uint64_t index, std::uint64_t size) {
        return hexes(*inclusion_proof(index, size, tree.reader(size)));
    };
    EXPECT_EQ(proof(0, 1), std::vector<std::string> {});
    EXPECT_EQ(proof(0, 8),
        (std::vector<std::string> {
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        }));
    EXPECT_EQ(proof(5, 8),
        (std::vector<std::string> {
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        }));
    EXPECT_EQ(
        proof(2, 3), (std::vector<std::string> { "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" }));
}

TEST(Merkle, consistency_proofs_are_those_of_certificate_transparency)
{
    Tree const tree = ct_tree();
    auto const proof = [&](std::uint64_t old_size, std::uint64_t size) {
        return hexes(*consistency_proof(old_size, size, tree.reader(size)));
    };
    EXPECT_EQ(proof(1, 1), std::vector<std::string> {});
    EXPECT_EQ(proof(1, 8),
        (std::vector<std::string> {
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        }));
    EXPECT_EQ(proof(6, 8),
        (std::vector<std::string> {
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        }));
    EXPECT_EQ(proof(2, 5),
        (std::vector<std::string> {
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        }));
}

TEST(Merkle, every_inclusion_proof_of_small_trees_verifies_and_no_other)
{
    constexpr std::uint64_t k_size_max = 20;
    Tree const tree = counted_tree(k_size_max);
    for (std::uint64_t size = 1; size <= k_size_max; ++size) {
        TreeHead const head = tree.head(size);
        for (std::uint64_t index = 0; index < size; ++index) {
            auto proof = inclusion_proof(index, size, tree.reader(size));
            ASSERT_TRUE(proof);
            Digest const& leaf = tree.leaves[static_cast<std::size_t>(index)];
            ASSERT_TRUE(verify_inclusion(leaf, index, head, *proof)) << index << " of " << size;
            for (std::uint64_t other = 0; other <= size; ++other)
                ASSERT_EQ(verify_inclusion(leaf, other, head, *proof), other == index) << index << " of " << size;
            for (Digest& hash : *proof) {
                hash[0] ^= 1;
                ASSERT_FALSE(verify_inclusion(leaf, index, head, *proof));
                hash[0] ^= 1;
            }
            proof->push_back(leaf);
            ASSERT_FALSE(verify_inclusion(leaf, index, head, *proof));
            proof->pop_back();
            if (!proof->empty()) {
                proof->pop_back();
                ASSERT_FALSE(verify_inclusion(leaf, index, head, *proof));
            }
        }
    }
}

TEST(Merkle, every_consistency_proof_of_small_trees_verifies_and_no_other)
{
    constexpr std::uint64_t k_size_max = 20;
    Tree const tree = counted_tree(k_size_max);
    for (std::uint64_t size = 0; size <= k_size_max; ++size) {
        TreeHead const head = tree.head(size);
        for (std::uint64_t old_size = 0; old_size <= size; ++old_size) {
            auto proof = consistency_proof(old_size, size, tree.reader(size));
            ASSERT_TRUE(proof) << old_size << " of " << size;
            TreeHead old = tree.head(old_size);
            ASSERT_TRUE(verify_consistency(old, head, *proof)) << old_size << " of " << size;
            old.root[0] ^= 1;
            ASSERT_FALSE(verify_consistency(old, head, *proof)) << old_size << " of " << size;
            old.root[0] ^= 1;
            for (Digest& hash : *proof) {
                hash[0] ^= 1;
                ASSERT_FALSE(verify_consistency(old, head, *proof));
                hash[0] ^= 1;
            }
            proof->push_back(head.root);
            ASSERT_FALSE(verify_consistency(old, head, *proof));
            proof->pop_back();
            if (!proof->empty()) {
                proof->pop_back();
                ASSERT_FALSE(verify_consistency(old, head, *proof));
            }
        }
    }
}

RC_GTEST_PROP(Merkle, larger_trees_prove_too, ())
{
    static Tree const tree = counted_tree(3000);
    auto const size = *rc::gen::inRange<std::uint64_t>(1, 3001);
    auto const index = *rc::gen::inRange<std::uint64_t>(0, size);
    auto const included = inclusion_proof(index, size, tree.reader(size));
    RC_ASSERT(included.has_value());
    RC_ASSERT(verify_inclusion(tree.leaves[static_cast<std::size_t>(index)], index, tree.head(size), *included));
    auto const consistent = consistency_proof(index, size, tree.reader(size));
    RC_ASSERT(consistent.has_value());
    RC_ASSERT(verify_consistency(tree.head(index), tree.head(size), *consistent));
}

} // namespace
} // namespace zk::keep
