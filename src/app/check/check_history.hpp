// check_history: the checks that were done, as the practice keeps them: one at each change of a probe, and one a day.
// Used by the check, which writes them, and by the page and the report, which show them.
// Always: each has its line in the log with the hash of its report, whose `previous` is the one before.
// An attacker who cuts a bad week out leaves those lines behind.
#pragma once

#include "care/check/history.hpp"
#include "crypto/hash.hpp"
#include "gate/practice.hpp"

namespace zk::app {

struct KeptCheck {
    crypto::Digest report_hash;
    Instant made;
    std::string states; // as care::check::states_text writes them
};

// Oldest first.
[[nodiscard]] Result<std::vector<KeptCheck>> load_checks(keep::Vault const& vault);
[[nodiscard]] std::vector<care::check::PastCheck> past_checks(std::vector<KeptCheck> const& kept);

// A probe changed since the newest, or its day is over.
enum class Due : std::uint8_t { no, yes };
[[nodiscard]] Due is_due(std::vector<KeptCheck> const& kept, KeptCheck const& check);

// Its line in the log. `who`: null is the program itself, once a day.
[[nodiscard]] Result<> note_check(gate::Practice& practice, gate::Who const* who, KeptCheck const& check);
[[nodiscard]] Result<> keep_check(gate::Practice& practice, KeptCheck const& check);

} // namespace zk::app
