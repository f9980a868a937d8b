#include "keep/backup/manifest.hpp"

#include "testing/seeded_random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::keep {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    auto const at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

Digest digest_of(std::uint8_t byte)
{
    Digest out {};
    out.fill(byte);
    return out;
}

Manifest stores_manifest()
{
    PracticeId::Raw practice {};
    practice.fill(0xab);
    return { .part = BackupPart::stores,
        .practice = PracticeId::from_raw(practice),
        .made = Instant(std::chrono::milliseconds(1'785'738'600'250)),
        .program = "zorgkluis 0.1.0",
        .journal = { .size = 1200, .root = digest_of(0) },
        .files = { { "care.db", 4096, digest_of(1) }, { "identity.db", 8192, digest_of(2) },
            { "money.db", 0, digest_of(3) }, { "practice.db", 5'000'000'000, digest_of(4) } } };
}

// As docs/formats/backup.md shows it.
constexpr std::string_view k_stores_text
    = "zorgkluis-backup/1\n"
      "practice abababababababababababababababab\n"
      "made 2026-08-03T06:30:00.250Z\n"
      "program zorgkluis 0.1.0\n"
      "journal 1200 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      "0101010101010101010101010101010101010101010101010101010101010101 4096 care.db\n"
      "0202020202020202020202020202020202020202020202020202020202020202 8192 identity.db\n"
      "0303030303030303030303030303030303030303030303030303030303030303 0 money.db\n"
      "0404040404040404040404040404040404040404040404040404040404040404 5000000000 "
      "practice.db\n";

crypto::Signer signer()
{
    EXPECT_TRUE(crypto::start());
    testing::SeededRandom random;
    return crypto::Signer::from_seed(crypto::Key::random(random));
}

TEST(Manifest, IsWrittenAndReadAsTheFormatSays)
{
    EXPECT_EQ(text_of(stores_manifest()), k_stores_text);
    auto const parsed = parse_manifest(k_stores_text);
    ASSERT_TRUE(parsed);
    EXPECT_EQ(*parsed, stores_manifest());
}

TEST(Manifest, OfTheKeyringHasItsOwnFirstLineAndFile)
{
    Manifest keyring = stores_manifest();
    keyring.part = BackupPart::keyring;
    keyring.files = { { "keyring.db", 12, digest_of(5) } };
    std::string const text = text_of(keyring);
    EXPECT_TRUE(text.starts_with("zorgkluis-backup-keyring/1\n"));
    EXPECT_EQ(parse_manifest(text), keyring);
    // A manifest of one part never stands for the other.
    EXPECT_FALSE(parse_manifest(replaced(text, "zorgkluis-backup-keyring/1", "zorgkluis-backup/1")));
}

TEST(Manifest, HasOneSpelling)
{
    std::string const text(k_stores_text);
    for (std::string const& other : {
             std::string(),
             text + "\n",
             text + text,
             text.substr(0, text.size() - 1),
             replaced(text, "practice ab", "practice AB"),
             replaced(text, "practice ", "practice  "),
             replaced(text, "06:30", "24:30"),
             replaced(text, "06:30", "06:60"),
             replaced(text, ".250Z", "Z"),
             replaced(text, "2026-08-03", "2026-02-30"),
             replaced(text, "program zorgkluis 0.1.0", "program "),
             replaced(text, "zorgkluis 0.1.0", "zorgkluis\t0.1.0"),
             replaced(text, "journal 1200", "journal 01200"),
             replaced(text, "journal 1200", "journal -1200"),
             replaced(text, "journal 1200", "journal 18446744073709551616"),
             replaced(text, "AAAA=", "AAAB="),
             replaced(text, "0101", "01 01"),
             replaced(text, "4096", "+4096"),
             replaced(text, "care.db", "Care.db"),
             replaced(text, "care.db", "../care.db"),
             replaced(text, "care.db", "identity.db"),
             replaced(text, "money.db", "money.db\r"),
         }) {
        auto const parsed = parse_manifest(other);
        ASSERT_FALSE(parsed) << other;
        EXPECT_EQ(parsed.error().code(), "manifest-malformed");
    }
    EXPECT_EQ(parse_manifest(replaced(text, "backup/1", "backup/2")).error().code(), "backup-of-another-version");
}

TEST(Manifest, OpensForWhoeverSignedItOnly)
{
    auto const by = signer();
    auto const key = VerifierKey::make("zorgkluis/praktijk", by.public_key());
    auto const other = VerifierKey::make("zorgkluis/buurman", by.public_key());
    ASSERT_TRUE(key && other);
    std::string const note = sign_manifest(stores_manifest(), *key, by);
    EXPECT_EQ(open_manifest(note, *key), stores_manifest());
    EXPECT_EQ(peek_manifest(note), stores_manifest());
    EXPECT_FALSE(open_manifest(note, *other));
    std::string const changed = replaced(note, "journal 1200", "journal 1201");
    EXPECT_TRUE(peek_manifest(changed));
    EXPECT_FALSE(open_manifest(changed, *key));
    EXPECT_FALSE(peek_manifest(k_stores_text));
}

RC_GTEST_PROP(ManifestProperty, WhatIsReadIsWrittenBackAsItWas, ())
{
    std::string text(k_stores_text);
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    if (auto const parsed = parse_manifest(text))
        RC_ASSERT(text_of(*parsed) == text);
}

} // namespace
} // namespace zk::keep
