#include "app/http/server.hpp"

#include "app/http/tls.hpp"
#include "base/require.hpp"

#include <bit>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <mutex>
#include <thread>

namespace zk::app::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// While the process has no file left to open, trying again at once would only burn a core.
constexpr auto k_wait_after_failed_accept = std::chrono::milliseconds(100);

std::string text_of(asio::ip::address const& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    return address.to_string();
}

Result<tcp::acceptor> listen(
    tcp::acceptor::executor_type const& executor, std::string const& address, std::uint16_t port)
{
    error_code problem;
    tcp::endpoint const endpoint(asio::ip::make_address(address, problem), port);
    if (problem)
        return fail(Fault::wrong_use, "listen-address-unreadable");
    tcp::acceptor acceptor(executor);
    error_code ignored;
    acceptor.open(endpoint.protocol(), problem);
    acceptor.set_option(tcp::acceptor::reuse_address(true), ignored);
    if (endpoint.address().is_v6())
        acceptor.set_option(asio::ip::v6_only(false), ignored);
    if (!problem)
        acceptor.bind(endpoint, problem);
    if (!problem)
        acceptor.listen(tcp::acceptor::max_listen_connections, problem);
    if (problem == asio::error::address_in_use)
        return fail(Fault::unavailable, "listen-address-in-use");
    if (problem == asio::error::access_denied)
        return fail(Fault::refused, "listen-not-allowed");
    if (problem)
        return fail(Fault::unavailable, "listen-failed");
    return acceptor;
}

} // namespace

class Server::Inside {
public:
    Inside(Options options, Ground const& ground, Handler handler, SslContext tls)
        : m_tls(tls.release())
        , m_acceptor(asio::make_strand(m_io))
        , m_retry(m_acceptor.get_executor())
        , m_house { .limits = options.limits,
            .rules = { options.limits.head_bytes_max, std::move(options.hosts) },
            .handler = std::move(handler),
            .body_bytes_max = std::move(options.body_bytes_max),
            .log = ground.log,
            .clock = ground.clock,
            .io = m_io,
            .tls = m_tls,
            .ids_of_this_start = ground.random.array<k_id_bytes>(),
            .guests = Guests(options.limits.connections_max, options.limits.connections_per_peer_max),
            .pool = Pool(options.limits.handler_threads, options.limits.queue_max) }
        , m_work(m_io.get_executor())
    {
    }

    Result<> begin(std::string const& address, std::uint16_t port)
    {
        ZK_TRY(m_acceptor, listen(m_acceptor.get_executor(), address, port));
        error_code problem;
        m_port = m_acceptor.local_endpoint(problem).port();
        accept();
        for (std::size_t i = 0; i < k_io_threads; ++i)
            m_threads.emplace_back([this] { m_io.run(); });
        m_house.log.info("server-started", { { "port", m_port } });
        return {};
    }

    void stop()
    {
        std::lock_guard const lock(m_stop_mutex);
        if (m_threads.empty())
            return;
        m_house.stopping = true;
        asio::post(m_acceptor.get_executor(), [this] {
            error_code ignored;
            m_acceptor.close(ignored);
            m_retry.cancel();
        });
        for (auto const& guest : m_house.guests.all())
            guest->leave();
        auto const left = m_house.guests.wait_until_gone(m_house.limits.drain_time_max);
        for (auto const& guest : m_house.guests.all())
            guest->cut();
        m_house.pool.stop();
        m_work.reset();
        for (std::thread& thread : m_threads)
            thread.join();
        m_threads.clear();
        ZK_REQUIRE(m_house.guests.count() == 0);
        m_house.log.info("server-stopped", { { "all_finished", left == Guests::Left::all } });
    }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::size_t connections() { return m_house.guests.count(); }

private:
    // On the acceptor's strand, since stop() closes it from another thread.
    void accept()
    {
        m_acceptor.async_accept([this](error_code problem, tcp::socket socket) {
            if (m_house.stopping)
                return;
            if (problem) {
                m_retry.expires_after(k_wait_after_failed_accept);
                m_retry.async_wait([this](error_code cancelled) {
                    if (!cancelled)
                        accept();
                });
                return;
            }
            welcome(std::move(socket));
            accept();
        });
    }

    void welcome(tcp::socket socket)
    {
        error_code problem;
        tcp::endpoint const peer = socket.remote_endpoint(problem);
        if (problem)
            return;
        auto seat = m_house.guests.admit(text_of(peer.address()));
        if (!seat) {
            // At each power of two: who floods us does not flood the log.
            if (std::has_single_bit(++m_turned_away))
                m_house.log.warning("connections-turned-away", { { "count", m_turned_away } });
            return;
        }
        Family const family = peer.address().is_v6() ? Family::ipv6 : Family::ipv4;
        int const handle = socket.release(problem);
        if (!problem)
            serve_connection(m_house, std::move(*seat), handle, family);
    }

    asio::io_context m_io;
    asio::ssl::context m_tls;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_retry;
    House m_house;
    asio::executor_work_guard<asio::io_context::executor_type> m_work;
    std::uint16_t m_port = 0;
    std::uint64_t m_turned_away = 0;
    std::mutex m_stop_mutex;
    std::vector<std::thread> m_threads;
};

Server::Server(std::unique_ptr<Inside> inside)
    : m_inside(std::move(inside))
{
}

// NOLINTNEXTLINE(bugprone-exception-escape): a thread that cannot be joined ends the process, as it must
Server::~Server()
{
    stop();
}

Result<std::unique_ptr<Server>> Server::start(Options options, Ground ground, Handler handler)
{
    ZK_REQUIRE(handler && !options.hosts.empty());
    ZK_TRY(SslContext tls, make_tls(options.identity));
    std::string const address = options.address;
    std::uint16_t const port = options.port;
    auto inside = std::make_unique<Inside>(std::move(options), ground, std::move(handler), std::move(tls));
    ZK_CHECK(inside->begin(address, port));
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::uint16_t Server::port() const
{
    return m_inside->port();
}

std::size_t Server::connections() const
{
    return m_inside->connections();
}

void Server::stop()
{
    m_inside->stop();
}

} // namespace zk::app::http
