// seeded_random: chance that comes again with the same seed.
// Used by tests only.
// Always: the same bytes for the same seed, on every machine.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/random.hpp"

#include <random>

namespace zk::testing {

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed = 1)
        : m_engine(seed)
    {
    }
    void fill(std::span<std::uint8_t> out) override
    {
        for (std::uint8_t& byte : out)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace zk::testing
