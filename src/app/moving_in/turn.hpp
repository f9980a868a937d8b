// turn: one import, correction, or undoing of either at a time in this program; the others wait.
// Held by what changes many patients at once, from the command line's socket or from the browser.
// Always: who has it may take it again.
// An attacker gains nothing: it holds no data.
#pragma once

#include <mutex>

namespace zk::app {

class MovingInTurn {
public:
    MovingInTurn()
        : m_lock(mutex())
    {
    }

private:
    static std::recursive_mutex& mutex()
    {
        static std::recursive_mutex one;
        return one;
    }
    std::lock_guard<std::recursive_mutex> m_lock;
};

} // namespace zk::app
