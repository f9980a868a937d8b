#include "keep/backup/backup.hpp"

#include "keep/backup/practice_for_tests.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace zk::keep {
namespace {

using testing::FolderDisk;
using testing::Left;
using testing::MemoryDisk;
using testing::Removed;
using testing::Then;
using testing::TroubledDisk;
using testing::Unsynced;

bool is_a_backup(Disk const& disk)
{
    return disk.exists("manifest");
}

// The log tells of every backup that was asked for.
std::vector<ReadLine> backup_lines(TestPractice& practice)
{
    return value_of(practice.log().lines_of(LogEvent::backed_up));
}

TEST_F(BackupTest, HoldsTheStoresTheJournalAndTheKeyringApart)
{
    auto const practice = create();
    practice->add_patient("Jansen");
    MemoryDisk disk;
    auto const report = practice->back_up(disk);
    ASSERT_TRUE(report) << report.error().code();
    auto const files = disk.files();
    for (char const* name :
        { "care.db", "identity.db", "money.db", "practice.db", "manifest", "journal/checkpoint", "journal/log.vkey",
            "journal/tile/0/000.p/1", "journal/tile/entries/000.p/1", "keyring/keyring.db", "keyring/manifest" })
        EXPECT_TRUE(files.contains(name)) << name;
    EXPECT_EQ(files.size(), 11U);
    EXPECT_EQ(report->files, 11U);
    EXPECT_EQ(report->journal_size, 1U);
    EXPECT_EQ(report->made, k_test_now);
    std::uint64_t bytes = 0;
    for (auto const& [name, content] : files)
        bytes += content.size();
    EXPECT_EQ(report->bytes, bytes);
    EXPECT_FALSE(std::filesystem::exists(practice->folder().copy()));
}

TEST_F(BackupTest, IsToldInTheLogWithTheDigestOfItsManifest)
{
    auto const practice = create();
    MemoryDisk disk;
    auto const report = value_of(practice->back_up(disk));
    auto const lines = backup_lines(*practice);
    ASSERT_EQ(lines.size(), 1U);
    Line const& line = lines.front().line;
    auto const digest = crypto::sha256(value_of(disk.read("manifest")));
    EXPECT_EQ(line.digest.get_or({}), to_bytes(digest));
    EXPECT_EQ(line.count.get_or(0), report.bytes);
    EXPECT_EQ(line.outcome.get_or(LogOutcome::major_failure), LogOutcome::success);
    EXPECT_EQ(line.system_user.get_or(""), "praktijk");
}

TEST_F(BackupTest, GoesIntoAnEmptyFolderOnly)
{
    auto const practice = create();
    MemoryDisk disk;
    disk.put("foto.jpg", as_bytes("1"));
    EXPECT_EQ(practice->back_up(disk).error().code(), "backup-folder-not-empty");
    EXPECT_EQ(disk.files().size(), 1U);
    EXPECT_TRUE(backup_lines(*practice).empty());
}

TEST_F(BackupTest, IsOfOneMomentWhileOthersWrite)
{
    auto const practice = create();
    std::vector<PatientId> patients;
    std::atomic<bool> done = false;
    std::jthread writer([&] {
        while (!done)
            patients.push_back(practice->add_patient("Jansen"));
    });
    std::vector<std::unique_ptr<MemoryDisk>> disks;
    for (int i = 0; i < 3; ++i) {
        disks.push_back(std::make_unique<MemoryDisk>());
        ASSERT_TRUE(practice->back_up(*disks.back()));
    }
    done = true;
    writer.join();
    ASSERT_FALSE(patients.empty());
    for (std::size_t i = 0; i < disks.size(); ++i) {
        std::string const name = "terug" + std::to_string(i);
        auto const report = restore_from(*disks[i], temp / name);
        ASSERT_TRUE(report) << report.error().code() << " " << report.error().place();
        EXPECT_EQ(report->rebased.slots, 0U);
        EXPECT_EQ(report->rebased.rows_without_key, 0U);
        EXPECT_EQ(report->lines_without_key, 0U);
        EXPECT_EQ(report->lines_lost, 0U);
        auto const restored = open(name);
        for (PatientId const& id : patients) {
            auto const records = value_of(restored->records_of(id));
            // Wholly there, or not yet.
            EXPECT_TRUE(records == (TestRecords { "Jansen", 1, 1, 1 }) || records == (TestRecords { "", 0, 0, 0 }));
            if (records.persons == 1) {
                EXPECT_EQ(value_of(restored->log().lines_of(id)).size(), 1U);
            }
        }
    }
}

TEST_F(BackupTest, SaysThatTheDiskIsFullAndLeavesNothingBehind)
{
    auto const practice = create();
    PatientId const patient = practice->add_patient("Jansen");
    std::uint64_t const needed = [&] {
        MemoryDisk disk;
        return value_of(practice->back_up(disk)).bytes;
    }();
    std::size_t failures = 0;
    for (std::uint64_t room = 0; room < needed; room += needed / 7) {
        MemoryDisk inside;
        TroubledDisk disk(inside);
        disk.leave_room(room);
        auto const made = practice->back_up(disk);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code(), "disk-full");
        EXPECT_TRUE(inside.files().empty());
        ++failures;
    }
    EXPECT_FALSE(std::filesystem::exists(practice->folder().copy()));
    auto const lines = backup_lines(*practice);
    ASSERT_EQ(lines.size(), failures + 1);
    EXPECT_EQ(lines.back().line.outcome.get_or(LogOutcome::success), LogOutcome::serious_failure);
    EXPECT_FALSE(lines.back().line.digest.get());
    // The practice goes on.
    practice->add_note(patient);
    MemoryDisk disk;
    EXPECT_TRUE(practice->back_up(disk));
}

