// tail: the newest entries, in the one file that a commit appends to: a frame each, closed by its checkpoint.
// Used by tree_log, tree_verify and tree_export; docs/formats/journal.md has the grammar.
// Always: a frame is bound to its place by the size before it and by the signed root after it.
// An attacker can cut whole frames off the end, which only a head kept elsewhere shows; anything else is seen.
#pragma once

#include "keep/journal/merkle.hpp"
#include "keep/journal/note.hpp"
#include "keep/journal/tile.hpp"

#include <string_view>
#include <vector>

namespace zk::keep {

// What one commit takes at most: so many entries of one caller, and no further caller beyond so many bytes.
inline constexpr std::size_t k_group_entries_max = 4096;
inline constexpr std::size_t k_frame_bytes_goal = 8 * 1024 * 1024;
inline constexpr std::size_t k_frame_bytes_max
    = k_frame_bytes_goal + k_group_entries_max * (k_entry_length_bytes + k_entry_bytes_max) + k_note_bytes_max;
static_assert(k_frame_bytes_max <= UINT32_MAX);
// When a tail is laid out; and while somebody reads tiles it may grow so many times larger.
inline constexpr std::size_t k_tail_entries_goal = 4096;
inline constexpr std::size_t k_tail_bytes_goal = 8 * 1024 * 1024;
inline constexpr std::size_t k_tail_overdue = 4;
// Full tiles are written when so many entries go into them.
inline constexpr std::size_t k_ahead_entries_goal = 1024;
// Frames with one entry each have more around it than in it.
inline constexpr std::size_t k_frame_overhead_bytes_max = 1024;
inline constexpr std::size_t k_tail_bytes_max
    = k_tail_overdue * (k_tail_bytes_goal + k_tail_entries_goal * k_frame_overhead_bytes_max) + k_frame_bytes_max;

struct Frame {
    std::uint64_t first; // index of its first entry
    std::vector<ByteView> entries;
    std::string_view checkpoint; // the signed note
    TreeHead head;               // what it says

    [[nodiscard]] std::uint64_t end() const { return first + entries.size(); }
};

// Its views look into the bytes that it was parsed from.
struct Tail {
    std::uint64_t base = 0; // the size of the tree when it was begun
    std::vector<Frame> frames;
    std::uint64_t whole_bytes = 0; // up to the end of the last whole frame
    std::uint64_t torn_bytes = 0;  // after that: what a crash left of a commit that nobody was told of

    [[nodiscard]] std::uint64_t end() const { return frames.empty() ? base : frames.back().end(); }
};

[[nodiscard]] Bytes tail_header(std::uint64_t base);
// `entries` are `count` encoded entries, the first with index `first`.
[[nodiscard]] Bytes encode_frame(std::uint64_t first, std::size_t count, ByteView entries, std::string_view checkpoint);

// Checks everything but the roots: those follow from the tree. `place` is where the bytes come from.
[[nodiscard]] Result<Tail> parse_tail(ByteView bytes, VerifierKey const& key, Place const& place);

} // namespace zk::keep
