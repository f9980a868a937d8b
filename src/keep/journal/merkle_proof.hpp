// merkle_proof: shows to who holds a tree head that an entry is in its tree, or that an older tree begins it.
// Used for proofs to patients and witnesses; whoever verifies one needs neither the log nor us.
// Always: as RFC 6962 section 2.1 makes them and RFC 9162 section 2.1 verifies them.
// An attacker cannot make one for what is not so.
#pragma once

#include "keep/journal/merkle.hpp"

#include <functional>
#include <span>

namespace zk::keep {

using Proof = std::vector<Digest>;

// The root of the complete subtree of 2^height leaves that begins at leaf index * 2^height.
using NodeReader = std::function<Result<Digest>(unsigned height, std::uint64_t index)>;

// index < size; the reader is asked only for nodes that are complete at that size.
[[nodiscard]] Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, NodeReader const& reader);
[[nodiscard]] bool verify_inclusion(
    Digest const& leaf, std::uint64_t index, TreeHead const& head, std::span<Digest const> proof);

// old_size <= size.
[[nodiscard]] Result<Proof> consistency_proof(std::uint64_t old_size, std::uint64_t size, NodeReader const& reader);
[[nodiscard]] bool verify_consistency(TreeHead const& old, TreeHead const& head, std::span<Digest const> proof);

} // namespace zk::keep
