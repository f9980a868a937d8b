#include "app/posix_disk.hpp"

#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>

namespace zk::app {
namespace {

using testing::TempFolder;

std::unique_ptr<PosixDisk> open_disk(std::filesystem::path const& root, WhenAbsent when_absent = WhenAbsent::fail)
{
    auto disk = PosixDisk::open(root, when_absent);
    EXPECT_TRUE(disk) << disk.error().code();
    return std::move(*disk);
}

std::string text_of(Result<Bytes> const& bytes)
{
    return bytes ? std::string(as_text(*bytes)) : "error: " + std::string(bytes.error().code());
}

mode_t rights_of(std::filesystem::path const& path)
{
    struct stat found {};
    EXPECT_EQ(::stat(path.c_str(), &found), 0);
    return found.st_mode & 0777;
}

// As long as it lives no file of this process can grow beyond so many bytes.
class SmallFiles {
public:
    explicit SmallFiles(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        EXPECT_EQ(::getrlimit(RLIMIT_FSIZE, &m_before), 0);
        rlimit const small { .rlim_cur = bytes, .rlim_max = m_before.rlim_max };
        EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    }
    SmallFiles(SmallFiles const&) = delete;
    SmallFiles& operator=(SmallFiles const&) = delete;
    ~SmallFiles()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before {};
    void (*m_signal)(int);
};

TEST(PosixDisk, WritesWholeFilesAndReadsThem)
{
    TempFolder const folder;
    auto const disk = open_disk(folder.path());
    ASSERT_TRUE(disk->write_durably("a/b/c", as_bytes("first")));
    ASSERT_TRUE(disk->write_durably("a/b/c", as_bytes("second")));
    EXPECT_EQ(text_of(disk->read("a/b/c")), "second");
    EXPECT_EQ(text_of(disk->read_some("a/b/c", 2, 3)), "con");
    EXPECT_EQ(text_of(disk->read_some("a/b/c", 4, 100)), "nd");
    EXPECT_EQ(text_of(disk->read_some("a/b/c", 100, 1)), "");
    EXPECT_EQ(text_of(disk->read("a/b/d")), "error: file-absent");
    EXPECT_EQ(text_of(disk->read("a/b")), "error: file-cannot-be-opened");
    // Nothing else is left behind.
    EXPECT_EQ(disk->list("")->size(), 1U);
    EXPECT_EQ(disk->list("a/b")->size(), 1U);
}

TEST(PosixDisk, ListsByNameWithKindAndSize)
{
    TempFolder const folder;
    auto const disk = open_disk(folder.path());
    ASSERT_TRUE(disk->write_durably("b", as_bytes("12")));
    ASSERT_TRUE(disk->write_durably("a/x", as_bytes("1")));
    std::filesystem::create_symlink("b", folder / "c");
    auto const entries = disk->list("");
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ(entries->at(0).name, "a");
    EXPECT_EQ(entries->at(0).kind, EntryKind::directory);
    EXPECT_EQ(entries->at(1).name, "b");
    EXPECT_EQ(entries->at(1).kind, EntryKind::file);
    EXPECT_EQ(entries->at(1).size_bytes, 2U);
    EXPECT_EQ(entries->at(2).kind, EntryKind::other);
    EXPECT_EQ(disk->list("nowhere").error().fault(), Fault::not_found);
}

TEST(PosixDisk, AppendsFromASizeOn)
{
    TempFolder const folder;
    auto const disk = open_disk(folder.path());
    {
        auto file = disk->open_append("journal/tail", 0);
        ASSERT_TRUE(file);
        ASSERT_TRUE((*file)->append(as_bytes("abc")));
        ASSERT_TRUE((*file)->append(as_bytes("def")));
        ASSERT_TRUE((*file)->sync());
    }
    {
        auto file = disk->open_append("journal/tail", 4);
        ASSERT_TRUE(file);
        ASSERT_TRUE((*file)->append(as_bytes("X")));
        ASSERT_TRUE((*file)->sync());
    }
    EXPECT_EQ(text_of(disk->read("journal/tail")), "abcdX");
    EXPECT_EQ(disk->open_append("journal/tail", 6).error().code(), "file-shorter-than-asked");
}

TEST(PosixDisk, RemovesWhatIsThereAndFollowsNoLink)
{
    TempFolder const folder;
    TempFolder const elsewhere;
    std::ofstream(elsewhere / "kept") << "kept";
    auto const disk = open_disk(folder.path());
    ASSERT_TRUE(disk->write_durably("a/b/c", as_bytes("1")));
    std::filesystem::create_directory_symlink(elsewhere.path(), folder / "a/link");
    ASSERT_TRUE(disk->remove("a"));
    ASSERT_TRUE(disk->remove("a"));
    ASSERT_TRUE(disk->remove("a/b/c"));
    EXPECT_FALSE(disk->exists("a"));
    EXPECT_TRUE(std::filesystem::exists(elsewhere / "kept"));
}

TEST(PosixDisk, NoPathLeavesTheFolder)
{
    TempFolder const folder;
    std::filesystem::create_directory(folder / "inside");
    std::ofstream(folder / "secret") << "secret";
    auto const disk = open_disk(folder / "inside");
    std::filesystem::create_symlink(folder / "secret", folder / "inside/file");
    std::filesystem::create_directory_symlink(folder.path(), folder / "inside/folder");
    using namespace std::string_literals;
    for (std::string const& path : { "../secret"s, "/etc/passwd"s, "a//b"s, "."s, "a/.."s, "a/"s, "a\0b"s }) {
        EXPECT_EQ(text_of(disk->read(path)), "error: path-leaves-folder");
        EXPECT_EQ(disk->write_durably(path, {}).error().code(), "path-leaves-folder");
        EXPECT_EQ(disk->remove(path).error().code(), "path-leaves-folder");
        EXPECT_FALSE(disk->exists(path));
    }
    EXPECT_EQ(text_of(disk->read("file")), "error: file-cannot-be-opened");
    EXPECT_EQ(text_of(disk->read("folder/secret")), "error: file-cannot-be-opened");
    EXPECT_FALSE(disk->open_append("file", 0));
    EXPECT_FALSE(disk->write_durably("folder/new", {}));
    // A link is replaced, never written through.
    ASSERT_TRUE(disk->write_durably("file", as_bytes("mine")));
    EXPECT_EQ(text_of(disk->read("file")), "mine");
    std::string kept;
    std::ifstream(folder / "secret") >> kept;
    EXPECT_EQ(kept, "secret");
}

TEST(PosixDisk, OnlyItsOwnerReadsWhatItMakes)
{
    TempFolder const folder;
    auto const disk = open_disk(folder / "new/disk", WhenAbsent::make);
    ASSERT_TRUE(disk->write_durably("a/b", {}));
    ASSERT_TRUE(disk->open_append("c", 0));
    EXPECT_EQ(rights_of(folder / "new/disk"), 0700U);
    EXPECT_EQ(rights_of(folder / "new/disk/a"), 0700U);
    EXPECT_EQ(rights_of(folder / "new/disk/a/b"), 0600U);
    EXPECT_EQ(rights_of(folder / "new/disk/c"), 0600U);
    EXPECT_EQ(PosixDisk::open(folder / "nowhere").error().fault(), Fault::not_found);
}

TEST(PosixDisk, SaysThatTheDiskIsFullAndKeepsWhatWasThere)
{
    TempFolder const folder;
    auto const disk = open_disk(folder.path());
    ASSERT_TRUE(disk->write_durably("a", as_bytes("before")));
    auto file = disk->open_append("tail", 0);
    ASSERT_TRUE(file);
    {
        SmallFiles const small(1000);
        Bytes const large(2000, 7);
        EXPECT_EQ(disk->write_durably("a", large).error().code(), "disk-full");
        EXPECT_EQ((*file)->append(large).error().code(), "disk-full");
    }
    EXPECT_EQ(text_of(disk->read("a")), "before");
    EXPECT_EQ(disk->list("")->size(), 2U);
    // Nobody knows what the file holds: it stays given up.
    EXPECT_EQ((*file)->append(as_bytes("1")).error().code(), "disk-full");
    EXPECT_EQ((*file)->sync().error().code(), "disk-full");
}

TEST(PosixDisk, WritesOverWhatAPowerCutLeftUnfinished)
{
    TempFolder const folder;
    std::ofstream(folder / "unfinished") << "half of a file that was much longer";
    auto const disk = open_disk(folder.path());
    ASSERT_TRUE(disk->write_durably("a", as_bytes("whole")));
    EXPECT_EQ(text_of(disk->read("a")), "whole");
    EXPECT_FALSE(disk->exists("unfinished"));
}

} // namespace
} // namespace zk::app
