// request_parser: bytes of a connection made into requests, one after another. It does no input or output of its own.
// Used by the connection; Beast reads the head, once it is whole, and this is stricter than Beast.
// Always: Content-Length alone tells a body's length; no field stands twice or over two lines; the host is one of ours. What
// it refuses ends the connection, so an attacker cannot make two readers (a proxy and us) see different requests.
#pragma once

#include "app/http/host.hpp"
#include "app/http/request.hpp"

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace zk::app::http {

struct ParserRules {
    std::size_t head_bytes_max;
    std::vector<Host> hosts;
};

enum class Expects : std::uint8_t { nothing, a_continue };
enum class After : std::uint8_t { next_request, close };

struct BodyFacts {
    std::uint64_t length = 0;
    Expects expects = Expects::nothing;
    After after = After::next_request;
};

class RequestParser {
public:
    enum class State : std::uint8_t {
        empty,    // no byte of the next request
        head,     // some of its head
        has_head, // all of its head: say how much body may come, with take_body()
        body,     // some of its body
        complete, // take it with finish()
    };
    using Outcome = std::expected<State, Refusal>;

    // The rules must outlive it.
    explicit RequestParser(ParserRules const& rules);
    RequestParser(RequestParser&&) noexcept;
    RequestParser& operator=(RequestParser&&) noexcept;
    RequestParser(RequestParser const&) = delete;
    RequestParser& operator=(RequestParser const&) = delete;
    ~RequestParser();

    // Takes all bytes, understands as far as it may, and keeps the rest. After a refusal there is no next request.
    Outcome feed(std::string_view bytes);
    // Goes on after the head. A body that is longer is refused before it is read.
    Outcome take_body(std::uint64_t bytes_max);

    // Valid from has_head on.
    [[nodiscard]] Request& request();
    [[nodiscard]] BodyFacts const& body_facts() const;

    // Forgets the complete request and looks at what came after it.
    Outcome next();

private:
    class Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace zk::app::http
