// random: chance, passed in. The real one is crypto::SystemRandom, made in app/; tests bring a seeded one.
// Used by whoever makes ids, keys, nonces and codes.
// Always: the caller gets all the bytes he asked for.
// An attacker who can choose what it returns can choose keys: only app/ hands it out.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace zk {

class Random {
public:
    Random() = default;
    Random(Random const&) = delete;
    Random& operator=(Random const&) = delete;
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> out) = 0;

    template<std::size_t N>
    std::array<std::uint8_t, N> array()
    {
        std::array<std::uint8_t, N> out {};
        fill(out);
        return out;
    }
};

} // namespace zk
