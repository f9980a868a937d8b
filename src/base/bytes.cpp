#include "base/bytes.hpp"

namespace zk {

namespace {

constexpr std::string_view k_base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned k_varint_bytes_max = 10;

template<typename T>
void put_little_endian(Bytes& out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

template<typename T>
T get_little_endian(ByteView bytes)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value = static_cast<T>(value | static_cast<T>(static_cast<T>(bytes[i]) << (8 * i)));
    return value;
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

Writer& Writer::u8(std::uint8_t value)
{
    m_bytes.push_back(value);
    return *this;
}

Writer& Writer::u16(std::uint16_t value)
{
    put_little_endian(m_bytes, value);
    return *this;
}

Writer& Writer::u32(std::uint32_t value)
{
    put_little_endian(m_bytes, value);
    return *this;
}

Writer& Writer::u64(std::uint64_t value)
{
    put_little_endian(m_bytes, value);
    return *this;
}

Writer& Writer::varint(std::uint64_t value)
{
    while (value >= 0x80) {
        m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
        value >>= 7;
    }
    m_bytes.push_back(static_cast<std::uint8_t>(value));
    return *this;
}

Writer& Writer::raw(ByteView bytes)
{
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    return *this;
}

Writer& Writer::sized(ByteView bytes)
{
    varint(bytes.size());
    return raw(bytes);
}

Result<ByteView> Reader::raw(std::size_t size)
{
    if (m_rest.size() < size)
        return fail(Fault::tampered, "bytes-too-short");
    ByteView out = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return out;
}

Result<std::uint8_t> Reader::u8()
{
    ZK_TRY(ByteView bytes, raw(1));
    return bytes[0];
}

Result<std::uint16_t> Reader::u16()
{
    ZK_TRY(ByteView bytes, raw(2));
    return get_little_endian<std::uint16_t>(bytes);
}

Result<std::uint32_t> Reader::u32()
{
    ZK_TRY(ByteView bytes, raw(4));
    return get_little_endian<std::uint32_t>(bytes);
}

Result<std::uint64_t> Reader::u64()
{
    ZK_TRY(ByteView bytes, raw(8));
    return get_little_endian<std::uint64_t>(bytes);
}

Result<std::uint64_t> Reader::varint()
{
    std::uint64_t value = 0;
    for (unsigned i = 0; i < k_varint_bytes_max; ++i) {
        ZK_TRY(std::uint8_t byte, u8());
        if (i == k_varint_bytes_max - 1 && byte > 1)
            break;
        value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) {
            // One number has one spelling, so that equal records are equal bytes.
            if (byte == 0 && i > 0)
                break;
            return value;
        }
    }
    return fail(Fault::tampered, "bytes-bad-varint");
}

Result<ByteView> Reader::sized()
{
    ZK_TRY(std::uint64_t size, varint());
    if (size > m_rest.size())
        return fail(Fault::tampered, "bytes-too-short");
    return raw(static_cast<std::size_t>(size));
}

Result<> Reader::expect_end() const
{
    if (!m_rest.empty())
        return fail(Fault::tampered, "bytes-left-over");
    return {};
}

std::string to_hex(ByteView bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (std::uint8_t byte : bytes) {
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 15]);
    }
    return out;
}

Result<Bytes> from_hex(std::string_view text)
{
    if (text.size() % 2 != 0)
        return fail(Fault::bad_input, "hex-odd-length");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        int const high = hex_digit(text[i]);
        int const low = hex_digit(text[i + 1]);
        if (high < 0 || low < 0)
            return fail(Fault::bad_input, "hex-bad-digit");
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string to_base64(ByteView bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::size_t const left = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16;
        if (left > 1)
            group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8;
        if (left > 2)
            group |= bytes[i + 2];
        out.push_back(k_base64[group >> 18]);
        out.push_back(k_base64[(group >> 12) & 63]);
        out.push_back(left > 1 ? k_base64[(group >> 6) & 63] : '=');
        out.push_back(left > 2 ? k_base64[group & 63] : '=');
    }
    return out;
}

Result<Bytes> from_base64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return fail(Fault::bad_input, "base64-bad-length");
    Bytes out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        bool const last = i + 4 == text.size();
        std::size_t padding = 0;
        if (last && text[i + 3] == '=')
            padding = text[i + 2] == '=' ? 2 : 1;
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 4; ++j) {
            std::size_t value = 0;
            if (j < 4 - padding) {
                value = k_base64.find(text[i + j]);
                if (value == std::string_view::npos)
                    return fail(Fault::bad_input, "base64-bad-digit");
            }
            group = (group << 6) | static_cast<std::uint32_t>(value);
        }
        // Bits that nobody reads must be zero: one value has one spelling.
        if ((padding == 1 && (group & 0xff) != 0) || (padding == 2 && (group & 0xffff) != 0))
            return fail(Fault::bad_input, "base64-not-canonical");
        out.push_back(static_cast<std::uint8_t>(group >> 16));
        if (padding < 2)
            out.push_back(static_cast<std::uint8_t>(group >> 8));
        if (padding < 1)
            out.push_back(static_cast<std::uint8_t>(group));
    }
    return out;
}

} // namespace zk
