#include "app/http/target.hpp"

#include "app/http/limits.hpp"
#include "base/ascii.hpp"
#include "base/encoding.hpp"

#include <charconv>
#include <optional>

namespace zk::app::http {

namespace {

// RFC 3986: unreserved, sub-delims, ':' and '@' stand for themselves in a segment.
bool is_path_character(char c)
{
    return ascii::is_alphanumeric(c) || std::string_view("-._~!$&'()*+,;=:@").contains(c);
}

bool is_query_character(char c)
{
    return is_path_character(c) || c == '/' || c == '?';
}

std::optional<char> byte_of(std::string_view hex)
{
    unsigned value = 0;
    auto const [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
    if (hex.size() != 2 || error != std::errc() || end != hex.data() + hex.size())
        return std::nullopt;
    return static_cast<char>(value);
}

enum class Plus : std::uint8_t { itself, space };

// One segment, key or value: what decodes to a control character, a slash or broken UTF-8 is nothing.
std::optional<std::string> decode(std::string_view text, bool (&stands_for_itself)(char), Plus plus)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            auto const byte = byte_of(text.substr(i + 1, 2));
            if (!byte || ascii::is_control(*byte))
                return std::nullopt;
            out += *byte;
            i += 2;
        } else if (text[i] == '+' && plus == Plus::space) {
            out += ' ';
        } else if (stands_for_itself(text[i])) {
            out += text[i];
        } else {
            return std::nullopt;
        }
    }
    if (!valid_utf8(out))
        return std::nullopt;
    return out;
}

std::optional<std::string> decode_path(std::string_view text)
{
    if (!text.starts_with('/'))
        return std::nullopt;
    std::string path;
    while (!text.empty()) {
        text.remove_prefix(1);
        std::size_t const end = std::min(text.find('/'), text.size());
        auto const segment = decode(text.substr(0, end), is_path_character, Plus::itself);
        text.remove_prefix(end);
        // A path may end with a slash; another empty segment is a trick.
        if (!segment || (segment->empty() && !text.empty()) || *segment == "." || *segment == ".."
            || segment->contains('/') || segment->contains('\\'))
            return std::nullopt;
        path += '/';
        path += *segment;
    }
    return path;
}

std::optional<Query> decode_query(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        std::string_view const pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        std::size_t const equals = std::min(pair.find('='), pair.size());
        auto key = decode(pair.substr(0, equals), is_query_character, Plus::space);
        auto value = decode(pair.substr(std::min(equals + 1, pair.size())), is_query_character, Plus::space);
        // A key given twice means one thing to us and another to somebody else.
        if (!key || !value || key->empty() || query.size() == k_query_parameters_max
            || !query.emplace(std::move(*key), std::move(*value)).second)
            return std::nullopt;
    }
    return query;
}

} // namespace

std::expected<Target, Refusal> Target::parse(std::string_view text)
{
    if (text.size() > k_target_bytes_max)
        return std::unexpected(Refusal::target_too_long);
    std::size_t const mark = std::min(text.find('?'), text.size());
    auto path = decode_path(text.substr(0, mark));
    auto query = decode_query(text.substr(std::min(mark + 1, text.size())));
    if (!path || !query)
        return std::unexpected(Refusal::bad_target);
    return Target { std::move(*path), std::move(*query) };
}

} // namespace zk::app::http
