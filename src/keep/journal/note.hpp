// note: text with a signature under it, as c2sp.org/signed-note writes it, and the key that verifies it.
// Used for the journal's checkpoints and for the check's report.
// Always: exactly one signature, of the key that the reader names: a line that nobody checks is a byte nobody checks.
// An attacker without the signer cannot change a byte of a note, nor sign it under another name.
#pragma once

#include "base/bytes.hpp"
#include "crypto/sign.hpp"

#include <array>
#include <string>
#include <string_view>

namespace zk::keep {

inline constexpr std::size_t k_key_name_bytes_max = 255;
inline constexpr std::size_t k_note_bytes_max = 64 * 1024;

class VerifierKey {
public:
    // "name+01234567+base64(0x01 || public key)"
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view text);
    // The name is printable ASCII without space or plus: narrower than the format, and all that we need.
    [[nodiscard]] static Result<VerifierKey> make(std::string_view name, crypto::PublicKey const& key);

    [[nodiscard]] std::string const& name() const { return m_name; }
    [[nodiscard]] crypto::PublicKey const& public_key() const { return m_key; }
    // Tells keys of one name apart; no proof of anything.
    [[nodiscard]] std::array<std::uint8_t, 4> const& id() const { return m_id; }
    [[nodiscard]] std::string text() const;

    friend bool operator==(VerifierKey const&, VerifierKey const&) = default;

private:
    VerifierKey(std::string_view name, crypto::PublicKey const& key);
    std::string m_name;
    crypto::PublicKey m_key;
    std::array<std::uint8_t, 4> m_id;
};

// The text ends in a newline and has no control characters but newlines.
[[nodiscard]] std::string sign_note(std::string_view text, VerifierKey const& key, crypto::Signer const& signer);
// Gives back the text, its last newline included.
[[nodiscard]] Result<std::string> open_note(std::string_view note, VerifierKey const& key);

} // namespace zk::keep
