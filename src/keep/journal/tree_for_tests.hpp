// tree_for_tests: small logs with readable entries, for the tests of this folder.
// Used by the tests of keep/journal only.
// Always: the same key and the same entries each time, so that what a test finds it finds again.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/require.hpp"
#include "keep/journal/tree_log.hpp"
#include "testing/memory_disk.hpp"

#include <gtest/gtest.h>

#include <ranges>

namespace zk::keep {

inline constexpr std::string_view k_test_origin = "zorgkluis.example/test";
inline constexpr TreeLimits k_small_limits { .tail_entries = 100, .tail_bytes = 10'000 };
inline constexpr TreeLimits k_no_limits { .tail_entries = 1'000'000, .tail_bytes = 1'000'000'000 };

inline crypto::Signer test_signer(std::uint8_t seed = 7)
{
    ZK_REQUIRE(crypto::start());
    crypto::Key key;
    std::ranges::fill(key.expose_to_write(), seed);
    return crypto::Signer::from_seed(key);
}

inline VerifierKey test_key(std::uint8_t seed = 7, std::string_view origin = k_test_origin)
{
    return *VerifierKey::make(origin, test_signer(seed).public_key());
}

class TextMaker final : public EntryMaker {
public:
    explicit TextMaker(std::string text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] Result<Bytes> make(std::uint64_t index) override
    {
        made_at.push_back(index);
        return to_bytes(as_bytes(m_text));
    }
    void placed(std::uint64_t index, Digest const& leaf) override
    {
        placed_at.push_back(index);
        leaf_placed = leaf;
    }

    std::vector<std::uint64_t> made_at;
    std::vector<std::uint64_t> placed_at;
    Digest leaf_placed {};

private:
    std::string m_text;
};

class FailingMaker final : public EntryMaker {
public:
    [[nodiscard]] Result<Bytes> make(std::uint64_t) override { return fail(Fault::refused, "test-no-entry"); }
    void placed(std::uint64_t, Digest const&) override { ADD_FAILURE() << "was never made"; }
};

inline std::string entry_text(std::uint64_t index)
{
    return "entry " + std::to_string(index);
}

inline Result<std::uint64_t> append_text(TreeLog& log, std::string text)
{
    TextMaker maker(std::move(text));
    return log.append(maker);
}

// Entries entry_text(first) and on, durable together.
inline Result<std::uint64_t> append_texts(TreeLog& log, std::uint64_t first, std::size_t count)
{
    std::deque<TextMaker> makers;
    std::vector<EntryMaker*> pointers;
    for (std::size_t i = 0; i < count; ++i)
        pointers.push_back(&makers.emplace_back(entry_text(first + i)));
    return log.append_all(pointers);
}

inline std::unique_ptr<TreeLog> created(Disk& disk, TreeLimits limits = {})
{
    auto log = TreeLog::create(disk, "journal", k_test_origin, test_signer(), limits);
    EXPECT_TRUE(log) << log.error().code();
    return std::move(*log);
}

inline Result<std::unique_ptr<TreeLog>> opened(Disk& disk, TreeLimits limits = {})
{
    return TreeLog::open(disk, "journal", k_test_origin, test_signer(), limits);
}

// "code at place", or "" when there is no error.
template<typename T>
std::string error_text(Result<T> const& result)
{
    return result ? std::string {} : std::string(result.error().code()) + " at " + result.error().place();
}

inline std::string hex_of(Digest const& digest)
{
    return to_hex(digest);
}

} // namespace zk::keep
