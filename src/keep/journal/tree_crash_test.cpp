// The log on a disk that fails at each of its steps in turn, and then loses its power.
#include "keep/journal/tree_for_tests.hpp"
#include "keep/journal/tree_verify.hpp"

#include <gtest/gtest.h>

#include <map>
#include <thread>

namespace zk::keep {
namespace {

using testing::Left;
using testing::MemoryDisk;
using testing::Removed;
using testing::Then;
using testing::Unsynced;

// Laid out every 20 entries, beginning a little before the first full tile.
constexpr TreeLimits k_limits { .tail_entries = 20, .tail_bytes = 10'000, .ahead_entries = 1 };
constexpr std::uint64_t k_entries_before = 230;

using Acknowledged = std::map<std::uint64_t, std::string>;

// A log that was closed in good order, made once.
void begin(MemoryDisk& disk, Acknowledged& acknowledged)
{
    static auto const files = [] {
        MemoryDisk made;
        auto log = created(made);
        EXPECT_TRUE(append_texts(*log, 0, k_entries_before) && log->close());
        return made.files();
    }();
    for (auto const& [path, bytes] : files)
        disk.put(path, bytes);
    for (std::uint64_t i = 0; i < k_entries_before; ++i)
        acknowledged[i] = entry_text(i);
}

// Two sessions; stops at the first error, as a program would.
void use(MemoryDisk& disk, Acknowledged& acknowledged)
{
    for (std::size_t session = 0; session < 2; ++session) {
        auto const log = opened(disk, k_limits);
        if (!log)
            return;
        for (std::size_t count : { 1U, 22U, 3U }) {
            std::uint64_t next = acknowledged.size();
            auto const first = append_texts(**log, next, count);
            if (!first)
                return;
            ASSERT_EQ(*first, next);
            for (; count > 0; --count, ++next)
                acknowledged[next] = entry_text(next);
        }
        if (!(*log)->close())
            return;
    }
}

// Others may be there too: a commit that failed may have been written.
void expect_all_there(TreeLog const& log, Acknowledged const& acknowledged)
{
    std::size_t found = 0;
    auto const visit = [&](std::uint64_t index, ByteView entry, Digest const&) -> Result<> {
        auto const one = acknowledged.find(index);
        found += one != acknowledged.end() && as_text(entry) == one->second ? 1U : 0U;
        return {};
    };
    ASSERT_EQ(error_text(log.for_each(0, log.head().size, visit)), "");
    ASSERT_EQ(found, acknowledged.size());
}

void expect_sound_after_crash(MemoryDisk& disk, Acknowledged const& acknowledged)
{
    // Nobody has repaired anything: what verifies here is what the crash left.
    auto const crashed = verify_tree(disk, "journal", test_key());
    std::string const finding = error_text(crashed);
    ASSERT_TRUE(finding.empty() || finding == "journal-tail-unfinished at journal/tail") << finding;
    {
        auto const log = opened(disk, k_limits);
        ASSERT_TRUE(log) << error_text(log);
        ASSERT_EQ((*log)->report().torn_bytes_dropped > 0, !finding.empty());
        expect_all_there(**log, acknowledged);
        ASSERT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
        ASSERT_TRUE(append_texts(**log, 0, 30));
        ASSERT_EQ(error_text((*log)->verify()), "");
        ASSERT_EQ(error_text((*log)->close()), "");
    }
    ASSERT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
}

std::uint64_t steps_of_use()
{
    MemoryDisk disk;
    Acknowledged acknowledged;
    begin(disk, acknowledged);
    use(disk, acknowledged);
    EXPECT_EQ(acknowledged.size(), k_entries_before + 52);
    return disk.steps();
}

struct Case {
    Left left;
    Then then;
};

class TreeCrash : public ::testing::TestWithParam<Case> { };
class TreeFault : public ::testing::TestWithParam<Left> { };

TEST_P(TreeCrash, then_the_power_is_cut)
{
    std::uint64_t const steps = steps_of_use();
    for (std::uint64_t step = 0; step < steps; ++step) {
        for (Unsynced unsynced : { Unsynced::lost, Unsynced::half, Unsynced::kept, Unsynced::zeros }) {
            for (Removed removed : { Removed::gone, Removed::back }) {
                SCOPED_TRACE("step " + std::to_string(step) + ", unsynced " + std::to_string(static_cast<int>(unsynced))
                    + ", removed " + std::to_string(static_cast<int>(removed)));
                MemoryDisk disk;
                disk.fail({ .step = step, .left = GetParam().left, .then = GetParam().then });
                Acknowledged acknowledged;
                begin(disk, acknowledged);
                use(disk, acknowledged);
                disk.power_cut(unsynced, removed);
                expect_sound_after_crash(disk, acknowledged);
                if (HasFailure())
                    return;
            }
        }
    }
}

// The program goes on, or starts again, on a disk that works again: what it reads may never have reached the disk.
TEST_P(TreeFault, is_opened_again_and_only_then_loses_its_power)
{
    std::uint64_t const steps = steps_of_use();
    for (std::uint64_t step = 0; step < steps; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        MemoryDisk disk;
        disk.fail({ .step = step, .left = GetParam() });
        Acknowledged acknowledged;
        begin(disk, acknowledged);
        use(disk, acknowledged);
        {
            auto const log = opened(disk, k_limits);
            ASSERT_TRUE(log) << error_text(log);
            expect_all_there(**log, acknowledged);
            std::uint64_t const first = (*log)->head().size;
            ASSERT_EQ(append_texts(**log, 0, 5), first);
            for (std::uint64_t i = 0; i < 5; ++i)
                acknowledged[first + i] = entry_text(i);
            disk.fail({ .step = disk.steps(), .then = Then::gone });
        }
        disk.power_cut(Unsynced::lost, Removed::back);
        auto const log = opened(disk, k_limits);
        ASSERT_TRUE(log) << error_text(log);
        expect_all_there(**log, acknowledged);
        ASSERT_EQ(error_text((*log)->verify()), "");
    }
}

INSTANTIATE_TEST_SUITE_P(Disk, TreeFault, ::testing::Values(Left::nothing, Left::everything, Left::half));
INSTANTIATE_TEST_SUITE_P(Disk, TreeCrash,
    ::testing::Values(Case { Left::nothing, Then::works }, Case { Left::everything, Then::works },
        Case { Left::half, Then::works }, Case { Left::nothing, Then::gone }, Case { Left::everything, Then::gone },
        Case { Left::half, Then::gone }));

// Opening repairs in steps too; it may crash at each of them, and again at the next attempt.
TEST(TreeCrashAtOpen, opening_again_goes_on)
{
    for (Left left : { Left::nothing, Left::everything }) {
        for (std::uint64_t step = 0; step < 16; ++step) {
            SCOPED_TRACE("step " + std::to_string(step));
            MemoryDisk disk;
            Acknowledged acknowledged;
            {
                begin(disk, acknowledged);
                auto const log = std::move(*opened(disk, k_no_limits));
                ASSERT_TRUE(append_texts(*log, k_entries_before, 300));
                disk.fail({ .step = disk.steps(), .then = Then::gone });
            }
            for (std::uint64_t i = k_entries_before; i < k_entries_before + 300; ++i)
                acknowledged[i] = entry_text(i);
            for (std::uint64_t attempt = 0; attempt < 3; ++attempt) {
                disk.power_cut(Unsynced::lost, Removed::back);
                ASSERT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
                disk.fail({ .step = disk.steps() + step + attempt, .left = left, .then = Then::gone });
                static_cast<void>(opened(disk, k_no_limits));
            }
            disk.power_cut(Unsynced::lost, Removed::gone);
            expect_sound_after_crash(disk, acknowledged);
            if (HasFailure())
                return;
        }
    }
}

TEST(TreeCrashInCommit, nobody_of_the_batch_is_told_that_it_is_durable)
{
    for (Left left : { Left::nothing, Left::everything, Left::half }) {
        for (std::uint64_t step : { 0U, 1U }) {
            MemoryDisk disk;
            auto log = created(disk);
            ASSERT_TRUE(append_text(*log, "before"));
            TreeHead const before = log->head();
            disk.fail({ .step = disk.steps() + step, .left = left });
            EXPECT_EQ(error_text(append_text(*log, "lost")), "test-disk-failed at ");
            EXPECT_EQ(log->head(), before);
            // The disk works again, but nobody knows what is on it.
            EXPECT_EQ(error_text(append_text(*log, "next")), "journal-stopped at ");
            EXPECT_EQ(error_text(log->close()), "journal-stopped at ");
            EXPECT_EQ(error_text(log->prove(0)), "journal-stopped at ");
            EXPECT_EQ(as_text(*log->entry(0)), "before");
            EXPECT_EQ(error_text(log->verify()), "");
            std::uint64_t const steps = disk.steps();
            log.reset();
            EXPECT_EQ(disk.steps(), steps);
        }
    }
}

TEST(TreeCrashInCommit, all_waiting_callers_hear_of_it)
{
    constexpr int k_threads = 16;
    MemoryDisk disk;
    auto log = created(disk);
    disk.sync_takes(std::chrono::milliseconds(1));
    disk.fail({ .step = disk.steps() + 9, .then = Then::gone });
    std::array<std::uint64_t, k_threads> counts {};
    {
        std::vector<std::jthread> writers;
        for (std::size_t thread = 0; thread < k_threads; ++thread) {
            writers.emplace_back([&, thread] {
                while (append_text(*log, "x"))
                    ++counts[thread];
            });
        }
    }
    std::uint64_t acknowledged = 0;
    for (std::uint64_t count : counts)
        acknowledged += count;
    EXPECT_EQ(log->head().size, acknowledged);
    log.reset();
    disk.power_cut(Unsynced::lost, Removed::gone);
    EXPECT_EQ((*opened(disk))->head().size, acknowledged);
}

TEST(TreeCrashInLayOut, what_was_durable_before_is_acknowledged)
{
    MemoryDisk disk;
    auto log = created(disk, k_small_limits);
    // Frame, sync, and then the first tile fails.
    disk.fail({ .step = disk.steps() + 2 });
    EXPECT_EQ(append_texts(*log, 0, 120), 0U);
    EXPECT_EQ(log->head().size, 120U);
    EXPECT_EQ(error_text(append_text(*log, "next")), "journal-stopped at ");
    EXPECT_EQ(as_text(*log->entry(119)), "entry 119");
    EXPECT_EQ(error_text(log->verify()), "");
    log.reset();
    auto const again = opened(disk, k_small_limits);
    ASSERT_TRUE(again);
    EXPECT_EQ((*again)->report().entries_from_tail, 120U);
    EXPECT_EQ((*again)->head().size, 120U);
}

// One writes tiles ahead, and fails, while another waits to lay out: the disk works again by then.
TEST(TreeCrashAhead, who_lays_out_after_it_stops_too)
{
    constexpr TreeLimits k_ahead { .tail_entries = 1'000'000, .tail_bytes = 1'000'000'000, .ahead_entries = 1 };
    for (std::uint64_t step = 0; step < 8; ++step) {
        SCOPED_TRACE("step " + std::to_string(step));
        MemoryDisk disk;
        auto log = created(disk, k_ahead);
        ASSERT_EQ(append_texts(*log, 0, 255), 0U);
        disk.sync_takes(std::chrono::milliseconds(2));
        // The frame and its sync, and then the tiles.
        disk.fail({ .step = disk.steps() + 2 + step });
        std::uint64_t told = 255;
        {
            std::jthread const writer([&] { told += append_texts(*log, 255, 300) ? 300U : 0U; });
            // Waits for the tiles that the other writes.
            while (log->head().size == 255)
                std::this_thread::yield();
            [[maybe_unused]] auto const closed = log->close();
        }
        log.reset();
        disk.sync_takes({});
        auto const again = opened(disk, k_ahead);
        ASSERT_TRUE(again) << error_text(again);
        EXPECT_GE((*again)->head().size, told);
        EXPECT_EQ(error_text((*again)->verify()), "");
    }
}

TEST(TreeCrashInCommit, a_torn_commit_is_dropped_and_told)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_text(*log, "kept"));
    disk.fail({ .step = disk.steps(), .left = Left::half, .then = Then::gone });
    ASSERT_FALSE(append_text(*log, "torn"));
    log.reset();
    disk.power_cut(Unsynced::kept, Removed::gone);
    EXPECT_EQ(error_text(verify_tree(disk, "journal", test_key())), "journal-tail-unfinished at journal/tail");
    auto const again = opened(disk);
    ASSERT_TRUE(again);
    EXPECT_GT((*again)->report().torn_bytes_dropped, 100U);
    EXPECT_EQ((*again)->report().entries_from_tail, 1U);
    EXPECT_EQ((*again)->head().size, 1U);
    EXPECT_EQ(append_text(**again, "next"), 1U);
}

} // namespace
} // namespace zk::keep
