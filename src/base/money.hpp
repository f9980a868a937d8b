// money: an amount in euro cents. Never a double.
// Used for tariffs, invoices and the ledger.
// Always: sums are checked; what was read is at most a billion euros, so no sum over a practice can overflow.
// An attacker who writes an amount can write only an amount.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace zk {

inline constexpr std::int64_t k_amount_cents_max = 100'000'000'000;
static_assert(
    k_amount_cents_max < std::numeric_limits<std::int64_t>::max() / 10'000'000, "ten million amounts can be added");

class Cents {
public:
    constexpr Cents() = default;
    [[nodiscard]] static constexpr Cents of(std::int64_t cents) { return Cents(cents); }

    // "79,63", "116.50", "12", "12,5", "1.234,56", "1,234.56", "-12,00", "12,00-", "€ 12,50", "EUR 12,50", "12,-".
    // With both signs the last one is the decimal sign; a sign that stands twice separates thousands. One point with
    // three digits behind it, "1.234", is a thousand, as the Dutch write it: cents have no third decimal. "1,234" is
    // refused: a comma is the Dutch decimal sign and the English one for thousands, and nobody should guess a factor of
    // a thousand.
    [[nodiscard]] static Result<Cents> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t count() const { return m_cents; }
    // "1234.56", as files have it.
    [[nodiscard]] std::string plain() const;
    // "€ 1.234,56", as people read it.
    [[nodiscard]] std::string dutch() const;

    // An overflow is a mistake in this program: what comes from outside is too small for it.
    [[nodiscard]] Cents operator+(Cents other) const;
    [[nodiscard]] Cents operator-(Cents other) const;
    [[nodiscard]] Cents operator-() const;
    Cents& operator+=(Cents other) { return *this = *this + other; }
    Cents& operator-=(Cents other) { return *this = *this - other; }
    // A number of units comes from outside, so this one can fail.
    [[nodiscard]] Result<Cents> times(std::int64_t count) const;

    friend constexpr auto operator<=>(Cents const&, Cents const&) = default;

private:
    explicit constexpr Cents(std::int64_t cents)
        : m_cents(cents)
    {
    }
    std::int64_t m_cents = 0;
};

} // namespace zk
