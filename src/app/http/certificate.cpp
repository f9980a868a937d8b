#include "app/http/certificate.hpp"

#include "app/http/openssl_handles.hpp"
#include "app/http/pem.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <openssl/bn.h>
#include <optional>

namespace zk::app::http {

namespace {

using std::chrono::days;

constexpr auto k_authority_time = std::chrono::years(10);
// Browsers refuse more than 398 days of a public CA, and say nothing of a private one: the same rule is simpler.
constexpr auto k_certificate_time = days(397);
constexpr auto k_renewed_before_end = days(30);
static_assert(k_renewed_before_end < k_certificate_time && k_certificate_time < k_authority_time);
// The clocks of the desks are not all right.
constexpr auto k_clock_skew = std::chrono::hours(1);
constexpr std::size_t k_serial_bytes = 16;
constexpr long k_version_3 = 2;

std::unexpected<Error> failed()
{
    return fail(Fault::internal, "certificate-cannot-be-made");
}

// The machine's own names, which a user typed: no data of a person.
Place place_of(Host const& host)
{
    return Place::path(host.text());
}

// EVP_EC_gen is a macro that casts away a const.
PrivateKey make_key()
{
    std::string curve = "P-256";
    return PrivateKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve.data()));
}

bool set_serial(X509* certificate, Random& random)
{
    auto bytes = random.array<k_serial_bytes>();
    // Positive, and never zero.
    bytes[0] = static_cast<std::uint8_t>((bytes[0] & 0x3f) | 0x40);
    std::unique_ptr<BIGNUM, FreeWith<&BN_free>> const number(
        BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_times(X509* certificate, Instant from, Instant until)
{
    return ASN1_TIME_set(X509_getm_notBefore(certificate), std::chrono::system_clock::to_time_t(from)) != nullptr
        && ASN1_TIME_set(X509_getm_notAfter(certificate), std::chrono::system_clock::to_time_t(until)) != nullptr;
}

bool set_name(X509_NAME* name, std::string const& common_name)
{
    auto const add = [&](char const* field, std::string const& value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                   reinterpret_cast<unsigned char const*>(value.data()), static_cast<int>(value.size()), -1, 0)
            == 1;
    };
    return add("O", "Zorgkluis") && add("CN", common_name);
}

bool add_extension(X509* certificate, X509* issuer, int kind, std::string const& value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    std::unique_ptr<X509_EXTENSION, FreeWith<&X509_EXTENSION_free>> const extension(
        X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

// "DNS:praktijk.lan,IP:10.0.0.2"
std::string alternative_names(Hosts const& hosts)
{
    std::string out;
    for (Host const& host : hosts)
        out += (out.empty() ? "" : ",") + std::string(host.kind() == HostKind::name ? "DNS:" : "IP:") + host.text();
    return out;
}

// Exactly these. All three kinds occur (with_loopback), so there is none that would be free for want of a rule.
std::string permitted_names(Hosts const& hosts)
{
    std::string out = "critical";
    for (Host const& host : hosts) {
        if (host.kind() == HostKind::name)
            out += ",permitted;DNS:" + host.text();
        else if (host.kind() == HostKind::ipv4)
            out += ",permitted;IP:" + host.text() + "/255.255.255.255";
        else
            out += ",permitted;IP:" + host.text() + "/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    }
    return out;
}

std::optional<Instant> instant_of(ASN1_TIME const* time)
{
    std::tm parts {};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::from_time_t(timegm(&parts)));
}

std::optional<Host> host_of_address(ByteView bytes)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    int const family = bytes.size() == sizeof(in_addr) ? AF_INET : AF_INET6;
    if ((bytes.size() != sizeof(in_addr) && bytes.size() != sizeof(in6_addr))
        || inet_ntop(family, bytes.data(), text.data(), static_cast<socklen_t>(text.size())) == nullptr)
        return std::nullopt;
    auto host = Host::parse(text.data());
    return host ? std::optional(std::move(*host)) : std::nullopt;
}

// Names of other kinds (mail, URI) and wildcards are no host that somebody types.
std::optional<Host> host_of(GENERAL_NAME const* name)
{
    int kind = 0;
    auto const* const value = static_cast<ASN1_STRING const*>(GENERAL_NAME_get0_value(name, &kind));
    if (kind != GEN_DNS && kind != GEN_IPADD)
        return std::nullopt;
    ByteView const bytes(ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value)));
    if (kind == GEN_DNS) {
        auto host = Host::parse(as_text(bytes));
        return host ? std::optional(std::move(*host)) : std::nullopt;
    }
    // In a constraint the mask stands behind the address.
    bool const has_mask = bytes.size() == 2 * sizeof(in_addr) || bytes.size() == 2 * sizeof(in6_addr);
    return host_of_address(has_mask ? bytes.first(bytes.size() / 2) : bytes);
}

