// system_random: chance from the operating system.
// Made once, in app/, and passed on as Random&.
// Always: cryptographically strong.
// An attacker cannot predict it.
#pragma once

#include "base/random.hpp"

namespace zk::crypto {

class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace zk::crypto
