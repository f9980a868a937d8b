// hardening: what the process does first, before it knows any secret.
// Used by main; the check reads the result back (probe 2.3e).
// Always: no core dumps, no tracing by others, files for the owner alone, a write past a limit is an error.
// An attacker under another account of this machine cannot read our memory or files.
#pragma once

#include "base/result.hpp"

namespace zk::app {

[[nodiscard]] Result<> harden_process();

enum class CoreDumps : std::uint8_t { off, on };
[[nodiscard]] CoreDumps core_dumps();

} // namespace zk::app
