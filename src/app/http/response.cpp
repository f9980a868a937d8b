#include "app/http/response.hpp"

#include "app/http/limits.hpp"
#include "app/http/request.hpp"
#include "base/ascii.hpp"
#include "base/require.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace zk::app::http {

namespace {

constexpr std::string_view k_retry_after_seconds = "1";

// RFC 8187: what is no attr-char is written %XX.
std::string extended_value(std::string_view text)
{
    std::string out = "UTF-8''";
    for (char const c : text) {
        if (ascii::is_alphanumeric(c) || std::string_view("!#$&+-.^_`|~").contains(c))
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

} // namespace

Response& Response::with(std::string name, std::string value) &
{
    headers.push_back({ std::move(name), std::move(value) });
    return *this;
}

Response Response::with(std::string name, std::string value) &&
{
    headers.push_back({ std::move(name), std::move(value) });
    return std::move(*this);
}

Response json(int status, std::string text)
{
    Response out { .status = status, .body = std::move(text) };
    return std::move(out).with("Content-Type", "application/json");
}

Response no_content()
{
    return { .status = 204 };
}

Response bytes(std::string content_type, std::string bytes)
{
    Response out { .body = std::move(bytes) };
    return std::move(out).with("Content-Type", std::move(content_type));
}

Response download(std::string content_type, std::string_view file_name, Stream stream)
{
    Response out { .body = std::move(stream) };
    return std::move(out)
        .with("Content-Type", std::move(content_type))
        .with("Content-Disposition", "attachment; filename*=" + extended_value(file_name));
}

Response error(int status, std::string_view code, std::string_view message, std::string_view place)
{
    nlohmann::ordered_json body = { { "code", code }, { "message", message } };
    if (!place.empty())
        body["place"] = place;
    nlohmann::ordered_json const whole = { { "error", std::move(body) } };
    return json(status, whole.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Response error(Refusal refusal)
{
    RefusalFacts const& facts = facts_of(refusal);
    Response out = error(facts.status, facts.code.text(), facts.message);
    if (refusal == Refusal::busy || refusal == Refusal::stopping)
        out.with("Retry-After", std::string(k_retry_after_seconds));
    if (refusal == Refusal::method_not_allowed)
        out.with("Allow", std::string(all_methods()));
    return out;
}

int status_of(Fault fault)
{
    switch (fault) {
    case Fault::bad_input:
        return 422;
    case Fault::wrong_use:
        return 400;
    case Fault::refused:
        return 403;
    case Fault::not_found:
        return 404;
    case Fault::conflict:
        return 409;
    case Fault::storage:
    case Fault::unavailable:
        return 503;
    case Fault::tampered:
    case Fault::crypto:
    case Fault::internal:
        return 500;
    }
    ZK_REQUIRE(false);
    return 500;
}

} // namespace zk::app::http
