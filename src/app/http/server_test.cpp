#include "app/http/headers.hpp"
#include "app/http/server_for_tests.hpp"

#include <set>

namespace zk::app::http {
namespace {

using Body = PlainClient::Body;

TEST(Server, answers_over_tls_1_3_and_keeps_the_connection)
{
    TestServer server;
    auto client = server.client();
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.verified(), X509_V_OK);
    EXPECT_STREQ(SSL_get_version(client.tls()), "TLSv1.3");
    std::set<std::string> ids;
    for (int i = 0; i < 3; ++i) {
        Reply const reply
            = client.ask("POST /a%20b HTTP/1.1\r\nHost: localhost:8443\r\nContent-Length: 5\r\n\r\nhello");
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, "POST /a b hello");
        EXPECT_FALSE(reply.headers.contains("connection"));
        ids.insert(reply.headers.at("x-request-id"));
    }
    EXPECT_EQ(ids.size(), 3U);
    EXPECT_EQ(server.server().connections(), 1U);
}

TEST(Server, sends_strict_headers_with_every_answer)
{
    TestServer server;
    for (std::string_view const request : { k_get, std::string_view("GET nonsense\r\n\r\n") }) {
        auto const headers = server.ask(request).headers;
        for (auto const& [name, value] : strict_headers())
            EXPECT_EQ(headers.at(ascii::lower(name)), value);
        EXPECT_EQ(headers.at("content-security-policy"),
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        EXPECT_EQ(headers.at("cache-control"), "no-store");
        EXPECT_FALSE(headers.contains("server"));
    }
}

TEST(Server, tells_a_handler_who_asks_and_how)
{
    TestServer server([](Request& request) {
        return bytes("text/plain",
            request.peer + " " + request.tls.version + " " + std::string(request.header("X-Thing").value_or("-")) + " "
                + std::string(request.cookie("__Host-zorgkluis").value_or("-")) + " " + request.query["q"]);
    });
    EXPECT_EQ(server
                  .ask("GET /?q=1%2B1 HTTP/1.1\r\nHost: 127.0.0.1\r\nx-thing: yes\r\n"
                       "Cookie: a=b; __Host-zorgkluis=token\r\n\r\n")
                  .body,
        "127.0.0.1 TLSv1.3 yes token 1+1");
}

TEST(Server, answers_head_without_a_body)
{
    TestServer server;
    auto client = server.client();
    Reply const reply = client.ask("HEAD /x HTTP/1.1\r\nHost: localhost\r\n\r\n", Body::none);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers.at("content-length"), "8");
    EXPECT_EQ(client.ask(k_get).body, "GET / ");
}

TEST(Server, answers_pipelined_requests_in_order)
{
    TestServer server;
    auto client = server.client();
    client.send(
        "GET /1 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /2 HTTP/1.1\r\nHost: localhost\r\n\r\nGET /3 HTTP/1.1\r\n");
    EXPECT_EQ(client.read_reply().body, "GET /1 ");
    EXPECT_EQ(client.read_reply().body, "GET /2 ");
    client.send("Host: localhost\r\n\r\n");
    EXPECT_EQ(client.read_reply().body, "GET /3 ");
}

