// uzovi: number of a health insurer in the Vektis register (unieke zorgverzekeraarsidentificatie).
// Used for the policy of a patient and for claims.
// Always: four digits, not all zero.
// An attacker gains nothing here: the register is public.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class Uzovi {
public:
    // Four digits, or three: spreadsheets drop the zero in front.
    [[nodiscard]] static Result<Uzovi> parse(std::string_view text);

    [[nodiscard]] std::string const& digits() const { return m_digits; }

    friend auto operator<=>(Uzovi const&, Uzovi const&) = default;

private:
    explicit Uzovi(std::string digits)
        : m_digits(std::move(digits))
    {
    }
    std::string m_digits;
};

} // namespace zk
