#include "crypto/sign.hpp"

#include <sodium.h>

namespace zk::crypto {

static_assert(crypto_sign_SECRETKEYBYTES == 64 && crypto_sign_SEEDBYTES == k_key_bytes);

Signer Signer::from_seed(Key const& seed)
{
    Signer out;
    crypto_sign_seed_keypair(out.m_public.data(), out.m_secret.expose_to_write().data(), seed.expose().data());
    return out;
}

Signature Signer::sign(ByteView message) const
{
    Signature out {};
    crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), m_secret.expose().data());
    return out;
}

bool verify(PublicKey const& key, ByteView message, ByteView signature)
{
    return signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

} // namespace zk::crypto
