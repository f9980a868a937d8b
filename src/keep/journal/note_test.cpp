#include "keep/journal/note.hpp"

#include "keep/journal/checkpoint.hpp"
#include "keep/journal/tree_for_tests.hpp"

#include <gtest/gtest.h>

namespace zk::keep {
namespace {

// The key and the note that golang.org/x/mod/sumdb/note, where the format comes from, tests itself with.
constexpr std::string_view k_go_seed = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view k_go_key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view k_go_text = "If you think cryptography is the answer to your problem,\n"
                                       "then you don't know what your problem is.\n";
constexpr std::string_view k_go_signature_line
    = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

crypto::Signer go_signer()
{
    ZK_REQUIRE(crypto::start());
    Bytes const bytes = *from_base64(k_go_seed);
    return crypto::Signer::from_seed(*crypto::Key::from(ByteView(bytes).subspan(1)));
}

std::string go_note()
{
    return std::string(k_go_text) + "\n" + std::string(k_go_signature_line);
}

TEST(Note, reads_and_writes_a_key_as_go_does)
{
    auto const key = VerifierKey::parse(k_go_key);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->name(), "PeterNeumann");
    EXPECT_EQ(to_hex(key->id()), "c74f20a3");
    EXPECT_EQ(key->public_key(), go_signer().public_key());
    EXPECT_EQ(VerifierKey::make("PeterNeumann", go_signer().public_key())->text(), k_go_key);
}

TEST(Note, takes_no_mangled_key)
{
    for (std::size_t from = 0; from <= k_go_key.size(); ++from) {
        for (std::size_t size = 0; from + size <= k_go_key.size(); ++size) {
            ASSERT_EQ(VerifierKey::parse(k_go_key.substr(from, size)).has_value(), size == k_go_key.size())
                << from << " " << size;
        }
    }
    for (std::size_t i = 0; i < k_go_key.size(); ++i) {
        std::string key(k_go_key);
        key[i] = static_cast<char>(key[i] + 1);
        ASSERT_FALSE(VerifierKey::parse(key)) << key;
    }
    // A key of another length, and one of another kind, each with its id put right.
    EXPECT_FALSE(VerifierKey::parse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
    EXPECT_FALSE(VerifierKey::parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
}

TEST(Note, a_name_has_no_space_plus_or_control)
{
    crypto::PublicKey const key = go_signer().public_key();
    for (std::string_view name : { "", "a b", "a+b", "a\nb", "a\tb", "a\x7f", "caf\u00e9", "a\u00a0b" })
        EXPECT_FALSE(VerifierKey::make(name, key)) << name;
    EXPECT_FALSE(VerifierKey::make(std::string(k_key_name_bytes_max + 1, 'a'), key));
    EXPECT_TRUE(VerifierKey::make("zorgkluis.example/praktijk-1", key));
}

TEST(Note, signs_as_go_does)
{
    EXPECT_EQ(sign_note(k_go_text, *VerifierKey::parse(k_go_key), go_signer()), go_note());
}

TEST(Note, opens_what_go_signed)
{
    auto const text = open_note(go_note(), *VerifierKey::parse(k_go_key));
    ASSERT_TRUE(text);
    EXPECT_EQ(*text, k_go_text);
}

TEST(Note, no_changed_byte_and_no_cut_opens)
{
    VerifierKey const key = *VerifierKey::parse(k_go_key);
    std::string const note = go_note();
    for (std::size_t i = 0; i < note.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = note;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            ASSERT_FALSE(open_note(changed, key)) << i;
        }
        ASSERT_FALSE(open_note(note.substr(0, i), key)) << i;
    }
}

TEST(Note, one_signature_and_nothing_else)
{
    VerifierKey const key = *VerifierKey::parse(k_go_key);
    std::string const text(k_go_text);
    std::string const line(k_go_signature_line);
    for (std::string const& note : {
             text + "\n" + line + line,
             text + "\n" + line
                 + "— EnochRoot "
                   "rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n",
             text + "\n" + line + "\n",
             text + "\n" + line + "more\n",
             text + "\n\n" + line,
             text + line,
             "\n" + line,
             std::string("\x01") + text + "\n" + line,
             std::string("\xff") + text + "\n" + line,
             std::string(k_note_bytes_max, 'a') + "\n\n" + line,
         })
        EXPECT_FALSE(open_note(note, key)) << note;
}

TEST(Note, another_key_or_name_does_not_open_it)
{
    EXPECT_EQ(error_text(open_note(go_note(), *VerifierKey::make("PeterNeumann", test_key().public_key()))),
        "note-other-key at ");
    EXPECT_FALSE(open_note(go_note(), *VerifierKey::make("Peter", go_signer().public_key())));
}

TEST(Checkpoint, is_three_lines_and_a_signature)
{
    TreeHead const head { .size = 20852163, .root = leaf_hash(as_bytes("x")) };
    std::string const note = sign_checkpoint(head, test_key(), test_signer());
    std::string const text = "zorgkluis.example/test\n20852163\n" + to_base64(head.root) + "\n";
    EXPECT_TRUE(note.starts_with(text + "\n\u2014 zorgkluis.example/test ")) << note;
    auto const opened = open_checkpoint(note, test_key());
    ASSERT_TRUE(opened);
    EXPECT_EQ(*opened, head);
    EXPECT_FALSE(open_checkpoint(note, test_key(8)));
    EXPECT_FALSE(open_checkpoint(note, test_key(7, "other.example")));
}

TEST(Checkpoint, no_other_spelling_is_taken_even_when_it_is_signed)
{
    std::string const root = to_base64(leaf_hash(as_bytes("x")));
    std::string const origin(k_test_origin);
    for (std::string const& text : {
             "other.example\n5\n" + root + "\n",
             origin + "\n05\n" + root + "\n",
             origin + "\n+5\n" + root + "\n",
             origin + "\n5 \n" + root + "\n",
             origin + "\n-5\n" + root + "\n",
             origin + "\n\n" + root + "\n",
             origin + "\n18446744073709551616\n" + root + "\n",
             origin + "\n5\n" + root.substr(4) + "\n",
             origin + "\n5\n" + root.substr(0, root.size() - 2) + "B=\n",
             origin + "\n5\n" + root + "\nextension\n",
             origin + "\n5\n\n" + root + "\n",
             origin + "\n5\n",
             std::string("\n"),
         })
        EXPECT_EQ(error_text(open_checkpoint(sign_note(text, test_key(), test_signer()), test_key())),
            "checkpoint-malformed at ")
            << text;
    EXPECT_TRUE(open_checkpoint(sign_note(origin + "\n5\n" + root + "\n", test_key(), test_signer()), test_key()));
}

} // namespace
} // namespace zk::keep
