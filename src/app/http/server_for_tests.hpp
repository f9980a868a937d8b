// server_for_tests: a server on a free port of the loopback, with a CA of its own, and what it logged.
// Used by the tests of the server.
// Always: the same certificate for all tests of a run.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/http/client_for_tests.hpp"
#include "app/http/server.hpp"
#include "app/real_clock.hpp"
#include "testing/seeded_random.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <mutex>
#include <vector>

namespace zk::app::http {

class LogLines final : public LogSink {
public:
    void write(LogLevel, std::string_view line) override
    {
        std::lock_guard const lock(m_mutex);
        m_lines.emplace_back(line);
    }
    // How many have this in them.
    std::size_t with(std::string_view text)
    {
        std::lock_guard const lock(m_mutex);
        return static_cast<std::size_t>(
            std::ranges::count_if(m_lines, [&](std::string const& line) { return line.contains(text); }));
    }

private:
    std::mutex m_mutex;
    std::vector<std::string> m_lines;
};

struct TestIdentity {
    std::string authority_pem;
    std::string chain_pem;
    KeyPem key;

    static TestIdentity const& get()
    {
        static TestIdentity const identity = [] {
            testing::SeededRandom random(7);
            Instant const now = RealClock().now();
            auto authority = make_authority({}, now, random);
            ZK_REQUIRE(authority);
            auto server = issue_certificate(*authority, with_loopback({}), now, random);
            ZK_REQUIRE(server);
            return TestIdentity { authority->chain_pem, server->chain_pem, std::move(server->key) };
        }();
        return identity;
    }
};

inline Response echo(Request& request)
{
    return bytes("text/plain", std::string(log_name(request.method).text()) + " " + request.path + " " + request.body);
}

class TestServer {
public:
    explicit TestServer(Handler handler = echo, Limits limits = {}, BodyBytesMax body_bytes_max = nullptr)
    {
        TestIdentity const& identity = TestIdentity::get();
        auto server = Server::start({ .port = 0,
                                        .identity = { identity.chain_pem, KeyPem::of(identity.key.expose()) },
                                        .hosts = with_loopback({}),
                                        .body_bytes_max = std::move(body_bytes_max),
                                        .limits = limits },
            { log, clock, random }, std::move(handler));
        ZK_REQUIRE(server);
        m_server = std::move(*server);
    }

    [[nodiscard]] Server& server() { return *m_server; }
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] TlsClient client(ClientOptions const& options = {}) const
    {
        return TlsClient(port(), TestIdentity::get().authority_pem, options);
    }
    // One request on a connection of its own.
    [[nodiscard]] Reply ask(std::string_view bytes) const { return client().ask(bytes); }

    RealClock clock;
    testing::SeededRandom random;
    LogLines lines;
    Log log { lines, clock };

private:
    std::unique_ptr<Server> m_server;
};

inline constexpr std::string_view k_get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

} // namespace zk::app::http
