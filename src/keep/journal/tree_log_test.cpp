#include "keep/journal/tree_log.hpp"

#include "keep/journal/checkpoint.hpp"
#include "keep/journal/tree_for_tests.hpp"
#include "keep/journal/tree_verify.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace zk::keep {
namespace {

using testing::MemoryDisk;

std::vector<std::string> names_of(MemoryDisk const& disk)
{
    std::vector<std::string> out;
    for (auto const& [name, bytes] : disk.files())
        out.push_back(name);
    return out;
}

// Counts down in one thread's order, and sees that it is alone.
class CheckedMaker final : public EntryMaker {
public:
    CheckedMaker(std::atomic<int>& inside, std::uint64_t& next, std::string text)
        : m_inside(inside)
        , m_next(next)
        , m_text(std::move(text))
    {
    }
    [[nodiscard]] Result<Bytes> make(std::uint64_t index) override
    {
        EXPECT_EQ(m_inside.fetch_add(1), 0);
        EXPECT_EQ(index, m_next);
        return to_bytes(as_bytes(m_text));
    }
    void placed(std::uint64_t index, Digest const& leaf) override
    {
        EXPECT_EQ(leaf, leaf_hash(as_bytes(m_text)));
        m_next = index + 1;
        EXPECT_EQ(m_inside.fetch_sub(1), 1);
    }

private:
    std::atomic<int>& m_inside;
    std::uint64_t& m_next;
    std::string m_text;
};

TEST(TreeLog, a_new_log_is_empty_and_verifies)
{
    MemoryDisk disk;
    auto log = created(disk);
    EXPECT_EQ(log->head(), CompactRange().head());
    EXPECT_EQ(names_of(disk), (std::vector<std::string> { "journal/checkpoint", "journal/log.vkey", "journal/tail" }));
    EXPECT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
    EXPECT_EQ(error_text(TreeLog::create(disk, "journal", k_test_origin, test_signer())), "journal-exists at journal");
    EXPECT_EQ(error_text(TreeLog::create(disk, "other", "with space", test_signer())), "note-bad-key-name at ");
    EXPECT_EQ(error_text(TreeLog::open(disk, "other", k_test_origin, test_signer())), "journal-absent at other");
}

TEST(TreeLog, appends_and_reads_back)
{
    MemoryDisk disk;
    auto log = created(disk);
    TextMaker maker("hello");
    EXPECT_EQ(log->append(maker), 0U);
    EXPECT_EQ(append_texts(*log, 1, 10), 1U);
    EXPECT_EQ(maker.made_at, std::vector<std::uint64_t> { 0 });
    EXPECT_EQ(maker.placed_at, std::vector<std::uint64_t> { 0 });
    EXPECT_EQ(maker.leaf_placed, leaf_hash(as_bytes("hello")));
    EXPECT_EQ(log->head().size, 11U);
    EXPECT_EQ(*open_checkpoint(log->checkpoint(), test_key()), log->head());
    EXPECT_EQ(as_text(*log->entry(0)), "hello");
    EXPECT_EQ(as_text(*log->entry(10)), "entry 10");
    EXPECT_EQ(error_text(log->entry(11)), "journal-no-such-entry at ");
    EXPECT_EQ(error_text(log->entry(UINT64_MAX)), "journal-no-such-entry at ");
}

TEST(TreeLog, after_close_the_folder_is_plain_tiles_and_an_empty_tail)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 300));
    ASSERT_EQ(error_text(log->close()), "");
    EXPECT_EQ(names_of(disk),
        (std::vector<std::string> { "journal/checkpoint", "journal/log.vkey", "journal/tail", "journal/tile/0/000",
            "journal/tile/0/001.p/44", "journal/tile/1/000.p/1", "journal/tile/entries/000",
            "journal/tile/entries/001.p/44" }));
    EXPECT_EQ(as_text(disk.files().at("journal/checkpoint")), log->checkpoint());
    EXPECT_EQ(disk.files().at("journal/tail"), tail_header(300));
    EXPECT_EQ(as_text(disk.files().at("journal/log.vkey")), test_key().text() + "\n");
    // Reading goes on, writing does not.
    EXPECT_EQ(as_text(*log->entry(299)), "entry 299");
    EXPECT_EQ(error_text(append_text(*log, "late")), "journal-closed at ");
    EXPECT_EQ(error_text(log->close()), "");
    EXPECT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
}

