// peer_tuning: tries the peer's settings on this machine and keeps its fastest.
// Used by bench_sealed before it measures.
// Always: only settings that keep every answer durable.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "peer.hpp"

namespace zk::bench {

// The fastest of all, and the fastest that holds the chain until its commit is on the disk.
struct Fastest {
    Chain chain;
    Chain held;
};

struct Tuned {
    Fastest inserts;
    Fastest reads;
};

// Leaves the server set as it was fastest, and says what it tried.
[[nodiscard]] Tuned tune(Peer& peer, Window const& window);

} // namespace zk::bench