Hosts hosts_of(X509* certificate)
{
    Hosts out;
    auto const add = [&](GENERAL_NAME const* name) {
        if (auto host = host_of(name))
            out.push_back(std::move(*host));
    };
    GeneralNames const names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; i < sk_GENERAL_NAME_num(names.get()); ++i)
        add(sk_GENERAL_NAME_value(names.get(), i));
    NameConstraints const constraints(
        static_cast<NAME_CONSTRAINTS*>(X509_get_ext_d2i(certificate, NID_name_constraints, nullptr, nullptr)));
    auto* const permitted = constraints ? constraints->permittedSubtrees : nullptr;
    for (int i = 0; i < sk_GENERAL_SUBTREE_num(permitted); ++i)
        add(sk_GENERAL_SUBTREE_value(permitted, i)->base);
    return out;
}

Result<CertificateFacts> facts_of(X509* certificate)
{
    auto const from = instant_of(X509_get0_notBefore(certificate));
    auto const until = instant_of(X509_get0_notAfter(certificate));
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest {};
    unsigned size = 0;
    if (!from || !until || X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return fail(Fault::bad_input, "certificate-unreadable");
    return CertificateFacts { *from, *until, hosts_of(certificate), to_hex(ByteView(digest).first(size)) };
}

bool stands_for(X509* certificate, Host const& host)
{
    if (host.kind() == HostKind::name)
        return X509_check_host(certificate, host.text().data(), host.text().size(), 0, nullptr) == 1;
    return X509_check_ip_asc(certificate, host.text().c_str(), 0) == 1;
}

} // namespace

Hosts with_loopback(Hosts hosts)
{
    Hosts out;
    for (std::string_view const text : { "localhost", "127.0.0.1", "::1" })
        out.push_back(*Host::parse(text));
    for (Host& host : hosts) {
        if (std::ranges::find(out, host) == out.end())
            out.push_back(std::move(host));
    }
    return out;
}

