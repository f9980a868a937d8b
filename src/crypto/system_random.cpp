#include "crypto/system_random.hpp"

#include <sodium.h>

namespace zk::crypto {

void SystemRandom::fill(std::span<std::uint8_t> out)
{
    randombytes_buf(out.data(), out.size());
}

} // namespace zk::crypto
