// session_facts: what the log tells of sessions: how many, from where, and whether a lock ever let something through.
// Used by the fact reader; the door writes the line when a request was answered past its session's idle limit.
// Always: from lines of the log, so that a restart of the server forgets nothing.
// An attacker who comes from elsewhere stands in the log, and turns probe 2.2a.
#pragma once

#include "care/check/facts.hpp"
#include "gate/practice.hpp"
#include "gate/sessions/sessions.hpp"

namespace zk::app {

// Without a server and without a session there is nothing to say.
enum class ServedNow : std::uint8_t { no, yes };
[[nodiscard]] Result<care::check::SessionFacts> read_sessions(gate::Practice& practice, Instant now, ServedNow served);

// 1.4b: a request is about to be answered in this session. Past its limit it leaves a line: the lock did not work.
[[nodiscard]] Result<> note_if_past_lock(gate::Practice& practice, gate::Session const& session);

} // namespace zk::app
