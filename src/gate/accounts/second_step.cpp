#include "gate/accounts/second_step.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"

#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <liboath/oath.h>
#include <memory>

namespace zk::gate {

namespace {

constexpr unsigned k_step_seconds = 30;
constexpr unsigned k_digits = 6;
constexpr std::uint64_t k_steps_early_or_late_max = 1;

void start_liboath()
{
    static int const started = oath_init();
    ZK_REQUIRE(started == OATH_OK);
}

char const* chars_of(SecondStepSecret const& secret)
{
    return reinterpret_cast<char const*>(secret.expose().data());
}

std::string base32(SecondStepSecret const& secret)
{
    char* text = nullptr;
    std::size_t size = 0;
    ZK_REQUIRE(oath_base32_encode(chars_of(secret), k_second_step_secret_bytes, &text, &size) == OATH_OK);
    // liboath hands it over as malloc made it.
    std::unique_ptr<char, decltype(&std::free)> const owner(text, &std::free);
    return { text, size };
}

std::string percent_encoded(std::string_view text)
{
    std::string out;
    for (char const c : text) {
        if (ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~')
            out.push_back(c);
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

} // namespace

SecondStepSetup setup_of(SecondStepSecret const& secret, std::string_view issuer, std::string_view login)
{
    start_liboath();
    SecondStepSetup out { .secret = base32(secret), .uri = {} };
    out.uri = fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits={}&period={}",
        percent_encoded(issuer), percent_encoded(login), out.secret, percent_encoded(issuer), k_digits, k_step_seconds);
    return out;
}

std::uint64_t step_at(Instant now)
{
    auto const seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    return seconds < 0 ? 0 : static_cast<std::uint64_t>(seconds) / k_step_seconds;
}

std::string code_of_step(SecondStepSecret const& secret, std::uint64_t step)
{
    start_liboath();
    std::array<char, k_digits + 1> code {};
    ZK_REQUIRE(oath_totp_generate(chars_of(secret), k_second_step_secret_bytes,
                   static_cast<std::time_t>(step * k_step_seconds), k_step_seconds, OATH_TOTP_DEFAULT_START_TIME,
                   k_digits, code.data())
        == OATH_OK);
    return code.data();
}

std::optional<std::string> six_digits(std::string_view typed)
{
    // People copy "123 456", and no more white space than that.
    constexpr std::size_t k_typed_max = 16;
    if (typed.size() > k_typed_max)
        return std::nullopt;
    std::string digits = ascii::without(typed, " \t\r\n");
    if (digits.size() != k_digits || !ascii::all_digits(digits))
        return std::nullopt;
    return digits;
}

std::optional<std::uint64_t> accepted_step(
    SecondStepSecret const& secret, std::string_view digits, Instant now, std::optional<std::uint64_t> last_used)
{
    std::uint64_t const current = step_at(now);
    std::uint64_t const first = current - std::min(current, k_steps_early_or_late_max);
    std::optional<std::uint64_t> found;
    for (std::uint64_t step = first; step <= current + k_steps_early_or_late_max; ++step) {
        if (code_of_step(secret, step) == digits && (!last_used || step > *last_used))
            found = step;
    }
    return found;
}

} // namespace zk::gate
