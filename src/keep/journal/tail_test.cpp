#include "keep/journal/tail.hpp"

#include "keep/journal/checkpoint.hpp"
#include "keep/journal/tree_for_tests.hpp"

#include <gtest/gtest.h>

namespace zk::keep {
namespace {

constexpr std::size_t k_header_bytes = 16;
constexpr std::size_t k_frame_header_bytes = 36;

Bytes frame(std::uint64_t first, std::vector<std::string> const& texts)
{
    Bytes entries;
    for (std::string const& text : texts)
        encode_entry(entries, as_bytes(text));
    TreeHead const head { .size = first + texts.size(), .root = leaf_hash(entries) };
    return encode_frame(first, texts.size(), entries, sign_checkpoint(head, test_key(), test_signer()));
}

Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes out;
    for (Bytes const& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Result<Tail> parsed(ByteView bytes)
{
    return parse_tail(bytes, test_key(), Place::path("journal/tail"));
}

class TailTest : public ::testing::Test {
protected:
    Bytes const first = frame(1000, { "one", "", std::string(700, 'x') });
    Bytes const second = frame(1003, { "four" });
    Bytes const whole = joined({ tail_header(1000), first, second });
    std::size_t const second_at = k_header_bytes + first.size();
};

TEST_F(TailTest, is_laid_out_as_documented)
{
    EXPECT_EQ(to_hex(tail_header(1000)),
        "7a6b2d7461696c31"
        "e803000000000000");
    std::string const header = to_hex(ByteView(second).first(k_frame_header_bytes));
    std::size_t const body = second.size() - k_frame_header_bytes;
    EXPECT_EQ(header.substr(0, 32),
        "7a6b6672"
        "01000000"
        "eb03000000000000");
    EXPECT_EQ(header.substr(32, 8), to_hex(Writer().u32(static_cast<std::uint32_t>(body)).view()));
    Digest const body_hash = crypto::sha256(ByteView(second).subspan(k_frame_header_bytes));
    EXPECT_EQ(header.substr(40, 16), to_hex(body_hash).substr(0, 16));
    EXPECT_EQ(header.substr(56), to_hex(crypto::sha256(ByteView(second).first(28))).substr(0, 16));
    EXPECT_TRUE(as_text(second).substr(k_frame_header_bytes).starts_with(std::string_view("\0\4four", 6)));
}

TEST_F(TailTest, gives_back_what_was_written)
{
    auto const tail = parsed(whole);
    ASSERT_TRUE(tail) << error_text(tail);
    EXPECT_EQ(tail->base, 1000U);
    EXPECT_EQ(tail->end(), 1004U);
    EXPECT_EQ(tail->torn_bytes, 0U);
    EXPECT_EQ(tail->whole_bytes, whole.size());
    ASSERT_EQ(tail->frames.size(), 2U);
    EXPECT_EQ(as_text(tail->frames[0].entries.at(0)), "one");
    EXPECT_EQ(tail->frames[0].entries.at(2).size(), 700U);
    EXPECT_EQ(tail->frames[1].first, 1003U);
    EXPECT_EQ(tail->frames[1].head.size, 1004U);
    EXPECT_TRUE(tail->frames[1].checkpoint.starts_with("zorgkluis.example/test\n1004\n"));
}

TEST_F(TailTest, a_cut_in_the_last_frame_is_torn)
{
    for (std::size_t size = second_at; size < whole.size(); ++size) {
        auto const tail = parsed(ByteView(whole).first(size));
        ASSERT_TRUE(tail) << size << " " << error_text(tail);
        ASSERT_EQ(tail->frames.size(), 1U);
        ASSERT_EQ(tail->whole_bytes, second_at);
        ASSERT_EQ(tail->torn_bytes, size - second_at);
    }
}

TEST_F(TailTest, a_cut_in_the_header_is_no_crash)
{
    for (std::size_t size = 0; size < k_header_bytes; ++size)
        ASSERT_EQ(error_text(parsed(ByteView(whole).first(size))), "journal-tail-bad-header at journal/tail");
}

// The base is bound to the first frame; a tail without frames is bound to the checkpoint, by whoever reads both.
TEST_F(TailTest, no_changed_byte_is_taken_for_a_crash)
{
    for (std::size_t i = 0; i < whole.size(); ++i) {
        for (unsigned mask : { 0x01U, 0x80U, 0xffU }) {
            Bytes changed = whole;
            changed[i] = static_cast<std::uint8_t>(changed[i] ^ mask);
            auto const tail = parsed(changed);
            ASSERT_FALSE(tail) << i;
            ASSERT_EQ(tail.error().fault(), Fault::tampered);
            std::string const entry = i < second_at ? "1000" : "1003";
            if (i >= k_header_bytes) {
                ASSERT_EQ(tail.error().place(), "journal/tail entry " + entry) << i;
            }
        }
    }
}

TEST_F(TailTest, sectors_that_were_never_written_are_torn)
{
    Bytes const large = frame(1004, { std::string(5000, 'x'), std::string(5000, 'y') });
    Bytes const bytes = joined({ whole, large });
    std::size_t const at = whole.size();
    std::size_t const sector = 512;
    // Any of them, the frame's first and last part too.
    for (std::size_t begin = at; begin < bytes.size(); begin = (begin / sector + 1) * sector) {
        Bytes holed = bytes;
        std::size_t const end = std::min((begin / sector + 1) * sector, bytes.size());
        std::fill(
            holed.begin() + static_cast<std::ptrdiff_t>(begin), holed.begin() + static_cast<std::ptrdiff_t>(end), 0);
        auto const tail = parsed(holed);
        ASSERT_TRUE(tail) << begin << " " << error_text(tail);
        ASSERT_EQ(tail->frames.size(), 2U);
        ASSERT_EQ(tail->torn_bytes, large.size());
    }
    Bytes zeros = bytes;
    std::fill(zeros.begin() + static_cast<std::ptrdiff_t>(at), zeros.end(), 0);
    EXPECT_EQ(parsed(zeros)->torn_bytes, large.size());
}

TEST_F(TailTest, what_has_a_whole_frame_behind_it_was_written_and_changed_since)
{
    Bytes const large = frame(1000, { std::string(5000, 'x') });
    Bytes const bytes = joined({ tail_header(1000), large, frame(1001, { "next" }) });
    for (std::size_t begin : { std::size_t { k_header_bytes }, std::size_t { 1024 } }) {
        Bytes holed = bytes;
        std::fill_n(holed.begin() + static_cast<std::ptrdiff_t>(begin), 1024, 0);
        EXPECT_EQ(error_text(parsed(holed)).substr(0, 14), "journal-frame-") << begin;
    }
    // Bytes taken out of the middle: the first frame is longer than what is left.
    Bytes shorter = bytes;
    shorter.erase(shorter.begin() + 100, shorter.begin() + 4000);
    EXPECT_FALSE(parsed(shorter));
}

TEST_F(TailTest, frames_stand_in_order)
{
    EXPECT_EQ(error_text(parsed(joined({ tail_header(1000), second }))),
        "journal-frame-out-of-order at journal/tail entry 1000");
    EXPECT_EQ(error_text(parsed(joined({ tail_header(1000), first, first }))),
        "journal-frame-out-of-order at journal/tail entry 1003");
    EXPECT_EQ(error_text(parsed(joined({ tail_header(999), first }))),
        "journal-frame-out-of-order at journal/tail entry 999");
}

TEST_F(TailTest, a_frame_has_the_checkpoint_of_its_end)
{
    Bytes entries;
    encode_entry(entries, as_bytes("one"));
    TreeHead const other { .size = 1002, .root = {} };
    Bytes const wrong = encode_frame(1000, 1, entries, sign_checkpoint(other, test_key(), test_signer()));
    EXPECT_EQ(error_text(parsed(joined({ tail_header(1000), wrong }))),
        "journal-frame-other-checkpoint at journal/tail entry 1000");
    Bytes const without = encode_frame(1000, 1, entries, "");
    EXPECT_FALSE(parsed(joined({ tail_header(1000), without })));
    // More entries than there are bytes: nothing is reserved for them.
    Bytes const counted = encode_frame(1000, UINT32_MAX, entries, "");
    EXPECT_EQ(error_text(parsed(joined({ tail_header(1000), counted }))),
        "journal-frame-bad-count at journal/tail entry 1000");
}

} // namespace
} // namespace zk::keep
