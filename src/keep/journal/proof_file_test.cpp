#include "keep/journal/proof_file.hpp"

#include "keep/journal/tree_for_tests.hpp"

namespace zk::keep {
namespace {

using testing::MemoryDisk;

class ProofFileTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        log = std::move(*TreeLog::create(disk, "journal", k_test_origin, test_signer(), k_small_limits));
        for (int i = 0; i < 300; ++i) {
            TextMaker maker("regel " + std::to_string(i));
            ASSERT_TRUE(log->append(maker));
        }
    }

    std::string proof_of(std::uint64_t index)
    {
        auto const proof = log->prove(index);
        auto const entry = log->entry(index);
        EXPECT_TRUE(proof && entry);
        return write_proof(index, *entry, *proof);
    }

    MemoryDisk disk;
    std::unique_ptr<TreeLog> log;
};

TEST_F(ProofFileTest, ProvesEachEntryWithTheKeyAlone)
{
    for (std::uint64_t const index : { 0U, 1U, 255U, 256U, 298U, 299U }) {
        auto const proven = check_proof(proof_of(index), test_key());
        ASSERT_TRUE(proven) << index << proven.error().code();
        EXPECT_EQ(proven->index, index);
        EXPECT_EQ(proven->head, log->head());
        EXPECT_EQ(proven->leaf, leaf_hash(as_bytes("regel " + std::to_string(index))));
    }
}

TEST_F(ProofFileTest, IsSpelledAsTheFormatSays)
{
    std::string const text = proof_of(299);
    // 300 entries: 299 is the last of 44 in the second tile, so its way has the sizes 1, 2, 8, 32 and 256 beside it.
    EXPECT_TRUE(text.starts_with("c2sp.org/tlog-proof@v1\nextra cmVnZWwgMjk5\nindex 299\n"));
    EXPECT_EQ(std::ranges::count(text.substr(0, text.find("\n\n")), '\n'), 2 + 5);
    EXPECT_TRUE(text.ends_with(log->checkpoint()));
}

TEST_F(ProofFileTest, NoByteOfItCanBeAnother)
{
    std::string const good = proof_of(7);
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        EXPECT_FALSE(check_proof(bad, test_key())) << at;
        EXPECT_FALSE(check_proof(good.substr(0, at), test_key())) << at;
    }
    EXPECT_FALSE(check_proof(good + "x", test_key()));
}

TEST_F(ProofFileTest, OfAnotherLogOrEntryIsNone)
{
    std::string const good = proof_of(7);
    EXPECT_FALSE(check_proof(good, test_key(8)));
    EXPECT_FALSE(check_proof(good, test_key(7, "zorgkluis.example/other")));
    std::string other = good;
    other.replace(other.find("index 7"), 7, "index 8");
    EXPECT_EQ(check_proof(other, test_key()).error().code(), "proof-of-another-log");
    std::string spelled = good;
    spelled.replace(spelled.find("index 7"), 7, "index 07");
    EXPECT_EQ(check_proof(spelled, test_key()).error().code(), "proof-unreadable");
}

} // namespace
} // namespace zk::keep