Result<KeyAndCertificate> make_authority(Hosts const& hosts, Instant now, Random& random)
{
    start_secure_heap();
    PrivateKey const key = make_key();
    Certificate const certificate(X509_new());
    if (!key || !certificate)
        return failed();
    // Two CAs of one practice differ in name, so that a browser that trusts both does not take one for the other.
    std::string const name = "Zorgkluis CA " + to_hex(random.array<4>());
    X509* const made = certificate.get();
    bool const done = X509_set_version(made, k_version_3) == 1 && set_serial(made, random)
        && set_times(made, now - k_clock_skew, now - k_clock_skew + k_authority_time)
        && set_name(X509_get_subject_name(made), name) && set_name(X509_get_issuer_name(made), name)
        && X509_set_pubkey(made, key.get()) == 1
        && add_extension(made, made, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && add_extension(made, made, NID_key_usage, "critical,keyCertSign,cRLSign")
        && add_extension(made, made, NID_ext_key_usage, "serverAuth")
        && add_extension(made, made, NID_subject_key_identifier, "hash")
        && add_extension(made, made, NID_name_constraints, permitted_names(with_loopback(hosts)))
        && X509_sign(made, key.get(), EVP_sha256()) != 0;
    if (!done)
        return failed();
    ZK_TRY(std::string pem, write_certificate(made));
    ZK_TRY(KeyPem key_pem, write_key(key.get()));
    return KeyAndCertificate { std::move(pem), std::move(key_pem) };
}

Result<KeyAndCertificate> issue_certificate(
    KeyAndCertificate const& authority, Hosts const& hosts, Instant now, Random& random)
{
    ZK_REQUIRE(!hosts.empty());
    ZK_TRY(std::vector<Certificate> const chain, parse_chain(authority.chain_pem));
    ZK_TRY(PrivateKey const authority_key, parse_key(authority.key));
    X509* const issuer = chain.front().get();
    ZK_TRY(CertificateFacts const issuer_facts, facts_of(issuer));
    if (now >= issuer_facts.not_after)
        return fail(Fault::unavailable, "authority-expired");
    for (Host const& host : hosts) {
        if (std::ranges::find(issuer_facts.hosts, host) == issuer_facts.hosts.end())
            return fail(Fault::refused, "authority-not-for-this-name", place_of(host));
    }

    PrivateKey const key = make_key();
    Certificate const certificate(X509_new());
    if (!key || !certificate)
        return failed();
    Instant const from = now - k_clock_skew;
    Instant const until = std::min<Instant>(from + k_certificate_time, issuer_facts.not_after);
    X509* const made = certificate.get();
    bool const done = X509_set_version(made, k_version_3) == 1 && set_serial(made, random)
        && set_times(made, from, until) && set_name(X509_get_subject_name(made), "Zorgkluis")
        && X509_set_issuer_name(made, X509_get_subject_name(issuer)) == 1 && X509_set_pubkey(made, key.get()) == 1
        && add_extension(made, issuer, NID_basic_constraints, "critical,CA:FALSE")
        && add_extension(made, issuer, NID_key_usage, "critical,digitalSignature")
        && add_extension(made, issuer, NID_ext_key_usage, "serverAuth")
        && add_extension(made, issuer, NID_subject_key_identifier, "hash")
        && add_extension(made, issuer, NID_authority_key_identifier, "keyid")
        && add_extension(made, issuer, NID_subject_alt_name, alternative_names(hosts))
        && X509_sign(made, authority_key.get(), EVP_sha256()) != 0;
    if (!done)
        return failed();
    ZK_TRY(std::string pem, write_certificate(made));
    ZK_TRY(KeyPem key_pem, write_key(key.get()));
    return KeyAndCertificate { pem + authority.chain_pem, std::move(key_pem) };
}

Result<CertificateFacts> read_certificate(std::string_view pem)
{
    ZK_TRY(std::vector<Certificate> const chain, parse_chain(pem));
    return facts_of(chain.front().get());
}

Renewal renewal_of(CertificateFacts const& facts, Hosts const& hosts, Instant now)
{
    bool const covers_all = std::ranges::all_of(
        hosts, [&](Host const& host) { return std::ranges::find(facts.hosts, host) != facts.hosts.end(); });
    return covers_all && now + k_renewed_before_end < facts.not_after ? Renewal::not_yet : Renewal::due;
}

Result<KeyAndCertificate> own_certificate(std::string_view chain_pem, KeyPem key, Hosts const& hosts, Instant now)
{
    ZK_TRY(std::vector<Certificate> const chain, parse_chain(chain_pem));
    ZK_TRY(PrivateKey const private_key, parse_key(key));
    X509* const own = chain.front().get();
    if (X509_check_private_key(own, private_key.get()) != 1)
        return fail(Fault::bad_input, "certificate-and-key-do-not-fit");
    ZK_TRY(CertificateFacts const facts, facts_of(own));
    if (now < facts.not_before)
        return fail(Fault::bad_input, "certificate-not-valid-yet");
    if (now >= facts.not_after)
        return fail(Fault::bad_input, "certificate-expired");
    for (Host const& host : hosts) {
        if (!stands_for(own, host))
            return fail(Fault::bad_input, "certificate-not-for-this-name", place_of(host));
    }
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (X509_check_issued(chain[i].get(), chain[i - 1].get()) != X509_V_OK)
            return fail(Fault::bad_input, "certificate-chain-out-of-order");
    }
    return KeyAndCertificate { std::string(chain_pem), std::move(key) };
}

} // namespace zk::app::http
