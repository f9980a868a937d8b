#include "app/routes/served_check.hpp"

namespace zk::app {

namespace {

// Held: measure_mutex.
Result<std::shared_ptr<CheckRun const>> measure(
    ServedPractice& served, gate::Who const* who, std::stop_token const& stop)
{
    CheckPlace place { .listens = {}, .stop = stop };
    {
        std::lock_guard const lock(served.check_mutex);
        place.listens = served.listens;
    }
    ZK_TRY(CheckRun run, do_the_check(served.practice, served.accounts, who, place));
    auto made = std::make_shared<CheckRun const>(std::move(run));
    std::lock_guard const lock(served.check_mutex);
    served.last_check = made;
    return made;
}

} // namespace

Result<std::shared_ptr<CheckRun const>> measure_now(
    ServedPractice& served, gate::Who const* who, std::stop_token const& stop)
{
    std::lock_guard const one_at_a_time(served.measure_mutex);
    return measure(served, who, stop);
}

Result<std::shared_ptr<CheckRun const>> last_or_first_check(ServedPractice& served)
{
    if (auto done = last_check_of(served))
        return done;
    std::lock_guard const one_at_a_time(served.measure_mutex);
    if (auto done = last_check_of(served))
        return done;
    return measure(served, nullptr, {});
}

} // namespace zk::app
