// measure: clients that each have one request in flight, how many requests that makes a second, and medians.
// Used by the benchmarks.
// Always: what is done before and after the window does not count.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace zk::bench {

// Ends the program and says why: a benchmark with an error has no figure.
[[noreturn]] void give_up(std::string const& why);

template<typename T>
T take(Result<T> result)
{
    if (!result)
        give_up(std::string(result.error().code()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Window {
    std::size_t clients;
    double warm_seconds;
    double seconds;
};

// Does one request; the number says which client asks. Returns how many it was good for: mostly one.
using Request = std::function<std::size_t(std::size_t client)>;
[[nodiscard]] double rate_of(Window const& window, Request const& request);

[[nodiscard]] double seconds_of(std::function<void()> const& act);
[[nodiscard]] double median(std::vector<double> values);

// A line of bench.json.
struct Line {
    std::string name;
    std::string unit;
    double ours;
    std::string peer_name {};
    std::optional<double> peer {};
};
// One JSON object a line, on standard output.
void print_line(Line const& line);
// What happens, for who looks on: on standard error.
void say(std::string const& what);

} // namespace zk::bench
