#include "app/http/line_probe.hpp"

#include "app/http/certificate.hpp"
#include "app/http/openssl_handles.hpp"
#include "app/http/pem.hpp"

#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace zk::app::http {

namespace {

// A server that is drowning in work answers its own machine within this.
constexpr time_t k_patience_seconds = 5;
// What OpenSSL would refuse of itself must be offered, or old protocols would only seem to be refused.
constexpr char const* k_old_ciphers = "ALL:@SECLEVEL=0";

struct Address {
    sockaddr_storage bytes {};
    socklen_t size = 0;
};

std::optional<Address> address_of(std::string const& text, std::uint16_t port)
{
    Address out;
    if (in_addr four {}; inet_pton(AF_INET, text.c_str(), &four) == 1) {
        sockaddr_in made {};
        made.sin_family = AF_INET;
        made.sin_port = htons(port);
        made.sin_addr.s_addr = four.s_addr == htonl(INADDR_ANY) ? htonl(INADDR_LOOPBACK) : four.s_addr;
        std::memcpy(&out.bytes, &made, sizeof made);
        out.size = sizeof made;
        return out;
    }
    sockaddr_in6 made {};
    if (inet_pton(AF_INET6, text.c_str(), &made.sin6_addr) != 1)
        return std::nullopt;
    made.sin6_family = AF_INET6;
    made.sin6_port = htons(port);
    if (IN6_IS_ADDR_UNSPECIFIED(&made.sin6_addr))
        made.sin6_addr = in6addr_loopback;
    std::memcpy(&out.bytes, &made, sizeof made);
    out.size = sizeof made;
    return out;
}

class Connection {
public:
    explicit Connection(Address const& address)
        : m_socket(::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        timeval const patience { .tv_sec = k_patience_seconds, .tv_usec = 0 };
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        m_is_open = m_socket >= 0
            && ::connect(m_socket, reinterpret_cast<sockaddr const*>(&address.bytes), address.size) == 0;
    }
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;
    ~Connection()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    [[nodiscard]] bool is_open() const { return m_is_open; }
    [[nodiscard]] int number() const { return m_socket; }

private:
    int m_socket;
    bool m_is_open = false;
};

enum class Spoke : std::uint8_t { agreed, refused, silent };

struct Handshake {
    Spoke spoke = Spoke::silent;
    std::optional<Instant> certificate_until {};
};

std::optional<Instant> end_of_certificate(SSL* tls)
{
    Certificate const certificate(SSL_get1_peer_certificate(tls));
    if (!certificate)
        return std::nullopt;
    auto const pem = write_certificate(certificate.get());
    if (!pem)
        return std::nullopt;
    auto const facts = read_certificate(*pem);
    return facts ? std::optional(facts->not_after) : std::nullopt;
}

// Whose certificate it is does not matter here: who trusts it, the browser decides.
Handshake shake_hands(Address const& address, int oldest, int newest)
{
    Connection const connection(address);
    SslContext const context(SSL_CTX_new(TLS_client_method()));
    if (!connection.is_open() || !context)
        return {};
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_cipher_list(context.get(), k_old_ciphers);
    SSL_CTX_set_min_proto_version(context.get(), oldest);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    std::unique_ptr<SSL, FreeWith<&SSL_free>> const tls(SSL_new(context.get()));
    if (!tls || SSL_set_fd(tls.get(), connection.number()) != 1)
        return {};
    ERR_clear_error();
    int const done = SSL_connect(tls.get());
    Handshake out;
    if (done == 1) {
        out = { Spoke::agreed, end_of_certificate(tls.get()) };
        SSL_shutdown(tls.get());
    } else if (SSL_get_error(tls.get(), done) == SSL_ERROR_SSL
        && ERR_GET_REASON(ERR_peek_error()) != SSL_R_UNEXPECTED_EOF_WHILE_READING) {
        // An alert, or something that is no TLS at all. Who hangs up said nothing.
        out.spoke = Spoke::refused;
    }
    ERR_clear_error();
    return out;
}

} // namespace

LineFacts ask_line(std::string const& address, std::uint16_t port)
{
    auto const to = address_of(address, port);
    if (!to)
        return {};
    Handshake const newest = shake_hands(*to, TLS1_3_VERSION, TLS1_3_VERSION);
    // Who answers, and not in TLS 1.3, speaks something else.
    if (newest.spoke == Spoke::refused)
        return { LineAnswers::something_older };
    if (newest.spoke == Spoke::silent)
        return {};
    Handshake const older = shake_hands(*to, TLS1_VERSION, TLS1_2_VERSION);
    LineFacts out { LineAnswers::only_tls_1_3, newest.certificate_until };
    if (older.spoke == Spoke::agreed)
        out.answers = LineAnswers::something_older;
    else if (older.spoke == Spoke::silent)
        out.answers = LineAnswers::nothing;
    return out;
}

} // namespace zk::app::http
