// real_clock: the time of the machine.
// Made once, in main, and passed on as Clock const&.
// Always: UTC.
// An attacker who sets the machine's clock is watched by the check.
#pragma once

#include "base/clock.hpp"

namespace zk::app {

class RealClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

} // namespace zk::app
