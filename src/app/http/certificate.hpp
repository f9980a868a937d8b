// certificate: what proves to a browser that it speaks to this server: from a CA of the practice itself, or its own.
// Used by init and serve; the caller keeps keys sealed in the practice's store.
// Always: P-256; a CA lasts ten years and can sign for its own names alone; a server's certificate lasts 397 days.
// An attacker with the CA's key can be these names, to those who trust this CA, and no other site in the world.
#pragma once

#include "app/http/host.hpp"
#include "app/http/key_pem.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"

#include <string>
#include <vector>

namespace zk::app::http {

using Hosts = std::vector<Host>;

struct KeyAndCertificate {
    std::string chain_pem; // one's own first, then who signed it
    KeyPem key;
};

struct CertificateFacts {
    Instant not_before;
    Instant not_after;
    // The names it stands for; of a CA the names it may sign for.
    Hosts hosts;
    // SHA-256 in hex: what a person compares with what the browser shows.
    std::string fingerprint;
};

// localhost, 127.0.0.1 and ::1, with the given ones behind.
[[nodiscard]] Hosts with_loopback(Hosts hosts);

// A new CA for these names and those of the loopback.
[[nodiscard]] Result<KeyAndCertificate> make_authority(Hosts const& hosts, Instant now, Random& random);
// A server's certificate for these names; they lie within the authority's, or it fails.
[[nodiscard]] Result<KeyAndCertificate> issue_certificate(
    KeyAndCertificate const& authority, Hosts const& hosts, Instant now, Random& random);

// Of the first certificate in the text.
[[nodiscard]] Result<CertificateFacts> read_certificate(std::string_view pem);

enum class Renewal : std::uint8_t { not_yet, due };
// Due from 30 days before its end, and when a name is not in it. Ask it of a CA and of a server's certificate.
[[nodiscard]] Renewal renewal_of(CertificateFacts const& facts, Hosts const& hosts, Instant now);

// The practice's own certificate: key and certificate fit, it is valid now, every host is in it, the chain is in order.
[[nodiscard]] Result<KeyAndCertificate> own_certificate(
    std::string_view chain_pem, KeyPem key, Hosts const& hosts, Instant now);

} // namespace zk::app::http
