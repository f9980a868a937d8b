#include "app/posix_disk.hpp"
#include "crypto/system_random.hpp"
#include "gate/practice.hpp"
#include "keep/backup/backup.hpp"
#include "keep/backup/restore.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace zk::app {
namespace {

constexpr std::string_view k_passphrase = "een lange wachtzin";

template<typename T>
T value_of(Result<T> result)
{
    EXPECT_TRUE(result) << result.error().code() << " " << result.error().place();
    return std::move(*result);
}

keep::LineDraft asked_by_test()
{
    keep::LineDraft out;
    out.actor = keep::LogActor::command_line;
    return out;
}

// A practice as people have it, on the real disk.
class BackupOnDisk : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(crypto::start());
        auto folder = value_of(keep::Folder::create(temp / "praktijk"));
        disk = value_of(PosixDisk::open(temp / "praktijk"));
        practice = value_of(gate::Practice::create(std::move(folder), ground(*disk), k_passphrase,
                                { .name = "Tandartspraktijk Test", .mode = gate::Mode::test }))
                       .practice;
    }

    gate::Practice::Ground ground(Disk& on) { return { on, clock, random, "zorgkluis test" }; }

    Result<keep::BackupReport> back_up(std::filesystem::path const& to)
    {
        ZK_TRY(auto const target, PosixDisk::open(to, WhenAbsent::make));
        return keep::back_up({ practice->folder(), *disk, practice->vault(), practice->log(), clock, "zorgkluis test" },
            *target, asked_by_test());
    }

    Result<keep::RestoreReport> restore(std::filesystem::path const& from, std::filesystem::path const& to)
    {
        ZK_TRY(keep::Folder folder, keep::Folder::create_for_restore(to));
        ZK_TRY(auto const source, PosixDisk::open(from));
        ZK_TRY(auto const target, PosixDisk::open(to));
        auto const open
            = [&](std::filesystem::path const& file) { return keep::Keyring::open(file, k_passphrase, random); };
        return keep::restore({ { *source, "" }, { *source, keep::k_keyring_folder } },
            { folder, *target, clock, random, "zorgkluis test" }, open, asked_by_test());
    }

    testing::TempFolder temp;
    ManualClock clock { Instant(std::chrono::sys_days(std::chrono::year(2026) / 8 / 3)) };
    crypto::SystemRandom random;
    std::unique_ptr<PosixDisk> disk;
    std::unique_ptr<gate::Practice> practice;
};

TEST_F(BackupOnDisk, APracticeComesBackAndOpens)
{
    auto const made = back_up(temp / "schijf/maandag");
    ASSERT_TRUE(made) << made.error().code() << " " << made.error().place();
    EXPECT_EQ(back_up(temp / "schijf/maandag").error().code(), "backup-folder-not-empty");
    practice.reset();

    auto const restored = restore(temp / "schijf/maandag", temp / "terug");
    ASSERT_TRUE(restored) << restored.error().code() << " " << restored.error().place();
    EXPECT_EQ(restored->rebased.rows_without_key, 0U);
    disk = value_of(PosixDisk::open(temp / "terug"));
    practice
        = value_of(gate::Practice::open(value_of(keep::Folder::open(temp / "terug")), ground(*disk), k_passphrase));
    EXPECT_EQ(practice->facts().name, "Tandartspraktijk Test");
    EXPECT_EQ(value_of(practice->log().lines_of(keep::LogEvent::restored)).size(), 1U);
    EXPECT_TRUE(practice->log().verify());
    EXPECT_TRUE(back_up(temp / "schijf/dinsdag"));
}

TEST_F(BackupOnDisk, LeavesNothingOnADiskThatIsFull)
{
    auto* const before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    // Even the smallest store is larger than that.
    rlimit const small { .rlim_cur = 2000, .rlim_max = limit.rlim_max };
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    auto const made = back_up(temp / "kopie");
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    std::signal(SIGXFSZ, before);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().fault(), Fault::storage);
    EXPECT_TRUE(std::filesystem::is_empty(temp / "kopie"));
    EXPECT_FALSE(std::filesystem::exists(practice->folder().copy()));
}

} // namespace
} // namespace zk::app
