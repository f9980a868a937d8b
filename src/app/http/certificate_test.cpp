#include "app/http/certificate.hpp"

#include "app/http/openssl_handles.hpp"
#include "app/http/pem.hpp"
#include "testing/seeded_random.hpp"

#include <gtest/gtest.h>
#include <sstream>

namespace zk::app::http {
namespace {

using std::chrono::days;

Instant const k_now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + std::chrono::hours(9);

Hosts hosts_of(std::initializer_list<std::string_view> texts)
{
    Hosts out;
    for (std::string_view const text : texts)
        out.push_back(*Host::parse(text));
    return out;
}

std::string code_of(auto const& result)
{
    return result ? "" : std::string(result.error().code());
}

// What OpenSSL says of this certificate, as a client that trusts this authority and wants this host.
std::string verify(std::string_view chain_pem, std::string_view authority_pem, std::string const& host, Instant when)
{
    auto const chain = parse_chain(chain_pem);
    auto const trusted = parse_chain(authority_pem);
    std::unique_ptr<X509_STORE, FreeWith<&X509_STORE_free>> const store(X509_STORE_new());
    X509_STORE_add_cert(store.get(), trusted->front().get());
    std::unique_ptr<X509_STORE_CTX, FreeWith<&X509_STORE_CTX_free>> const context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), chain->front().get(), nullptr);
    X509_VERIFY_PARAM* const wanted = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_X509_STRICT);
    X509_VERIFY_PARAM_set_purpose(wanted, X509_PURPOSE_SSL_SERVER);
    X509_VERIFY_PARAM_set_time(wanted, std::chrono::system_clock::to_time_t(when));
    if (Host::parse(host)->kind() == HostKind::name)
        X509_VERIFY_PARAM_set1_host(wanted, host.data(), host.size());
    else
        X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str());
    return X509_verify_cert(context.get()) == 1
        ? "ok"
        : X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
}

class CertificateTest : public ::testing::Test {
protected:
    testing::SeededRandom m_random;
    Hosts m_hosts = with_loopback(hosts_of({ "praktijk.lan", "192.168.1.10", "localhost" }));
    KeyAndCertificate m_authority = *make_authority(m_hosts, k_now, m_random);
    KeyAndCertificate m_server = *issue_certificate(m_authority, m_hosts, k_now, m_random);

    static KeyPem copy(KeyPem const& key) { return KeyPem::of(key.expose()); }
};

TEST_F(CertificateTest, stands_for_its_hosts_before_openssl)
{
    EXPECT_EQ(m_hosts.size(), 5U);
    for (std::string const host : { "localhost", "127.0.0.1", "::1", "praktijk.lan", "192.168.1.10" })
        EXPECT_EQ(verify(m_server.chain_pem, m_authority.chain_pem, host, k_now), "ok") << host;
    EXPECT_EQ(verify(m_server.chain_pem, m_authority.chain_pem, "example.com", k_now), "hostname mismatch");
    EXPECT_EQ(verify(m_server.chain_pem, m_authority.chain_pem, "10.0.0.1", k_now), "IP address mismatch");
    EXPECT_EQ(verify(m_server.chain_pem, m_authority.chain_pem, "localhost", k_now + days(396)), "ok");
    EXPECT_EQ(
        verify(m_server.chain_pem, m_authority.chain_pem, "localhost", k_now + days(397)), "certificate has expired");
    KeyAndCertificate const other = *make_authority(m_hosts, k_now, m_random);
    EXPECT_NE(verify(m_server.chain_pem, other.chain_pem, "localhost", k_now), "ok");
}

