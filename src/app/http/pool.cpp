#include "app/http/pool.hpp"

#include "base/require.hpp"

namespace zk::app::http {

Pool::Pool(std::size_t threads, std::size_t queue_max)
    : m_queue_max(queue_max)
{
    ZK_REQUIRE(threads > 0);
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Pool::~Pool()
{
    stop();
}

Pool::Taken Pool::try_submit(Task task)
{
    {
        std::lock_guard const lock(m_mutex);
        if (m_stopping || m_queue.size() >= m_queue_max)
            return Taken::full;
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
    return Taken::yes;
}

void Pool::submit_first(Task task)
{
    {
        std::lock_guard const lock(m_mutex);
        if (m_stopping)
            return;
        m_first.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Pool::stop()
{
    std::deque<Task> dropped_first;
    std::deque<Task> dropped;
    {
        std::lock_guard const lock(m_mutex);
        m_stopping = true;
        m_first.swap(dropped_first);
        m_queue.swap(dropped);
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void Pool::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_first.empty() || !m_queue.empty(); });
        if (m_stopping)
            return;
        std::deque<Task>& from = m_first.empty() ? m_queue : m_first;
        Task task = std::move(from.front());
        from.pop_front();
        lock.unlock();
        task();
        // What it held is let go before the lock is taken.
        task = nullptr;
        lock.lock();
    }
}

} // namespace zk::app::http
