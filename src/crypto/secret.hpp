// secret: bytes that must not get out: keys, seeds. In memory that is locked, guarded and kept out of core dumps.
// Used by crypto and keep; nobody else holds one.
// Always: not copied, wiped when done, compared in constant time, printed as [secret].
// An attacker who can read this memory has the practice; that is why there are few, and why dumps are off.
#pragma once

#include "base/bytes.hpp"
#include "base/random.hpp"

#include <cstddef>
#include <memory>
#include <ostream>
#include <span>

namespace zk::crypto {

// Must be called once before anything else of crypto/; it fails when the library cannot start.
[[nodiscard]] Result<> start();

namespace detail {

// One locked page holds many secrets: a page each would exhaust the limit of locked memory.
class SecretPool;
[[nodiscard]] std::uint8_t* lock_slot(std::size_t size);
void free_slot(std::uint8_t* slot, std::size_t size);
[[nodiscard]] bool equal(std::uint8_t const* a, std::uint8_t const* b, std::size_t size);

} // namespace detail

// True when the memory of secrets is really locked (the check's probe 2.3e).
[[nodiscard]] bool secrets_are_locked();

template<std::size_t N>
class Secret {
public:
    Secret()
        : m_bytes(detail::lock_slot(N))
    {
    }
    Secret(Secret&& other) noexcept
        : m_bytes(std::exchange(other.m_bytes, nullptr))
    {
    }
    Secret& operator=(Secret&& other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    Secret(Secret const&) = delete;
    Secret& operator=(Secret const&) = delete;
    ~Secret()
    {
        if (m_bytes != nullptr)
            detail::free_slot(m_bytes, N);
    }

    [[nodiscard]] static Secret random(Random& random)
    {
        Secret out;
        random.fill(out.expose_to_write());
        return out;
    }
    [[nodiscard]] static Result<Secret> from(ByteView bytes)
    {
        if (bytes.size() != N)
            return fail(Fault::crypto, "secret-bad-length");
        Secret out;
        std::memcpy(out.m_bytes, bytes.data(), N);
        return out;
    }

    // The one way to the bytes; the name is meant to be found.
    [[nodiscard]] std::span<std::uint8_t const, N> expose() const
    {
        return std::span<std::uint8_t const, N>(m_bytes, N);
    }
    [[nodiscard]] std::span<std::uint8_t, N> expose_to_write() { return std::span<std::uint8_t, N>(m_bytes, N); }

    friend bool operator==(Secret const& a, Secret const& b) { return detail::equal(a.m_bytes, b.m_bytes, N); }
    friend std::ostream& operator<<(std::ostream& out, Secret const&) { return out << "[secret]"; }
    friend void PrintTo(Secret const&, std::ostream* out) { *out << "[secret]"; }

private:
    std::uint8_t* m_bytes;
};

inline constexpr std::size_t k_key_bytes = 32;
using Key = Secret<k_key_bytes>;

} // namespace zk::crypto
