#include "app/routes/browser_for_tests.hpp"
#include "keep/backup/backup_files.hpp"
#include "keep/backup/restore.hpp"
#include "testing/troubled_disk.hpp"

#include <thread>

namespace zk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

// A disk that owns what it stands on.
class FullDisk final : public Disk {
public:
    FullDisk(std::unique_ptr<Disk> inside, std::uint64_t room_bytes)
        : m_inside(std::move(inside))
        , m_disk(*m_inside)
    {
        m_disk.leave_room(room_bytes);
    }
    [[nodiscard]] Result<Bytes> read(std::string const& path) const override { return m_disk.read(path); }
    [[nodiscard]] bool exists(std::string const& path) const override { return m_disk.exists(path); }
    [[nodiscard]] Result<std::vector<DiskEntry>> list(std::string const& path) const override
    {
        return m_disk.list(path);
    }
    [[nodiscard]] Result<> write_durably(std::string const& path, ByteView bytes) override
    {
        return m_disk.write_durably(path, bytes);
    }
    [[nodiscard]] Result<std::unique_ptr<AppendFile>> open_append(
        std::string const& path, std::uint64_t size_bytes) override
    {
        return m_disk.open_append(path, size_bytes);
    }
    [[nodiscard]] Result<> remove(std::string const& path) override { return m_disk.remove(path); }

private:
    std::unique_ptr<Disk> m_inside;
    testing::TroubledDisk m_disk;
};

class BackupRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        practice.let_in("baas", Role::praktijkhouder);
        ASSERT_EQ(owner.log_in("baas").status, 200);
        std::filesystem::create_directory(place());
    }
    std::filesystem::path place() const { return m_temp / "kopie"; }

    void choose_place()
    {
        ASSERT_EQ(
            owner.send(http::Method::put, "/api/settings", { { "key", "backup.place" }, { "value", place().string() } })
                .status,
            200);
    }
    json until_done()
    {
        for (;;) {
            json state = body_of(owner.get("/api/backup"));
            if (state["runs"] == false)
                return state;
            std::this_thread::sleep_for(5ms);
        }
    }
    json back_up()
    {
        EXPECT_EQ(owner.post("/api/backup").status, 200);
        return until_done();
    }
    std::vector<std::string> folders() const
    {
        std::vector<std::string> out;
        for (auto const& entry : std::filesystem::directory_iterator(place()))
            out.push_back(entry.path().filename().string());
        std::ranges::sort(out);
        return out;
    }

    PracticeInTheBrowser practice;
    Browser owner { practice };

private:
    testing::TempFolder m_temp;
};

TEST_F(BackupRoutes, needs_a_place)
{
    json const none = body_of(owner.get("/api/backup"));
    EXPECT_EQ(none["place"], "");
    EXPECT_EQ(none["late"], true);
    EXPECT_FALSE(none.contains("made"));
    EXPECT_EQ(code_of(owner.post("/api/backup")), "backup-without-a-place");
}

TEST_F(BackupRoutes, one_that_is_made_verifies_and_comes_back)
{
    choose_place();
    json const made = back_up();
    ASSERT_TRUE(made.contains("made")) << made;
    EXPECT_EQ(made["made"]["verified"], true);
    EXPECT_EQ(made["made"]["by"], "baas");
    EXPECT_GT(made["made"]["bytes"], 10000);
    EXPECT_EQ(made["late"], false);
    EXPECT_EQ(made["place_there"], true);
    EXPECT_EQ(made["other_disk"], false);
    EXPECT_GT(made["free_bytes"], 0);
    ASSERT_EQ(folders().size(), 1U);
    EXPECT_TRUE(folders().front().starts_with("zorgkluis-2026-11-22-10"));

    crypto::SystemRandom random;
    auto target = keep::Folder::create_for_restore(place() / "terug");
    ASSERT_TRUE(target);
    auto const from = PosixDisk::open(place() / folders().back());
    auto const to = PosixDisk::open(place() / "terug");
    ASSERT_TRUE(from && to);
    auto const open = [&](std::filesystem::path const& file) {
        return keep::Keyring::open(file, "een wachtzin voor de proef", random);
    };
    auto const restored = keep::restore({ { **from, "" }, { **from, keep::k_keyring_folder } },
        { *target, **to, practice.practice.clock(), random, "zorgkluis test" }, open, {});
    EXPECT_TRUE(restored) << restored.error().code();

    // A day later it is late, and the day says so.
    practice.practice.clock().advance(26h);
    ASSERT_EQ(owner.log_in("baas").status, 200);
    EXPECT_EQ(body_of(owner.get("/api/backup"))["late"], true);
    json const tasks = body_of(owner.get("/api/today"))["tasks"];
    EXPECT_TRUE(std::ranges::any_of(tasks, [](json const& task) {
        return task["kind"] == "backup_late" && task["count"] == 26;
    })) << tasks;
}

