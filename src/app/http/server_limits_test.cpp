#include "app/http/server_for_tests.hpp"

#include <condition_variable>
#include <thread>

namespace zk::app::http {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::string_view k_half_a_head = "GET / HTTP/1.1\r\nHost: loc";

// Handlers wait in it until it opens.
class Gate {
public:
    void open()
    {
        {
            std::lock_guard const lock(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void wait_for(int waiting)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 60s, [&] { return m_waiting >= waiting; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
    int m_waiting = 0;
};

std::string post_of(std::size_t size)
{
    return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
}

std::chrono::milliseconds until_closed(PlainClient& client)
{
    auto const start = Clock::now();
    EXPECT_EQ(client.read_until_closed(), "");
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
}

TEST(ServerLimits, closes_who_does_not_shake_hands)
{
    TestServer server(echo, { .handshake_time_max = 200ms });
    PlainClient silent(server.port());
    EXPECT_LT(until_closed(silent), 30s);
    PlainClient half(server.port());
    half.send(std::string_view("\x16\x03\x01\x02\x00\x01", 6));
    EXPECT_LT(until_closed(half), 30s);
}

TEST(ServerLimits, closes_who_sends_his_head_slowly)
{
    TestServer server(echo, { .head_time_max = 300ms });
    auto client = server.client();
    auto const start = Clock::now();
    // Each byte is in time; the head is not.
    client.send(k_half_a_head);
    while (client.send("x") && Clock::now() - start < 30s)
        std::this_thread::sleep_for(20ms);
    EXPECT_EQ(client.read_until_closed(), "");
    EXPECT_LT(Clock::now() - start, 30s);
    EXPECT_GE(Clock::now() - start, 250ms);
}

TEST(ServerLimits, closes_who_sends_his_body_slowly)
{
    TestServer server(echo, { .body_time_max = 200ms });
    auto client = server.client();
    client.send(post_of(5) + "hell");
    EXPECT_LT(until_closed(client), 30s);
}

TEST(ServerLimits, closes_who_waits_too_long_between_requests)
{
    TestServer server(echo, { .idle_time_max = 1s });
    auto client = server.client();
    EXPECT_EQ(client.ask(k_get).status, 200);
    EXPECT_LT(until_closed(client), 30s);
    EXPECT_EQ(SSL_get_shutdown(client.tls()) & SSL_RECEIVED_SHUTDOWN, SSL_RECEIVED_SHUTDOWN);
}

TEST(ServerLimits, closes_who_does_not_take_his_answer)
{
    TestServer server(
        [](Request&) {
            return download("text/plain", "endless", { [](std::string& piece) -> Result<More> {
                piece.assign(k_piece_bytes, 'x');
                return More::yes;
            } });
        },
        { .piece_time_max = 300ms });
    auto client = server.client();
    client.send(k_get);
    for (int i = 0; i < 1000 && server.lines.with("request-cut") == 0; ++i)
        std::this_thread::sleep_for(50ms);
    EXPECT_EQ(server.lines.with("request-cut"), 1U);
    EXPECT_EQ(server.server().connections(), 0U);
}

TEST(ServerLimits, refuses_a_large_head_or_body_and_lets_the_answer_arrive)
{
    TestServer server;
    EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nX: " + std::string(k_head_bytes_max, 'x') + "\r\n\r\n").status, 431);
    EXPECT_EQ(
        server.ask("GET /" + std::string(k_target_bytes_max, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n").status,
        414);
    // He has sent a good deal before he reads.
    auto client = server.client();
    client.send(post_of(k_body_bytes_max + 1));
    client.send(std::string(1024 * 1024, 'x'));
    Reply const reply = client.read_reply();
    EXPECT_EQ(reply.status, 413);
    EXPECT_TRUE(reply.body.contains("\"code\":\"body-too-large\"")) << reply.body;
    EXPECT_EQ(reply.headers.at("connection"), "close");
}

TEST(ServerLimits, asks_each_route_how_large_a_body_may_be)
{
    TestServer server(echo, {}, [](Request const& request) -> std::uint64_t { return request.path == "/big" ? 9 : 3; });
    auto client = server.client();
    EXPECT_EQ(client.ask("PUT /big HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n123456789").status, 200);
    EXPECT_EQ(client.ask("PUT /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\n1234").status, 413);
}

TEST(ServerLimits, bounds_the_bodies_of_all_together)
{
    TestServer server(echo, { .bodies_bytes_max = 1500 });
    auto first = server.client();
    first.send(post_of(1000));
    Reply reply;
    for (int i = 0; i < 1000 && reply.status != 503; ++i)
        reply = server.ask(post_of(1000) + std::string(1000, 'x'));
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(first.ask(std::string(1000, 'x')).status, 200);
    // What was held is given back.
    auto last = server.client();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(last.ask(post_of(1500) + std::string(1500, 'x')).status, 200);
}

TEST(ServerLimits, answers_503_when_the_queue_is_full)
{
    Gate gate;
    TestServer server(
        [&](Request& request) {
            gate.pass();
            return echo(request);
        },
        { .queue_max = 1, .handler_threads = 1 });
    auto running = server.client();
    running.send(k_get);
    gate.wait_for(1);
    auto waiting = server.client();
    waiting.send(k_get);
    auto refused = server.client();
    Reply reply;
    // The one that waits may still be on its way; whoever comes before it is not refused, but waits himself.
    for (int i = 0; i < 1000 && server.lines.with("status=503") == 0; ++i) {
        std::this_thread::sleep_for(20ms);
        timeval const patience { .tv_sec = 0, .tv_usec = 200'000 };
        ::setsockopt(refused.socket(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        reply = refused.ask(k_get);
    }
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(reply.headers.at("retry-after"), "1");
    EXPECT_FALSE(reply.headers.contains("connection")) << "it may try again on the same connection";
    gate.open();
    EXPECT_EQ(running.read_reply().status, 200);
    EXPECT_EQ(waiting.read_reply().status, 200);
    EXPECT_EQ(refused.ask(k_get).status, 200);
}

TEST(ServerLimits, takes_so_many_connections_and_no_more)
{
    TestServer server(echo, { .connections_max = 3, .connections_per_peer_max = 3 });
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<TlsClient>(server.port(), TestIdentity::get().authority_pem));
        EXPECT_TRUE(clients.back()->connected());
    }
    EXPECT_FALSE(server.client().connected());
    EXPECT_EQ(server.lines.with("connections-turned-away count=1"), 1U);
    clients.pop_back();
    for (int i = 0; i < 1000 && server.server().connections() == 3; ++i)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(server.ask(k_get).status, 200);

    TestServer per_peer(echo, { .connections_max = 30, .connections_per_peer_max = 1 });
    auto const only = per_peer.client();
    EXPECT_TRUE(only.connected());
    EXPECT_FALSE(per_peer.client().connected());
}

TEST(ServerStop, lets_idle_clients_go_at_once_and_finishes_what_is_being_answered)
{
    Gate gate;
    TestServer server([&](Request& request) {
        if (request.path == "/slow")
            gate.pass();
        return echo(request);
    });
    auto idle = server.client();
    EXPECT_EQ(idle.ask(k_get).status, 200);
    auto busy = server.client();
    busy.send("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    gate.wait_for(1);

    std::thread stopping([&] { server.server().stop(); });
    EXPECT_EQ(idle.read_until_closed(), "");
    gate.open();
    Reply const reply = busy.read_reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers.at("connection"), "close");
    EXPECT_EQ(busy.read_until_closed(), "");
    stopping.join();
    EXPECT_EQ(server.lines.with("server-stopped all_finished=true"), 1U);
}

TEST(ServerStop, cuts_what_takes_too_long)
{
    TestServer server(echo, { .drain_time_max = 200ms });
    auto slow = server.client();
    slow.send(k_half_a_head);
    auto lost = PlainClient(server.port());
    // Both are known to the server.
    while (server.server().connections() < 2)
        std::this_thread::sleep_for(10ms);
    EXPECT_EQ(server.ask(k_get).status, 200);
    auto const start = Clock::now();
    server.server().stop();
    EXPECT_LT(Clock::now() - start, 30s);
    EXPECT_EQ(slow.read_until_closed(), "");
    EXPECT_EQ(server.lines.with("all_finished=false"), 1U);
    server.server().stop();
}

} // namespace
} // namespace zk::app::http
