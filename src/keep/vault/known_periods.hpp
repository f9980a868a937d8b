// known_periods: in which periods a patient has a key, as far as it was asked before: in memory, and nowhere else.
// Used by the vault alone.
// Always: forgotten as soon as a key of any period was made or destroyed.
// An attacker gains nothing: on disk it does not exist.
#pragma once

#include "catalogue/retention.hpp"
#include "keep/keyring/slot.hpp"

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace zk::keep {

class KnownPeriods {
public:
    using Age = std::uint64_t;
    // Taken before the keyring is asked: what changed meanwhile makes the answer old.
    [[nodiscard]] Age age() const { return m_age.load(); }
    void forget() { ++m_age; }

    [[nodiscard]] std::optional<std::vector<Period>> find(
        PatientId const& patient, catalogue::RetentionClass which) const;
    void remember(PatientId const& patient, catalogue::RetentionClass which, std::vector<Period> periods, Age age);

private:
    struct Known {
        std::vector<Period> periods;
        Age age;
    };
    std::atomic<Age> m_age = 0;
    mutable std::mutex m_mutex;
    std::map<std::pair<PatientId, catalogue::RetentionClass>, Known> m_known;
};

} // namespace zk::keep
