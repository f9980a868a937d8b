// hash: SHA-256 for the public log, keyed BLAKE2b for everything that only we compute.
// Used by keep: Merkle tree, ids that only a key joins, keys from keys.
// Always: every use of a key names its context, so that no two uses share an output.
// An attacker without the key cannot compute, nor compare across contexts.
#pragma once

#include "base/bytes.hpp"
#include "crypto/secret.hpp"

#include <array>
#include <initializer_list>

namespace zk::crypto {

using Digest = std::array<std::uint8_t, 32>;
using ShortDigest = std::array<std::uint8_t, 16>;

[[nodiscard]] Digest sha256(std::initializer_list<ByteView> parts);
[[nodiscard]] inline Digest sha256(ByteView bytes)
{
    return sha256({ bytes });
}

// SHA-256 over what comes in pieces.
class Sha256 {
public:
    Sha256();
    void add(ByteView bytes);
    [[nodiscard]] Digest done();

private:
    alignas(8) std::array<std::uint8_t, 128> m_state {};
};

// BLAKE2b with a key and a context ("zorgkluis care id"); parts are hashed with their lengths.
[[nodiscard]] Digest keyed(Key const& key, Code context, std::initializer_list<ByteView> parts);
[[nodiscard]] ShortDigest keyed_short(Key const& key, Code context, std::initializer_list<ByteView> parts);
[[nodiscard]] Key derive(Key const& key, Code context, std::initializer_list<ByteView> parts = {});

} // namespace zk::crypto
