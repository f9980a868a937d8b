#include "keep/vault/known_periods.hpp"

namespace zk::keep {

namespace {

// A practice has some thousands of patients; whoever walks through a million does not fill the memory.
constexpr std::size_t k_patients_max = 100'000;

} // namespace

std::optional<std::vector<Period>> KnownPeriods::find(PatientId const& patient, catalogue::RetentionClass which) const
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_known.find({ patient, which });
    if (found == m_known.end() || found->second.age != m_age.load())
        return std::nullopt;
    return found->second.periods;
}

void KnownPeriods::remember(
    PatientId const& patient, catalogue::RetentionClass which, std::vector<Period> periods, Age age)
{
    std::lock_guard const lock(m_mutex);
    if (m_known.size() >= k_patients_max)
        m_known.clear();
    m_known.insert_or_assign({ patient, which }, Known { std::move(periods), age });
}

} // namespace zk::keep