TEST_F(BackupTest, ReadsBackEverythingBeforeItIsOne)
{
    auto const practice = create();
    practice->add_patient("Jansen");
    // The tile first: each failure adds a line to the log.
    for (std::string const name : { "journal/tile/entries/000.p/1", "care.db", "identity.db", "money.db", "practice.db",
             "keyring/keyring.db", "manifest", "keyring/manifest", "journal/checkpoint" }) {
        MemoryDisk inside;
        TroubledDisk disk(inside);
        disk.spoil(name);
        EXPECT_FALSE(practice->back_up(disk)) << name;
        EXPECT_TRUE(inside.files().empty()) << name;
    }
}

TEST_F(BackupTest, IsNoneWhenAStepFailsAndNothingOfItStaysIfItCanBeRemoved)
{
    auto const practice = create();
    practice->add_patient("Jansen");
    std::uint64_t const steps = [&] {
        MemoryDisk disk;
        EXPECT_TRUE(practice->back_up(disk));
        return disk.steps();
    }();
    for (std::uint64_t step = 0; step < steps; ++step) {
        MemoryDisk disk;
        disk.fail({ .step = step, .left = Left::half, .then = Then::works });
        EXPECT_FALSE(practice->back_up(disk)) << step;
        EXPECT_TRUE(disk.files().empty()) << step;

        MemoryDisk gone;
        gone.fail({ .step = step, .left = Left::everything, .then = Then::gone });
        EXPECT_FALSE(practice->back_up(gone)) << step;
        gone.power_cut(Unsynced::half, Removed::back);
        // Only what is whole may say that it is a backup: the very last step had been done.
        EXPECT_EQ(is_a_backup(gone), step == steps - 1) << step;
    }
}

TEST_F(BackupTest, KilledAtAnyStepIsNoBackupAndThePracticeGoesOn)
{
    PatientId const patient = create()->add_patient("Jansen");
    std::uint64_t const steps = [&] {
        MemoryDisk inside;
        TroubledDisk disk(inside);
        EXPECT_TRUE(open("praktijk")->back_up(disk));
        return disk.steps();
    }();
    for (std::uint64_t step = 0; step < steps; ++step) {
        auto const target = temp / ("kopie" + std::to_string(step));
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            FolderDisk inside(target);
            std::filesystem::create_directory(target);
            TroubledDisk disk(inside);
            disk.die_at(step);
            [[maybe_unused]] auto const made = open("praktijk")->back_up(disk);
            ::_exit(1);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << step;
        EXPECT_FALSE(is_a_backup(FolderDisk(target))) << step;
        auto const practice = open("praktijk");
        EXPECT_FALSE(std::filesystem::exists(practice->folder().copy())) << step;
        EXPECT_EQ(value_of(practice->records_of(patient)), (TestRecords { "Jansen", 1, 1, 1 })) << step;
    }
}

} // namespace
} // namespace zk::keep
