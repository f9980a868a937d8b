// first_looks: since when a look of today stands in the log, so that a page that is opened again names the same line.
// Filled and asked when a page is shown. In memory.
// Always: of one account, one patient and one day.
// An attacker who reads it reads ids and times that the log has too.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "catalogue/grant.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace zk::app {

class FirstLooks {
public:
    // The first of today; this one, when there was none.
    [[nodiscard]] Instant note(AccountId const& account, PatientId const& patient, Date today, Instant now)
    {
        std::lock_guard const lock(m_mutex);
        if (m_day != today) {
            m_looks.clear();
            m_day = today;
        }
        return m_looks.try_emplace({ account, patient }, now).first->second;
    }

private:
    std::mutex m_mutex;
    std::optional<Date> m_day;
    std::map<std::pair<AccountId, PatientId>, Instant> m_looks;
};

} // namespace zk::app
