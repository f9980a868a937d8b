// client_for_tests: a plain client of TLS and HTTP/1.1 that sends exactly the bytes that it is given.
// Used by the tests of the server.
// Always: it blocks, and gives up after a minute, since machines that test are busy; it trusts the given CA alone.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/http/host.hpp"
#include "app/http/openssl_handles.hpp"
#include "app/http/pem.hpp"
#include "base/ascii.hpp"
#include "base/require.hpp"

#include <arpa/inet.h>
#include <charconv>
#include <csignal>
#include <map>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace zk::app::http {

struct Reply {
    int status = 0; // 0: the connection was closed instead
    std::map<std::string, std::string> headers = {};
    std::string body = {};
};

class PlainClient {
public:
    explicit PlainClient(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        timeval const patience { .tv_sec = 60, .tv_usec = 0 };
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ZK_REQUIRE(::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    PlainClient(PlainClient const&) = delete;
    PlainClient& operator=(PlainClient const&) = delete;
    virtual ~PlainClient() { ::close(m_socket); }

    // False when the server has closed.
    virtual bool send(std::string_view bytes)
    {
        return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }
    // Nothing: closed, or a minute of silence.
    virtual std::string read_some()
    {
        std::string piece(64 * 1024, '\0');
        ssize_t const size = ::recv(m_socket, piece.data(), piece.size(), 0);
        piece.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
        return piece;
    }

    std::string read_until_closed()
    {
        std::string out = std::exchange(m_read, {});
        for (std::string piece = read_some(); !piece.empty(); piece = read_some())
            out += piece;
        return out;
    }

    enum class Body : std::uint8_t { expected, none };
    Reply read_reply(Body body = Body::expected)
    {
        Reply reply;
        std::size_t end = std::string::npos;
        while ((end = m_read.find("\r\n\r\n")) == std::string::npos) {
            if (!read_more())
                return {};
        }
        std::string_view head = std::string_view(m_read).substr(0, end + 2);
        std::from_chars(head.data() + 9, head.data() + 12, reply.status);
        head.remove_prefix(head.find("\r\n") + 2);
        while (!head.empty()) {
            std::string_view const line = head.substr(0, head.find("\r\n"));
            std::size_t const colon = line.find(": ");
            reply.headers[ascii::lower(line.substr(0, colon))] = line.substr(colon + 2);
            head.remove_prefix(line.size() + 2);
        }
        m_read.erase(0, end + 4);
        if (body == Body::expected && reply.headers.contains("content-length")) {
            std::string const& text = reply.headers["content-length"];
            std::size_t size = 0;
            std::from_chars(text.data(), text.data() + text.size(), size);
            while (m_read.size() < size) {
                if (!read_more())
                    return {};
            }
            reply.body = m_read.substr(0, size);
            m_read.erase(0, size);
        }
        return reply;
    }

    Reply ask(std::string_view bytes, Body body = Body::expected)
    {
        send(bytes);
        return read_reply(body);
    }

    [[nodiscard]] int socket() const { return m_socket; }

protected:
    int m_socket;

private:
    bool read_more()
    {
        std::string const piece = read_some();
        m_read += piece;
        return !piece.empty();
    }
    std::string m_read;
};

struct ClientOptions {
    int version_min = TLS1_2_VERSION;
    int version_max = TLS1_3_VERSION;
    std::string alpn = {};          // as on the wire
    std::string host = "localhost"; // that the certificate must stand for
    SSL_SESSION* session = nullptr;
};

class TlsClient final : public PlainClient {
public:
    TlsClient(std::uint16_t port, std::string_view authority_pem, ClientOptions const& options = {})
        : PlainClient(port)
        , m_context(SSL_CTX_new(TLS_client_method()))
    {
        // OpenSSL writes without MSG_NOSIGNAL.
        std::signal(SIGPIPE, SIG_IGN);
        auto const trusted = parse_chain(authority_pem);
        ZK_REQUIRE(
            trusted && X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context.get()), trusted->front().get()) == 1);
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        SSL_CTX_set_min_proto_version(m_context.get(), options.version_min);
        SSL_CTX_set_max_proto_version(m_context.get(), options.version_max);
        m_tls.reset(SSL_new(m_context.get()));
        auto const host = Host::parse(options.host);
        if (host && host->kind() == HostKind::name)
            SSL_set1_host(m_tls.get(), options.host.c_str());
        else
            X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(m_tls.get()), options.host.c_str());
        if (!options.alpn.empty())
            SSL_set_alpn_protos(m_tls.get(), as_bytes(options.alpn).data(), static_cast<unsigned>(options.alpn.size()));
        if (options.session != nullptr)
            SSL_set_session(m_tls.get(), options.session);
        SSL_set_fd(m_tls.get(), m_socket);
        m_connected = SSL_connect(m_tls.get()) == 1;
    }
    ~TlsClient() override
    {
        if (m_connected)
            SSL_shutdown(m_tls.get());
    }

    [[nodiscard]] bool connected() const { return m_connected; }
    [[nodiscard]] long verified() const { return SSL_get_verify_result(m_tls.get()); }
    [[nodiscard]] SSL* tls() const { return m_tls.get(); }

    bool send(std::string_view bytes) override
    {
        std::size_t written = 0;
        return SSL_write_ex(m_tls.get(), bytes.data(), bytes.size(), &written) == 1;
    }
    std::string read_some() override
    {
        std::string piece(64 * 1024, '\0');
        std::size_t size = 0;
        if (SSL_read_ex(m_tls.get(), piece.data(), piece.size(), &size) != 1)
            size = 0;
        piece.resize(size);
        return piece;
    }

private:
    SslContext m_context;
    std::unique_ptr<SSL, FreeWith<&SSL_free>> m_tls;
    bool m_connected = false;
};

} // namespace zk::app::http
