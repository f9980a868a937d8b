#include "app/serve/daily_check.hpp"

namespace zk::app {

DailyCheck::DailyCheck(ServedPractice& served, std::chrono::milliseconds look_every)
    : m_served(served)
    , m_look_every(look_every)
    , m_thread([this](std::stop_token const& stop) { work(stop); })
{
}

void DailyCheck::work(std::stop_token const& stop)
{
    std::optional<Date> done_on;
    while (!stop.stop_requested()) {
        Date const today = m_served.practice.today();
        if (done_on != today && measure_now(m_served, nullptr, stop))
            done_on = today;
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, m_look_every, [] { return false; });
    }
}

} // namespace zk::app
