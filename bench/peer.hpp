// peer: the same work by PostgreSQL with pgcrypto: one round trip a request, prepared, over a unix socket.
// Used by bench_sealed.
// Always: an answer means that record and line are on its disk.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "measure.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>

struct pg_conn;

namespace zk::bench {

// How the lines are chained, as peer.sql names it: who waits for whom, and how long.
inline constexpr std::array k_chains { "row_held", "advisory_held", "trigger_held", "row_split", "advisory_split",
    "trigger_split" };
using Chain = std::string;

// What seals a record.
enum class Cipher : std::uint8_t {
    pgp, // pgp_sym_encrypt, AES-256; the key is one of chance, so nothing is gained by stretching it: s2k-mode 1
    pgp_default, // the same, stretching as it does by default
    raw_key,     // AES-256-CBC with a raw key
};

class Peer {
public:
    // So many connections; the schema of peer.sql must be there.
    Peer(std::string const& where, std::size_t connections, std::uint64_t records);
    ~Peer();
    Peer(Peer const&) = delete;
    Peer& operator=(Peer const&) = delete;

    [[nodiscard]] double inserts(Window const& window, Chain const& chain, Cipher cipher);
    [[nodiscard]] double reads(Window const& window, Chain const& chain, Cipher cipher);
    // A command by itself, such as CHECKPOINT. Returns the first value of its answer.
    std::string execute(std::string const& command);

private:
    struct Call;
    using Ask = std::function<Call(std::uint64_t chance)>;
    struct Close {
        void operator()(pg_conn* connection) const;
    };
    using Connection = std::unique_ptr<pg_conn, Close>;
    [[nodiscard]] double drive(Window const& window, Ask const& ask);
    void fill(std::uint64_t records);

    std::vector<Connection> m_connections;
    std::uint64_t m_records;
    std::atomic<std::uint64_t> m_next;
};

} // namespace zk::bench
