// A small log of which any bytes are changed: verify sees it, or what it takes for whole is what was written. And the
// parsers alone, with notes and frames that are signed, so that what lies behind a signature is reached too.
#include "base/require.hpp"
#include "keep/journal/checkpoint.hpp"
#include "keep/journal/tree_export.hpp"
#include "keep/journal/tree_log.hpp"
#include "keep/journal/tree_verify.hpp"
#include "testing/memory_disk.hpp"

#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>

namespace zk::keep {
namespace {

using testing::MemoryDisk;
using Files = std::map<std::string, Bytes>;

constexpr std::string_view k_origin = "zorgkluis.example/fuzz";
constexpr std::uint64_t k_laid_out = 5;
constexpr std::uint64_t k_entries = 9;

crypto::Signer signer()
{
    crypto::Key key;
    std::ranges::fill(key.expose_to_write(), std::uint8_t { 7 });
    return crypto::Signer::from_seed(key);
}

VerifierKey const& key()
{
    static VerifierKey const made = *VerifierKey::make(k_origin, signer().public_key());
    return made;
}

class Maker final : public EntryMaker {
public:
    [[nodiscard]] Result<Bytes> make(std::uint64_t index) override
    {
        return Bytes(static_cast<std::size_t>(7 * index), static_cast<std::uint8_t>('a' + index));
    }
    void placed(std::uint64_t, Digest const&) override { }
};

// Some entries in tiles, the others in two frames of the tail, as a crash leaves them.
Files files_of_log()
{
    MemoryDisk disk;
    Maker maker;
    std::vector<EntryMaker*> const two { &maker, &maker };
    auto log = std::move(*TreeLog::create(disk, "journal", k_origin, signer()));
    for (std::uint64_t i = 0; i < k_laid_out; ++i)
        ZK_REQUIRE(log->append(maker));
    ZK_REQUIRE(log->close());
    log = std::move(*TreeLog::open(disk, "journal", k_origin, signer()));
    ZK_REQUIRE(log->append_all(two) && log->append_all(two));
    disk.fail({ .step = disk.steps(), .then = testing::Then::gone });
    return disk.files();
}

TreeHead head_of(Files const& files)
{
    MemoryDisk disk;
    for (auto const& [path, bytes] : files)
        disk.put(path, bytes);
    return *verify_tree(disk, "journal", key());
}

void change_some(MemoryDisk& disk, Files const& files, FuzzedDataProvider& input)
{
    std::vector<std::string> paths { "journal/tile/0/000", "journal/tile/0/000.p/9", "journal/tile/1/000.p/1",
        "journal/tile/entries/000", "journal/tile/entries/000.p/3", "journal/notes" };
    for (auto const& [path, bytes] : files)
        paths.push_back(path);
    while (input.remaining_bytes() > 0) {
        std::string const path = paths[input.ConsumeIntegralInRange<std::size_t>(0, paths.size() - 1)];
        Bytes bytes = disk.exists(path) ? *disk.read(path) : Bytes {};
        switch (input.ConsumeIntegralInRange(0, 4)) {
        case 0:
            disk.erase(path);
            continue;
        case 1:
            bytes.resize(input.ConsumeIntegralInRange<std::size_t>(0, bytes.size()));
            break;
        case 2:
            if (!bytes.empty())
                bytes[input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1)]
                    ^= input.ConsumeIntegral<std::uint8_t>();
            break;
        case 3: {
            auto const more = input.ConsumeRandomLengthString();
            bytes.insert(bytes.end(), more.begin(), more.end());
            break;
        }
        default:
            bytes = to_bytes(as_bytes(input.ConsumeRandomLengthString()));
        }
        disk.put(path, bytes);
    }
}

void fuzz_folder(FuzzedDataProvider& input)
{
    static Files const files = files_of_log();
    static TreeHead const head = head_of(files);
    MemoryDisk disk;
    for (auto const& [path, bytes] : files)
        disk.put(path, bytes);
    change_some(disk, files, input);

    bool const whole = verify_tree(disk, "journal", key(), { .known = head }).has_value();
    ZK_REQUIRE(whole || disk.files() != files);
    MemoryDisk copy;
    bool const exported = export_tree(disk, "journal", key(), copy, "copy", { .known = head }).has_value();
    ZK_REQUIRE(exported == whole);
    auto const log = TreeLog::open(disk, "journal", k_origin, signer());
    if (!whole)
        return;
    // Then whatever else lies there is a leftover that a crash explains.
    ZK_REQUIRE(log && (*log)->head() == head);
    Maker maker;
    for (std::uint64_t i = 0; i < k_entries; ++i) {
        auto const entry = (*log)->entry(i);
        ZK_REQUIRE(entry && entry->size() == maker.make(i)->size());
    }
    ZK_REQUIRE((*log)->close() && verify_tree(disk, "journal", key()));
}

void fuzz_signed_frames(FuzzedDataProvider& input)
{
    Bytes tail = tail_header(input.ConsumeIntegral<std::uint64_t>());
    while (input.remaining_bytes() > 0) {
        auto const first = input.ConsumeIntegral<std::uint64_t>();
        auto const count = input.ConsumeIntegralInRange<std::uint32_t>(1, UINT32_MAX);
        TreeHead const head { .size = input.ConsumeIntegral<std::uint64_t>(), .root = {} };
        std::string const entries = input.ConsumeRandomLengthString();
        Bytes const frame = encode_frame(first, count, as_bytes(entries), sign_checkpoint(head, key(), signer()));
        tail.insert(tail.end(), frame.begin(), frame.end());
    }
    if (auto const parsed = parse_tail(tail, key(), {}))
        ZK_REQUIRE(parsed->whole_bytes + parsed->torn_bytes == tail.size());
}

void fuzz_text(std::string_view text)
{
    if (auto const parsed = VerifierKey::parse(text))
        ZK_REQUIRE(parsed->text() == text);
    if (auto const tile = parse_tile_path(text))
        ZK_REQUIRE(tile_path(*tile) == text);
    static_cast<void>(open_checkpoint(text, key()));
    static_cast<void>(parse_bundle(as_bytes(text), 3));
    if (auto const tail = parse_tail(as_bytes(text), key(), {}))
        ZK_REQUIRE(tail->whole_bytes + tail->torn_bytes == text.size());
    // Every text that a note may have, signed: a checkpoint has one spelling.
    if (!text.ends_with('\n') || std::ranges::any_of(text, [](char c) { return c != '\n' && (c < ' ' || c > '~'); }))
        return;
    std::string const note = sign_note(text, key(), signer());
    if (auto const head = open_checkpoint(note, key()))
        ZK_REQUIRE(sign_checkpoint(*head, key(), signer()) == note);
}

} // namespace
} // namespace zk::keep

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    static bool const started = zk::crypto::start().has_value();
    ZK_REQUIRE(started);
    FuzzedDataProvider input(data, size);
    switch (input.ConsumeIntegralInRange(0, 2)) {
    case 0:
        zk::keep::fuzz_folder(input);
        break;
    case 1:
        zk::keep::fuzz_signed_frames(input);
        break;
    default:
        zk::keep::fuzz_text(input.ConsumeRemainingBytesAsString());
    }
    return 0;
}
