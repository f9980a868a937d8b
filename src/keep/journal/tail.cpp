#include "keep/journal/tail.hpp"

#include "base/require.hpp"
#include "keep/journal/checkpoint.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zk::keep {

namespace {

constexpr std::string_view k_tail_magic = "zk-tail1";
constexpr std::size_t k_tail_header_bytes = 8 + 8;
// Begins with letters and ends in a newline, so that no sector of a written frame is all zeros.
constexpr std::string_view k_frame_magic = "zkfr";
// A crash and a mistake are told apart by these; a forger is stopped by the signed root.
constexpr std::size_t k_check_bytes = 8;
using Check = std::array<std::uint8_t, k_check_bytes>;
constexpr std::size_t k_frame_header_bytes = 4 + 4 + 8 + 4 + k_check_bytes + k_check_bytes;
// The smallest unit that a disk writes whole.
constexpr std::size_t k_sector_bytes = 512;

struct FrameHeader {
    std::uint32_t count;
    std::uint64_t first;
    std::uint32_t body_bytes;
    Check body_check;
};

Check check_of(ByteView bytes)
{
    Check check {};
    std::ranges::copy(ByteView(crypto::sha256(bytes)).first(k_check_bytes), check.begin());
    return check;
}

Bytes encode_header(FrameHeader const& header)
{
    Writer out;
    out.raw(as_bytes(k_frame_magic)).u32(header.count).u64(header.first).u32(header.body_bytes).raw(header.body_check);
    out.raw(check_of(out.view()));
    return out.take();
}

Result<FrameHeader> read_header(ByteView bytes)
{
    Reader reader(bytes.first(k_frame_header_bytes));
    FrameHeader header {};
    ZK_CHECK(reader.raw(k_frame_magic.size()));
    ZK_TRY(header.count, reader.u32());
    ZK_TRY(header.first, reader.u64());
    ZK_TRY(header.body_bytes, reader.u32());
    ZK_TRY(header.body_check, reader.array<k_check_bytes>());
    return header;
}

// The header at the beginning of `bytes`, if its magic and its check are right.
std::optional<FrameHeader> header_at(ByteView bytes)
{
    if (bytes.size() < k_frame_header_bytes)
        return std::nullopt;
    auto const header = read_header(bytes);
    if (!header || !std::ranges::equal(encode_header(*header), bytes.first(k_frame_header_bytes)))
        return std::nullopt;
    return *header;
}

bool has_frame_after(ByteView bytes, std::size_t offset)
{
    for (;;) {
        auto const found = as_text(bytes).find(k_frame_magic, offset + 1);
        if (found == std::string_view::npos)
            return false;
        if (header_at(bytes.subspan(found)))
            return true;
        offset = found;
    }
}

// After a power cut a file may have its new length while some of its sectors were never written: they read as zeros.
bool has_unwritten_sector(ByteView file, std::size_t from)
{
    for (std::size_t sector = from - from % k_sector_bytes; sector < file.size(); sector += k_sector_bytes) {
        std::size_t const begin = std::max(sector, from);
        std::size_t const end = std::min(sector + k_sector_bytes, file.size());
        if (std::ranges::all_of(file.subspan(begin, end - begin), [](std::uint8_t byte) { return byte == 0; }))
            return true;
    }
    return false;
}

Result<Frame> read_frame(FrameHeader const& header, ByteView body, VerifierKey const& key)
{
    Frame frame { .first = header.first, .entries = {}, .checkpoint = {}, .head = {} };
    if (check_of(body) != header.body_check)
        return fail(Fault::tampered, "journal-frame-changed");
    // Each entry takes its length bytes at least: the count cannot make us reserve more than was read.
    if (header.count == 0 || header.count > body.size() / k_entry_length_bytes)
        return fail(Fault::tampered, "journal-frame-bad-count");
    frame.entries.reserve(header.count);
    for (std::uint32_t i = 0; i < header.count; ++i) {
        ZK_TRY(ByteView entry, take_entry(body));
        frame.entries.push_back(entry);
    }
    frame.checkpoint = as_text(body);
    ZK_TRY(frame.head, open_checkpoint(frame.checkpoint, key));
    if (frame.head.size != frame.end())
        return fail(Fault::tampered, "journal-frame-other-checkpoint");
    return frame;
}

enum class Damage : std::uint8_t { torn, tampered };

// A commit that did not finish is the last of the file, and lacks its end or some of its sectors.
Damage damage_at(ByteView bytes, std::size_t offset, std::size_t frame_bytes)
{
    bool const cut = bytes.size() - offset < frame_bytes;
    bool const last = cut || bytes.size() - offset == frame_bytes;
    bool const unfinished = last && (cut || has_unwritten_sector(bytes, offset));
    return unfinished && !has_frame_after(bytes, offset) ? Damage::torn : Damage::tampered;
}

} // namespace

Bytes tail_header(std::uint64_t base)
{
    return Writer().raw(as_bytes(k_tail_magic)).u64(base).take();
}

Bytes encode_frame(std::uint64_t first, std::size_t count, ByteView entries, std::string_view checkpoint)
{
    ZK_REQUIRE(count > 0 && count <= UINT32_MAX);
    Bytes body;
    body.reserve(entries.size() + checkpoint.size());
    body.insert(body.end(), entries.begin(), entries.end());
    ByteView const note = as_bytes(checkpoint);
    body.insert(body.end(), note.begin(), note.end());
    ZK_REQUIRE(body.size() <= k_frame_bytes_max);
    Bytes out = encode_header({ .count = static_cast<std::uint32_t>(count),
        .first = first,
        .body_bytes = static_cast<std::uint32_t>(body.size()),
        .body_check = check_of(body) });
    out.insert(out.end(), body.begin(), body.end());
    return out;
}

Result<Tail> parse_tail(ByteView bytes, VerifierKey const& key, Place const& place)
{
    Tail tail;
    if (bytes.size() < k_tail_header_bytes || !as_text(bytes).starts_with(k_tail_magic))
        return fail(Fault::tampered, "journal-tail-bad-header", place);
    Reader header_reader(bytes.subspan(k_tail_magic.size()));
    ZK_TRY(tail.base, header_reader.u64());

    std::size_t offset = k_tail_header_bytes;
    while (offset < bytes.size()) {
        ByteView const rest = bytes.subspan(offset);
        auto const header = header_at(rest);
        // Without a header nobody knows how long the frame was meant to be: as long as the file.
        std::size_t const frame_bytes
            = header ? k_frame_header_bytes + header->body_bytes : std::max(rest.size(), k_frame_header_bytes);
        Result<Frame> frame = fail(Fault::tampered, "journal-frame-bad-header");
        if (header && header->first != tail.end())
            return fail(Fault::tampered, "journal-frame-out-of-order", place.part("entry").number(tail.end()));
        if (header && frame_bytes <= rest.size())
            frame = read_frame(*header, rest.subspan(k_frame_header_bytes, header->body_bytes), key);
        if (!frame) {
            if (damage_at(bytes, offset, frame_bytes) == Damage::tampered)
                return std::unexpected(frame.error().at(place.part("entry").number(tail.end())));
            break;
        }
        tail.frames.push_back(std::move(*frame));
        offset += frame_bytes;
    }
    tail.whole_bytes = offset;
    tail.torn_bytes = bytes.size() - offset;
    return tail;
}

} // namespace zk::keep
