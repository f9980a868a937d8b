// bsn: burgerservicenummer, the national number of a person.
// Used for identity (Wabvpz 4-9); where it may be shown or sent is the gate's matter.
// Always: nine digits that pass the 11-check, of which at most one leading zero.
// An attacker who reads one has a person: it has no operator<<, and lives in a Field.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class Bsn {
public:
    // Nine digits, or eight with the leading zero lost; spaces, points and hyphens between them are dropped.
    // "bsn-not-nine-digits" is no number at all, "bsn-check-failed" is a wrong one.
    [[nodiscard]] static Result<Bsn> parse(std::string_view text);
    // 9a+8b+7c+6d+5e+4f+3g+2h-i divisible by 11. One in eleven random numbers passes.
    [[nodiscard]] static bool eleven_check(std::string_view nine_digits);

    [[nodiscard]] std::string const& digits() const { return m_digits; }
    // 9999xxxxx: invented patients only, refused in production.
    [[nodiscard]] bool is_test_range() const { return m_digits.starts_with("9999"); }

    friend auto operator<=>(Bsn const&, Bsn const&) = default;

private:
    explicit Bsn(std::string digits)
        : m_digits(std::move(digits))
    {
    }
    std::string m_digits;
};

} // namespace zk
