// line_probe: asks a listening port as a stranger would: does it speak TLS 1.3, does it speak anything older, until when
// is its certificate. Used by the check (probe 2.2b), which connects to the ports of its own process.
// Always: it really connects; what gives no answer is not called safe; it gives up after a few seconds.
// An attacker gains nothing: anybody who can reach the port can ask the same.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace zk::app::http {

enum class LineAnswers : std::uint8_t { only_tls_1_3, something_older, nothing };

struct LineFacts {
    LineAnswers answers = LineAnswers::nothing;
    std::optional<Instant> certificate_until {};
};

// `address` as numbers. Of "every address" (0.0.0.0, ::) the loopback is asked.
[[nodiscard]] LineFacts ask_line(std::string const& address, std::uint16_t port);

} // namespace zk::app::http
