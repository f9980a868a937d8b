#include "base/encoding.hpp"

#include "base/require.hpp"

#include <array>
#include <utf8proc.h>

namespace zk {

namespace {

constexpr std::string_view k_utf8_mark = "\xef\xbb\xbf";
constexpr std::string_view k_utf16_little_endian_mark = "\xff\xfe";
constexpr std::string_view k_utf16_big_endian_mark = "\xfe\xff";
constexpr char32_t k_replacement = 0xfffd;

// What Windows-1252 has in the place of the control characters 0x80 to 0x9f; the rest is Latin-1.
constexpr std::array<char32_t, 32> k_windows_1252 {
    U'€',
    0x81,
    U'‚',
    U'ƒ',
    U'„',
    U'…',
    U'†',
    U'‡',
    U'ˆ',
    U'‰',
    U'Š',
    U'‹',
    U'Œ',
    0x8d,
    U'Ž',
    0x8f, //
    0x90,
    U'‘',
    U'’',
    U'“',
    U'”',
    U'•',
    U'–',
    U'—',
    U'˜',
    U'™',
    U'š',
    U'›',
    U'œ',
    0x9d,
    U'ž',
    U'Ÿ',
};

void append(std::string& out, char32_t c)
{
    std::array<utf8proc_uint8_t, 4> bytes {};
    utf8proc_ssize_t const size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
    out.append(bytes.begin(), bytes.begin() + size);
}

constexpr bool is_high_surrogate(char32_t unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

constexpr bool is_low_surrogate(char32_t unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

std::string utf16_to_utf8(std::string_view bytes, Encoding encoding)
{
    std::size_t const units = bytes.size() / 2;
    auto const unit = [&](std::size_t i) {
        char32_t const first = static_cast<unsigned char>(bytes[2 * i]);
        char32_t const second = static_cast<unsigned char>(bytes[2 * i + 1]);
        return encoding == Encoding::utf16_little_endian ? second << 8 | first : first << 8 | second;
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < units; ++i) {
        char32_t const c = unit(i);
        if (is_high_surrogate(c) && i + 1 < units && is_low_surrogate(unit(i + 1)))
            append(out, 0x10000 + ((c - 0xd800) << 10) + (unit(++i) - 0xdc00));
        else
            append(out, is_high_surrogate(c) || is_low_surrogate(c) ? k_replacement : c);
    }
    if (bytes.size() % 2 != 0)
        append(out, k_replacement);
    return out;
}

} // namespace

bool valid_utf8(std::string_view bytes)
{
    auto const* data = reinterpret_cast<utf8proc_uint8_t const*>(bytes.data());
    for (std::size_t at = 0; at < bytes.size();) {
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t c = 0;
        utf8proc_ssize_t const size = utf8proc_iterate(data + at, static_cast<utf8proc_ssize_t>(bytes.size() - at), &c);
        if (size <= 0)
            return false;
        at += static_cast<std::size_t>(size);
    }
    return true;
}

std::string windows_1252_to_utf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (char const byte : bytes) {
        auto const value = static_cast<unsigned char>(byte);
        if (value < 0x80)
            out.push_back(byte);
        else
            append(out, value < 0xa0 ? k_windows_1252[value - 0x80U] : value);
    }
    return out;
}

Decoded to_utf8_guessing(std::string_view bytes)
{
    if (bytes.starts_with(k_utf16_little_endian_mark))
        return { utf16_to_utf8(bytes.substr(2), Encoding::utf16_little_endian), Encoding::utf16_little_endian };
    if (bytes.starts_with(k_utf16_big_endian_mark))
        return { utf16_to_utf8(bytes.substr(2), Encoding::utf16_big_endian), Encoding::utf16_big_endian };
    if (!valid_utf8(bytes))
        return { windows_1252_to_utf8(bytes), Encoding::windows_1252 };
    if (bytes.starts_with(k_utf8_mark))
        return { std::string(bytes.substr(k_utf8_mark.size())), Encoding::utf8_with_mark };
    return { std::string(bytes), Encoding::utf8 };
}

std::string_view encoding_name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::utf8:
    case Encoding::utf8_with_mark:
        return "UTF-8";
    case Encoding::utf16_little_endian:
        return "UTF-16LE";
    case Encoding::utf16_big_endian:
        return "UTF-16BE";
    case Encoding::windows_1252:
        return "windows-1252";
    }
    ZK_REQUIRE(false);
    return {};
}

} // namespace zk
