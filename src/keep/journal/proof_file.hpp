// proof_file: one entry with its inclusion proof and a signed checkpoint, as c2sp.org/tlog-proof writes it.
// Made by `journal prove`; checked by `verify`, or by whoever has log.vkey and a tool of his own.
// Always: one content has one spelling; the sealed entry itself stands in it as `extra`, so nothing else is needed.
// An attacker cannot make one for an entry that is not in the log; who has one learns the length of one sealed line.
#pragma once

#include "keep/journal/tree_log.hpp"

namespace zk::keep {

// What the first line of a proof is.
inline constexpr std::string_view k_proof_magic = "c2sp.org/tlog-proof@v1\n";

[[nodiscard]] std::string write_proof(std::uint64_t index, ByteView entry, EntryProof const& proof);

struct ProvenEntry {
    std::uint64_t index;
    Digest leaf;
    TreeHead head;
};
// Whatever is not so is Fault::tampered.
[[nodiscard]] Result<ProvenEntry> check_proof(std::string_view text, VerifierKey const& key);

} // namespace zk::keep
