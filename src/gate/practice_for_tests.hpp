// practice_for_tests: a practice in a temporary folder, with a clock turned by hand.
// Used by the tests of gate/ and care/.
// Always: quick to open; its journal lies on a disk in memory that can be made to fail.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "crypto/system_random.hpp"
#include "gate/practice.hpp"
#include "testing/memory_disk.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

namespace zk::gate {

inline constexpr char const* k_passphrase_for_tests = "een wachtzin voor de proef";

class PracticeForTests {
public:
    explicit PracticeForTests(Mode mode = Mode::test)
    {
        EXPECT_TRUE(crypto::start());
        auto folder = keep::Folder::create(m_folder / "praktijk");
        EXPECT_TRUE(folder);
        auto created = Practice::create(
            std::move(*folder), ground(), k_passphrase_for_tests, { "De Linde", PracticeKind::tandarts, "", mode });
        EXPECT_TRUE(created) << created.error().code();
        m_practice = std::move(created->practice);
    }

    void open_again()
    {
        m_practice.reset();
        auto folder = keep::Folder::open(m_folder / "praktijk");
        ASSERT_TRUE(folder);
        auto opened = Practice::open(std::move(*folder), ground(), k_passphrase_for_tests);
        ASSERT_TRUE(opened) << opened.error().code();
        m_practice = std::move(*opened);
    }

    [[nodiscard]] Practice& operator*() { return *m_practice; }
    [[nodiscard]] Practice* operator->() { return m_practice.get(); }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] testing::MemoryDisk& disk() { return m_disk; }

    // Somebody of this role; `practitioner` when he treats.
    [[nodiscard]] Who somebody(Role role, std::string practitioner = "")
    {
        return { keep::LogActor::command_line, "root", AccountId::random(m_random), role, std::move(practitioner), {},
            "" };
    }
    [[nodiscard]] PatientId a_patient() { return PatientId::random(m_random); }

private:
    Practice::Ground ground() { return { m_disk, m_clock, m_random, "zorgkluis test" }; }

    testing::TempFolder m_folder;
    // 22 November 2026, 10:00 in Amsterdam.
    ManualClock m_clock { Instant { std::chrono::milliseconds { 1'795'338'000'000 } } };
    crypto::SystemRandom m_random;
    testing::MemoryDisk m_disk;
    std::unique_ptr<Practice> m_practice;
};

} // namespace zk::gate
