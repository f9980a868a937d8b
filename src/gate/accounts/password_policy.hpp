// password_policy: which passwords are refused, and what is noted of one so that the check can measure it.
// Used by Accounts when a password is chosen, and at every login.
// Always: long, not common, not built of the login or the practice's name; nothing else is asked, no signs, no
// capitals. An attacker learns the rules; they leave him more to guess than he can try.
#pragma once

#include "base/clock.hpp"
#include "base/limits.hpp"

#include <cstdint>
#include <string_view>

namespace zk::gate {

// NIST SP 800-63B-4 asks 15 for a password alone and 8 beside a second step; 12 lies between (own choice).
inline constexpr std::size_t k_password_characters_min = 12;
inline constexpr std::size_t k_password_bytes_max = 1024;
static_assert(k_password_bytes_max <= k_passphrase_bytes_max);

enum class PasswordOrigin : std::uint8_t { own_choice = 1, given_by_another = 2 };
constexpr PasswordOrigin last_of(PasswordOrigin)
{
    return PasswordOrigin::given_by_another;
}
[[nodiscard]] constexpr std::string_view text_of(PasswordOrigin origin)
{
    return origin == PasswordOrigin::own_choice ? "own_choice" : "given_by_another";
}

enum class Blocklist : std::uint8_t { clear = 1, listed = 2 };
constexpr Blocklist last_of(Blocklist)
{
    return Blocklist::listed;
}
[[nodiscard]] constexpr std::string_view text_of(Blocklist blocklist)
{
    return blocklist == Blocklist::clear ? "clear" : "listed";
}

// What is kept beside the hash.
struct PasswordFacts {
    std::uint64_t characters;
    PasswordOrigin origin;
    Blocklist at_last_login;
    Instant given_at;
};

// Words that are no secret here, whoever else may find them hard to guess.
struct OwnWords {
    std::string_view login;
    std::string_view name;
    std::string_view practice;
};

[[nodiscard]] Result<> check_password(std::string_view password, OwnWords const& own);

// Listed: without a letter, of a few characters only, or with nothing left of it after common and own words, digits and
// signs are taken away. Case, accents, and signs that stand for letters (w@chtw00rd) make no difference.
[[nodiscard]] Blocklist look_up(std::string_view password, OwnWords const& own);

[[nodiscard]] std::uint64_t characters_in(std::string_view password);

} // namespace zk::gate
