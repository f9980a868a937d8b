#include "crypto/secret.hpp"

#include "base/require.hpp"

#include <mutex>
#include <sodium.h>
#include <vector>

namespace zk::crypto {

namespace {

constexpr std::size_t k_slot_bytes = 64;
constexpr std::size_t k_block_bytes = 16 * 1024;
constexpr std::size_t k_slots_per_block = k_block_bytes / k_slot_bytes;
static_assert(k_key_bytes <= k_slot_bytes);

// Blocks from sodium_malloc: guard pages around, locked, not in core dumps. They are never given back, only reused.
class Pool {
public:
    Pool()
    {
        // sodium_malloc needs a started library; starting twice is starting once.
        ZK_REQUIRE(sodium_init() >= 0);
    }
    std::uint8_t* take()
    {
        std::lock_guard const lock(m_mutex);
        if (m_free.empty())
            grow();
        std::uint8_t* slot = m_free.back();
        m_free.pop_back();
        return slot;
    }
    void give_back(std::uint8_t* slot)
    {
        sodium_memzero(slot, k_slot_bytes);
        std::lock_guard const lock(m_mutex);
        m_free.push_back(slot);
    }
    bool locked()
    {
        std::lock_guard const lock(m_mutex);
        return m_locked;
    }

private:
    void grow()
    {
        auto* block = static_cast<std::uint8_t*>(sodium_malloc(k_block_bytes));
        ZK_REQUIRE(block != nullptr);
        // sodium_malloc locks where it may and is silent where it may not; locking again tells which it was.
        m_locked = m_locked && sodium_mlock(block, k_block_bytes) == 0;
        sodium_memzero(block, k_block_bytes);
        for (std::size_t i = 0; i < k_slots_per_block; ++i)
            m_free.push_back(block + i * k_slot_bytes);
    }

    std::mutex m_mutex;
    std::vector<std::uint8_t*> m_free;
    bool m_locked = true;
};

Pool& pool()
{
    // Never destroyed: secrets in other statics may outlive it.
    static Pool* const instance = new Pool;
    return *instance;
}

} // namespace

Result<> start()
{
    if (sodium_init() < 0)
        return fail(Fault::crypto, "crypto-cannot-start");
    return {};
}

bool secrets_are_locked()
{
    return pool().locked();
}

namespace detail {

std::uint8_t* lock_slot(std::size_t size)
{
    ZK_REQUIRE(size <= k_slot_bytes);
    return pool().take();
}

void free_slot(std::uint8_t* slot, std::size_t)
{
    pool().give_back(slot);
}

bool equal(std::uint8_t const* a, std::uint8_t const* b, std::size_t size)
{
    ZK_REQUIRE(a != nullptr && b != nullptr);
    return sodium_memcmp(a, b, size) == 0;
}

} // namespace detail

} // namespace zk::crypto
