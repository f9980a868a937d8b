// caretaker: does a few small things once a minute beside the server: the daily backup, what was left alone.
// Made by the serve command.
// Always: it stops with the server, and waits for what it is doing.
// An attacker who stops it stops the daily backup: the day says so after 26 hours.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace zk::app {

inline constexpr std::chrono::minutes k_caretaker_round { 1 };

class Caretaker {
public:
    explicit Caretaker(std::function<void()> round)
        : m_round(std::move(round))
        , m_thread([this] { work(); })
    {
    }
    Caretaker(Caretaker const&) = delete;
    Caretaker& operator=(Caretaker const&) = delete;
    ~Caretaker()
    {
        {
            std::lock_guard const lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        m_thread.join();
    }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        while (!m_wake.wait_for(lock, k_caretaker_round, [this] { return m_stopping; })) {
            lock.unlock();
            m_round();
            lock.lock();
        }
    }

    std::function<void()> m_round;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace zk::app
