// pool: the threads on which handlers run, and the queue before them.
// Used by the connection: a request waits in the queue; the next piece of a stream goes before it.
// Always: the queue is bounded; what began is not refused; tasks that did not start are dropped at stop.
// An attacker who fills the queue gets 503 like everybody, until it is empty again: that is its purpose.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace zk::app::http {

class Pool {
public:
    using Task = std::function<void()>;
    enum class Taken : std::uint8_t { yes, full };

    Pool(std::size_t threads, std::size_t queue_max);
    Pool(Pool const&) = delete;
    Pool& operator=(Pool const&) = delete;
    ~Pool();

    [[nodiscard]] Taken try_submit(Task task);
    // What a request in progress needs: there is at most one for each connection, so it needs no bound of its own.
    void submit_first(Task task);
    // Drops what waits, and returns when what runs is done. Later tasks are dropped.
    void stop();

private:
    void work();

    std::size_t const m_queue_max;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_first;
    std::deque<Task> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace zk::app::http
