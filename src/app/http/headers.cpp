#include "app/http/headers.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace zk::app::http {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_strict_headers { {
    // A year; browsers ignore it for addresses and for certificates that they do not trust.
    { "Strict-Transport-Security", "max-age=31536000" },
    { "X-Content-Type-Options", "nosniff" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Embedder-Policy", "require-corp" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy",
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(), "
        "gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), usb=()" },
    // For browsers that do not know frame-ancestors.
    { "X-Frame-Options", "DENY" },
} };

// What this file writes itself, once.
constexpr std::array<std::string_view, 6> k_ours { "connection", "content-length", "content-security-policy", "date",
    "transfer-encoding", "x-request-id" };

constexpr std::string_view k_no_store = "no-store";

std::string_view reason_of(int status)
{
    static constexpr auto k_reasons
        = std::to_array<std::pair<int, std::string_view>>({ { 200, "OK" }, { 201, "Created" }, { 202, "Accepted" },
            { 204, "No Content" }, { 304, "Not Modified" }, { 308, "Permanent Redirect" }, { 400, "Bad Request" },
            { 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" },
            { 409, "Conflict" }, { 413, "Content Too Large" }, { 414, "URI Too Long" }, { 417, "Expectation Failed" },
            { 421, "Misdirected Request" }, { 422, "Unprocessable Content" }, { 423, "Locked" },
            { 429, "Too Many Requests" }, { 431, "Request Header Fields Too Large" }, { 500, "Internal Server Error" },
            { 411, "Length Required" }, { 503, "Service Unavailable" }, { 505, "HTTP Version Not Supported" } });
    auto const* const found = std::ranges::find(k_reasons, status, [](auto const& pair) { return pair.first; });
    return found == k_reasons.end() ? std::string_view() : found->second;
}

bool is_token(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return ascii::is_alphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool may_be_sent(HeaderLine const& line)
{
    return is_token(line.name) && std::ranges::none_of(line.value, ascii::is_control)
        && std::ranges::find(k_ours, ascii::lower(line.name)) == k_ours.end();
}

bool has(Response const& response, std::string_view lower_name)
{
    return std::ranges::any_of(
        response.headers, [&](HeaderLine const& line) { return ascii::lower(line.name) == lower_name; });
}

std::uint64_t length_of(Response const& response)
{
    if (auto const* text = std::get_if<std::string>(&response.body))
        return text->size();
    if (auto const* fixed = std::get_if<FixedBytes>(&response.body))
        return fixed->bytes.size();
    return std::get<Stream>(response.body).length.value_or(0);
}

} // namespace

std::span<std::pair<std::string_view, std::string_view> const> strict_headers()
{
    return k_strict_headers;
}

std::string content_security_policy(std::optional<std::string> const& style_nonce)
{
    if (!style_nonce)
        return "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + *style_nonce
        + "'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          "frame-ancestors 'none'";
}

Framing framing_of(Response const& response)
{
    if (response.status == 204 || response.status == 304)
        return Framing::none;
    auto const* stream = std::get_if<Stream>(&response.body);
    return stream != nullptr && !stream->length ? Framing::chunked : Framing::length;
}

std::optional<std::string> head_of(Response const& response, HeadFacts const& facts)
{
    if (!std::ranges::all_of(response.headers, may_be_sent)
        || (response.style_nonce && std::ranges::any_of(*response.style_nonce, ascii::is_control)))
        return std::nullopt;

    std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
    auto const add = [&](std::string_view name, std::string_view value) {
        out += name;
        out += ": ";
        out += value;
        out += "\r\n";
    };
    for (HeaderLine const& line : response.headers)
        add(line.name, line.value);
    if (framing_of(response) == Framing::length)
        add("Content-Length", std::to_string(length_of(response)));
    if (framing_of(response) == Framing::chunked)
        add("Transfer-Encoding", "chunked");
    if (facts.connection == Connection::close)
        add("Connection", "close");
    add("Date", http_date(facts.now));
    add("X-Request-Id", facts.id.text());
    if (!has(response, "cache-control"))
        add("Cache-Control", k_no_store);
    add("Content-Security-Policy", content_security_policy(response.style_nonce));
    for (auto const& [name, value] : strict_headers())
        add(name, value);
    out += "\r\n";
    return out;
}

std::string http_date(Instant instant)
{
    static constexpr std::array k_days { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    static constexpr std::array k_months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec" };
    auto const day = std::chrono::floor<std::chrono::days>(instant);
    std::chrono::year_month_day const date(day);
    std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(instant - day));
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", k_days[std::chrono::weekday(day).c_encoding()],
        static_cast<unsigned>(date.day()), k_months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

} // namespace zk::app::http
