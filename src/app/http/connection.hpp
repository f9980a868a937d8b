// connection: one client from its first byte to its last: TLS, requests, answers, streams, each within its time.
// Made by the listener in server.cpp; Asio stays inside connection.cpp.
// Always: one request at a time; handlers run on the pool, never on an I/O thread; every wait has a timer.
// An attacker who is slow, large or malformed loses his own connection, and nobody else's.
#pragma once

#include "app/http/guests.hpp"
#include "app/http/limits.hpp"
#include "app/http/pool.hpp"
#include "app/http/request_parser.hpp"
#include "app/http/response.hpp"
#include "base/log.hpp"

#include <atomic>
#include <functional>
#include <memory>

namespace boost::asio {
class io_context; // NOLINT(readability-identifier-naming): not our name
namespace ssl {
class context; // NOLINT(readability-identifier-naming): not our name
}
} // namespace boost::asio

namespace zk::app::http {

using Handler = std::function<Response(Request&)>;
// How large a body may be, asked when the head is there; on an I/O thread, so it may not wait.
using BodyBytesMax = std::function<std::uint64_t(Request const&)>;

// What all connections of a server share; it outlives them.
struct House {
    Limits limits;
    ParserRules rules;
    Handler handler;
    BodyBytesMax body_bytes_max;
    Log const& log;
    Clock const& clock;
    boost::asio::io_context& io;
    boost::asio::ssl::context& tls;
    RequestId::Raw ids_of_this_start;
    std::atomic<std::uint64_t> requests = 0;
    std::atomic<std::uint64_t> bodies_bytes = 0;
    std::atomic<bool> stopping = false;
    Guests guests;
    Pool pool;
};

enum class Family : std::uint8_t { ipv4, ipv6 };

// Takes the socket over and serves it until it is closed.
void serve_connection(House& house, Guests::Seat seat, int socket, Family family);

} // namespace zk::app::http
