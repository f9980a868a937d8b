// network: from where a request comes, as coarse as a session may move: a home, a practice, a telephone's operator.
// Used by sessions and by the rule that names the practice's own networks.
// Always: IPv4 by its first 24 bits, IPv6 by its first 64; anything else is a network of its own.
// An attacker with a stolen cookie must sit in the same network to use it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zk::gate {

// "192.168.1.20" is "192.168.1.0/24"; "::ffff:192.168.1.20" too.
[[nodiscard]] std::string network_of(std::string_view address);

// The setting "networks": "192.168.1.0/24, 10.8.0.0/16". What is no network matches nothing.
[[nodiscard]] bool lies_in(std::string_view address, std::string_view networks);
// The first of the list that is no network; "" when all are.
[[nodiscard]] std::string_view first_bad_network(std::string_view networks);
[[nodiscard]] bool is_loopback(std::string_view address);

} // namespace zk::gate
