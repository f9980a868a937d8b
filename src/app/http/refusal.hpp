// refusal: why the server itself, before any route, does not answer a request; with its status, code and Dutch text.
// Used by the parser, the connection and the router.
// Always: every refusal has its line in one table; no text repeats what the client sent.
// An attacker learns which rule he broke, as the documentation tells too.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string_view>

namespace zk::app::http {

enum class Refusal : std::uint8_t {
    malformed,     // not the HTTP/1.1 that we take: fields, framing, duplicates, folding
    bad_target,    // path or query: encoding, dot segments, control characters
    wrong_host,    // a name that is not ours: DNS rebinding, or a wrong bookmark
    unknown_route, // no such page
    method_not_allowed,
    body_too_large,
    head_too_large,
    target_too_long,
    wrong_version,   // not HTTP/1.1
    length_required, // a body without Content-Length: RFC 9112 6.3 lets us refuse it, and no browser sends one
    unknown_expectation,
    busy, // the queue or the memory for bodies is full
    stopping,
    failed, // a handler threw, or gave headers that cannot be sent
};

struct RefusalFacts {
    Refusal refusal;
    int status;
    Code code;
    std::string_view message;
};

[[nodiscard]] RefusalFacts const& facts_of(Refusal refusal);

} // namespace zk::app::http
