#include "app/http/key_pem.hpp"

#include "app/http/limits.hpp"
#include "base/require.hpp"

#include <cstring>
#include <mutex>
#include <openssl/crypto.h>
#include <utility>

namespace zk::app::http {

namespace {

// OpenSSL has no other heap for secrets once this is there, and fails when it is full: it keeps some hundred bytes for each
// connection there (its key exchange), a kilobyte for each thread (its random generator), and our few keys.
constexpr std::size_t k_secure_heap_bytes = 1 * k_mib;
static_assert(k_secure_heap_bytes >= 2 * k_kib * k_connections_max, "a full house fits, twice");
constexpr std::size_t k_secure_piece_bytes_min = 32;

} // namespace

void start_secure_heap()
{
    static std::once_flag once;
    // Where locking is not allowed, the rest of it holds.
    std::call_once(
        once, [] { ZK_REQUIRE(CRYPTO_secure_malloc_init(k_secure_heap_bytes, k_secure_piece_bytes_min) != 0); });
}

KeyPem KeyPem::of(std::string_view pem)
{
    start_secure_heap();
    // One more, so that an empty text is memory too.
    auto* const text = static_cast<char*>(OPENSSL_secure_malloc(pem.size() + 1));
    ZK_REQUIRE(text != nullptr);
    std::memcpy(text, pem.data(), pem.size());
    text[pem.size()] = '\0';
    return { text, pem.size() };
}

KeyPem::KeyPem(KeyPem&& other) noexcept
    : m_text(std::exchange(other.m_text, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

KeyPem& KeyPem::operator=(KeyPem&& other) noexcept
{
    std::swap(m_text, other.m_text);
    std::swap(m_size, other.m_size);
    return *this;
}

KeyPem::~KeyPem()
{
    OPENSSL_secure_clear_free(m_text, m_size + 1);
}

} // namespace zk::app::http
