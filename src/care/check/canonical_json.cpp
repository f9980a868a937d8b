#include "care/check/canonical_json.hpp"

#include "base/encoding.hpp"
#include "base/require.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace zk::care::check {

namespace {

void write_string(std::string& out, std::string_view text)
{
    out += '"';
    for (char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (c >= 0 && c < ' ')
                fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
            else
                out += c;
        }
    }
    out += '"';
}

} // namespace

Json::Json(bool value)
    : m_value(value)
{
}

Json::Json(std::int64_t value)
    : m_value(value)
{
    ZK_REQUIRE(value >= -k_json_number_max && value <= k_json_number_max);
}

Json::Json(int value)
    : m_value(std::int64_t { value })
{
}

Json::Json(std::string_view value)
    : m_value(valid_utf8(value) ? std::string(value) : windows_1252_to_utf8(value))
{
}

Json::Json(std::string const& value)
    : Json(std::string_view(value))
{
}

Json::Json(const char* value)
    : Json(std::string_view(value))
{
}

Json::Json(Array value)
    : m_value(std::move(value))
{
}

Json::Json(Object value)
    : m_value(std::move(value))
{
    auto is_ascii = [](auto const& member) { return std::ranges::all_of(member.first, [](char c) { return c >= 0; }); };
    ZK_REQUIRE(std::ranges::all_of(std::get<Object>(m_value), is_ascii));
}

std::string Json::canonical() const
{
    std::string out;
    write(out);
    return out;
}

void Json::write(std::string& out) const
{
    if (auto const* flag = std::get_if<bool>(&m_value)) {
        out += *flag ? "true" : "false";
    } else if (auto const* number = std::get_if<std::int64_t>(&m_value)) {
        out += std::to_string(*number);
    } else if (auto const* text = std::get_if<std::string>(&m_value)) {
        write_string(out, *text);
    } else if (auto const* elements = std::get_if<Array>(&m_value)) {
        out += '[';
        for (bool first = true; Json const& element : *elements) {
            if (!std::exchange(first, false))
                out += ',';
            element.write(out);
        }
        out += ']';
    } else if (auto const* members = std::get_if<Object>(&m_value)) {
        out += '{';
        for (bool first = true; auto const& [key, member] : *members) {
            if (!std::exchange(first, false))
                out += ',';
            write_string(out, key);
            out += ':';
            member.write(out);
        }
        out += '}';
    } else {
        out += "null";
    }
}

Result<bool> Json::boolean() const
{
    if (auto const* value = std::get_if<bool>(&m_value))
        return *value;
    return fail(Fault::bad_input, "json-not-boolean");
}

Result<std::int64_t> Json::number() const
{
    if (auto const* value = std::get_if<std::int64_t>(&m_value))
        return *value;
    return fail(Fault::bad_input, "json-not-number");
}

Result<std::string_view> Json::text() const
{
    if (auto const* value = std::get_if<std::string>(&m_value))
        return *value;
    return fail(Fault::bad_input, "json-not-text");
}

Result<Json::Array const*> Json::array() const
{
    if (auto const* value = std::get_if<Array>(&m_value))
        return value;
    return fail(Fault::bad_input, "json-not-array");
}

Result<Json::Object const*> Json::object() const
{
    if (auto const* value = std::get_if<Object>(&m_value))
        return value;
    return fail(Fault::bad_input, "json-not-object");
}

Result<Json const*> Json::at(std::string_view key) const
{
    ZK_TRY(Object const* members, object());
    auto const found = members->find(key);
    if (found == members->end())
        return fail(Fault::bad_input, "json-member-missing");
    return &found->second;
}

} // namespace zk::care::check
