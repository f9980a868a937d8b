// practice_on_disk_for_tests: a practice on the real disk in a temporary folder, and exports typed out in a test.
// Used by the tests of app/.
// Always: in test mode, so that its BSNs are those of the 9999-range; its clock is turned by hand.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/moving_in/apply.hpp"
#include "app/moving_in/staff.hpp"
#include "app/posix_disk.hpp"
#include "crypto/system_random.hpp"
#include "gate/practice.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

namespace zk::app {

using catalogue::Role;

class PracticeOnDisk {
public:
    explicit PracticeOnDisk(gate::Mode mode = gate::Mode::test)
    {
        EXPECT_TRUE(crypto::start());
        auto folder = keep::Folder::create(path());
        EXPECT_TRUE(folder);
        m_disk = std::move(*PosixDisk::open(path()));
        auto created = gate::Practice::create(std::move(*folder), ground(), k_passphrase,
            { .name = "Praktijk De Linde", .kind = gate::PracticeKind::tandarts, .mode = mode });
        EXPECT_TRUE(created) << created.error().code();
        m_practice = std::move(created->practice);
        open_accounts();
    }

    void open_again()
    {
        m_accounts.reset();
        m_practice.reset();
        auto folder = keep::Folder::open(path());
        ASSERT_TRUE(folder);
        auto opened = gate::Practice::open(std::move(*folder), ground(), k_passphrase);
        ASSERT_TRUE(opened) << opened.error().code();
        m_practice = std::move(*opened);
        open_accounts();
    }

    [[nodiscard]] gate::Practice& operator*() { return *m_practice; }
    [[nodiscard]] gate::Practice* operator->() { return m_practice.get(); }
    [[nodiscard]] gate::Accounts& accounts() { return *m_accounts; }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] std::filesystem::path path() const { return m_folder / "praktijk"; }

    [[nodiscard]] gate::Who somebody(Role role, std::string practitioner = "")
    {
        return { keep::LogActor::command_line, "root", AccountId::random(m_random), role, std::move(practitioner), {},
            "" };
    }

    // Takes an export in, as the command does.
    [[nodiscard]] Result<ImportReport> move_in(std::vector<RawFile> const& files)
    {
        ZK_TRY(SourceFolder const source, read_files(files, {}));
        gate::Who const owner = somebody(Role::praktijkhouder);
        ZK_TRY(ImportReport const report, apply(*m_practice, owner, source, [](std::uint64_t, std::uint64_t) { }));
        ZK_CHECK(take_staff(*m_practice, *m_accounts, owner, source, report.import));
        return report;
    }

private:
    static constexpr std::string_view k_passphrase = "een wachtzin voor de proef";

    gate::Practice::Ground ground() { return { *m_disk, m_clock, m_random, "zorgkluis test" }; }
    void open_accounts()
    {
        m_accounts = std::make_unique<gate::Accounts>(
            m_practice->vault(), m_clock, m_random, m_practice->login_cost(), "Praktijk De Linde");
    }

    testing::TempFolder m_folder;
    // 22 November 2026, 10:00 in Amsterdam.
    ManualClock m_clock { Instant { std::chrono::milliseconds { 1'795'338'000'000 } } };
    crypto::SystemRandom m_random;
    std::unique_ptr<PosixDisk> m_disk;
    std::unique_ptr<gate::Practice> m_practice;
    std::unique_ptr<gate::Accounts> m_accounts;
};

} // namespace zk::app
