// canonical_json: JSON of which there is one spelling only (RFC 8785), so that it can be hashed and signed.
// Used by the check's report, when it is written and when it is verified.
// Always: keys in order, no white space, whole numbers that every reader holds exactly; nothing else can be made.
// An attacker who writes the same thing in another way gets the same bytes, or an error.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace zk::care::check {

// Beyond this a reader that holds numbers as doubles would round.
inline constexpr std::int64_t k_json_number_max = 9'007'199'254'740'991;
inline constexpr std::size_t k_json_bytes_max = 4 * 1024 * 1024;
inline constexpr std::size_t k_json_depth_max = 16;

class Json {
public:
    struct Member;
    using Array = std::vector<Json>;
    // Keys are ASCII, so the order of their bytes is the order that the RFC asks for.
    using Object = std::map<std::string, Json, std::less<>>;

    Json() = default;         // null
    Json(bool value);         // NOLINT(google-explicit-constructor): values are written where JSON is meant
    Json(std::int64_t value); // NOLINT(google-explicit-constructor)
    Json(int value);          // NOLINT(google-explicit-constructor)
    // Bytes that are no UTF-8 are read as Windows-1252.
    Json(std::string_view value);   // NOLINT(google-explicit-constructor)
    Json(std::string const& value); // NOLINT(google-explicit-constructor)
    Json(const char* value);        // NOLINT(google-explicit-constructor)
    Json(Array value);              // NOLINT(google-explicit-constructor)
    Json(Object value);             // NOLINT(google-explicit-constructor)

    [[nodiscard]] static Result<Json> parse(std::string_view text);
    [[nodiscard]] std::string canonical() const;

    // Json::object({ { "key", value }, ... }), without copies.
    template<std::size_t N>
    [[nodiscard]] static Json object(Member (&&members)[N]); // NOLINT(*-avoid-c-arrays): how a list in braces arrives

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(m_value); }
    // Each fails when it is something else.
    [[nodiscard]] Result<bool> boolean() const;
    [[nodiscard]] Result<std::int64_t> number() const;
    [[nodiscard]] Result<std::string_view> text() const;
    [[nodiscard]] Result<Array const*> array() const;
    [[nodiscard]] Result<Object const*> object() const;
    // A member of an object.
    [[nodiscard]] Result<Json const*> at(std::string_view key) const;

private:
    void write(std::string& out) const;

    std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> m_value;
};

struct Json::Member {
    std::string_view key;
    Json value;
};

template<std::size_t N>
Json Json::object(Member (&&members)[N]) // NOLINT(*-avoid-c-arrays)
{
    Object out;
    for (Member& member : members)
        out.emplace(member.key, std::move(member.value));
    return out;
}

} // namespace zk::care::check
