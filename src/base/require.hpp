// require: a promise between programmers; it stays on in release.
// Used everywhere for what can only be wrong by a mistake in this program.
// Always: a broken promise stops the process before it can do harm, and prints only where.
// An attacker gains nothing here: no data is printed.
#pragma once

namespace zk {

[[noreturn]] void require_failed(const char* what, const char* file, int line);

} // namespace zk

#define ZK_REQUIRE(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) [[unlikely]]                                                                                 \
            ::zk::require_failed(#condition, __FILE__, __LINE__);                                                      \
    } while (false)
