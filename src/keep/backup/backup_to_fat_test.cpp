#include "keep/backup/practice_for_tests.hpp"
#include "testing/fat_disk.hpp"

namespace zk::keep {
namespace {

using testing::FatDisk;
using testing::MemoryDisk;

using BackupToFat = BackupTest;

TEST_F(BackupToFat, ComesBackWhole)
{
    auto const practice = create();
    std::vector<PatientId> patients;
    for (int i = 0; i < 300; ++i)
        patients.push_back(practice->add_patient("Jansen"));
    MemoryDisk inside;
    FatDisk disk(inside);
    auto const made = practice->back_up(disk);
    ASSERT_TRUE(made) << made.error().code() << " " << made.error().place();
    EXPECT_TRUE(disk.refused().empty()) << disk.refused().front();

    auto const restored = restore_from(disk, temp / "terug");
    ASSERT_TRUE(restored) << restored.error().code() << " " << restored.error().place();
    EXPECT_EQ(restored->rebased.slots, 0U);
    auto const back = open("terug");
    for (PatientId const& id : patients)
        EXPECT_EQ(value_of(back->records_of(id)), (TestRecords { "Jansen", 1, 1, 1 }));
    EXPECT_TRUE(back->log().verify());
}

// A disk that takes only small files stands for one that takes none of 4 GiB.
TEST_F(BackupToFat, SaysBeforehandThatAFileIsTooLarge)
{
    auto const practice = create();
    for (int i = 0; i < 300; ++i)
        practice->add_patient("Jansen");
    MemoryDisk inside;
    FatDisk disk(inside, { .file_bytes_max = 16 * 1024 });
    auto const made = practice->back_up(disk);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code(), "disk-takes-no-file-of-4-gib");
    EXPECT_TRUE(inside.files().empty());
}

TEST_F(BackupToFat, SaysBeforehandThatThereIsTooLittleRoom)
{
    auto const practice = create();
    practice->add_patient("Jansen");
    std::uint64_t const needed = [&] {
        MemoryDisk disk;
        return value_of(practice->back_up(disk)).bytes;
    }();
    MemoryDisk inside;
    FatDisk disk(inside, { .free_bytes = needed / 2 });
    EXPECT_EQ(practice->back_up(disk).error().code(), "backup-disk-too-small");
    EXPECT_TRUE(inside.files().empty());
}

TEST(FatDisk, HasTheRulesOfFat)
{
    MemoryDisk inside;
    FatDisk disk(inside, { .file_bytes_max = 10 });
    for (char const* name : { "a:b", "a?", "map./x", "a ", "caf\xc3\xa9", "a\\b", "" })
        EXPECT_FALSE(disk.write_durably(name, as_bytes("1"))) << name;
    ASSERT_TRUE(disk.write_durably("Map/Manifest", as_bytes("1")));
    EXPECT_TRUE(disk.exists("map/manifest"));
    EXPECT_FALSE(disk.write_durably("MAP/MANIFEST", as_bytes("2")));
    EXPECT_FALSE(disk.write_durably("lang", as_bytes("12345678901")));
    auto const file = disk.open_append("groeit", 0);
    ASSERT_TRUE(file);
    EXPECT_TRUE((*file)->append(as_bytes("1234567890")));
    EXPECT_FALSE((*file)->append(as_bytes("1")));
}

} // namespace
} // namespace zk::keep
