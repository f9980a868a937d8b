#include "keep/journal/commit_queue.hpp"

namespace zk::keep {

CommitQueue::Turn CommitQueue::wait(Ticket& ticket)
{
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&ticket);
    ticket.m_wake.wait(lock, [&] { return ticket.m_done || (!m_led && m_waiting.front() == &ticket); });
    if (ticket.m_done)
        return Turn::followed;
    m_waiting.pop_front();
    m_led = true;
    return Turn::lead;
}

Ticket* CommitQueue::next()
{
    std::lock_guard const lock(m_mutex);
    if (m_waiting.empty() || m_waiting.front()->kind == Ticket::Kind::alone)
        return nullptr;
    Ticket* const ticket = m_waiting.front();
    m_waiting.pop_front();
    return ticket;
}

void CommitQueue::finish(std::span<Ticket* const> tickets)
{
    // Under the lock to the end: a follower who sees that he is done takes his ticket away.
    std::lock_guard const lock(m_mutex);
    for (Ticket* ticket : tickets) {
        ticket->m_done = true;
        ticket->m_wake.notify_one();
    }
}

void CommitQueue::hand_over()
{
    std::lock_guard const lock(m_mutex);
    m_led = false;
    if (!m_waiting.empty())
        m_waiting.front()->m_wake.notify_one();
}

} // namespace zk::keep
