// listening: at which ports of the network this process answers, as the system knows it and as it was told to.
// Used by the check: probes 2.2b (what a port speaks) and 2.3e (nothing listens that was not asked for).
// Always: read from the kernel's own list of this process, not from what the program believes of itself.
// An attacker gains nothing: whoever is on the machine can read the same.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zk::app {

// Where `serve` was told to listen; there is none without a server.
struct ListensAt {
    std::string address;
    std::uint16_t port;
};

struct ListeningSocket {
    enum class Kind : std::uint8_t { tcp, udp };
    Kind kind;
    std::string address; // as numbers
    std::uint16_t port;
};

[[nodiscard]] Result<std::vector<ListeningSocket>> listening_sockets();
[[nodiscard]] bool is_configured(ListeningSocket const& socket, std::optional<ListensAt> const& configured);

} // namespace zk::app
