// second_step: the six digits of an authenticator app (TOTP, RFC 6238: SHA-1, 30 seconds).
// Used by Accounts; app/ shows the setup once, as text and as a QR code of its uri.
// Always: a code counts once, and at most one step too early or too late.
// An attacker who reads the secret can make codes; it is sealed, in memory locked, and useless without the password.
#pragma once

#include "base/clock.hpp"
#include "crypto/secret.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zk::gate {

// RFC 4226, section 4, R6: 160 bits.
inline constexpr std::size_t k_second_step_secret_bytes = 20;
using SecondStepSecret = crypto::Secret<k_second_step_secret_bytes>;

struct SecondStepSetup {
    std::string secret; // base32, to type into an app that cannot scan
    std::string uri;    // otpauth://totp/..., to scan
};
[[nodiscard]] SecondStepSetup setup_of(SecondStepSecret const& secret, std::string_view issuer, std::string_view login);

// Which step of 30 seconds a moment lies in.
[[nodiscard]] std::uint64_t step_at(Instant now);
[[nodiscard]] std::string code_of_step(SecondStepSecret const& secret, std::uint64_t step);

// The six digits in what was typed ("123 456"), when it is that at all.
[[nodiscard]] std::optional<std::string> six_digits(std::string_view typed);

// The step that this code belongs to, when it counts now and is later than the last one used.
[[nodiscard]] std::optional<std::uint64_t> accepted_step(
    SecondStepSecret const& secret, std::string_view digits, Instant now, std::optional<std::uint64_t> last_used);

} // namespace zk::gate
