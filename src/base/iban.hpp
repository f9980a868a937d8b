// iban: number of a bank account (ISO 13616).
// Used for debtors, mandates and the practice's own account.
// Always: passes the check modulo 97; a Dutch one has 18 characters, four letters of the bank and ten digits.
// An attacker who reads one knows an account; it becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace zk {

class Iban {
public:
    // Capitals or not, in groups or not.
    [[nodiscard]] static Result<Iban> parse(std::string_view text);

    // "NL91ABNA0417164300", as files have it.
    [[nodiscard]] std::string const& text() const { return m_text; }
    // "NL91 ABNA 0417 1643 00", as people read it.
    [[nodiscard]] std::string grouped() const;
    [[nodiscard]] std::string_view country() const { return std::string_view(m_text).substr(0, 2); }

    friend auto operator<=>(Iban const&, Iban const&) = default;

private:
    explicit Iban(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace zk