TEST(TreeLog, goes_on_after_each_close)
{
    MemoryDisk disk;
    created(disk).reset();
    CompactRange range;
    std::uint64_t next = 0;
    for (std::size_t count : { 1U, 2U, 250U, 2U, 1U, 1U, 255U, 256U, 257U, 0U, 700U }) {
        auto log = opened(disk);
        ASSERT_TRUE(log) << error_text(log);
        EXPECT_EQ((*log)->report().entries_from_tail, 0U);
        if (count > 0) {
            ASSERT_EQ(append_texts(**log, next, count), next);
        }
        for (std::size_t i = 0; i < count; ++i)
            range.add(leaf_hash(as_bytes(entry_text(next++))));
        EXPECT_EQ((*log)->head(), range.head());
        ASSERT_TRUE((*log)->close());
        auto const verified = verify_tree(disk, "journal", test_key());
        ASSERT_TRUE(verified) << error_text(verified);
        EXPECT_EQ(*verified, range.head());
    }
    // No partial tile of an earlier close is left.
    for (std::string const& name : names_of(disk)) {
        auto const tile = parse_tile_path(name.substr(std::string_view("journal/").size()));
        if (tile) {
            EXPECT_EQ(*tile, tile_at(tile->kind, tile->level, tile->index, next)) << name;
        }
    }
}

TEST(TreeLog, lays_out_when_the_tail_is_full)
{
    MemoryDisk disk;
    auto log = created(disk, k_small_limits);
    for (std::uint64_t i = 0; i < 1000; ++i)
        ASSERT_EQ(append_text(*log, entry_text(i)), i);
    EXPECT_TRUE(disk.exists("journal/tile/entries/002"));
    EXPECT_LT(disk.files().at("journal/tail").size(), 100'000U);
    std::uint64_t next = 0;
    ASSERT_TRUE(log->for_each(0, 1000, [&](std::uint64_t index, ByteView entry, Digest const& leaf) -> Result<> {
        EXPECT_EQ(index, next++);
        EXPECT_EQ(as_text(entry), entry_text(index));
        EXPECT_EQ(leaf, leaf_hash(entry));
        return {};
    }));
    EXPECT_EQ(next, 1000U);
    EXPECT_EQ(error_text(log->verify()), "");
    EXPECT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
}

TEST(TreeLog, lays_out_when_the_tail_is_large)
{
    MemoryDisk disk;
    auto log = created(disk, k_small_limits);
    ASSERT_TRUE(append_text(*log, std::string(9'000, 'x')));
    EXPECT_FALSE(disk.exists("journal/tile"));
    ASSERT_TRUE(append_text(*log, std::string(9'000, 'x')));
    EXPECT_TRUE(disk.exists("journal/tile/entries/000.p/2"));
}

TEST(TreeLog, for_each_stops_at_an_error_and_knows_its_bounds)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 10));
    std::uint64_t seen = 0;
    auto const stop_at_five = [&](std::uint64_t index, ByteView, Digest const&) -> Result<> {
        ++seen;
        if (index == 5)
            return fail(Fault::refused, "test-stop");
        return {};
    };
    EXPECT_EQ(error_text(log->for_each(2, 10, stop_at_five)), "test-stop at ");
    EXPECT_EQ(seen, 4U);
    EXPECT_EQ(error_text(log->for_each(3, 3, stop_at_five)), "");
    EXPECT_EQ(error_text(log->for_each(3, 11, stop_at_five)), "journal-no-such-entry at ");
    EXPECT_EQ(error_text(log->for_each(4, 3, stop_at_five)), "journal-no-such-entry at ");
    EXPECT_EQ(seen, 4U);
}

TEST(TreeLog, a_visitor_may_append)
{
    MemoryDisk disk;
    auto log = created(disk, k_small_limits);
    ASSERT_TRUE(append_texts(*log, 0, 90));
    ASSERT_TRUE(log->for_each(0, 90, [&](std::uint64_t, ByteView, Digest const&) -> Result<> {
        ZK_CHECK(append_text(*log, "seen"));
        return {};
    }));
    EXPECT_EQ(log->head().size, 180U);
}

TEST(TreeLog, an_entry_that_cannot_be_made_concerns_its_caller_alone)
{
    MemoryDisk disk;
    auto log = created(disk);
    FailingMaker failing;
    EXPECT_EQ(error_text(log->append(failing)), "test-no-entry at ");
    EXPECT_EQ(log->head().size, 0U);
    EXPECT_EQ(append_text(*log, "next"), 0U);
    EXPECT_EQ(error_text(append_text(*log, std::string(k_entry_bytes_max + 1, 'x'))), "journal-entry-too-long at ");
    EXPECT_EQ(append_text(*log, std::string(k_entry_bytes_max, 'x')), 1U);
    // What was placed before it stays.
    TextMaker one("one");
    TextMaker three("three");
    std::vector<EntryMaker*> const makers { &one, &failing, &three };
    EXPECT_EQ(error_text(log->append_all(makers)), "test-no-entry at ");
    EXPECT_EQ(log->head().size, 3U);
    EXPECT_EQ(as_text(*log->entry(2)), "one");
    EXPECT_TRUE(three.made_at.empty());
    EXPECT_EQ(error_text(log->append_all({})), "journal-bad-group-size at ");
    EXPECT_EQ(error_text(append_texts(*log, 0, k_group_entries_max + 1)), "journal-bad-group-size at ");
    EXPECT_EQ(append_texts(*log, 0, k_group_entries_max), 3U);
    EXPECT_EQ(error_text(log->verify()), "");
}

TEST(TreeLog, other_keys_and_origins_do_not_open_it)
{
    MemoryDisk disk;
    created(disk).reset();
    EXPECT_EQ(error_text(TreeLog::open(disk, "journal", k_test_origin, test_signer(8))),
        "journal-other-key at journal/log.vkey");
    EXPECT_EQ(error_text(TreeLog::open(disk, "journal", "other.example", test_signer())),
        "journal-other-key at journal/log.vkey");
}

TEST(TreeLog, proves_entries)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 700));
    for (std::uint64_t index : { 0U, 255U, 256U, 699U }) {
        auto const proof = log->prove(index);
        ASSERT_TRUE(proof) << error_text(proof);
        EXPECT_EQ(proof->leaf, leaf_hash(as_bytes(entry_text(index))));
        EXPECT_EQ(*open_checkpoint(proof->checkpoint, test_key()), proof->head);
        EXPECT_TRUE(verify_inclusion(proof->leaf, index, proof->head, proof->hashes));
    }
    EXPECT_EQ(error_text(log->prove(700)), "journal-no-such-entry at ");
    ASSERT_TRUE(log->close());
    EXPECT_TRUE(log->prove(1));
}

TEST(TreeLog, tiles_prove_that_an_older_head_is_their_beginning)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 300));
    TreeHead const old = log->head();
    ASSERT_TRUE(append_texts(*log, 300, 300));
    ASSERT_TRUE(log->close());
    auto const proof = consistency_proof(300, 600, node_reader(disk, "journal", 600));
    ASSERT_TRUE(proof);
    EXPECT_TRUE(verify_consistency(old, log->head(), *proof));
}

