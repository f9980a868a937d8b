// phone: a telephone number, as written and as dialled.
// Used for contact and search.
// Always: between 7 and 15 digits with the country in front (E.164); a Dutch one has as many as its kind.
// An attacker gains nothing here; it becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace zk {

class Phone {
public:
    // "06-12345678", "(020) 123 45 67", "+31 6 12345678", "0031612345678", "+31 (0)6 12345678", "+32 2 123 45 67",
    // "0900-1234".
    [[nodiscard]] static Result<Phone> parse(std::string_view text);

    // As somebody wrote it, so that he knows it again.
    [[nodiscard]] std::string const& written() const { return m_written; }
    // "31612345678": the same digits for every way of writing it.
    [[nodiscard]] std::string const& digits() const { return m_digits; }

    friend bool operator==(Phone const& a, Phone const& b) { return a.m_digits == b.m_digits; }

private:
    Phone(std::string_view written, std::string digits)
        : m_written(written)
        , m_digits(std::move(digits))
    {
    }
    std::string m_written;
    std::string m_digits;
};

} // namespace zk
