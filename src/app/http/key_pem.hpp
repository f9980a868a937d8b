// key_pem: the private key of a certificate, as PEM, in memory that is locked and wiped.
// Made by app/http/certificate or read by the caller from where it lies sealed; used by tls.
// Always: not copied, wiped when done, prints nothing of itself, in no file of this program but sealed by its caller.
// An attacker who has it can be this server; with the key of a local CA, for the names in that CA alone.
#pragma once

#include "base/bytes.hpp"

#include <cstddef>
#include <ostream>
#include <string_view>

namespace zk::app::http {

// Locked, guarded memory for OpenSSL's private numbers. Comes by itself with the first KeyPem; whoever makes a key before calls
// it.
void start_secure_heap();

class KeyPem {
public:
    // Copies the text; the caller wipes his own.
    [[nodiscard]] static KeyPem of(std::string_view pem);
    KeyPem(KeyPem&& other) noexcept;
    KeyPem& operator=(KeyPem&& other) noexcept;
    KeyPem(KeyPem const&) = delete;
    KeyPem& operator=(KeyPem const&) = delete;
    ~KeyPem();

    // The one way to the text; the name is meant to be found.
    [[nodiscard]] std::string_view expose() const { return { m_text, m_size }; }

    friend std::ostream& operator<<(std::ostream& out, KeyPem const&) { return out << "[secret]"; }
    friend void PrintTo(KeyPem const&, std::ostream* out) { *out << "[secret]"; }

private:
    KeyPem(char* text, std::size_t size)
        : m_text(text)
        , m_size(size)
    {
    }
    char* m_text;
    std::size_t m_size;
};

} // namespace zk::app::http
