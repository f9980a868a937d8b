#include "app/http/connection.hpp"

#include "app/http/answer_writer.hpp"
#include "app/http/headers.hpp"
#include "base/require.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

namespace zk::app::http {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

// The first byte of a TLS handshake; no HTTP method begins with it.
constexpr char k_tls_handshake = 0x16;
// What a client may still send after our last answer, so that he reads that before a reset reaches him.
constexpr std::size_t k_lingering_bytes_max = 4 * k_mib;
constexpr std::string_view k_continue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view k_https_only = "Dit adres spreekt alleen https. Zet 'https://' voor het adres.\n";

enum class Phase : std::uint8_t { opening, idle, head, body, answering, closing };

// All of its members but those in answer() are touched on its strand only; there a handler has them alone.
class TcpConnection final : public Stoppable, public std::enable_shared_from_this<TcpConnection> {
public:
    TcpConnection(House& house, Guests::Seat seat, tcp::socket socket)
        : m_house(house)
        , m_seat(std::move(seat))
        , m_stream(std::move(socket), house.tls)
        , m_timer(m_stream.get_executor())
        , m_parser(house.rules)
        , m_request_id(next_id())
    {
    }
    TcpConnection(TcpConnection const&) = delete;
    TcpConnection& operator=(TcpConnection const&) = delete;
    ~TcpConnection() override { release(); }

    void start()
    {
        m_seat.taken_by(weak_from_this());
        on_strand([this] {
            // A server that stops has told those whom it knew to leave.
            if (m_house.stopping)
                drop();
            else
                look_at_first_byte();
        });
    }

    void leave() override
    {
        on_strand([this] {
            m_after = After::close;
            if (m_phase == Phase::opening)
                drop();
            else if (m_phase == Phase::idle)
                stop_waiting();
        });
    }

    void cut() override
    {
        on_strand([this] { drop(); });
    }

private:
    // --- time ---

    template<typename Function>
    void on_strand(Function function)
    {
        asio::post(m_stream.get_executor(), [self = shared_from_this(), function] { function(); });
    }

    void allow(milliseconds time)
    {
        m_timer.expires_after(time);
        m_timer.async_wait([self = shared_from_this()](error_code problem) {
            // A timer that was set again meanwhile may still report that it had expired.
            if (problem || self->m_timer.expiry() > asio::steady_timer::clock_type::now())
                return;
            if (self->m_phase == Phase::idle)
                self->stop_waiting();
            else
                self->drop();
        });
    }

    tcp::socket& socket() { return m_stream.next_layer(); }

    // The read that waits comes back as aborted, and closes in order.
    void stop_waiting()
    {
        m_leaving = true;
        error_code ignored;
        socket().cancel(ignored);
    }

    void drop()
    {
        if (m_phase == Phase::answering)
            m_house.log.warning("request-cut", { { "method", m_answers_to }, { "request", m_request_id } });
        m_phase = Phase::closing;
        m_timer.cancel();
        error_code ignored;
        socket().close(ignored);
    }

    // --- opening ---

