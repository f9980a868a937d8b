#include "peer.hpp"

#include "people.hpp"

#include <cerrno>
#include <chrono>
#include <fmt/format.h>
#include <libpq-fe.h>
#include <random>
#include <sys/epoll.h>
#include <thread>
#include <unistd.h>

namespace zk::bench {

namespace {

// Waiting for many connections in two threads costs the peer less than a thread for each.
constexpr std::size_t k_driver_threads = 2;
constexpr std::string_view k_key = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0";
constexpr std::string_view k_actor = "7c0f6a3e5b1d4928a6f0c3b7e2d19485";
constexpr int k_text = 0;
constexpr int k_binary = 1;
// Enough to read; the default seals slowly.
constexpr std::uint64_t k_records_by_default_cipher = 1000;

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

std::string_view text_of(Cipher cipher)
{
    switch (cipher) {
    case Cipher::pgp:
        return "cipher-algo=aes256, s2k-mode=1, compress-algo=0";
    case Cipher::pgp_default:
        return "cipher-algo=aes256";
    case Cipher::raw_key:
        return "raw";
    }
    give_up("an unknown cipher");
}

// Spread as chance would, and for each cipher another.
std::string uuid_of(std::uint64_t number, Cipher cipher)
{
    std::mt19937_64 chance(number * 4 + static_cast<std::uint64_t>(cipher));
    std::uint64_t const high = chance();
    return fmt::format("{:016x}{:016x}", high, chance());
}

Answer checked(PGconn* connection, PGresult* result)
{
    Answer answer(result);
    ExecStatusType const status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(connection)));
    return answer;
}

} // namespace

// One request: a prepared statement and what goes into it.
struct Peer::Call {
    std::string statement;
    std::vector<std::string> values;
    int plain_at = -1; // the one that goes as bytes

    void send(PGconn* connection) const
    {
        std::array<char const*, 8> texts {};
        std::array<int, 8> lengths {};
        std::array<int, 8> formats {};
        for (std::size_t i = 0; i < values.size(); ++i) {
            texts[i] = values[i].data();
            lengths[i] = static_cast<int>(values[i].size());
            formats[i] = static_cast<int>(i) == plain_at ? k_binary : k_text;
        }
        if (PQsendQueryPrepared(connection, statement.c_str(), static_cast<int>(values.size()), texts.data(),
                lengths.data(), formats.data(), k_binary)
                != 1
            || PQflush(connection) != 0)
            give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(connection)));
    }
};

void Peer::Close::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

Peer::Peer(std::string const& where, std::size_t connections, std::uint64_t records)
    : m_records(records)
    , m_next(records)
{
    for (std::size_t i = 0; i < connections; ++i) {
        Connection connection(PQconnectdb(where.c_str()));
        if (PQstatus(connection.get()) != CONNECTION_OK)
            give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(connection.get())));
        auto const prepare = [&](std::string const& name, std::string const& sql) {
            checked(connection.get(), PQprepare(connection.get(), name.c_str(), sql.c_str(), 0, nullptr));
        };
        for (Chain const chain : k_chains) {
            bool const split = chain.ends_with("split");
            std::string_view const verb = split ? "CALL" : "SELECT";
            prepare("insert_" + chain, fmt::format("{} insert_{}($1, $2, $3, $4, $5, $6)", verb, chain));
            prepare("read_" + chain, fmt::format("{} read_{}($1, $2, $3, $4{})", verb, chain, split ? ", NULL" : ""));
        }
        prepare("fill", "INSERT INTO record VALUES ($1, hmac($2, $4, 'sha256'), seal($3, $4, $5))");
        m_connections.push_back(std::move(connection));
    }
    fill(records);
}

Peer::~Peer() = default;

std::string Peer::execute(std::string const& command)
{
    PGconn* const connection = m_connections.front().get();
    Answer const answer = checked(connection, PQexec(connection, command.c_str()));
    return PQntuples(answer.get()) > 0 ? PQgetvalue(answer.get(), 0, 0) : "";
}

