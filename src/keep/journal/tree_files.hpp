// tree_files: what stands in a journal's folder besides its tiles, and how far it reaches.
// Used by tree_log when it opens, by tree_verify and by tree_export.
// Always: signatures are checked, and what the checkpoint and the tail say fits together.
// An attacker who puts an older one of these files back is seen, as long as he does not put all of them back.
#pragma once

#include "base/disk.hpp"
#include "keep/journal/tail.hpp"

#include <optional>
#include <string>

namespace zk::keep {

inline constexpr std::string_view k_checkpoint_file = "checkpoint";
inline constexpr std::string_view k_key_file = "log.vkey";
inline constexpr std::string_view k_tail_file = "tail";
inline constexpr std::string_view k_tile_folder = "tile";

// The folder that we append to has a tail; an export is plain tlog-tiles.
enum class FolderKind : std::uint8_t { working, exported };

// What a reader expects of a folder.
struct TreeView {
    FolderKind kind = FolderKind::working;
    // Read the tail only so far: whoever has the log open may be writing behind it.
    std::optional<std::uint64_t> tail_bytes = std::nullopt;
    // A head kept elsewhere, that the log must still begin with.
    std::optional<TreeHead> known = std::nullopt;
};

struct TreeFiles {
    TreeFiles() = default;
    // The tail looks into the bytes.
    TreeFiles(TreeFiles&&) = default;
    TreeFiles& operator=(TreeFiles&&) = default;
    TreeFiles(TreeFiles const&) = delete;
    TreeFiles& operator=(TreeFiles const&) = delete;
    ~TreeFiles() = default;

    std::string laid_out_checkpoint;
    TreeHead laid_out; // what the tiles hold
    Bytes tail_bytes;
    Tail tail;

    [[nodiscard]] TreeHead head() const { return tail.frames.empty() ? laid_out : tail.frames.back().head; }
    [[nodiscard]] std::string_view checkpoint() const
    {
        return tail.frames.empty() ? std::string_view(laid_out_checkpoint) : tail.frames.back().checkpoint;
    }
};

// A path in the log's folder; the folder "" is the disk's root.
[[nodiscard]] std::string path_in(std::string const& folder, std::string_view name);

[[nodiscard]] std::string key_file_text(VerifierKey const& key);

[[nodiscard]] Result<TreeFiles> read_tree_files(
    Disk const& disk, std::string const& folder, VerifierKey const& key, TreeView const& view);

} // namespace zk::keep