TEST_F(CertificateTest, holds_its_authority_to_the_names_it_was_made_for)
{
    EXPECT_EQ(code_of(issue_certificate(m_authority, hosts_of({ "bank.example" }), k_now, m_random)),
        "authority-not-for-this-name");

    // Whoever stole the key would not ask us. With the authority's key and name, and no constraints of ours in the way:
    KeyAndCertificate const wide
        = *make_authority(with_loopback(hosts_of({ "bank.example", "10.9.9.9" })), k_now, m_random);
    auto const forge = [&](std::string_view host) {
        KeyAndCertificate const forged = *issue_certificate(wide, hosts_of({ host }), k_now, m_random);
        auto const leaf = parse_chain(forged.chain_pem);
        auto const issuer = parse_chain(m_authority.chain_pem);
        auto const key = parse_key(m_authority.key);
        X509* const made = leaf->front().get();
        X509_set_issuer_name(made, X509_get_subject_name(issuer->front().get()));
        // The key's name, as the real authority would write it.
        X509_EXTENSION_free(X509_delete_ext(made, X509_get_ext_by_NID(made, NID_authority_key_identifier, -1)));
        X509V3_CTX context;
        X509V3_set_ctx(&context, issuer->front().get(), made, nullptr, nullptr, 0);
        std::unique_ptr<X509_EXTENSION, FreeWith<&X509_EXTENSION_free>> const name(
            X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid"));
        X509_add_ext(made, name.get(), -1);
        X509_sign(made, key->get(), EVP_sha256());
        return *write_certificate(made);
    };
    EXPECT_EQ(
        verify(forge("bank.example"), m_authority.chain_pem, "bank.example", k_now), "permitted subtree violation");
    EXPECT_EQ(verify(forge("10.9.9.9"), m_authority.chain_pem, "10.9.9.9", k_now), "permitted subtree violation");
}

TEST_F(CertificateTest, tells_its_facts)
{
    CertificateFacts const server = *read_certificate(m_server.chain_pem);
    EXPECT_EQ(server.hosts, m_hosts);
    EXPECT_EQ(server.not_after - server.not_before, days(397));
    EXPECT_LT(server.not_before, k_now);
    EXPECT_EQ(server.fingerprint.size(), 64U);
    CertificateFacts const authority = *read_certificate(m_authority.chain_pem);
    EXPECT_EQ(authority.hosts, m_hosts);
    EXPECT_GT(authority.not_after, k_now + days(3650));
}

TEST_F(CertificateTest, is_renewed_a_month_before_its_end_and_for_a_new_name)
{
    CertificateFacts const facts = *read_certificate(m_server.chain_pem);
    EXPECT_EQ(renewal_of(facts, m_hosts, k_now), Renewal::not_yet);
    EXPECT_EQ(renewal_of(facts, m_hosts, k_now + days(366)), Renewal::not_yet);
    EXPECT_EQ(renewal_of(facts, m_hosts, k_now + days(367)), Renewal::due);
    EXPECT_EQ(renewal_of(facts, with_loopback(hosts_of({ "nieuw.lan" })), k_now), Renewal::due);
    // Of the authority too: then both are made anew.
    EXPECT_EQ(renewal_of(*read_certificate(m_authority.chain_pem), hosts_of({ "nieuw.lan" }), k_now), Renewal::due);
    // No certificate outlives its authority.
    Instant const late = k_now + days(3600);
    CertificateFacts const last = *read_certificate(issue_certificate(m_authority, m_hosts, late, m_random)->chain_pem);
    EXPECT_EQ(last.not_after, read_certificate(m_authority.chain_pem)->not_after);
    EXPECT_EQ(code_of(issue_certificate(m_authority, m_hosts, k_now + days(3700), m_random)), "authority-expired");
}

TEST_F(CertificateTest, checks_the_practices_own)
{
    auto const own = [&](std::string_view chain, KeyPem key, Hosts const& hosts, Instant when) {
        return code_of(own_certificate(chain, std::move(key), hosts, when));
    };
    EXPECT_EQ(own(m_server.chain_pem, copy(m_server.key), m_hosts, k_now), "");
    EXPECT_EQ(own(m_server.chain_pem, copy(m_authority.key), m_hosts, k_now), "certificate-and-key-do-not-fit");
    EXPECT_EQ(own(m_server.chain_pem, copy(m_server.key), m_hosts, k_now + days(400)), "certificate-expired");
    EXPECT_EQ(own(m_server.chain_pem, copy(m_server.key), m_hosts, k_now - days(1)), "certificate-not-valid-yet");
    EXPECT_EQ(own(m_server.chain_pem, copy(m_server.key), hosts_of({ "localhost", "elders.lan" }), k_now),
        "certificate-not-for-this-name");
    EXPECT_EQ(own("", copy(m_server.key), m_hosts, k_now), "certificate-unreadable");
    EXPECT_EQ(own("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", copy(m_server.key), m_hosts, k_now),
        "certificate-unreadable");
    EXPECT_EQ(own(m_server.chain_pem, KeyPem::of("secret"), m_hosts, k_now), "certificate-key-unreadable");
    EXPECT_EQ(own(m_server.chain_pem, KeyPem::of("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), m_hosts, k_now),
        "certificate-key-has-password");
    KeyAndCertificate const other = *make_authority(m_hosts, k_now, m_random);
    auto const leaf = parse_chain(m_server.chain_pem);
    EXPECT_EQ(own(*write_certificate(leaf->front().get()) + other.chain_pem, copy(m_server.key), m_hosts, k_now),
        "certificate-chain-out-of-order");
}

TEST_F(CertificateTest, prints_no_key)
{
    std::ostringstream out;
    out << m_server.key;
    EXPECT_EQ(out.str(), "[secret]");
    EXPECT_TRUE(m_server.key.expose().starts_with("-----BEGIN PRIVATE KEY-----\n"));
    KeyPem const moved = std::move(m_server.key);
    EXPECT_FALSE(moved.expose().empty());
}

} // namespace
} // namespace zk::app::http
