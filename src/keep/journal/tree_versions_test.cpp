// What a released version wrote must open for ever. These files were not written by this program: an independent script
// computed them from docs/formats/journal.md.
#include "keep/journal/tree_for_tests.hpp"
#include "keep/journal/tree_verify.hpp"

#include <gtest/gtest.h>

namespace zk::keep {
namespace {

constexpr std::string_view k_key = "zorgkluis.example/test+70aeec68+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs\n";
constexpr std::string_view k_checkpoint
    = "zorgkluis.example/test\n"
      "2\n"
      "WkdmL9ijF9lgSaP59HxV3GfKZgUbqjaD27GbL+CaB7A=\n"
      "\n"
      "\u2014 zorgkluis.example/test "
      "cK7saKn8eU06sjY3uOoNzR2gzImgqME/GP2/AOsz0Qumir70NSPwXxav1mWgn0qiwhqfHkF/uPWiM39bbpi4eNhkXQo=\n";
constexpr std::string_view k_hashes = "773885a613489e24ce2cf76199d6a423f042e4bbf12d7eecee912ef276c657012dfb36c6f66cac36"
                                      "1429cf46df868ab8242d3a6441f1099c8fb3f98ec5d108a4";
constexpr std::string_view k_bundle = "0007656e74727920300007656e7472792031";
constexpr std::string_view k_tail = "7a6b2d7461696c3102000000000000007a6b6672010000000200000000000000c800000002207d4a8f"
                                    "74b47b2ed4e1e090090e770007656e7472792032";
constexpr std::string_view k_tail_checkpoint
    = "zorgkluis.example/test\n"
      "3\n"
      "lPvQ3YNvUDAWkubQ6t5yjuGexSv/8WBu2AfIV11aqhk=\n"
      "\n"
      "\u2014 zorgkluis.example/test "
      "cK7saMTh8++VVL/K2RPJYi4tD/zyNPrZIickM8WoAsa8yJGn75CNM9u5WYEOerCp4J9CPxtHFLr7prX2vxwgftYE+wY=\n";

// Three entries, the last of them not yet in tiles.
void put_version_1(testing::MemoryDisk& disk)
{
    Bytes tail = *from_hex(k_tail);
    ByteView const checkpoint = as_bytes(k_tail_checkpoint);
    tail.insert(tail.end(), checkpoint.begin(), checkpoint.end());
    disk.put("journal/log.vkey", as_bytes(k_key));
    disk.put("journal/checkpoint", as_bytes(k_checkpoint));
    disk.put("journal/tile/0/000.p/2", *from_hex(k_hashes));
    disk.put("journal/tile/entries/000.p/2", *from_hex(k_bundle));
    disk.put("journal/tail", tail);
}

TEST(TreeVersions, version_1_opens)
{
    testing::MemoryDisk disk;
    put_version_1(disk);
    auto const head = verify_tree(disk, "journal", test_key());
    ASSERT_TRUE(head) << error_text(head);
    EXPECT_EQ(head->size, 3U);
    auto const log = opened(disk);
    ASSERT_TRUE(log) << error_text(log);
    for (std::uint64_t i = 0; i < 3; ++i)
        EXPECT_EQ(as_text(*(*log)->entry(i)), entry_text(i));
}

// Not only read: the same entries give the same octets.
TEST(TreeVersions, version_1_is_what_is_written)
{
    testing::MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 2) && log->close());
    log = std::move(*opened(disk));
    ASSERT_TRUE(append_texts(*log, 2, 1));
    testing::MemoryDisk expected;
    put_version_1(expected);
    EXPECT_EQ(disk.files(), expected.files());
}

} // namespace
} // namespace zk::keep
