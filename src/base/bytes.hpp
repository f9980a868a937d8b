// bytes: raw bytes, and the two cursors with which every binary format of this program is written and read.
// Used by crypto, catalogue, keep: integers little-endian, varints LEB128, strings with their length before them.
// Always: a Reader never reads past its end and fails on bytes left over; a Writer never truncates.
// An attacker who feeds a Reader gets an error, not memory.
#pragma once

#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zk {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<std::uint8_t const>;

[[nodiscard]] inline ByteView as_bytes(std::string_view text)
{
    return { reinterpret_cast<std::uint8_t const*>(text.data()), text.size() };
}
[[nodiscard]] inline std::string_view as_text(ByteView bytes)
{
    return { reinterpret_cast<char const*>(bytes.data()), bytes.size() };
}
[[nodiscard]] inline Bytes to_bytes(ByteView bytes)
{
    return { bytes.begin(), bytes.end() };
}

class Writer {
public:
    Writer& u8(std::uint8_t value);
    Writer& u16(std::uint16_t value);
    Writer& u32(std::uint32_t value);
    Writer& u64(std::uint64_t value);
    Writer& varint(std::uint64_t value);
    Writer& raw(ByteView bytes);
    // A varint with the length, then the bytes.
    Writer& sized(ByteView bytes);
    Writer& sized(std::string_view text) { return sized(as_bytes(text)); }

    [[nodiscard]] ByteView view() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

private:
    Bytes m_bytes;
};

class Reader {
public:
    explicit Reader(ByteView bytes)
        : m_rest(bytes)
    {
    }
    // It only looks: the bytes must live longer than the Reader.
    explicit Reader(Bytes&&) = delete;
    template<std::size_t N>
    explicit Reader(std::array<std::uint8_t, N>&&) = delete;

    Result<std::uint8_t> u8();
    Result<std::uint16_t> u16();
    Result<std::uint32_t> u32();
    Result<std::uint64_t> u64();
    Result<std::uint64_t> varint();
    Result<ByteView> raw(std::size_t size);
    Result<ByteView> sized();
    template<std::size_t N>
    Result<std::array<std::uint8_t, N>> array()
    {
        ZK_TRY(ByteView bytes, raw(N));
        std::array<std::uint8_t, N> out {};
        std::memcpy(out.data(), bytes.data(), N);
        return out;
    }
    [[nodiscard]] bool at_end() const { return m_rest.empty(); }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }
    // What is left over is an error too: every byte of a format has a meaning.
    [[nodiscard]] Result<> expect_end() const;

private:
    ByteView m_rest;
};

[[nodiscard]] std::string to_hex(ByteView bytes);
[[nodiscard]] Result<Bytes> from_hex(std::string_view text);
// Standard base64 with padding, as signed notes have it.
[[nodiscard]] std::string to_base64(ByteView bytes);
[[nodiscard]] Result<Bytes> from_base64(std::string_view text);

} // namespace zk
