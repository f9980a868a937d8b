#include "testing/memory_disk.hpp"

#include <gtest/gtest.h>

namespace zk::testing {
namespace {

std::string text(Result<Bytes> const& bytes)
{
    return bytes ? std::string(as_text(*bytes)) : "(" + std::string(bytes.error().code()) + ")";
}

std::unique_ptr<AppendFile> appender(MemoryDisk& disk, std::string const& path, std::uint64_t size = 0)
{
    auto file = disk.open_append(path, size);
    EXPECT_TRUE(file);
    return std::move(*file);
}

TEST(MemoryDisk, reads_what_was_written)
{
    MemoryDisk disk;
    ASSERT_TRUE(disk.write_durably("a/b/c", as_bytes("one")));
    EXPECT_EQ(text(disk.read("a/b/c")), "one");
    EXPECT_TRUE(disk.exists("a/b"));
    EXPECT_FALSE(disk.exists("a/c"));
    EXPECT_EQ(text(disk.read("a/b")), "(test-disk-no-such-file)");
}

TEST(MemoryDisk, lists_files_and_directories_by_name)
{
    MemoryDisk disk;
    ASSERT_TRUE(disk.write_durably("a/z", as_bytes("12345")));
    ASSERT_TRUE(disk.write_durably("a/b/c", as_bytes("1")));
    ASSERT_TRUE(disk.write_durably("a.txt", as_bytes("1")));
    auto const entries = disk.list("a");
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 2U);
    EXPECT_EQ(entries->at(0).name, "b");
    EXPECT_EQ(entries->at(0).kind, EntryKind::directory);
    EXPECT_EQ(entries->at(1).name, "z");
    EXPECT_EQ(entries->at(1).size_bytes, 5U);
    EXPECT_FALSE(disk.list("nothing"));
    EXPECT_EQ(disk.list("")->size(), 2U);
}

TEST(MemoryDisk, forgets_what_was_not_synced)
{
    auto const after = [](Unsynced unsynced) {
        MemoryDisk disk;
        EXPECT_TRUE(disk.write_durably("f", as_bytes("ab")));
        auto file = appender(disk, "f", 2);
        EXPECT_TRUE(file->append(as_bytes("cd")) && file->sync() && file->append(as_bytes("efgh")));
        EXPECT_EQ(text(disk.read("f")), "abcdefgh");
        disk.power_cut(unsynced, Removed::gone);
        return text(disk.read("f"));
    };
    EXPECT_EQ(after(Unsynced::lost), "abcd");
    EXPECT_EQ(after(Unsynced::half), "abcdef");
    EXPECT_EQ(after(Unsynced::kept), "abcdefgh");
    EXPECT_EQ(after(Unsynced::zeros), std::string("abcd\0\0\0\0", 8));
}

TEST(MemoryDisk, a_new_name_is_durable_with_its_first_sync)
{
    MemoryDisk disk;
    auto never = appender(disk, "never");
    ASSERT_TRUE(never->append(as_bytes("x")));
    auto once = appender(disk, "once");
    ASSERT_TRUE(once->append(as_bytes("x")) && once->sync());
    disk.power_cut(Unsynced::kept, Removed::gone);
    EXPECT_FALSE(disk.exists("never"));
    EXPECT_EQ(text(disk.read("once")), "x");
}

TEST(MemoryDisk, a_cut_is_durable_with_the_next_sync)
{
    MemoryDisk disk;
    ASSERT_TRUE(disk.write_durably("f", as_bytes("abcdef")));
    auto file = appender(disk, "f", 2);
    EXPECT_EQ(text(disk.read("f")), "ab");
    ASSERT_TRUE(file->append(as_bytes("X")) && file->sync());
    disk.power_cut(Unsynced::lost, Removed::gone);
    EXPECT_EQ(text(disk.read("f")), "abX");
}

TEST(MemoryDisk, a_removal_may_come_back)
{
    for (Removed removed : { Removed::gone, Removed::back }) {
        MemoryDisk disk;
        ASSERT_TRUE(disk.write_durably("d/f", as_bytes("1")));
        ASSERT_TRUE(disk.remove("d"));
        ASSERT_TRUE(disk.remove("d"));
        EXPECT_FALSE(disk.exists("d"));
        disk.power_cut(Unsynced::lost, removed);
        EXPECT_EQ(disk.exists("d/f"), removed == Removed::back);
    }
}

TEST(MemoryDisk, fails_at_the_step_that_it_is_told)
{
    struct Case {
        Left left;
        std::string read;
    };
    for (Case const& wanted :
        { Case { Left::nothing, "(test-disk-no-such-file)" }, Case { Left::everything, "one" } }) {
        MemoryDisk disk;
        disk.fail({ .step = 1, .left = wanted.left });
        ASSERT_TRUE(disk.write_durably("before", as_bytes("0")));
        EXPECT_FALSE(disk.write_durably("f", as_bytes("one")));
        EXPECT_EQ(text(disk.read("f")), wanted.read);
        EXPECT_TRUE(disk.write_durably("after", as_bytes("2")));
        EXPECT_EQ(disk.steps(), 3U);
    }
}

TEST(MemoryDisk, can_be_gone_until_the_power_is_cut)
{
    MemoryDisk disk;
    disk.fail({ .step = 0, .then = Then::gone });
    EXPECT_FALSE(disk.write_durably("a", as_bytes("1")));
    EXPECT_FALSE(disk.write_durably("a", as_bytes("1")));
    disk.power_cut(Unsynced::lost, Removed::gone);
    EXPECT_TRUE(disk.write_durably("a", as_bytes("1")));
}

TEST(MemoryDisk, appends_half)
{
    MemoryDisk disk;
    auto file = appender(disk, "f");
    disk.fail({ .step = 1, .left = Left::half });
    EXPECT_FALSE(file->append(as_bytes("abcd")));
    EXPECT_EQ(text(disk.read("f")), "ab");
}

// After a failed sync the kernel believes its pages clean: the next one succeeds without writing them.
TEST(MemoryDisk, a_failed_sync_is_not_made_good_by_the_next)
{
    MemoryDisk disk;
    ASSERT_TRUE(disk.write_durably("f", as_bytes("ab")));
    auto file = appender(disk, "f", 2);
    ASSERT_TRUE(file->append(as_bytes("cd")));
    disk.fail({ .step = disk.steps() });
    EXPECT_FALSE(file->sync());
    ASSERT_TRUE(file->append(as_bytes("ef")) && file->sync());
    EXPECT_EQ(text(disk.read("f")), "abcdef");
    disk.power_cut(Unsynced::lost, Removed::gone);
    EXPECT_EQ(text(disk.read("f")), std::string("ab\0\0ef", 6));
}

TEST(MemoryDisk, a_sync_that_failed_may_have_written)
{
    MemoryDisk disk;
    auto file = appender(disk, "f");
    ASSERT_TRUE(file->append(as_bytes("cd")));
    disk.fail({ .step = disk.steps(), .left = Left::everything });
    EXPECT_FALSE(file->sync());
    disk.power_cut(Unsynced::lost, Removed::gone);
    EXPECT_EQ(text(disk.read("f")), "cd");
}

} // namespace
} // namespace zk::testing
