#include "app/http/tls.hpp"

#include "app/http/pem.hpp"
#include "base/bytes.hpp"

#include <openssl/err.h>

namespace zk::app::http {

namespace {

constexpr char const* k_ciphers = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr std::string_view k_groups = "X25519:P-256:P-384";
constexpr std::string_view k_http_1_1("\x08http/1.1", 9);
constexpr std::string_view k_session_context = "zorgkluis";

// A client that offers other protocols only must not guess which one it got.
int choose_protocol(SSL*, unsigned char const** out, unsigned char* out_size, unsigned char const* offered,
    unsigned int offered_size, void*)
{
    unsigned char* chosen = nullptr;
    ByteView const ours = as_bytes(k_http_1_1);
    if (SSL_select_next_proto(&chosen, out_size, ours.data(), static_cast<unsigned>(ours.size()), offered, offered_size)
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_ALERT_FATAL;
    *out = chosen;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

Result<SslContext> make_tls(KeyAndCertificate const& identity)
{
    ZK_TRY(std::vector<Certificate> const chain, parse_chain(identity.chain_pem));
    ZK_TRY(PrivateKey const key, parse_key(identity.key));
    SslContext context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return fail(Fault::internal, "tls-cannot-start");
    SSL_CTX* const made = context.get();
    ByteView const session = as_bytes(k_session_context);
    // SSL_CTX_set1_groups_list is a macro that casts away a const.
    std::string groups(k_groups);
    bool const set = SSL_CTX_set_min_proto_version(made, TLS1_3_VERSION) == 1
        && SSL_CTX_set_ciphersuites(made, k_ciphers) == 1 && SSL_CTX_set1_groups_list(made, groups.data()) == 1
        && SSL_CTX_set_session_id_context(made, session.data(), static_cast<unsigned>(session.size())) == 1
        && SSL_CTX_set_max_early_data(made, 0) == 1;
    if (!set)
        return fail(Fault::internal, "tls-cannot-start");
    SSL_CTX_set_alpn_select_cb(made, choose_protocol, nullptr);
    // 34 KiB less for each connection that waits.
    SSL_CTX_set_mode(made, SSL_MODE_RELEASE_BUFFERS);

    bool fits = SSL_CTX_use_certificate(made, chain.front().get()) == 1 && SSL_CTX_use_PrivateKey(made, key.get()) == 1;
    for (std::size_t i = 1; fits && i < chain.size(); ++i)
        fits = SSL_CTX_add1_chain_cert(made, chain[i].get()) == 1;
    ERR_clear_error();
    if (!fits)
        return fail(Fault::bad_input, "certificate-and-key-do-not-fit");
    return context;
}

} // namespace zk::app::http
