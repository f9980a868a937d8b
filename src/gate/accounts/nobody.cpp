#include "gate/accounts/nobody.hpp"

#include <fmt/format.h>

namespace zk::gate {

AccountRecord nobody(crypto::Cost cost, Random& random)
{
    // 16 bytes of salt and 32 of hash, all zero, in base64 without padding.
    constexpr std::size_t k_salt_characters = 22;
    constexpr std::size_t k_hash_characters = 43;
    AccountRecord record;
    record.password = fmt::format("$argon2id$v=19$m={},t={},p=1${:A>{}}${:A>{}}", cost.memory_kib, cost.passes, "",
        k_salt_characters, "", k_hash_characters);
    record.second_step = SecondStepSecret::random(random);
    return record;
}

} // namespace zk::gate
