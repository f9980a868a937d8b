// codec: how a value of an element is written inside a sealed record, and how it reads on a screen.
// Used by record.hpp and projection.hpp; one specialisation a type.
// Always: one value has one spelling; what does not decode is tampering or a mistake, told as such.
// An attacker who feeds it bytes gets an error; it runs only on bytes that opened under a key.
#pragma once

#include "base/bsn.hpp"
#include "base/bytes.hpp"
#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/money.hpp"
#include "base/sex.hpp"
#include "base/time_of_day.hpp"

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace zk::catalogue {

// encode appends the value's bytes, decode takes exactly these; text is what a projection shows.
template<typename T>
struct Codec;

template<>
struct Codec<std::string> {
    static void encode(Writer& out, std::string const& value) { out.raw(as_bytes(value)); }
    static Result<std::string> decode(ByteView bytes) { return std::string(as_text(bytes)); }
    static std::string text(std::string const& value) { return value; }
};

template<>
struct Codec<Bytes> {
    static void encode(Writer& out, Bytes const& value) { out.raw(value); }
    static Result<Bytes> decode(ByteView bytes) { return to_bytes(bytes); }
    static std::string text(Bytes const& value) { return to_hex(value); }
};

template<>
struct Codec<std::uint64_t> {
    static void encode(Writer& out, std::uint64_t value) { out.varint(value); }
    static Result<std::uint64_t> decode(ByteView bytes);
    static std::string text(std::uint64_t value) { return std::to_string(value); }
};

template<>
struct Codec<bool> {
    static void encode(Writer& out, bool value) { out.u8(value ? 1 : 0); }
    static Result<bool> decode(ByteView bytes);
    static std::string text(bool value) { return value ? "ja" : "nee"; }
};

template<>
struct Codec<Date> {
    static void encode(Writer& out, Date value);
    static Result<Date> decode(ByteView bytes);
    static std::string text(Date value) { return value.iso(); }
};

template<>
struct Codec<Instant> {
    static void encode(Writer& out, Instant value);
    static Result<Instant> decode(ByteView bytes);
    static std::string text(Instant value);
};

template<>
struct Codec<TimeOfDay> {
    static void encode(Writer& out, TimeOfDay value);
    static Result<TimeOfDay> decode(ByteView bytes);
    static std::string text(TimeOfDay value);
};

template<>
struct Codec<Cents> {
    static void encode(Writer& out, Cents value);
    static Result<Cents> decode(ByteView bytes);
};

template<>
struct Codec<Bsn> {
    static void encode(Writer& out, Bsn const& value);
    static Result<Bsn> decode(ByteView bytes);
    static std::string text(Bsn const& value);
};

template<>
struct Codec<Sex> {
    static void encode(Writer& out, Sex value);
    static Result<Sex> decode(ByteView bytes);
    static std::string text(Sex value);
};

template<typename Tag>
struct Codec<Id<Tag>> {
    static void encode(Writer& out, Id<Tag> const& value) { out.raw(value.bytes()); }
    static Result<Id<Tag>> decode(ByteView bytes) { return Id<Tag>::from_bytes(bytes); }
    static std::string text(Id<Tag> const& value) { return value.text(); }
};

// An enum of one byte; the enum's header names the last value by `last_of(Enum)`.
template<typename Enum>
    requires std::is_enum_v<Enum> && std::is_same_v<std::underlying_type_t<Enum>, std::uint8_t>
    && requires(Enum value) {
           { last_of(value) } -> std::same_as<Enum>;
           { text_of(value) } -> std::convertible_to<std::string_view>;
       }
struct Codec<Enum> {
    static void encode(Writer& out, Enum value) { out.u8(static_cast<std::uint8_t>(value)); }
    static Result<Enum> decode(ByteView bytes)
    {
        if (bytes.size() != 1 || bytes[0] == 0 || bytes[0] > static_cast<std::uint8_t>(last_of(Enum {})))
            return fail(Fault::tampered, "element-unknown-value");
        return static_cast<Enum>(bytes[0]);
    }
    static std::string text(Enum value) { return std::string(text_of(value)); }
};

template<typename T>
struct Codec<std::vector<T>> {
    static void encode(Writer& out, std::vector<T> const& values)
    {
        for (T const& value : values) {
            Writer one;
            Codec<T>::encode(one, value);
            out.sized(one.view());
        }
    }
    static Result<std::vector<T>> decode(ByteView bytes)
    {
        Reader reader(bytes);
        std::vector<T> out;
        while (!reader.at_end()) {
            ZK_TRY(ByteView one, reader.sized());
            ZK_TRY(T value, Codec<T>::decode(one));
            out.push_back(std::move(value));
        }
        return out;
    }
    static std::vector<std::string> texts(std::vector<T> const& values)
    {
        std::vector<std::string> out;
        for (T const& value : values)
            out.push_back(Codec<T>::text(value));
        return out;
    }
};

} // namespace zk::catalogue
