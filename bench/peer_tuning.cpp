#include "peer_tuning.hpp"

#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace zk::bench {

namespace {

// A reload reaches all sessions within this.
constexpr std::chrono::milliseconds k_reload_wait { 300 };

void set(Peer& peer, std::string const& name, std::string const& value)
{
    peer.execute(fmt::format("ALTER SYSTEM SET {} = '{}'", name, value));
    peer.execute("SELECT pg_reload_conf()");
    std::this_thread::sleep_for(k_reload_wait);
}

template<typename Rate>
Fastest fastest_chain(std::string const& what, Rate const& rate)
{
    Fastest best;
    double best_rate = 0;
    double best_held = 0;
    for (Chain const chain : k_chains) {
        double const now = rate(chain);
        say(fmt::format("  {} by chain {}: {:.0f}/s", what, chain, now));
        if (now > best_rate) {
            best.chain = chain;
            best_rate = now;
        }
        if (chain.ends_with("held") && now > best_held) {
            best.held = chain;
            best_held = now;
        }
    }
    return best;
}

} // namespace

Tuned tune(Peer& peer, Window const& window)
{
    say("tuning PostgreSQL");
    Tuned out;
    out.inserts
        = fastest_chain("inserts", [&](Chain const& chain) { return peer.inserts(window, chain, Cipher::pgp); });
    out.reads = fastest_chain("reads", [&](Chain const& chain) { return peer.reads(window, chain, Cipher::pgp); });

    // Inserts and reads count alike.
    auto const both = [&] {
        double const inserts = peer.inserts(window, out.inserts.chain, Cipher::pgp);
        double const reads = peer.reads(window, out.reads.chain, Cipher::pgp);
        return inserts * reads;
    };
    auto const keep_fastest = [&](std::string const& name, std::vector<std::string> const& values) {
        std::string best;
        double best_rate = 0;
        for (std::string const& value : values) {
            set(peer, name, value);
            double const now = both();
            say(fmt::format("  {} = {}: {:.1f}", name, value, now / 1e6));
            if (now > best_rate) {
                best = value;
                best_rate = now;
            }
        }
        set(peer, name, best);
        say(fmt::format("  kept {} = {}", name, best));
    };
    keep_fastest("wal_sync_method", { "fdatasync", "open_datasync" });
    keep_fastest("commit_delay", { "0", "100", "400" });
    return out;
}

} // namespace zk::bench
