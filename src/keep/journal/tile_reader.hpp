// tile_reader: reads entries and hashes back from the tiles of a tree.
// Used by tree_log, tree_verify, tree_export and for proofs.
// Always: an entry comes with its leaf hash, and both files that hold it agree.
// An attacker who changes both files alike is seen by verify, not here.
#pragma once

#include "base/disk.hpp"
#include "keep/journal/merkle_proof.hpp"
#include "keep/journal/tile.hpp"

#include <string>

namespace zk::keep {

// Some entries that follow each other. The entries look into the bytes.
struct EntryRun {
    EntryRun() = default;
    EntryRun(EntryRun&&) = default;
    EntryRun& operator=(EntryRun&&) = default;
    EntryRun(EntryRun const&) = delete;
    EntryRun& operator=(EntryRun const&) = delete;
    ~EntryRun() = default;

    std::uint64_t first = 0;
    Bytes bytes;
    std::vector<ByteView> entries;
    std::vector<Digest> leaves;
};

[[nodiscard]] Result<std::vector<Digest>> read_hashes(Disk const& disk, std::string const& folder, TileId const& tile);
// The bundle of this index as a tree of this size has it, with its leaf hashes.
[[nodiscard]] Result<EntryRun> read_bundle(
    Disk const& disk, std::string const& folder, std::uint64_t index, std::uint64_t size);
// The nodes of a tree of this size, for proofs. The disk must outlive it.
[[nodiscard]] NodeReader node_reader(Disk const& disk, std::string folder, std::uint64_t size);

} // namespace zk::keep
