#include "crypto/seal.hpp"

#include "base/require.hpp"

#include <bit>
#include <sodium.h>

namespace zk::crypto {

namespace {

constexpr std::uint8_t k_version = 1;
constexpr std::size_t k_length_bytes = 4;
constexpr std::size_t k_small_step_bytes = 64;
constexpr std::size_t k_small_bytes_max = 1024;
constexpr std::size_t k_plain_bytes_max = std::size_t { 1 } << 30;
static_assert(k_key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(k_nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(k_tag_bytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);

} // namespace

std::size_t padded_size(std::size_t size)
{
    if (size <= k_small_bytes_max)
        return std::max(k_small_step_bytes, (size + k_small_step_bytes - 1) / k_small_step_bytes * k_small_step_bytes);
    // Padmé (Nikitin et al., 2019): at most 12 % more, and only O(log log n) bits of the length leak.
    auto const exponent = static_cast<unsigned>(std::bit_width(size) - 1);
    auto const significant = static_cast<unsigned>(std::bit_width(exponent));
    std::size_t const step = std::size_t { 1 } << (exponent - significant);
    return (size + step - 1) / step * step;
}

Bytes seal(Key const& key, ByteView place, ByteView plain, Random& random)
{
    ZK_REQUIRE(plain.size() < k_plain_bytes_max);
    std::size_t const inner = padded_size(k_length_bytes + plain.size());
    Bytes box(1 + k_nonce_bytes + inner + k_tag_bytes, 0);
    box[0] = k_version;
    random.fill(std::span(box).subspan(1, k_nonce_bytes));
    std::uint8_t* text = box.data() + 1 + k_nonce_bytes;
    for (std::size_t i = 0; i < k_length_bytes; ++i)
        text[i] = static_cast<std::uint8_t>(plain.size() >> (8 * i));
    if (!plain.empty())
        std::memcpy(text + k_length_bytes, plain.data(), plain.size());
    unsigned long long written = 0;
    // Sealed in place: the plaintext does not stay behind in a second buffer.
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        text, &written, text, inner, place.data(), place.size(), nullptr, box.data() + 1, key.expose().data());
    ZK_REQUIRE(written == inner + k_tag_bytes);
    return box;
}

Result<Bytes> open(Key const& key, ByteView place, ByteView box)
{
    if (box.size() < k_box_overhead_bytes + k_length_bytes)
        return fail(Fault::tampered, "box-too-short");
    if (box[0] != k_version)
        return fail(Fault::tampered, "box-unknown-version");
    ByteView const nonce = box.subspan(1, k_nonce_bytes);
    ByteView const sealed = box.subspan(1 + k_nonce_bytes);
    Bytes plain(sealed.size() - k_tag_bytes);
    unsigned long long written = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), &written, nullptr, sealed.data(), sealed.size(),
            place.data(), place.size(), nonce.data(), key.expose().data())
        != 0)
        return fail(Fault::tampered, "box-does-not-open");
    std::size_t size = 0;
    for (std::size_t i = 0; i < k_length_bytes; ++i)
        size |= static_cast<std::size_t>(plain[i]) << (8 * i);
    if (size > plain.size() - k_length_bytes) {
        wipe(plain);
        return fail(Fault::tampered, "box-bad-length");
    }
    std::memmove(plain.data(), plain.data() + k_length_bytes, size);
    sodium_memzero(plain.data() + size, plain.size() - size);
    plain.resize(size);
    return plain;
}

Result<ByteView> tag_of(ByteView box)
{
    if (box.size() < k_box_overhead_bytes)
        return fail(Fault::tampered, "box-too-short");
    return box.last(k_tag_bytes);
}

void wipe(std::span<std::uint8_t> bytes)
{
    sodium_memzero(bytes.data(), bytes.size());
}

} // namespace zk::crypto