    void look_at_first_byte()
    {
        allow(m_house.limits.handshake_time_max);
        error_code ignored;
        socket().set_option(tcp::no_delay(true), ignored);
        socket().async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code problem) {
            char first = 0;
            if (!problem)
                self->socket().receive(asio::buffer(&first, 1), tcp::socket::message_peek, problem);
            if (problem)
                self->drop();
            else if (first == k_tls_handshake)
                self->shake_hands();
            else
                self->serve_plain();
        });
    }

    void shake_hands()
    {
        m_stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](error_code problem) {
            if (problem || self->m_after == After::close)
                return self->drop();
            SSL* const tls = self->m_stream.native_handle();
            self->m_tls = { .version = SSL_get_version(tls),
                .cipher = SSL_get_cipher_name(tls),
                .resumed = SSL_session_reused(tls) == 1 ? Resumed::yes : Resumed::no };
            self->wait_for_request();
        });
    }

    // Somebody typed the address without "https": he is sent to the front page there, and hears nothing else.
    void serve_plain()
    {
        m_plain = true;
        m_after = After::close;
        m_phase = Phase::head;
        allow(m_house.limits.head_time_max);
        read();
    }

    void answer_plain(RequestParser::Outcome const& outcome)
    {
        // Only to a host that is ours: the parser has looked.
        std::string_view const host = outcome ? m_parser.request().header("host").value_or("") : "";
        m_plain_answer = outcome
            ? fmt::format("HTTP/1.1 308 Permanent Redirect\r\nLocation: https://{}/\r\n", host)
            : std::string("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n");
        m_plain_answer += fmt::format("Connection: close\r\nContent-Length: {}\r\n\r\n", k_https_only.size());
        m_plain_answer += k_https_only;
        m_phase = Phase::answering;
        write(m_plain_answer);
    }

    // --- reading ---

    void wait_for_request()
    {
        m_phase = Phase::idle;
        allow(m_house.limits.idle_time_max);
        go_on(m_parser.feed({}));
    }

    void read()
    {
        auto const done
            = [self = shared_from_this()](error_code problem, std::size_t size) { self->on_read(problem, size); };
        if (m_plain)
            socket().async_read_some(asio::buffer(m_piece), done);
        else
            m_stream.async_read_some(asio::buffer(m_piece), done);
    }

    void on_read(error_code problem, std::size_t size)
    {
        if (problem)
            return m_leaving && m_phase == Phase::idle ? close() : drop();
        m_leaving = false;
        if (m_phase != Phase::body)
            m_began = asio::steady_timer::clock_type::now();
        go_on(m_parser.feed({ m_piece.data(), size }));
    }

    void go_on(RequestParser::Outcome outcome)
    {
        using State = RequestParser::State;
        if (m_plain && (!outcome || *outcome == State::has_head))
            return answer_plain(outcome);
        if (outcome && *outcome == State::has_head) {
            outcome = on_head();
            if (outcome && *outcome != State::complete)
                return begin_body();
        }
        if (!outcome)
            return refuse(outcome.error());
        if (*outcome == State::complete)
            return submit();
        if (*outcome == State::head && m_phase == Phase::idle) {
            m_phase = Phase::head;
            allow(m_house.limits.head_time_max);
        }
        if (*outcome == State::empty && m_after == After::close)
            return close();
        read();
    }

    RequestParser::Outcome on_head()
    {
        Request& request = m_parser.request();
        BodyFacts const& body = m_parser.body_facts();
        request.peer = m_seat.peer();
        request.id = m_request_id;
        request.tls = m_tls;
        m_answers_to = request.method;
        if (body.after == After::close)
            m_after = After::close;
        std::uint64_t const bytes_max = m_house.body_bytes_max ? m_house.body_bytes_max(request) : k_body_bytes_max;
        if (body.length > bytes_max)
            return std::unexpected(Refusal::body_too_large);
        m_reserved = body.length;
        if (m_house.bodies_bytes.fetch_add(m_reserved) + m_reserved > m_house.limits.bodies_bytes_max)
            return std::unexpected(Refusal::busy);
        return m_parser.take_body(bytes_max);
    }

    void begin_body()
    {
        m_phase = Phase::body;
        Limits const& limits = m_house.limits;
        allow(limits.body_time_max + std::chrono::seconds(m_reserved / limits.body_bytes_per_second_min));
        if (m_parser.body_facts().expects == Expects::nothing)
            return read();
        asio::async_write(
            m_stream, asio::buffer(k_continue), [self = shared_from_this()](error_code problem, std::size_t) {
                if (problem)
                    self->drop();
                else
                    self->read();
            });
    }

    RequestId next_id()
    {
        RequestId::Raw raw = m_house.ids_of_this_start;
        std::uint64_t const number = ++m_house.requests;
        for (std::size_t i = 0; i < sizeof number; ++i)
            raw[raw.size() - 1 - i] = static_cast<std::uint8_t>(number >> (8 * i));
        return RequestId::from_raw(raw);
    }

    // --- handling ---

    void submit()
    {
        m_phase = Phase::answering;
        m_timer.cancel();
        // What was read in full does not end the connection.
        if (m_house.pool.try_submit([self = shared_from_this()] { self->handle(); }) == Pool::Taken::full)
            answer(error(Refusal::busy));
    }

    // On the pool.
    void handle()
    {
        Response response = error(Refusal::failed);
        try {
            response = m_house.handler(m_parser.request());
        } catch (...) {
            // What it says may hold what it was about.
            m_house.log.error("handler-threw", { { "request", m_request_id } });
        }
        m_response = std::move(response);
        on_strand([this] { answer(std::move(m_response)); });
    }

    // The rest of what the client sends is not a request that we could find the start of.
    void refuse(Refusal refusal)
    {
        m_after = After::close;
        answer(error(refusal));
    }

    // --- answering ---

    void answer(Response response)
    {
        m_phase = Phase::answering;
        if (m_house.stopping)
            m_after = After::close;
        HeadFacts const facts { m_house.clock.now(), m_request_id,
            m_after == After::close ? Connection::close : Connection::keep };
        if (m_writer.begin(std::move(response), facts, m_answers_to) == AnswerWriter::Begun::as_failure)
            m_house.log.error("answer-cannot-be-sent", { { "request", m_request_id } });
        go_on_writing();
    }

    void go_on_writing()
    {
        switch (m_writer.next()) {
        case AnswerWriter::Step::write:
            return write(m_writer.bytes());
        case AnswerWriter::Step::produce:
            return produce();
        case AnswerWriter::Step::done:
            return finish();
        case AnswerWriter::Step::failed:
            m_house.log.error("stream-failed", { { "request", m_request_id }, { "error", m_writer.error() } });
            return drop();
        }
    }

    void write(std::string_view bytes)
    {
        allow(m_house.limits.piece_time_max);
        auto const done = [self = shared_from_this()](error_code problem, std::size_t) {
            if (problem)
                self->drop();
            else
                self->go_on_writing();
        };
        if (m_plain)
            asio::async_write(socket(), asio::buffer(bytes), done);
        else
            asio::async_write(m_stream, asio::buffer(bytes), done);
    }

    // The next piece comes from the pool: it may wait for a disk.
    void produce()
    {
        m_timer.cancel();
        m_house.pool.submit_first([self = shared_from_this()] {
            try {
                self->m_writer.produce();
            } catch (...) {
                self->m_house.log.error("producer-threw", { { "request", self->m_request_id } });
            }
            self->on_strand([connection = self.get()] { connection->go_on_writing(); });
        });
    }

    void finish()
    {
        using std::chrono::duration_cast;
        auto const took = duration_cast<milliseconds>(asio::steady_timer::clock_type::now() - m_began);
        m_house.log.info("request",
            { { "method", m_answers_to }, { "route", m_writer.route() }, { "status", m_writer.status() },
                { "took_ms", took.count() }, { "request", m_request_id } });
        release();
        m_writer = {};
        m_request_id = next_id();
        m_answers_to = Method::get;
        if (m_after == After::close)
            return close();
        m_phase = Phase::idle;
        allow(m_house.limits.idle_time_max);
        go_on(m_parser.next());
    }

    void release() { m_house.bodies_bytes.fetch_sub(std::exchange(m_reserved, 0)); }

    // --- closing ---

    // Ours first, then what he still sends is read and forgotten: a close with unread bytes would be a reset, which can
    // overtake the answer.
    void close()
    {
        m_phase = Phase::closing;
        allow(m_house.limits.linger_time_max);
        if (m_plain)
            return say_goodbye();
        m_stream.async_shutdown([self = shared_from_this()](error_code) { self->say_goodbye(); });
    }

    void say_goodbye()
    {
        error_code problem;
        socket().shutdown(tcp::socket::shutdown_send, problem);
        if (problem)
            return drop();
        linger();
    }

    void linger()
    {
        socket().async_read_some(
            asio::buffer(m_piece), [self = shared_from_this()](error_code problem, std::size_t size) {
                self->m_lingered += size;
                if (problem || self->m_lingered > k_lingering_bytes_max)
                    self->drop();
                else
                    self->linger();
            });
    }

    House& m_house;
    Guests::Seat m_seat;
    asio::ssl::stream<tcp::socket> m_stream;
    asio::steady_timer m_timer;
    RequestParser m_parser;
    std::array<char, k_read_bytes> m_piece;
    Phase m_phase = Phase::opening;
    After m_after = After::next_request;
    bool m_plain = false;
    bool m_leaving = false;
    TlsFacts m_tls;
    std::uint64_t m_reserved = 0;
    std::size_t m_lingered = 0;

    // Of the answer in progress.
    Method m_answers_to = Method::get;
    RequestId m_request_id;
    asio::steady_timer::time_point m_began;
    Response m_response; // from the pool to the strand
    AnswerWriter m_writer;
    std::string m_plain_answer;
};

} // namespace

void serve_connection(House& house, Guests::Seat seat, int socket, Family family)
{
    tcp::socket owned(asio::make_strand(house.io));
    error_code problem;
    owned.assign(family == Family::ipv6 ? tcp::v6() : tcp::v4(), socket, problem);
    ZK_REQUIRE(!problem);
    std::make_shared<TcpConnection>(house, std::move(seat), std::move(owned))->start();
}

} // namespace zk::app::http