TEST_F(BackupRoutes, a_full_disk_is_told_and_leaves_nothing)
{
    choose_place();
    practice.served().backups.use_disk([](std::filesystem::path const& path) -> Result<std::unique_ptr<Disk>> {
        ZK_TRY(auto disk, PosixDisk::open(path, WhenAbsent::make));
        return std::make_unique<FullDisk>(std::move(disk), 20'000);
    });
    json const failed = back_up();
    EXPECT_EQ(failed["error"]["code"], "disk-full");
    EXPECT_NE(failed["error"]["message"].get<std::string>().find("schijf is vol"), std::string::npos);
    EXPECT_EQ(failed["failed"]["verified"], false);
    EXPECT_FALSE(failed.contains("made"));
    EXPECT_TRUE(folders().empty());
    auto const lines = practice.practice->log().lines_of(keep::LogEvent::backed_up);
    ASSERT_EQ(lines->size(), 1U);
    EXPECT_EQ(lines->front().line.outcome.get(), keep::LogOutcome::serious_failure);
}

TEST_F(BackupRoutes, a_disk_that_is_not_there_is_no_folder_on_ours)
{
    choose_place();
    std::filesystem::remove(place());
    json const failed = back_up();
    EXPECT_EQ(failed["error"]["code"], "backup-place-missing");
    EXPECT_EQ(failed["place_there"], false);
    EXPECT_FALSE(std::filesystem::exists(place()));
}

TEST_F(BackupRoutes, each_day_at_its_hour_and_an_hour_after_a_failure)
{
    choose_place();
    BackupKeeper& backups = practice.served().backups;
    EXPECT_FALSE(backups.is_due()); // not by itself, as shipped
    auto const at_hour = [&](char const* hour) {
        return owner.send(http::Method::put, "/api/settings", { { "key", "backup.hour" }, { "value", hour } }).status;
    };
    // It is past 10:00.
    ASSERT_EQ(at_hour("12"), 200);
    EXPECT_FALSE(backups.is_due());
    ASSERT_EQ(at_hour("10"), 200);
    EXPECT_TRUE(backups.is_due());
    std::filesystem::remove(place());
    backups.begin_when_due();
    EXPECT_TRUE(until_done().contains("failed"));
    EXPECT_FALSE(backups.is_due());
    practice.practice.clock().advance(1h);
    ASSERT_EQ(owner.log_in("baas").status, 200);
    EXPECT_TRUE(backups.is_due());
    std::filesystem::create_directory(place());
    backups.begin_when_due();
    json const made = until_done();
    EXPECT_TRUE(made.contains("made"));
    EXPECT_FALSE(made.contains("failed"));
    // Nobody asked: the program did it.
    EXPECT_FALSE(made["made"].contains("by"));
    EXPECT_FALSE(backups.is_due());
    practice.practice.clock().advance(24h);
    EXPECT_TRUE(backups.is_due());
}

TEST(BackupFolders, old_ones_go_and_the_newest_stay)
{
    std::vector<std::string> const names { "zorgkluis-2026-11-28-1015", "zorgkluis-2026-10-29-1015",
        "zorgkluis-2026-10-28-1015", "zorgkluis-2026-09-01-1015", "zorgkluis-2026-11-27-1015", "vakantiefotos",
        "zorgkluis-2025-99-99-1015" };
    // Thirty days before the 28th is the 29th of October.
    EXPECT_EQ(backups_past_their_time(names, *Date::from(2026, 11, 28)),
        (std::vector<std::string> { "zorgkluis-2026-10-28-1015", "zorgkluis-2026-09-01-1015" }));
    std::vector<std::string> const few { "zorgkluis-2026-01-01-1015", "zorgkluis-2026-01-02-1015",
        "zorgkluis-2026-01-03-1015" };
    EXPECT_TRUE(backups_past_their_time(few, *Date::from(2026, 11, 28)).empty());
}

} // namespace

} // namespace zk::app
