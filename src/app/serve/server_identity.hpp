// server_identity: what the server proves itself with: an authority of the practice and the certificate that it signed.
// Used by the serve command.
// Always: the keys lie sealed in practice.db; only the authority's certificate is written out, for browsers to trust.
// An attacker with the data folder alone cannot be this server.
#pragma once

#include "app/http/certificate.hpp"
#include "gate/practice.hpp"

namespace zk::app {

struct ServerIdentityRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 7);
    catalogue::Open<"server.authority_chain", std::string> authority_chain;
    catalogue::Open<"server.authority_key", std::string> authority_key;
    catalogue::Open<"server.chain", std::string> chain;
    catalogue::Open<"server.key", std::string> key;
    static constexpr auto members = std::tuple(&ServerIdentityRecord::authority_chain,
        &ServerIdentityRecord::authority_key, &ServerIdentityRecord::chain, &ServerIdentityRecord::key);
};

struct ServerIdentity {
    http::KeyAndCertificate server;
    // What a browser must trust, once: a certificate in PEM, public.
    std::string authority_pem;
    std::string authority_fingerprint;
    Instant valid_until;
};

// Made at the first start; renewed when it ends within 30 days, or when a name was added.
[[nodiscard]] Result<ServerIdentity> server_identity(gate::Practice& practice, http::Hosts const& hosts);

} // namespace zk::app
