// ascii: the questions one asks of single characters, without a locale that could change the answer.
// Used by every parser; the C library's isdigit and friends are not.
// Always: bytes of 128 and up are no letter and no digit, and stay as they are.
// An attacker gains nothing here.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace zk::ascii {

[[nodiscard]] constexpr bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_letter(char c)
{
    return is_lower(c) || is_upper(c);
}
[[nodiscard]] constexpr bool is_alphanumeric(char c)
{
    return is_letter(c) || is_digit(c);
}
[[nodiscard]] constexpr bool is_control(char c)
{
    return (c >= 0 && c < ' ') || c == '\x7f';
}

[[nodiscard]] constexpr char lower(char c)
{
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char upper(char c)
{
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] inline std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}
[[nodiscard]] inline std::string upper(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return upper(c); });
    return out;
}

[[nodiscard]] constexpr bool all_digits(std::string_view text)
{
    return std::ranges::all_of(text, is_digit);
}

// The text without what people write between groups of characters.
[[nodiscard]] inline std::string without(std::string_view text, std::string_view separators)
{
    std::string out;
    std::ranges::copy_if(
        text, std::back_inserter(out), [&](char c) { return separators.find(c) == std::string_view::npos; });
    return out;
}

// A number of at most nine digits; nothing when there is anything else in the text.
[[nodiscard]] constexpr std::optional<int> number(std::string_view text)
{
    if (text.empty() || text.size() > 9 || !all_digits(text))
        return std::nullopt;
    int value = 0;
    for (char c : text)
        value = value * 10 + (c - '0');
    return value;
}

} // namespace zk::ascii
