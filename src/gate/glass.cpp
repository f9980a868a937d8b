#include "gate/glass.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>

namespace zk::gate {

Instant end_of_glass(Instant broken)
{
    using namespace std::chrono_literals;
    // Six hours before midnight is 18:00, also on the days when the clock is changed: that is done at night.
    Instant const closing = start_of_day_amsterdam(amsterdam_date(broken).plus_days(1)) - 6h;
    return std::max(closing, broken + 2h);
}

void Glasses::note_broken(AccountId const& account, PatientId const& patient, BrokenGlass const& glass)
{
    std::lock_guard const lock(m_mutex);
    std::erase_if(m_broken, [&](auto const& one) { return one.second.until <= glass.since; });
    m_broken.insert_or_assign({ account, patient }, glass);
}

std::optional<BrokenGlass> Glasses::find(AccountId const& account, PatientId const& patient, Instant now) const
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_broken.find({ account, patient });
    return found == m_broken.end() || found->second.until <= now ? std::nullopt : std::optional(found->second);
}

} // namespace zk::gate
