#include "keep/commit_queue.hpp"

namespace zk::keep {

Ticket::State Ticket::sleep()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_state != State::waiting; });
    return m_state;
}

void Ticket::wake(State state)
{
    // Under the lock to the end: the one who sees the new state takes his ticket away.
    std::lock_guard const lock(m_mutex);
    m_state = state;
    m_changed.notify_one();
}

} // namespace zk::keep
