// A port that speaks more than TLS 1.3, one that speaks no TLS and one that is silent, beside our own.
#include "app/http/line_probe.hpp"

#include "app/http/server_for_tests.hpp"

#include <thread>

namespace zk::app::http {

namespace {

// Takes connections one after another and treats each as `treat` says.
class OtherServer {
public:
    explicit OtherServer(std::function<void(int)> treat)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        // OpenSSL writes without MSG_NOSIGNAL; the product ignores the signal too.
        std::signal(SIGPIPE, SIG_IGN);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ZK_REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        ZK_REQUIRE(::listen(m_socket, 4) == 0);
        socklen_t size = sizeof address;
        ZK_REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this, treat = std::move(treat)] {
            while (true) {
                int const guest = ::accept(m_socket, nullptr, nullptr);
                if (guest < 0)
                    return;
                treat(guest);
                ::close(guest);
            }
        });
    }
    OtherServer(OtherServer const&) = delete;
    OtherServer& operator=(OtherServer const&) = delete;
    ~OtherServer()
    {
        ::shutdown(m_socket, SHUT_RDWR);
        m_thread.join();
        ::close(m_socket);
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    int m_socket;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

void speak_tls(int guest, int oldest, int newest)
{
    TestIdentity const& identity = TestIdentity::get();
    auto const chain = parse_chain(identity.chain_pem);
    auto const key = parse_key(identity.key);
    ZK_REQUIRE(chain && key);
    SslContext const context(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(context.get(), chain->front().get());
    SSL_CTX_use_PrivateKey(context.get(), key->get());
    SSL_CTX_set_min_proto_version(context.get(), oldest);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    std::unique_ptr<SSL, FreeWith<&SSL_free>> const tls(SSL_new(context.get()));
    SSL_set_fd(tls.get(), guest);
    if (SSL_accept(tls.get()) == 1)
        SSL_shutdown(tls.get());
}

TEST(LineProbe, finds_our_own_server_in_order)
{
    TestServer const server;
    LineFacts const facts = ask_line("127.0.0.1", server.port());
    EXPECT_EQ(facts.answers, LineAnswers::only_tls_1_3);
    auto const certificate = read_certificate(TestIdentity::get().chain_pem);
    ASSERT_TRUE(certificate);
    EXPECT_EQ(facts.certificate_until, certificate->not_after);
    // "Every address" is asked at home.
    EXPECT_EQ(ask_line("0.0.0.0", server.port()).answers, LineAnswers::only_tls_1_3);
}

TEST(LineProbe, finds_a_port_that_speaks_tls_1_2_too)
{
    OtherServer const server([](int guest) { speak_tls(guest, TLS1_2_VERSION, TLS1_3_VERSION); });
    EXPECT_EQ(ask_line("127.0.0.1", server.port()).answers, LineAnswers::something_older);
}

TEST(LineProbe, finds_a_port_that_speaks_tls_1_2_alone)
{
    OtherServer const server([](int guest) { speak_tls(guest, TLS1_2_VERSION, TLS1_2_VERSION); });
    EXPECT_EQ(ask_line("127.0.0.1", server.port()).answers, LineAnswers::something_older);
}

TEST(LineProbe, finds_a_port_without_tls)
{
    OtherServer const server([](int guest) {
        std::string_view const plain = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        std::string hello(512, '\0');
        [[maybe_unused]] auto const read = ::recv(guest, hello.data(), hello.size(), 0);
        [[maybe_unused]] auto const sent = ::send(guest, plain.data(), plain.size(), MSG_NOSIGNAL);
    });
    EXPECT_EQ(ask_line("127.0.0.1", server.port()).answers, LineAnswers::something_older);
}

TEST(LineProbe, calls_silence_no_answer)
{
    OtherServer const server([](int) { });
    EXPECT_EQ(ask_line("127.0.0.1", server.port()).answers, LineAnswers::nothing);
    EXPECT_EQ(ask_line("geen adres", 1).answers, LineAnswers::nothing);
}

} // namespace

} // namespace zk::app::http
