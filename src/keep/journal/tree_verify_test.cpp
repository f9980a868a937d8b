// Every byte of every file, one by one.
#include "keep/journal/tree_verify.hpp"

#include "keep/journal/checkpoint.hpp"
#include "keep/journal/tree_export.hpp"
#include "keep/journal/tree_for_tests.hpp"

#include <gtest/gtest.h>

namespace zk::keep {
namespace {

using testing::MemoryDisk;
using testing::Then;
using Files = std::map<std::string, Bytes>;

// 300 entries in tiles; with a tail 20 more, in three frames.
enum class TailFrames : std::uint8_t { none, three };

Files log_files(TailFrames frames)
{
    MemoryDisk disk;
    auto log = created(disk);
    EXPECT_TRUE(append_texts(*log, 0, 300) && log->close());
    if (frames == TailFrames::three) {
        log = std::move(*opened(disk));
        EXPECT_TRUE(append_texts(*log, 300, 10) && append_texts(*log, 310, 1) && append_texts(*log, 311, 9));
        disk.fail({ .step = disk.steps(), .then = Then::gone });
    }
    return disk.files();
}

void put_all(MemoryDisk& disk, Files const& files)
{
    for (auto const& [path, bytes] : files)
        disk.put(path, bytes);
}

std::string verify_text(MemoryDisk const& disk, TreeView const& view = {})
{
    auto const result = verify_tree(disk, "journal", test_key(), view);
    if (!result) {
        EXPECT_EQ(result.error().fault(), Fault::tampered);
    }
    return error_text(result);
}

// Tiles of hashes are many and alike: one byte in so many is enough of them.
std::size_t stride_of(std::string const& path)
{
    return path.find("/tile/0/") != std::string::npos ? 13 : 1;
}

class TreeVerify : public ::testing::TestWithParam<TailFrames> {
protected:
    TreeVerify() { put_all(m_disk, m_files); }

