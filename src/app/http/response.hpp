// response: what a handler gives back: a status, headers, and a body: whole, of the program itself, or produced in pieces.
// Made by routes, assets and the server; written by the connection.
// Always: security headers and the length are not the handler's matter, app/http/headers adds them to every answer.
// An attacker who gets a line break into a header value gets a 500, not a header of his own.
#pragma once

#include "app/http/refusal.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zk::app::http {

struct HeaderLine {
    std::string name;
    std::string value;
};

// Bytes that live as long as the program: not copied.
struct FixedBytes {
    std::string_view bytes;
};

enum class More : std::uint8_t { yes, no };

// Called on the pool, one call at a time, and only when the client took the piece before. `piece` comes empty, with the
// room that it had; pieces of some 64 KiB keep memory flat. After an error the connection is cut, so that the client sees that
// it has not got all.
using Producer = std::function<Result<More>(std::string& piece)>;

struct Stream {
    Producer produce;
    // When it is known: a browser then shows how far it is.
    std::optional<std::uint64_t> length = std::nullopt;
};

struct Response {
    int status = 200;
    std::vector<HeaderLine> headers = {};
    std::variant<std::string, FixedBytes, Stream> body = std::string();
    // Of the route, for the log: a path can hold an id.
    Code route = "-";
    // The page has inline styles that carry it (Mantine); see headers.hpp.
    std::optional<std::string> style_nonce = std::nullopt;

    Response& with(std::string name, std::string value) &;
    [[nodiscard]] Response with(std::string name, std::string value) &&;
};

[[nodiscard]] Response json(int status, std::string text);
[[nodiscard]] Response no_content();
// Shown in the browser.
[[nodiscard]] Response bytes(std::string content_type, std::string bytes);
// Saved by the browser, under this name.
[[nodiscard]] Response download(std::string content_type, std::string_view file_name, Stream stream);

// {"error":{"code","message","place"}}; `place` is left out when empty.
[[nodiscard]] Response error(int status, std::string_view code, std::string_view message, std::string_view place = {});
[[nodiscard]] Response error(Refusal refusal);
// bad_input 422, wrong_use 400, refused 403, not_found 404, conflict 409, storage and unavailable 503, the rest 500.
[[nodiscard]] int status_of(Fault fault);

} // namespace zk::app::http
