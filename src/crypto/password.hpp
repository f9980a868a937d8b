// password: Argon2id, for keys from a passphrase and for stored passwords.
// Used by keep/keyring (passphrase, recovery code) and gate/accounts.
// Always: few run at once (each eats its memory), and the cost is written beside the result so that it can be raised.
// An attacker who has a hash must spend the full cost for each guess.
#pragma once

#include "base/bytes.hpp"
#include "crypto/secret.hpp"

#include <array>
#include <string>

namespace zk::crypto {

inline constexpr std::size_t k_salt_bytes = 16;
using Salt = std::array<std::uint8_t, k_salt_bytes>;

struct Cost {
    std::uint32_t passes;
    std::uint32_t memory_kib;
    friend bool operator==(Cost const&, Cost const&) = default;
};

// A passphrase opens the whole practice: 256 MiB. A login: 64 MiB. Floors: OWASP's 19 MiB, 2 passes, with room.
inline constexpr Cost k_passphrase_cost { .passes = 3, .memory_kib = 256 * 1024 };
inline constexpr Cost k_login_cost { .passes = 3, .memory_kib = 64 * 1024 };
// Only for tests and test mode fixtures, where nothing is protected.
inline constexpr Cost k_test_cost { .passes = 1, .memory_kib = 8 };
// How many may run at once: 4 x 256 MiB is what a small server can spare.
inline constexpr unsigned k_at_once_max = 4;

[[nodiscard]] Result<Key> key_from_passphrase(std::string_view passphrase, Salt const& salt, Cost cost);

// The standard text "$argon2id$v=19$m=...,t=...,p=1$salt$hash".
[[nodiscard]] Result<std::string> hash_password(std::string_view password, Cost cost);
[[nodiscard]] bool password_matches(std::string const& hash, std::string_view password);
[[nodiscard]] Result<Cost> cost_of(std::string_view hash);

} // namespace zk::crypto
