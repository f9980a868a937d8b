#include "keep/journal/note.hpp"

#include "base/encoding.hpp"
#include "base/require.hpp"
#include "crypto/hash.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

constexpr std::uint8_t k_ed25519 = 0x01;
constexpr std::string_view k_signature_line = "\u2014 ";
constexpr std::size_t k_id_hex_digits = 8;

bool is_key_name(std::string_view name)
{
    return !name.empty() && name.size() <= k_key_name_bytes_max
        && std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7f' && c != '+'; });
}

bool is_note_text(std::string_view text)
{
    return text.ends_with('\n') && valid_utf8(text)
        && std::ranges::none_of(text, [](char c) { return c >= 0 && c < ' ' && c != '\n'; });
}

Bytes encoded(crypto::PublicKey const& key)
{
    Bytes out { k_ed25519 };
    out.insert(out.end(), key.begin(), key.end());
    return out;
}

} // namespace

VerifierKey::VerifierKey(std::string_view name, crypto::PublicKey const& key)
    : m_name(name)
    , m_key(key)
{
    crypto::Digest const digest = crypto::sha256({ as_bytes(m_name), as_bytes("\n"), encoded(key) });
    std::copy_n(digest.begin(), m_id.size(), m_id.begin());
}

Result<VerifierKey> VerifierKey::make(std::string_view name, crypto::PublicKey const& key)
{
    if (!is_key_name(name))
        return fail(Fault::bad_input, "note-bad-key-name");
    return VerifierKey(name, key);
}

Result<VerifierKey> VerifierKey::parse(std::string_view text)
{
    auto const first = text.find('+');
    if (first == std::string_view::npos || text.size() < first + 1 + k_id_hex_digits + 1)
        return fail(Fault::bad_input, "note-bad-key");
    auto const bytes = from_base64(text.substr(first + 1 + k_id_hex_digits + 1));
    crypto::PublicKey key {};
    if (!bytes || bytes->size() != 1 + key.size() || bytes->front() != k_ed25519)
        return fail(Fault::bad_input, "note-bad-key");
    std::copy(bytes->begin() + 1, bytes->end(), key.begin());
    ZK_TRY(VerifierKey out, make(text.substr(0, first), key));
    // The id, and every other spelling of the same key.
    if (out.text() != text)
        return fail(Fault::bad_input, "note-bad-key");
    return out;
}

std::string VerifierKey::text() const
{
    return m_name + "+" + to_hex(m_id) + "+" + to_base64(encoded(m_key));
}

std::string sign_note(std::string_view text, VerifierKey const& key, crypto::Signer const& signer)
{
    ZK_REQUIRE(is_note_text(text) && key.public_key() == signer.public_key());
    crypto::Signature const signature = signer.sign(as_bytes(text));
    Bytes signed_by = to_bytes(key.id());
    signed_by.insert(signed_by.end(), signature.begin(), signature.end());
    std::string note(text);
    note += "\n";
    note += k_signature_line;
    note += key.name() + " " + to_base64(signed_by) + "\n";
    return note;
}

Result<std::string> open_note(std::string_view note, VerifierKey const& key)
{
    if (note.size() > k_note_bytes_max)
        return fail(Fault::tampered, "note-too-long");
    // The last empty line parts text and signatures.
    auto const blank = note.rfind("\n\n");
    if (blank == std::string_view::npos)
        return fail(Fault::tampered, "note-malformed");
    std::string_view const text = note.substr(0, blank + 1);
    std::string_view line = note.substr(blank + 2);
    std::string const start = std::string(k_signature_line) + key.name() + " ";
    if (!is_note_text(text) || !line.ends_with('\n') || !line.starts_with(start))
        return fail(Fault::tampered, "note-malformed");
    line.remove_prefix(start.size());
    line.remove_suffix(1);
    auto const signed_by = from_base64(line);
    if (!signed_by)
        return fail(Fault::tampered, "note-malformed");
    ByteView const bytes = *signed_by;
    std::size_t const id_size = key.id().size();
    if (bytes.size() <= id_size || !std::ranges::equal(bytes.first(id_size), key.id()))
        return fail(Fault::tampered, "note-other-key");
    if (!crypto::verify(key.public_key(), as_bytes(text), bytes.subspan(id_size)))
        return fail(Fault::tampered, "note-bad-signature");
    return std::string(text);
}

} // namespace zk::keep
