// result: what a function gives back that can go wrong for reasons outside this program.
// Used by every layer; programmer errors use ZK_REQUIRE, exceptions of libraries end in their wrapper.
// Always: an Error holds a kind of fault, a literal code and a place; never a person's data.
// An attacker who reads errors learns file names and row numbers, nothing of a patient.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace zk {

// How the caller should react; the code says what happened.
enum class Fault : std::uint8_t {
    bad_input,   // the given data is wrong: name the place, tell the remedy
    wrong_use,   // the command or call is wrong
    refused,     // policy or law says no
    not_found,   // there is no such thing
    conflict,    // somebody else changed it, or it exists already
    tampered,    // bytes on disk are not what we wrote
    storage,     // the disk failed or is full
    crypto,      // a key does not fit
    unavailable, // not now: locked, busy, limit reached
    internal,    // a library failed in a way that we did not foresee
};

// A code is written in the source, never built at run time: so it cannot hold data. Texts for people: app/messages.
class Code {
public:
    consteval Code(const char* text) // NOLINT(google-explicit-constructor): reads as a literal at the call site
        : m_text(text)
    {
    }
    [[nodiscard]] constexpr std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
};

// Where it happened. Built from literals, numbers and paths that the user named himself.
class Place {
public:
    Place() = default;
    [[nodiscard]] static Place path(std::string_view path) { return Place(std::string(path)); }
    [[nodiscard]] static Place of(Code what) { return Place(std::string(what.text())); }
    [[nodiscard]] Place row(std::uint64_t number) const { return Place(m_text + ":" + std::to_string(number)); }
    [[nodiscard]] Place part(Code what) const { return Place(m_text + " " + std::string(what.text())); }
    [[nodiscard]] Place number(std::uint64_t number) const { return Place(m_text + " " + std::to_string(number)); }
    [[nodiscard]] std::string const& text() const { return m_text; }

private:
    explicit Place(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

class [[nodiscard]] Error {
public:
    Error(Fault fault, Code code, Place place = {})
        : m_fault(fault)
        , m_code(code.text())
        , m_place(std::move(place))
    {
    }
    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] std::string_view code() const { return m_code; }
    [[nodiscard]] std::string const& place() const { return m_place.text(); }
    // The same error, told from where the caller stands (an outer place wins over none).
    [[nodiscard]] Error at(Place place) const
    {
        Error copy = *this;
        copy.m_place = std::move(place);
        return copy;
    }

private:
    Fault m_fault;
    std::string_view m_code;
    Place m_place;
};

template<typename T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(Fault fault, Code code, Place place = {})
{
    return std::unexpected<Error>(std::in_place, fault, code, std::move(place));
}

} // namespace zk

#define ZK_CONCAT_INNER(a, b) a##b
#define ZK_CONCAT(a, b) ZK_CONCAT_INNER(a, b)

// Names from __COUNTER__, so that a lambda inside may use them too.
#define ZK_TRY_INNER(outcome, declaration, ...)                                                                        \
    auto outcome = (__VA_ARGS__);                                                                                      \
    if (!outcome) [[unlikely]]                                                                                         \
        return std::unexpected(std::move(outcome).error());                                                            \
    declaration = std::move(*outcome)

#define ZK_CHECK_INNER(outcome, ...)                                                                                   \
    do {                                                                                                               \
        auto outcome = (__VA_ARGS__);                                                                                  \
        if (!outcome) [[unlikely]]                                                                                     \
            return std::unexpected(std::move(outcome).error());                                                        \
    } while (false)

// ZK_TRY(Bsn bsn, Bsn::parse(text)); stands on a line of its own.
#define ZK_TRY(declaration, ...) ZK_TRY_INNER(ZK_CONCAT(zk_try_, __COUNTER__), declaration, __VA_ARGS__)

// ZK_CHECK(store.flush()); when the value, if there is one, does not matter.
#define ZK_CHECK(...) ZK_CHECK_INNER(ZK_CONCAT(zk_check_, __COUNTER__), __VA_ARGS__)
