// agb: code of a care provider, practice or institution in the Vektis register (algemeen gegevensbeheer).
// Used for staff, the practice itself, referrals and claims.
// Always: eight digits, not all zero; there is no check digit.
// An attacker gains nothing here: the register is public.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class Agb {
public:
    // Eight digits, or seven: spreadsheets drop the zero in front of 01 (GP) and 04 (physiotherapist).
    [[nodiscard]] static Result<Agb> parse(std::string_view text);

    [[nodiscard]] std::string const& digits() const { return m_digits; }
    // The first two digits, the kind of care: "01" general practice, "04" physiotherapy, "12" dentistry.
    [[nodiscard]] std::string_view care_kind() const { return std::string_view(m_digits).substr(0, 2); }

    friend auto operator<=>(Agb const&, Agb const&) = default;

private:
    explicit Agb(std::string digits)
        : m_digits(std::move(digits))
    {
    }
    std::string m_digits;
};

} // namespace zk
