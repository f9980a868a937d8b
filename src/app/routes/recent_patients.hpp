// recent_patients: whom somebody opened today, so that he finds them back with one click. In memory.
// Filled when a page is shown; asked by the page of patients.
// Always: of one account and one day; a dozen at most, the last one first.
// An attacker who reads it reads ids.
#pragma once

#include "base/date.hpp"
#include "catalogue/grant.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

namespace zk::app {

inline constexpr std::size_t k_recent_max = 12;

class RecentPatients {
public:
    void note(AccountId const& account, PatientId const& patient, Date today)
    {
        std::lock_guard const lock(m_mutex);
        Day& day = m_days.try_emplace(account, Day { today, {} }).first->second;
        if (day.date != today)
            day = { today, {} };
        std::erase(day.patients, patient);
        day.patients.insert(day.patients.begin(), patient);
        day.patients.resize(std::min(day.patients.size(), k_recent_max), patient);
    }
    [[nodiscard]] std::vector<PatientId> of(AccountId const& account, Date today) const
    {
        std::lock_guard const lock(m_mutex);
        auto const found = m_days.find(account);
        return found == m_days.end() || found->second.date != today ? std::vector<PatientId> {}
                                                                    : found->second.patients;
    }

private:
    struct Day {
        Date date;
        std::vector<PatientId> patients;
    };
    mutable std::mutex m_mutex;
    std::map<AccountId, Day> m_days;
};

} // namespace zk::app
