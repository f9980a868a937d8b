// postcode: a Dutch postcode, which with a house number is an address.
// Used for addresses, search and the number register; a foreign postcode stays a text beside it.
// Always: "1234 AB" with one space, no leading zero, never SA, SD or SS, which were not given out.
// An attacker gains nothing here; it becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class Postcode {
public:
    // "1234 AB", "1234AB", "1234 ab". "postcode-unreadable" has another shape, "postcode-not-given-out" has this one.
    [[nodiscard]] static Result<Postcode> parse(std::string_view text);

    // "1234 AB"
    [[nodiscard]] std::string const& text() const { return m_text; }
    // "1234AB", as claims and registers have it.
    [[nodiscard]] std::string compact() const { return m_text.substr(0, 4) + m_text.substr(5); }

    friend auto operator<=>(Postcode const&, Postcode const&) = default;

private:
    explicit Postcode(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace zk
