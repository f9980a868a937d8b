#include "crypto/password.hpp"

#include <charconv>
#include <semaphore>
#include <sodium.h>

namespace zk::crypto {

namespace {

static_assert(k_salt_bytes == crypto_pwhash_SALTBYTES);

std::counting_semaphore<k_at_once_max>& places()
{
    static std::counting_semaphore<k_at_once_max> instance(k_at_once_max);
    return instance;
}

// Holds one of the places for as long as Argon2id runs.
class InTurn {
public:
    InTurn() { places().acquire(); }
    InTurn(InTurn const&) = delete;
    InTurn& operator=(InTurn const&) = delete;
    ~InTurn() { places().release(); }
};

std::size_t memory_bytes(Cost cost)
{
    return static_cast<std::size_t>(cost.memory_kib) * 1024;
}

Result<std::uint32_t> number_after(std::string_view text, std::string_view label)
{
    std::size_t const at = text.find(label);
    std::uint32_t value = 0;
    if (at == std::string_view::npos)
        return fail(Fault::tampered, "password-hash-unreadable");
    char const* const first = text.data() + at + label.size();
    if (std::from_chars(first, text.data() + text.size(), value).ec != std::errc {})
        return fail(Fault::tampered, "password-hash-unreadable");
    return value;
}

} // namespace

Result<Key> key_from_passphrase(std::string_view passphrase, Salt const& salt, Cost cost)
{
    InTurn const turn;
    Key out;
    if (crypto_pwhash(out.expose_to_write().data(), k_key_bytes, passphrase.data(), passphrase.size(), salt.data(),
            cost.passes, memory_bytes(cost), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Fault::unavailable, "not-enough-memory-for-passphrase");
    return out;
}

Result<std::string> hash_password(std::string_view password, Cost cost)
{
    InTurn const turn;
    std::string out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(
            out.data(), password.data(), password.size(), cost.passes, memory_bytes(cost), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(Fault::unavailable, "not-enough-memory-for-password");
    out.resize(std::char_traits<char>::length(out.c_str()));
    return out;
}

bool password_matches(std::string const& hash, std::string_view password)
{
    InTurn const turn;
    return hash.size() < crypto_pwhash_STRBYTES
        && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

Result<Cost> cost_of(std::string_view hash)
{
    if (!hash.starts_with("$argon2id$"))
        return fail(Fault::tampered, "password-hash-unreadable");
    ZK_TRY(std::uint32_t memory_kib, number_after(hash, "m="));
    ZK_TRY(std::uint32_t passes, number_after(hash, ",t="));
    return Cost { .passes = passes, .memory_kib = memory_kib };
}

} // namespace zk::crypto
