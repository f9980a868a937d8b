// bench_sealed FOLDER CONNECTION [ROUNDS SECONDS]: sealed insert and read, ours and PostgreSQL's in turns.

#include "limits.hpp"
#include "ours.hpp"
#include "peer_tuning.hpp"

#include <charconv>
#include <fmt/format.h>

namespace {

using namespace zk::bench;

constexpr std::uint64_t k_records = 20'000;
constexpr std::size_t k_many = 64;
constexpr std::size_t k_few = 8;
constexpr double k_warm_seconds = 0.5;

struct Measured {
    std::string name;
    std::function<double()> ours;
    std::string peer_name;
    std::function<double()> peer;
    std::vector<double> ours_rates {};
    std::vector<double> peer_rates {};
};

template<typename T>
T number(char const* text)
{
    std::string_view const all(text);
    T out {};
    if (std::from_chars(all.data(), all.data() + all.size(), out).ec != std::errc())
        give_up("not a number: " + std::string(all));
    return out;
}

void run(Measured& one)
{
    one.ours_rates.push_back(one.ours());
    if (one.peer)
        one.peer_rates.push_back(one.peer());
}

void print(Measured const& one)
{
    Line line { one.name, "1/s", median(one.ours_rates) };
    if (one.peer) {
        line.peer_name = one.peer_name;
        line.peer = median(one.peer_rates);
    }
    print_line(line);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3 && argc != 5)
        give_up("bench_sealed FOLDER CONNECTION [ROUNDS SECONDS]");
    std::filesystem::path const folder = argv[1];
    int const rounds = argc == 5 ? number<int>(argv[3]) : 5;
    double const seconds = argc == 5 ? number<double>(argv[4]) : 4;
    Window const many { k_many, k_warm_seconds, seconds };
    Window const few { k_few, k_warm_seconds, seconds };

    say("filling both");
    Ours ours(folder / "practice", k_records);
    Peer peer(argv[2], k_many, k_records);
    Tuned const tuned = tune(peer, { k_many, k_warm_seconds / 2, seconds / 2 });

    std::string const name = "PostgreSQL 15, pgp_sym_encrypt";
    auto const inserted
        = [&](std::string const& what, Window const& window, std::string const& by, Chain const& chain, Cipher cipher) {
              return Measured { what, [&ours, window] { return ours.inserts(window); }, by,
                  [&peer, window, chain, cipher] { return peer.inserts(window, chain, cipher); } };
          };
    auto const read
        = [&](std::string const& what, Window const& window, std::string const& by, Chain const& chain, Cipher cipher) {
              return Measured { what, [&ours, window] { return ours.reads(window); }, by,
                  [&peer, window, chain, cipher] { return peer.reads(window, chain, cipher); } };
          };
    Chain const& to_insert = tuned.inserts.chain;
    Chain const& to_read = tuned.reads.chain;
    std::string const held = name + ", one transaction";
    std::string const by_raw_key = "PostgreSQL 15, raw-key AES-256-CBC";
    std::string const unstretched = name + " with s2k-mode=1";
    std::vector<Measured> all {
        inserted("sealed_insert", many, name, to_insert, Cipher::pgp_default),
        read("sealed_read", many, name, to_read, Cipher::pgp_default),
        inserted("sealed_insert_8", few, name, to_insert, Cipher::pgp_default),
        read("sealed_read_8", few, name, to_read, Cipher::pgp_default),
        inserted("sealed_insert_held", many, held, tuned.inserts.held, Cipher::pgp_default),
        read("sealed_read_held", many, held, tuned.reads.held, Cipher::pgp_default),
        inserted("sealed_insert_rawkey", many, by_raw_key, to_insert, Cipher::raw_key),
        read("sealed_read_rawkey", many, by_raw_key, to_read, Cipher::raw_key),
        inserted("sealed_insert_unstretched", many, unstretched, to_insert, Cipher::pgp),
        read("sealed_read_unstretched", many, unstretched, to_read, Cipher::pgp),
        { "journal_append_limit", [&] { return ours.lines(many); }, "", {} },
        { "engine_insert_limit", [&] { return engine_inserts(folder, many, k_many); }, "", {} },
        { "engine_commit_limit", [&] { return engine_inserts(folder, many, 1); }, "", {} },
    };
    for (int round = 1; round <= rounds; ++round) {
        for (Measured& one : all) {
            // Neither pays for what the other, or he himself, left to be written.
            ours.settle();
            peer.execute("CHECKPOINT");
            run(one);
            say(fmt::format("round {}: {} {:.0f} beside {:.0f}", round, one.name, one.ours_rates.back(),
                one.peer ? one.peer_rates.back() : 0.0));
        }
    }
    if (peer.execute("SELECT chain_holds()") != "t")
        give_up("the chain of the peer does not hold");
    for (Measured const& one : all)
        print(one);
    return 0;
}
