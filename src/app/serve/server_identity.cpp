#include "app/serve/server_identity.hpp"

namespace zk::app {

namespace {

using http::KeyAndCertificate;
using http::KeyPem;
using http::Renewal;

Result<bool> is_due(std::string const& chain, http::Hosts const& hosts, Instant now)
{
    ZK_TRY(http::CertificateFacts const facts, http::read_certificate(chain));
    return http::renewal_of(facts, hosts, now) == Renewal::due;
}

Result<KeyAndCertificate> authority_of(
    std::optional<ServerIdentityRecord> const& kept, http::Hosts const& hosts, Instant now, Random& random)
{
    if (kept && kept->authority_chain.get() && kept->authority_key.get()) {
        ZK_TRY(bool const due, is_due(*kept->authority_chain.get(), hosts, now));
        if (!due)
            return KeyAndCertificate { *kept->authority_chain.get(), KeyPem::of(*kept->authority_key.get()) };
    }
    return http::make_authority(hosts, now, random);
}

} // namespace

Result<ServerIdentity> server_identity(gate::Practice& practice, http::Hosts const& hosts)
{
    Instant const now = practice.clock().now();
    http::Hosts const all = http::with_loopback(hosts);
    ZK_TRY(auto const stored, practice.vault().read_practice<ServerIdentityRecord>());
    std::optional<ServerIdentityRecord> const kept
        = stored.empty() ? std::nullopt : std::optional(stored.front().record);
    ZK_TRY(KeyAndCertificate const authority, authority_of(kept, all, now, practice.random()));
    ZK_TRY(http::CertificateFacts const facts, http::read_certificate(authority.chain_pem));
    bool const same_authority = kept && kept->authority_chain.get() == authority.chain_pem;

    ServerIdentity out { .server = { .chain_pem = {}, .key = KeyPem::of("") },
        .authority_pem = authority.chain_pem,
        .authority_fingerprint = facts.fingerprint,
        .valid_until = {} };
    bool due = true;
    if (same_authority && kept->chain.get() && kept->key.get()) {
        ZK_TRY(due, is_due(*kept->chain.get(), all, now));
    }
    if (due) {
        ZK_TRY(out.server, http::issue_certificate(authority, all, now, practice.random()));
        ServerIdentityRecord record;
        record.authority_chain = authority.chain_pem;
        record.authority_key = std::string(authority.key.expose());
        record.chain = out.server.chain_pem;
        record.key = std::string(out.server.key.expose());
        keep::Change change = practice.vault().change();
        if (stored.empty())
            practice.vault().insert_practice(change, record);
        else
            practice.vault().update_practice(change, stored.front().id, stored.front().version, record);
        ZK_CHECK(practice.vault().commit(std::move(change)));
    } else {
        out.server = { *kept->chain.get(), KeyPem::of(*kept->key.get()) };
    }
    ZK_TRY(http::CertificateFacts const server, http::read_certificate(out.server.chain_pem));
    out.valid_until = server.not_after;
    return out;
}

} // namespace zk::app
