#include "crypto/hash.hpp"

#include <sodium.h>

namespace zk::crypto {

namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= 128);

crypto_hash_sha256_state* state_of(std::array<std::uint8_t, 128>& bytes)
{
    return reinterpret_cast<crypto_hash_sha256_state*>(bytes.data());
}

void keyed_into(std::span<std::uint8_t> out, Key const& key, Code context, std::initializer_list<ByteView> parts)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.expose().data(), k_key_bytes, out.size());
    auto add = [&](ByteView part) {
        std::array<std::uint8_t, 8> size {};
        for (std::size_t i = 0; i < size.size(); ++i)
            size[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(part.size()) >> (8 * i));
        crypto_generichash_update(&state, size.data(), size.size());
        crypto_generichash_update(&state, part.data(), part.size());
    };
    add(as_bytes(context.text()));
    for (ByteView part : parts)
        add(part);
    crypto_generichash_final(&state, out.data(), out.size());
    sodium_memzero(&state, sizeof state);
}

} // namespace

Digest sha256(std::initializer_list<ByteView> parts)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (ByteView part : parts)
        crypto_hash_sha256_update(&state, part.data(), part.size());
    Digest out {};
    crypto_hash_sha256_final(&state, out.data());
    return out;
}

Sha256::Sha256()
{
    crypto_hash_sha256_init(state_of(m_state));
}

void Sha256::add(ByteView bytes)
{
    crypto_hash_sha256_update(state_of(m_state), bytes.data(), bytes.size());
}

Digest Sha256::done()
{
    Digest out {};
    crypto_hash_sha256_final(state_of(m_state), out.data());
    return out;
}

Digest keyed(Key const& key, Code context, std::initializer_list<ByteView> parts)
{
    Digest out {};
    keyed_into(out, key, context, parts);
    return out;
}

ShortDigest keyed_short(Key const& key, Code context, std::initializer_list<ByteView> parts)
{
    ShortDigest out {};
    keyed_into(out, key, context, parts);
    return out;
}

Key derive(Key const& key, Code context, std::initializer_list<ByteView> parts)
{
    Key out;
    keyed_into(out.expose_to_write(), key, context, parts);
    return out;
}

} // namespace zk::crypto
