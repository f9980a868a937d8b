// served_check: the check of the served practice: who measures now, and what the last measurement found.
// Used by the routes of the check and by the one that runs it each day.
// Always: one check at a time; nobody waits for it who only wants the last one, but for the very first.
// An attacker who asks for many checks waits for each.
#pragma once

#include "app/routes/served_practice.hpp"

namespace zk::app {

// `who`: null is the program itself.
[[nodiscard]] Result<std::shared_ptr<CheckRun const>> measure_now(
    ServedPractice& served, gate::Who const* who, std::stop_token const& stop = {});
// The last one; when there is none yet, the program measures, or it waits for who is at it.
[[nodiscard]] Result<std::shared_ptr<CheckRun const>> last_or_first_check(ServedPractice& served);

} // namespace zk::app
