#include "app/http/server_for_tests.hpp"
#include "base/limits.hpp"

#include <atomic>
#include <fstream>
#include <thread>
#ifdef __SANITIZE_ADDRESS__
// Its header comes with clang alone.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the sanitizer's own name
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace zk::app::http {
namespace {

// What is in use. The address sanitizer keeps what was freed for a while, so there it is asked for what is not freed.
std::uint64_t bytes_in_use()
{
#ifdef __SANITIZE_ADDRESS__
    return __sanitizer_get_current_allocated_bytes();
#else
    std::ifstream statm("/proc/self/statm");
    std::uint64_t all = 0;
    std::uint64_t resident = 0;
    statm >> all >> resident;
    return resident * 4 * k_kib;
#endif
}

TEST(ServerLoad, answers_two_hundred_connections_at_once)
{
    constexpr std::size_t k_connections = 200;
    constexpr std::size_t k_requests = 5;
    // A busy machine shakes two hundred hands in more time than a client on a network gets.
    TestServer server(echo,
        { .connections_per_peer_max = k_connections,
            .queue_max = k_connections,
            .handshake_time_max = std::chrono::minutes(2),
            .head_time_max = std::chrono::minutes(2) });
    std::atomic<std::size_t> answered = 0;
    std::vector<std::thread> threads;
    threads.reserve(k_connections);
    for (std::size_t i = 0; i < k_connections; ++i) {
        threads.emplace_back([&, i] {
            auto client = server.client();
            std::string const path = "/" + std::to_string(i);
            for (std::size_t n = 0; n < k_requests; ++n) {
                if (client.ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").body == "GET " + path + " ")
                    ++answered;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(answered, k_connections * k_requests);
    EXPECT_EQ(server.lines.with("status=200"), k_connections * k_requests);
}

TEST(ServerLoad, streams_two_hundred_mib_with_flat_memory)
{
    constexpr std::uint64_t k_size = 200 * k_mib;
    // It takes some 0.3 MiB.
    constexpr std::uint64_t k_growth_max = 8 * k_mib;
    TestServer server([&](Request&) {
        return download("application/octet-stream", "kopie.zkb",
            { [left = k_size](std::string& piece) mutable -> Result<More> {
                 piece.assign(std::min<std::uint64_t>(left, k_piece_bytes), 'x');
                 left -= piece.size();
                 return left == 0 ? More::no : More::yes;
             },
                k_size });
    });
    auto client = server.client();
    client.send(k_get);
    std::uint64_t const before = bytes_in_use();
    std::uint64_t most = before;
    std::uint64_t got = 0;
    std::array<char, 64 * k_kib> piece {};
    std::size_t size = 0;
    for (std::uint64_t reads = 0; got < k_size && SSL_read_ex(client.tls(), piece.data(), piece.size(), &size) == 1;
        ++reads) {
        got += size;
        if (reads % 256 == 0)
            most = std::max(most, bytes_in_use());
    }
    EXPECT_GE(got, k_size);
    EXPECT_LT(most - before, k_growth_max);
}

TEST(ServerLoad, cuts_a_stream_that_fails_so_that_the_client_sees_it)
{
    TestServer server([&](Request&) {
        return download("text/plain", "a",
            { [first = true](std::string& piece) mutable -> Result<More> {
                 piece = "some";
                 if (!std::exchange(first, false))
                     return fail(Fault::storage, "disk-failed");
                 return More::yes;
             },
                1000 });
    });
    auto client = server.client();
    std::string const all = (client.send(k_get), client.read_until_closed());
    EXPECT_TRUE(all.ends_with("\r\n\r\nsome"));
    EXPECT_EQ(SSL_get_shutdown(client.tls()) & SSL_RECEIVED_SHUTDOWN, 0) << "it is no orderly end";
    EXPECT_EQ(server.lines.with("stream-failed"), 1U);
}

TEST(ServerLoad, resumes_a_session_by_its_ticket)
{
    TestServer server(
        [](Request& request) { return bytes("text/plain", request.tls.resumed == Resumed::yes ? "resumed" : "new"); });
    auto first = server.client();
    EXPECT_EQ(first.ask(k_get).body, "new");
    std::unique_ptr<SSL_SESSION, FreeWith<&SSL_SESSION_free>> const session(SSL_get1_session(first.tls()));
    TlsClient second(server.port(), TestIdentity::get().authority_pem, { .session = session.get() });
    EXPECT_EQ(second.ask(k_get).body, "resumed");
}

} // namespace
} // namespace zk::app::http
