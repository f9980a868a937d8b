// pem: certificates and private keys between PEM and OpenSSL.
// Used by certificate.cpp, tls.cpp and line_probe.cpp alone.
// Always: a key's text passes through locked memory alone; a key behind a password is refused, not asked for.
// An attacker who writes the PEM gets an error, or the certificate that he wrote.
#pragma once

#include "app/http/key_pem.hpp"
#include "app/http/openssl_handles.hpp"
#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace zk::app::http {

// At least one.
[[nodiscard]] Result<std::vector<Certificate>> parse_chain(std::string_view pem);
[[nodiscard]] Result<PrivateKey> parse_key(KeyPem const& pem);
[[nodiscard]] Result<std::string> write_certificate(X509* certificate);
// PKCS #8, without a password.
[[nodiscard]] Result<KeyPem> write_key(EVP_PKEY* key);

} // namespace zk::app::http