void Peer::fill(std::uint64_t records)
{
    execute("BEGIN");
    for (Cipher const cipher : { Cipher::pgp, Cipher::pgp_default, Cipher::raw_key }) {
        std::uint64_t const count
            = cipher == Cipher::pgp_default ? std::min(records, k_records_by_default_cipher) : records;
        for (std::uint64_t number = 0; number < count; ++number) {
            Invented const one = invent(number);
            PGconn* const connection = m_connections.front().get();
            Call const call { "fill",
                { uuid_of(number, cipher), one.card.bsn->digits(), one.as_text, std::string(k_key),
                    std::string(text_of(cipher)) },
                2 };
            call.send(connection);
            while (PGresult* const result = PQgetResult(connection))
                checked(connection, result);
        }
    }
    execute("COMMIT");
    execute("VACUUM ANALYZE record");
}

double Peer::inserts(Window const& window, Chain const& chain, Cipher cipher)
{
    return drive(window, [&](std::uint64_t) -> Call {
        std::uint64_t const number = m_next++;
        Invented const one = invent(number);
        return { "insert_" + chain,
            { uuid_of(number, cipher), one.card.bsn->digits(), one.as_text, std::string(k_key),
                std::string(text_of(cipher)), std::string(k_actor) },
            2 };
    });
}

double Peer::reads(Window const& window, Chain const& chain, Cipher cipher)
{
    std::uint64_t const count
        = cipher == Cipher::pgp_default ? std::min(m_records, k_records_by_default_cipher) : m_records;
    return drive(window, [&, count](std::uint64_t chance) -> Call {
        return { "read_" + chain,
            { uuid_of(chance % count, cipher), std::string(k_key), std::string(text_of(cipher)),
                std::string(k_actor) } };
    });
}

// Each thread looks after its share of the connections: whichever has its answer gets its next request.
double Peer::drive(Window const& window, Ask const& ask)
{
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> stop = false;
    auto const share = [&](std::size_t first) {
        int const poll = ::epoll_create1(EPOLL_CLOEXEC);
        std::minstd_rand chance(static_cast<unsigned>(first + 1));
        std::size_t asked = 0;
        for (std::size_t i = first; i < window.clients; i += k_driver_threads) {
            PGconn* const connection = m_connections[i].get();
            epoll_event event { .events = EPOLLIN, .data = { .ptr = connection } };
            ::epoll_ctl(poll, EPOLL_CTL_ADD, PQsocket(connection), &event);
            ask(chance()).send(connection);
            ++asked;
        }
        std::array<epoll_event, 64> events {};
        while (asked > 0) {
            int const ready = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), -1);
            if (ready < 0 && errno != EINTR)
                give_up("epoll failed");
            for (int i = 0; i < ready; ++i) {
                auto* const connection = static_cast<PGconn*>(events[static_cast<std::size_t>(i)].data.ptr);
                if (PQconsumeInput(connection) != 1)
                    give_up(fmt::format("PostgreSQL: {}", PQerrorMessage(connection)));
                bool whole = false;
                while (PQisBusy(connection) == 0) {
                    PGresult* const result = PQgetResult(connection);
                    whole = result == nullptr;
                    if (whole)
                        break;
                    checked(connection, result);
                }
                if (!whole)
                    continue;
                done.fetch_add(1, std::memory_order_relaxed);
                --asked;
                if (!stop.load(std::memory_order_relaxed)) {
                    ask(chance()).send(connection);
                    ++asked;
                }
            }
        }
        ::close(poll);
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < std::min(k_driver_threads, window.clients); ++i)
        threads.emplace_back(share, i);
    std::this_thread::sleep_for(std::chrono::duration<double>(window.warm_seconds));
    std::size_t const before = done;
    auto const from = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(std::chrono::duration<double>(window.seconds));
    std::size_t const after = done;
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    stop = true;
    return static_cast<double>(after - before) / seconds;
}

} // namespace zk::bench
