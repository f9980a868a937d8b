// clock: time, passed in. The real one is made in app/; tests turn a ManualClock by hand.
// Used by whoever needs to know when: journal, terms, sessions, the check.
// Always: UTC with milliseconds; days of law are computed in base/amsterdam.
// An attacker who can set it can make terms end: the check watches for a clock that goes back.
#pragma once

#include <chrono>

namespace zk {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
public:
    Clock() = default;
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start)
        : m_now(start)
    {
    }
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now;
};

} // namespace zk