TEST(TreeLog, many_threads_append_while_others_read_verify_and_export)
{
    constexpr int k_threads = 8;
    constexpr int k_each = 150;
    MemoryDisk disk;
    auto log = created(disk, k_small_limits);
    std::atomic<int> inside = 0;
    std::uint64_t next = 0;
    std::vector<std::map<std::uint64_t, std::string>> appended(k_threads);
    std::atomic<bool> done = false;
    {
        std::jthread const reader([&] {
            for (int i = 0; !done; ++i) {
                std::uint64_t const size = log->head().size;
                ASSERT_EQ(error_text(log->for_each(0, size, [](auto, auto, auto const&) { return Result<> {}; })), "");
                ASSERT_EQ(error_text(log->verify()), "");
                if (i % 4 == 0) {
                    MemoryDisk copy;
                    ASSERT_EQ(error_text(log->export_to(copy, "copy")), "");
                }
            }
        });
        std::vector<std::jthread> writers;
        std::atomic<int> writing = k_threads;
        for (int thread = 0; thread < k_threads; ++thread) {
            writers.emplace_back([&, thread] {
                for (int i = 0; i < k_each; ++i) {
                    std::string const text = std::to_string(thread) + "/" + std::to_string(i);
                    CheckedMaker maker(inside, next, text);
                    auto const index = log->append(maker);
                    ASSERT_TRUE(index) << error_text(index);
                    ASSERT_GT(log->head().size, *index);
                    appended[static_cast<std::size_t>(thread)][*index] = text;
                }
                if (--writing == 0)
                    done = true;
            });
        }
    }
    std::map<std::uint64_t, std::string> all;
    for (auto const& some : appended)
        all.insert(some.begin(), some.end());
    ASSERT_EQ(all.size(), std::size_t { k_threads * k_each });
    ASSERT_EQ(log->head().size, all.size());
    for (auto const& [index, text] : all)
        ASSERT_EQ(as_text(*log->entry(index)), text);
    ASSERT_TRUE(log->close());
    EXPECT_EQ(error_text(verify_tree(disk, "journal", test_key())), "");
}

TEST(TreeLog, callers_share_a_sync)
{
    constexpr int k_threads = 32;
    constexpr int k_each = 20;
    MemoryDisk disk;
    auto log = created(disk, k_no_limits);
    disk.sync_takes(std::chrono::microseconds(500));
    std::uint64_t const before = disk.steps();
    {
        std::vector<std::jthread> writers;
        for (int thread = 0; thread < k_threads; ++thread) {
            writers.emplace_back([&] {
                for (int i = 0; i < k_each; ++i)
                    ASSERT_TRUE(append_text(*log, "x"));
            });
        }
    }
    // Two steps a commit, append and sync.
    EXPECT_LT((disk.steps() - before) / 2, std::uint64_t { k_threads * k_each / 4 });
    EXPECT_EQ(log->head().size, std::uint64_t { k_threads * k_each });
}

} // namespace
} // namespace zk::keep
