// seal: encrypts bytes to a place. XChaCha20-Poly1305 with a random nonce; the place is authenticated with it.
// Used by keep for every record, key slot, intent and journal entry.
// Always: what opens was sealed by us, for exactly this place; a swapped, cut or changed box does not open.
// An attacker who holds a box learns its length (padded) and nothing more.
#pragma once

#include "base/bytes.hpp"
#include "crypto/secret.hpp"

namespace zk::crypto {

inline constexpr std::size_t k_nonce_bytes = 24;
inline constexpr std::size_t k_tag_bytes = 16;
// box = version 0x01 | nonce[24] | ciphertext of (length u32 | bytes | zeros) | tag[16]
inline constexpr std::size_t k_box_overhead_bytes = 1 + k_nonce_bytes + k_tag_bytes;

// The length that `size` bytes are padded to, so that a box says little of what is in it.
[[nodiscard]] std::size_t padded_size(std::size_t size);

[[nodiscard]] Bytes seal(Key const& key, ByteView place, ByteView plain, Random& random);
[[nodiscard]] Result<Bytes> open(Key const& key, ByteView place, ByteView box);
// The last 16 bytes of a box: they depend on all of it, so they can stand for it.
[[nodiscard]] Result<ByteView> tag_of(ByteView box);

// Overwrites before freeing, for plaintext that is no longer needed.
void wipe(std::span<std::uint8_t> bytes);

} // namespace zk::crypto
