#include "base/money.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace zk {

namespace {

constexpr std::string_view k_euro = "€";
// As many digits as the largest amount in whole euros has.
constexpr std::size_t k_whole_digits_max = 10;

enum class Sign : std::uint8_t { plus, minus };

bool drop_prefix(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text = trim(text.substr(prefix.size()));
    return true;
}

bool drop_suffix(std::string_view& text, std::string_view suffix)
{
    if (!text.ends_with(suffix))
        return false;
    text = trim(text.substr(0, text.size() - suffix.size()));
    return true;
}

bool drop_minus(std::string_view& text)
{
    return drop_prefix(text, "-") || drop_prefix(text, "\u2212");
}

// Takes the sign and the currency off, on whichever side and in whichever order they stand; at most one sign.
Result<Sign> take_sign(std::string_view& text)
{
    bool minus = drop_minus(text);
    bool const euro = drop_prefix(text, k_euro) || drop_prefix(text, "EUR") || drop_suffix(text, k_euro)
        || drop_suffix(text, "EUR");
    if (euro && drop_minus(text)) {
        if (minus)
            return fail(Fault::bad_input, "amount-unreadable");
        minus = true;
    }
    bool const no_cents = text.ends_with(",-") && drop_suffix(text, ",-");
    if (!no_cents && drop_suffix(text, "-")) {
        if (minus)
            return fail(Fault::bad_input, "amount-unreadable");
        minus = true;
    }
    return minus ? Sign::minus : Sign::plus;
}

// Where the decimals start; npos when there are none.
Result<std::size_t> find_decimal_sign(std::string_view text)
{
    std::size_t const last = text.find_last_of(".,");
    if (last == std::string_view::npos)
        return last;
    std::size_t const first_of_kind = text.find(text[last]);
    bool const other_kind = text.find(text[last] == '.' ? ',' : '.') != std::string_view::npos;
    if (other_kind)
        return last;
    if (first_of_kind != last)
        return std::string_view::npos;
    if (text.size() - last - 1 != 3)
        return last;
    if (text[last] == ',')
        return fail(Fault::bad_input, "amount-ambiguous");
    return std::string_view::npos;
}

// "1.234.567": groups of three after the first, all with the same separator, and no zero in front.
Result<std::string> without_thousands(std::string_view text)
{
    std::size_t const first = text.find_first_of(".,");
    if (first == std::string_view::npos)
        return std::string(text);
    if (first == 0 || first > 3 || text[0] == '0')
        return fail(Fault::bad_input, "amount-unreadable");
    std::string out(text.substr(0, first));
    char const separator = text[first];
    for (std::size_t at = first; at < text.size(); at += 4) {
        std::string_view const group = text.substr(at + 1, 3);
        if (text[at] != separator || group.size() != 3)
            return fail(Fault::bad_input, "amount-unreadable");
        out += group;
    }
    return out;
}

std::string with_thousands(std::string digits)
{
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, '.');
    return digits;
}

// Through unsigned, because the smallest number has no positive twin.
std::uint64_t magnitude(std::int64_t value)
{
    auto const bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

} // namespace

Result<Cents> Cents::parse(std::string_view text)
{
    text = trim(text);
    ZK_TRY(Sign const sign, take_sign(text));
    ZK_TRY(std::size_t const point, find_decimal_sign(text));
    bool const has_decimals = point != std::string_view::npos;
    ZK_TRY(std::string const whole, without_thousands(text.substr(0, point)));
    std::string decimals(has_decimals ? text.substr(point + 1) : "00");
    if (decimals.size() == 1)
        decimals.push_back('0');
    if (whole.empty() || decimals.size() != 2 || !ascii::all_digits(whole) || !ascii::all_digits(decimals))
        return fail(Fault::bad_input, "amount-unreadable");
    if (whole.size() > k_whole_digits_max)
        return fail(Fault::bad_input, "amount-too-large");
    std::int64_t cents = 0;
    for (char c : whole + decimals)
        cents = cents * 10 + (c - '0');
    if (cents > k_amount_cents_max)
        return fail(Fault::bad_input, "amount-too-large");
    return Cents(sign == Sign::minus ? -cents : cents);
}

std::string Cents::plain() const
{
    std::uint64_t const size = magnitude(m_cents);
    return fmt::format("{}{}.{:02}", m_cents < 0 ? "-" : "", size / 100, size % 100);
}

std::string Cents::dutch() const
{
    std::uint64_t const size = magnitude(m_cents);
    return fmt::format("€ {}{},{:02}", m_cents < 0 ? "-" : "", with_thousands(std::to_string(size / 100)), size % 100);
}

Cents Cents::operator+(Cents other) const
{
    std::int64_t sum = 0;
    ZK_REQUIRE(!__builtin_add_overflow(m_cents, other.m_cents, &sum));
    return Cents(sum);
}

Cents Cents::operator-(Cents other) const
{
    std::int64_t difference = 0;
    ZK_REQUIRE(!__builtin_sub_overflow(m_cents, other.m_cents, &difference));
    return Cents(difference);
}

Cents Cents::operator-() const
{
    return Cents() - *this;
}

Result<Cents> Cents::times(std::int64_t count) const
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(m_cents, count, &product) || magnitude(product) > magnitude(k_amount_cents_max))
        return fail(Fault::bad_input, "amount-too-large");
    return Cents(product);
}

} // namespace zk