    Files m_files = log_files(GetParam());
    MemoryDisk m_disk;
};

TEST_P(TreeVerify, a_sound_log_verifies)
{
    auto const head = verify_tree(m_disk, "journal", test_key());
    ASSERT_TRUE(head) << error_text(head);
    EXPECT_EQ(head->size, GetParam() == TailFrames::three ? 320U : 300U);
}

TEST_P(TreeVerify, sees_every_changed_byte)
{
    for (auto const& [path, bytes] : m_files) {
        for (std::size_t i = 0; i < bytes.size(); i += stride_of(path)) {
            Bytes changed = bytes;
            changed[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
            m_disk.put(path, changed);
            std::string const finding = verify_text(m_disk);
            ASSERT_NE(finding, "") << path << " " << i;
            // One flipped bit is never taken for a crash.
            ASSERT_EQ(finding.find("unfinished"), std::string::npos) << path << " " << i;
        }
        m_disk.put(path, bytes);
    }
    EXPECT_EQ(verify_text(m_disk), "");
}

TEST_P(TreeVerify, opening_never_takes_a_changed_byte_for_a_crash)
{
    std::string const path = "journal/tail";
    Bytes const bytes = m_files.at(path);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        MemoryDisk disk;
        put_all(disk, m_files);
        Bytes changed = bytes;
        changed[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
        disk.put(path, changed);
        auto const log = opened(disk);
        ASSERT_FALSE(log) << i;
        ASSERT_EQ(log.error().fault(), Fault::tampered);
        ASSERT_EQ(disk.files().at(path), changed) << "refused, but changed something";
    }
}

TEST_P(TreeVerify, sees_every_cut)
{
    TreeHead const head = *verify_tree(m_disk, "journal", test_key());
    unsigned unseen = 0;
    for (auto const& [path, bytes] : m_files) {
        for (std::size_t size = 0; size < bytes.size(); size += stride_of(path)) {
            m_disk.put(path, ByteView(bytes).first(size));
            unseen += verify_text(m_disk).empty() ? 1U : 0U;
            // Whole frames cut off the end are an older log: who knows the newer head sees it.
            ASSERT_NE(verify_text(m_disk, { .known = head }), "") << path << " " << size;
        }
        m_disk.put(path, bytes);
    }
    EXPECT_EQ(unseen, GetParam() == TailFrames::three ? 3U : 0U);
}

TEST_P(TreeVerify, sees_every_byte_that_is_added)
{
    for (auto const& [path, bytes] : m_files) {
        for (char extra : { '\0', '\n', '\xff' }) {
            Bytes longer = bytes;
            longer.push_back(static_cast<std::uint8_t>(extra));
            m_disk.put(path, longer);
            ASSERT_NE(verify_text(m_disk), "") << path;
        }
        m_disk.put(path, bytes);
    }
}

TEST_P(TreeVerify, sees_every_file_that_is_gone)
{
    for (auto const& [path, bytes] : m_files) {
        m_disk.erase(path);
        ASSERT_NE(verify_text(m_disk), "") << path;
        m_disk.put(path, bytes);
    }
    EXPECT_EQ(verify_text(m_disk), "");
}

TEST_P(TreeVerify, sees_every_file_that_does_not_belong)
{
    for (std::string_view const name : {
             "journal/notes.txt",
             "journal/checkpoint.old",
             "journal/tail2",
             "journal/index/000",
             "journal/tile/notes.txt",
             "journal/tile/8/000",
             "journal/tile/00/000",
             "journal/tile/data/000",
             "journal/tile/0/002",
             "journal/tile/0/001.p/255",
             "journal/tile/0/000.bak",
             "journal/tile/0/0000",
             "journal/tile/0/x000/000",
             "journal/tile/0/000.p/01",
             "journal/tile/0/000.p/0",
             "journal/tile/0/000.p/256",
             "journal/tile/0/000.p/9/1",
             "journal/tile/1/001.p/1",
             "journal/tile/2/000.p/1",
             "journal/tile/entries/002.p/1",
             "journal/tile/entries/x001/000",
         }) {
        std::string const path(name);
        MemoryDisk disk;
        put_all(disk, m_files);
        disk.put(path, as_bytes("x"));
        ASSERT_EQ(verify_text(disk).substr(0, 18), "journal-extra-file") << path;
    }
}

TEST_P(TreeVerify, files_do_not_change_places)
{
    for (auto const& [path, bytes] : m_files) {
        for (auto const& [other, other_bytes] : m_files) {
            if (other <= path)
                continue;
            m_disk.put(path, other_bytes);
            m_disk.put(other, bytes);
            ASSERT_NE(verify_text(m_disk), "") << path << " " << other;
            m_disk.put(path, bytes);
            m_disk.put(other, other_bytes);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Tail, TreeVerify, ::testing::Values(TailFrames::none, TailFrames::three));

class TreeVerifyPlaces : public ::testing::Test {
protected:
    TreeVerifyPlaces() { put_all(m_disk, m_files); }

    void change(std::string const& path, std::size_t at)
    {
        Bytes bytes = m_files.at(path);
        bytes[at] ^= 1;
        m_disk.put(path, bytes);
    }

    Files m_files = log_files(TailFrames::three);
    MemoryDisk m_disk;
};

TEST_F(TreeVerifyPlaces, names_the_file_and_the_entry)
{
    struct Case {
        std::string path;
        std::size_t at;
        std::string finding;
    };
    // Entries 0 to 9 take 9 bytes each, of which two are the length.
    for (Case const& one : {
             Case { "journal/tile/entries/000", 3 * 9 + 2,
                 "journal-entry-and-hash-differ at journal/tile/entries/000 entry 3" },
             Case { "journal/tile/0/001.p/44", 32,
                 "journal-entry-and-hash-differ at journal/tile/entries/001.p/44 entry 257" },
             Case { "journal/tile/1/000.p/1", 0, "journal-tile-differs at journal/tile/1/000.p/1" },
             Case { "journal/log.vkey", 40, "journal-other-key at journal/log.vkey" },
             Case { "journal/checkpoint", 0, "note-bad-signature at journal/checkpoint" },
             Case { "journal/tail", 8, "journal-frame-out-of-order at journal/tail entry 301" },
             Case { "journal/tail", 60, "journal-frame-changed at journal/tail entry 300" },
         }) {
        change(one.path, one.at);
        EXPECT_EQ(verify_text(m_disk), one.finding);
        put_all(m_disk, m_files);
    }
    m_disk.erase("journal/tile/0/000");
    EXPECT_EQ(verify_text(m_disk), "journal-tile-missing at journal/tile/0/000");
    put_all(m_disk, m_files);
    m_disk.erase("journal/tail");
    EXPECT_EQ(verify_text(m_disk), "journal-file-missing at journal/tail");
}

TEST_F(TreeVerifyPlaces, an_entry_that_is_changed_together_with_its_hash_is_seen_by_the_root)
{
    Bytes bundle = m_files.at("journal/tile/entries/000");
    Bytes tile = m_files.at("journal/tile/0/000");
    bundle[2] = 'E';
    Digest const leaf = leaf_hash(as_bytes("Entry 0"));
    std::ranges::copy(leaf, tile.begin());
    m_disk.put("journal/tile/entries/000", bundle);
    m_disk.put("journal/tile/0/000", tile);
    EXPECT_EQ(verify_text(m_disk), "journal-other-root at journal/checkpoint");
    // And with all the hashes above it.
    std::vector<Digest> const leaves = *parse_hashes(tile, k_tile_width);
    m_disk.put("journal/tile/1/000.p/1", encode_hashes(std::vector { tile_root(leaves) }));
    EXPECT_EQ(verify_text(m_disk), "journal-other-root at journal/checkpoint");
}

TEST_F(TreeVerifyPlaces, a_checkpoint_signed_for_another_log_is_seen)
{
    VerifierKey const other = test_key(7, "other.example");
    m_disk.put("journal/checkpoint", as_bytes(sign_checkpoint({ .size = 300, .root = {} }, other, test_signer())));
    EXPECT_EQ(verify_text(m_disk), "note-malformed at journal/checkpoint");
    EXPECT_EQ(error_text(verify_tree(m_disk, "journal", other)), "journal-other-key at journal/log.vkey");
    EXPECT_EQ(error_text(verify_tree(m_disk, "nowhere", test_key())), "journal-absent at nowhere");
}

TEST_F(TreeVerifyPlaces, older_files_put_back_are_seen)
{
    MemoryDisk disk;
    auto log = created(disk);
    ASSERT_TRUE(append_texts(*log, 0, 100) && log->close());
    Files const old = disk.files();
    TreeHead const old_head = log->head();
    log = std::move(*opened(disk));
    ASSERT_TRUE(append_texts(*log, 100, 100) && log->close());
    TreeHead const head = log->head();
    Files const now = disk.files();
    for (std::string const path : { "journal/checkpoint", "journal/tail" }) {
        disk.put(path, old.at(path));
        EXPECT_NE(verify_text(disk), "") << path;
        EXPECT_FALSE(opened(disk)) << path;
        disk.put(path, now.at(path));
    }
    // A newer log contains the older head; the older one put back whole is seen by the newer head alone.
    EXPECT_EQ(verify_text(disk, { .known = old_head }), "");
    EXPECT_EQ(verify_text(disk, { .known = head }), "");
    EXPECT_EQ(verify_text(disk, { .known = TreeHead { .size = 100, .root = head.root } }),
        "journal-not-as-known at journal/checkpoint");
    MemoryDisk back;
    put_all(back, old);
    EXPECT_EQ(verify_text(back), "");
    EXPECT_EQ(verify_text(back, { .known = head }), "journal-shorter-than-known at journal/checkpoint");
}

TEST_F(TreeVerifyPlaces, what_a_crash_left_of_older_tiles_is_checked_too)
{
    Bytes const bundle = m_files.at("journal/tile/entries/001.p/44");
    Bytes const older = to_bytes(ByteView(bundle).first(std::size_t { 5 } * (2 + entry_text(256).size())));
    m_disk.put("journal/tile/entries/001.p/5", older);
    m_disk.put("journal/tile/0/000.p/2", ByteView(m_files.at("journal/tile/0/000")).first(64));
    EXPECT_EQ(verify_text(m_disk), "");
    Bytes changed = older;
    changed.back() ^= 1;
    m_disk.put("journal/tile/entries/001.p/5", changed);
    EXPECT_EQ(verify_text(m_disk), "journal-tile-differs at journal/tile/entries/001.p/5");
    // An export has no excuse for them.
    m_disk.put("journal/tile/entries/001.p/5", older);
    m_disk.erase("journal/tail");
    EXPECT_EQ(verify_text(m_disk, { .kind = FolderKind::exported }), "journal-extra-file at journal/tile/0/000.p");
}

TEST_F(TreeVerifyPlaces, what_is_larger_than_we_write_is_not_read)
{
    m_disk.put("journal/checkpoint", Bytes(k_note_bytes_max + 1));
    EXPECT_EQ(verify_text(m_disk), "journal-file-too-large at journal/checkpoint");
    put_all(m_disk, m_files);
    m_disk.put("journal/tile/0/000", Bytes(k_tile_bytes_max + 1));
    EXPECT_EQ(verify_text(m_disk), "journal-tile-bad-size at journal/tile/0/000");
}

TEST(TreeExport, is_plain_tiles_with_the_newest_checkpoint)
{
    MemoryDisk disk;
    put_all(disk, log_files(TailFrames::three));
    MemoryDisk out;
    auto const head = export_tree(disk, "journal", test_key(), out, "here/export");
    ASSERT_TRUE(head) << error_text(head);
    EXPECT_EQ(head->size, 320U);
    std::vector<std::string> names;
    for (auto const& [name, bytes] : out.files())
        names.push_back(name);
    EXPECT_EQ(names,
        (std::vector<std::string> { "here/export/checkpoint", "here/export/log.vkey", "here/export/tile/0/000",
            "here/export/tile/0/001.p/64", "here/export/tile/1/000.p/1", "here/export/tile/entries/000",
            "here/export/tile/entries/001.p/64" }));
    EXPECT_EQ(*open_checkpoint(as_text(out.files().at("here/export/checkpoint")), test_key()), *head);
    EXPECT_EQ(error_text(export_tree(disk, "journal", test_key(), out, "here/export")),
        "journal-export-folder-not-empty at here/export");
    // Into a disk's root as well.
    MemoryDisk root;
    EXPECT_TRUE(export_tree(disk, "journal", test_key(), root, ""));
    EXPECT_TRUE(root.exists("tile/0/000"));
}

TEST(TreeExport, of_a_log_that_does_not_verify_there_is_none)
{
    Files files = log_files(TailFrames::three);
    files.at("journal/tile/entries/000")[5] ^= 1;
    MemoryDisk disk;
    put_all(disk, files);
    MemoryDisk out;
    EXPECT_EQ(error_text(export_tree(disk, "journal", test_key(), out, "export")),
        "journal-entry-and-hash-differ at journal/tile/entries/000 entry 0");
    EXPECT_TRUE(out.files().empty());
}

TEST(TreeExport, an_empty_log_is_exported_too)
{
    MemoryDisk disk;
    auto const log = created(disk);
    MemoryDisk out;
    auto const head = log->export_to(out, "export");
    ASSERT_TRUE(head) << error_text(head);
    EXPECT_EQ(head->size, 0U);
    EXPECT_EQ(out.files().size(), 2U);
}

} // namespace
} // namespace zk::keep
