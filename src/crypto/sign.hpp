// sign: Ed25519, for the journal's checkpoints and the check's report.
// Used by keep/journal and care/check.
// Always: the seed stays in a Secret; a signature is over exactly the bytes given.
// An attacker who has the seed can sign as this practice, but cannot change what a witness has seen.
#pragma once

#include "base/bytes.hpp"
#include "crypto/secret.hpp"

#include <array>

namespace zk::crypto {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

class Signer {
public:
    [[nodiscard]] static Signer from_seed(Key const& seed);
    [[nodiscard]] Signature sign(ByteView message) const;
    [[nodiscard]] PublicKey const& public_key() const { return m_public; }

private:
    Signer() = default;
    Secret<64> m_secret;
    PublicKey m_public {};
};

[[nodiscard]] bool verify(PublicKey const& key, ByteView message, ByteView signature);

} // namespace zk::crypto
