// commit_queue: many callers, one sync: whoever stands first leads, and does the work of those behind him too.
// Used by the journal's tree_log and by the vault's commits.
// Always: one leader at a time, in order of arrival; a follower sleeps until a leader has dealt with his ticket.
// An attacker gains nothing here: no data passes.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>

namespace zk::keep {

// What a caller holds while he stands in the queue; what he wants done is in the class that follows from it.
class Ticket {
public:
    enum class Kind : std::uint8_t {
        shared, // may be dealt with by another leader
        alone,  // leads itself, and nobody else's
    };

    explicit Ticket(Kind kind = Kind::shared)
        : m_kind(kind)
    {
    }
    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    template<typename T>
    friend class CommitQueue;
    enum class State : std::uint8_t { waiting, leads, done };

    [[nodiscard]] State sleep();
    void wake(State state);

    Kind const m_kind;
    // Its own, so that those who wake up together do not wait for each other.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    State m_state = State::waiting;
};

// T is a Ticket.
template<typename T>
class CommitQueue {
public:
    enum class Turn : std::uint8_t {
        lead,     // take others with next(), finish() them, and hand_over() at last
        followed, // somebody else has dealt with it
    };

    // Sleeps until it is this ticket's turn, or until it was dealt with.
    [[nodiscard]] Turn wait(T& ticket)
    {
        {
            std::lock_guard const lock(m_mutex);
            if (!m_led) {
                m_led = true;
                return Turn::lead;
            }
            m_waiting.push_back(&ticket);
        }
        return ticket.sleep() == Ticket::State::leads ? Turn::lead : Turn::followed;
    }

    // For the leader alone. The next ticket that may share his commit, or nullptr.
    [[nodiscard]] T* next()
    {
        std::lock_guard const lock(m_mutex);
        if (m_waiting.empty() || m_waiting.front()->kind() == Ticket::Kind::alone)
            return nullptr;
        return take_first();
    }

    // Whose ticket is finished takes it away when he wakes up: it must not be looked at again.
    void finish(T& ticket) { ticket.wake(Ticket::State::done); }

    void hand_over()
    {
        T* heir = nullptr;
        {
            std::lock_guard const lock(m_mutex);
            m_led = !m_waiting.empty();
            if (m_led)
                heir = take_first();
        }
        if (heir != nullptr)
            heir->wake(Ticket::State::leads);
    }

private:
    [[nodiscard]] T* take_first()
    {
        T* const first = m_waiting.front();
        m_waiting.pop_front();
        return first;
    }

    std::mutex m_mutex;
    std::deque<T*> m_waiting;
    bool m_led = false;
};

} // namespace zk::keep
