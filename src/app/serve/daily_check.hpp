// daily_check: does the check of a served practice by itself, when the server starts and on every new day.
// Made by the serve command.
// Always: beside the requests, which wait for nothing; told to stop, it breaks off a check that is at work.
// An attacker gains nothing: it asks nobody and answers nobody.
#pragma once

#include "app/routes/served_check.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace zk::app {

class DailyCheck {
public:
    // How often it looks whether the day is another one; a check that failed is tried again then.
    static constexpr std::chrono::milliseconds k_look_every = std::chrono::minutes(1);

    explicit DailyCheck(ServedPractice& served, std::chrono::milliseconds look_every = k_look_every);
    DailyCheck(DailyCheck const&) = delete;
    DailyCheck& operator=(DailyCheck const&) = delete;
    ~DailyCheck() = default; // the thread is told to stop, and waited for

private:
    void work(std::stop_token const& stop);

    ServedPractice& m_served;
    std::chrono::milliseconds m_look_every;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace zk::app
