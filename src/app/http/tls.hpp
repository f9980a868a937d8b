// tls: how this server speaks TLS: version 1.3, its ciphers and groups, ALPN http/1.1, session tickets.
// Used by the server at start.
// Always: nothing older than TLS 1.3; no early data, which could be sent twice by another.
// An attacker on the network sees who speaks when and how much, and nothing of what.
#pragma once

#include "app/http/certificate.hpp"
#include "app/http/openssl_handles.hpp"

namespace zk::app::http {

[[nodiscard]] Result<SslContext> make_tls(KeyAndCertificate const& identity);

} // namespace zk::app::http
