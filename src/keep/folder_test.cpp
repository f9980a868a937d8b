#include "keep/folder.hpp"

#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace zk::keep {
namespace {

using testing::TempFolder;

void write(std::filesystem::path const& path)
{
    std::ofstream(path) << "something";
}

TEST(Folder, IsMadeInAnEmptyPlaceAndOpenedByOneAtATime)
{
    TempFolder const temp;
    {
        auto const folder = Folder::create(temp / "a/praktijk");
        ASSERT_TRUE(folder) << folder.error().code();
        EXPECT_EQ(Folder::open(temp / "a/praktijk").error().code(), "practice-in-use");
        EXPECT_EQ(Folder::create(temp / "a/praktijk").error().code(), "folder-not-empty");
    }
    EXPECT_TRUE(Folder::open(temp / "a/praktijk"));
    EXPECT_EQ(Folder::open(temp / "a").error().code(), "no-practice-here");
    EXPECT_EQ(std::filesystem::status(temp / "a/praktijk").permissions(), std::filesystem::perms::owner_all);
}

TEST(Folder, OfAnotherFormatIsNotOpened)
{
    TempFolder const temp;
    write(temp / "zorgkluis");
    EXPECT_EQ(Folder::open(temp.path()).error().code(), "folder-of-another-version");
}

TEST(Folder, LosesTheCopyOfABackupThatWasBrokenOff)
{
    TempFolder const temp;
    auto const path = Folder::create(temp / "praktijk")->path();
    write(path / "copy.db");
    write(path / "copy.db-journal");
    write(path / "care.db");
    ASSERT_TRUE(Folder::open(path));
    EXPECT_FALSE(std::filesystem::exists(path / "copy.db"));
    EXPECT_FALSE(std::filesystem::exists(path / "copy.db-journal"));
    EXPECT_TRUE(std::filesystem::exists(path / "care.db"));
}

TEST(Folder, HalfRestoredIsNoPracticeAndCanBeRestoredAgain)
{
    TempFolder const temp;
    auto const path = temp / "praktijk";
    {
        auto const folder = Folder::create_for_restore(path);
        ASSERT_TRUE(folder) << folder.error().code();
        write(path / "care.db");
        EXPECT_EQ(Folder::create_for_restore(path).error().code(), "practice-in-use");
    }
    EXPECT_EQ(Folder::open(path).error().code(), "restore-unfinished");
    EXPECT_EQ(Folder::create(path).error().code(), "folder-not-empty");
    {
        auto folder = Folder::create_for_restore(path);
        ASSERT_TRUE(folder) << folder.error().code();
        EXPECT_FALSE(std::filesystem::exists(path / "care.db"));
        write(path / "care.db");
        ASSERT_TRUE(folder->finish_restore());
        folder->empty_after_failed_restore();
        EXPECT_EQ(Folder::open(path).error().code(), "practice-in-use");
    }
    EXPECT_TRUE(Folder::open(path));
    EXPECT_TRUE(std::filesystem::exists(path / "care.db"));
}

TEST(Folder, IsNotRestoredOverWhatIsThere)
{
    TempFolder const temp;
    write(temp / "brief.txt");
    EXPECT_EQ(Folder::create_for_restore(temp.path()).error().code(), "folder-not-empty");
    EXPECT_TRUE(std::filesystem::exists(temp / "brief.txt"));
    TempFolder const practice;
    write(practice / "zorgkluis");
    write(practice / "restoring");
    EXPECT_EQ(Folder::create_for_restore(practice.path()).error().code(), "folder-not-empty");
    EXPECT_TRUE(std::filesystem::exists(practice / "zorgkluis"));
}

} // namespace
} // namespace zk::keep