TEST(Server, closes_when_the_client_wants_it)
{
    TestServer server;
    auto client = server.client();
    Reply const reply = client.ask("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(reply.headers.at("connection"), "close");
    EXPECT_EQ(client.read_until_closed(), "");
    EXPECT_EQ(SSL_get_shutdown(client.tls()) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
}

TEST(Server, says_that_it_is_ready_for_a_body)
{
    TestServer server;
    auto client = server.client();
    client.send("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_reply(Body::none).status, 100);
    client.send("abc");
    EXPECT_EQ(client.read_reply().body, "PUT / abc");
    // Or says at once that it will not take it.
    client.send("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999999\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read_reply().status, 413);
}

TEST(Server, refuses_what_is_older_than_tls_1_3_and_other_protocols)
{
    TestServer server;
    EXPECT_FALSE(server.client({ .version_max = TLS1_2_VERSION }).connected());
    EXPECT_FALSE(server.client({ .alpn = "\x02h2" }).connected());
    auto const client = server.client({ .alpn = "\x02h2\x08http/1.1" });
    ASSERT_TRUE(client.connected());
    unsigned char const* chosen = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(client.tls(), &chosen, &size);
    EXPECT_EQ(as_text(ByteView(chosen, size)), "http/1.1");
}

TEST(Server, stands_for_its_names_alone)
{
    TestServer server;
    EXPECT_TRUE(server.client({ .host = "127.0.0.1" }).connected());
    EXPECT_FALSE(server.client({ .host = "example.com" }).connected());
    EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 421);
    EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: [::1]:8443\r\n\r\n").status, 200);
}

TEST(Server, sends_who_comes_without_tls_to_https)
{
    TestServer server;
    std::string const host = "localhost:" + std::to_string(server.port());
    PlainClient lost(server.port());
    Reply const reply = lost.ask("GET /api/patients?x=secret HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    EXPECT_EQ(reply.status, 308);
    EXPECT_EQ(reply.headers.at("location"), "https://" + host + "/");
    EXPECT_EQ(lost.read_until_closed(), "");

    // Nobody is sent anywhere by a name that is not ours.
    PlainClient rebound(server.port());
    EXPECT_EQ(rebound.ask("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 400);
    PlainClient noise(server.port());
    EXPECT_EQ(noise.ask("hello\r\n\r\n").status, 400);
}

TEST(Server, answers_500_when_a_handler_throws_and_says_nothing_of_it)
{
    TestServer server([](Request&) -> Response { throw std::runtime_error("Jansen"); });
    auto client = server.client();
    Reply const reply = client.ask(k_get);
    EXPECT_EQ(reply.status, 500);
    EXPECT_FALSE(reply.body.contains("Jansen"));
    EXPECT_EQ(client.ask(k_get).status, 500);
    EXPECT_EQ(server.lines.with("Jansen"), 0U);
    EXPECT_EQ(server.lines.with("handler-threw"), 2U);
}

TEST(Server, answers_500_rather_than_let_a_value_start_a_header)
{
    TestServer server([](Request&) { return no_content().with("X-Name", "a\r\nSet-Cookie: b"); });
    Reply const reply = server.ask(k_get);
    EXPECT_EQ(reply.status, 500);
    EXPECT_FALSE(reply.headers.contains("set-cookie"));
}

TEST(Server, logs_a_request_without_its_path)
{
    TestServer server([](Request&) {
        Response out = no_content();
        out.route = "/api/patients/{id}";
        return out;
    });
    Reply const reply = server.ask("GET /api/patients/123 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    server.server().stop();
    EXPECT_EQ(server.lines.with("info request method=GET route=/api/patients/{id} status=204 took_ms="), 1U);
    EXPECT_EQ(server.lines.with("request=" + reply.headers.at("x-request-id")), 1U);
    EXPECT_EQ(server.lines.with("123 "), 0U);
}

TEST(Server, says_why_it_cannot_listen)
{
    TestServer first;
    TestIdentity const& identity = TestIdentity::get();
    auto const start = [&](std::string address, std::uint16_t port) {
        auto server = Server::start({ .address = std::move(address),
                                        .port = port,
                                        .identity = { identity.chain_pem, KeyPem::of(identity.key.expose()) },
                                        .hosts = with_loopback({}) },
            { first.log, first.clock, first.random }, echo);
        return server ? "" : std::string(server.error().code());
    };
    EXPECT_EQ(start("127.0.0.1", first.port()), "listen-address-in-use");
    EXPECT_EQ(start("localhost", 0), "listen-address-unreadable");
    EXPECT_EQ(start("192.0.2.1", 0), "listen-failed");
    EXPECT_EQ(start("::", 0), "");
}

} // namespace
} // namespace zk::app::http
