#include "measure.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <thread>

namespace zk::bench {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

void give_up(std::string const& why)
{
    fmt::print(stderr, "bench: {}\n", why);
    std::fflush(nullptr);
    std::_Exit(3);
}

double rate_of(Window const& window, Request const& request)
{
    std::atomic<bool> stop = false;
    // A cache line each: the counting itself should cost nothing.
    struct alignas(64) Counter {
        std::atomic<std::size_t> count = 0;
    };
    std::vector<Counter> counters(window.clients);
    auto const counted = [&] {
        std::size_t all = 0;
        for (Counter const& one : counters)
            all += one.count.load(std::memory_order_relaxed);
        return all;
    };
    std::vector<std::jthread> threads;
    threads.reserve(window.clients);
    for (std::size_t client = 0; client < window.clients; ++client) {
        threads.emplace_back([&, client] {
            while (!stop.load(std::memory_order_relaxed))
                counters[client].count.fetch_add(request(client), std::memory_order_relaxed);
        });
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(window.warm_seconds));
    std::size_t const before = counted();
    auto const from = Clock::now();
    std::this_thread::sleep_for(std::chrono::duration<double>(window.seconds));
    std::size_t const after = counted();
    double const seconds = seconds_between(from, Clock::now());
    stop = true;
    return static_cast<double>(after - before) / seconds;
}

double seconds_of(std::function<void()> const& act)
{
    auto const from = Clock::now();
    act();
    return seconds_between(from, Clock::now());
}

double median(std::vector<double> values)
{
    if (values.empty())
        give_up("a median of nothing");
    std::ranges::sort(values);
    std::size_t const middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

void print_line(Line const& line)
{
    nlohmann::ordered_json out { { "name", line.name }, { "unit", line.unit }, { "ours", line.ours },
        { "peer_name", line.peer_name }, { "peer", nullptr }, { "ratio", nullptr } };
    if (line.peer) {
        out["peer"] = *line.peer;
        out["ratio"] = line.ours / *line.peer;
    }
    fmt::print("{}\n", out.dump());
    std::fflush(stdout);
}

void say(std::string const& what)
{
    fmt::print(stderr, "bench: {}\n", what);
}

} // namespace zk::bench
