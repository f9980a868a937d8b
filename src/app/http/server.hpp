// server: the https server. The one door between the network and the routes.
// Started by `zorgkluis serve` and by tests; what it calls is one Handler, usually a Router with the pages behind it.
// Always: TLS 1.3 alone; handlers are plain functions on a bounded pool; every limit of limits.hpp holds from the first byte.
// An attacker on the network meets this first; what he can reach behind it is what a route's handler answers him.
#pragma once

#include "app/http/certificate.hpp"
#include "app/http/connection.hpp"
#include "base/clock.hpp"
#include "base/log.hpp"
#include "base/random.hpp"

#include <cstdint>
#include <memory>
#include <string>

namespace zk::app::http {

struct Options {
    // "127.0.0.1" for this machine alone; "0.0.0.0" or "::" (which takes both) for the practice's network.
    std::string address = "127.0.0.1";
    // 0 is any that is free.
    std::uint16_t port = 8443;
    KeyAndCertificate identity;
    // The names by which a browser may ask for us; others get 421.
    Hosts hosts;
    // Of the route (Router::body_bytes_max); absent: k_body_bytes_max for all.
    BodyBytesMax body_bytes_max = nullptr;
    Limits limits = {};
};

class Server {
public:
    struct Ground {
        Log const& log;
        Clock const& clock;
        Random& random; // only while it starts
    };

    // It listens when this returns. The handler runs on several threads at once.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(Options options, Ground ground, Handler handler);
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;
    ~Server();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;

    // Takes nobody more, lets idle clients go, finishes what is being answered within limits.drain_time_max, and cuts the rest.
    // Returns when all threads are done; a handler that runs is waited for, whatever it takes.
    void stop();

private:
    class Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

} // namespace zk::app::http
