// commit_queue: many callers, one sync: whoever stands first leads, and does the work of those behind him too.
// Used by tree_log.
// Always: one leader at a time, in order of arrival; a follower sleeps until a leader has dealt with his ticket.
// An attacker gains nothing here: no data passes.
#pragma once

#include "base/result.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>

namespace zk::keep {

class EntryMaker;

struct Ticket {
    enum class Kind : std::uint8_t {
        entries, // may be dealt with by another leader
        alone,   // leads itself, and nobody else's
    };

    Ticket(Kind of_kind, std::span<EntryMaker* const> of_makers)
        : kind(of_kind)
        , makers(of_makers)
    {
    }

    Kind kind;
    std::span<EntryMaker* const> makers;
    // The index of the first entry; the leader writes it.
    Result<std::uint64_t> outcome = 0;

private:
    friend class CommitQueue;
    bool m_done = false;
    std::condition_variable m_wake;
};

class CommitQueue {
public:
    enum class Turn : std::uint8_t {
        lead,     // take others with next(), finish() them, and hand_over() at last
        followed, // somebody else has dealt with it
    };

    // Sleeps until it is this ticket's turn, or until it was dealt with.
    [[nodiscard]] Turn wait(Ticket& ticket);

    // For the leader alone. The next ticket that may share his commit, or nullptr.
    [[nodiscard]] Ticket* next();
    void finish(std::span<Ticket* const> tickets);
    void hand_over();

private:
    std::mutex m_mutex;
    std::deque<Ticket*> m_waiting;
    bool m_led = false;
};

} // namespace zk::keep
