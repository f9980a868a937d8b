// glass: who broke the glass for whom, why, and until when. It ends by itself; a restart ends it too.
// Used by Policy, which opens the dossier while it lasts.
// Always: one account, one patient; breaking it had its line in the log, and every look after it has its own.
// An attacker who breaks it leaves his reason for the patient to read.
#pragma once

#include "base/clock.hpp"
#include "catalogue/grant.hpp"
#include "keep/access_log/words.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace zk::gate {

struct BrokenGlass {
    keep::LogReason reason;
    Instant since;
    Instant until;
};

// Until the practice closes at 18:00; who breaks it later than 16:00 has two hours.
[[nodiscard]] Instant end_of_glass(Instant broken);

class Glasses {
public:
    void note_broken(AccountId const& account, PatientId const& patient, BrokenGlass const& glass);
    // While it lasts.
    [[nodiscard]] std::optional<BrokenGlass> find(
        AccountId const& account, PatientId const& patient, Instant now) const;

private:
    mutable std::mutex m_mutex;
    std::map<std::pair<AccountId, PatientId>, BrokenGlass> m_broken;
};

} // namespace zk::gate
