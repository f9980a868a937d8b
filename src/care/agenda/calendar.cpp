#include "care/agenda/calendar.hpp"

#include <algorithm>

namespace zk::care {

Result<Calendar> Calendar::read(keep::Vault const& vault)
{
    Calendar out;
    ZK_TRY(auto const hours, vault.read_practice<HoursRecord>());
    for (auto const& stored : hours)
        out.m_weeks.insert_or_assign(
            stored.record.practitioner.get_or(std::string()), stored.record.week.get_or(Week {}));
    ZK_TRY(auto const absences, vault.read_practice<AbsenceRecord>());
    for (auto const& stored : absences) {
        auto const& from = stored.record.from.get();
        auto const& until = stored.record.until.get();
        if (from && until)
            out.m_absences.push_back({ stored.id, stored.record.practitioner.get_or(std::string()), *from, *until });
    }
    std::ranges::sort(out.m_absences, {}, &Absence::from);
    return out;
}

Week const& Calendar::week_of(std::string_view practitioner) const
{
    auto const found = m_weeks.find(practitioner);
    return found == m_weeks.end() ? week_of_practice() : found->second;
}

bool Calendar::is_absent(std::string_view practitioner, Date date) const
{
    return std::ranges::any_of(m_absences,
        [&](Absence const& one) { return one.practitioner == practitioner && one.from <= date && date <= one.until; });
}

std::vector<Stretch> Calendar::working(std::string_view practitioner, Date date) const
{
    return is_absent(practitioner, date) ? std::vector<Stretch> {} : stretches(week_of(practitioner), date);
}

std::vector<Absence> Calendar::absences(Date from, Date to) const
{
    std::vector<Absence> out;
    std::ranges::copy_if(
        m_absences, std::back_inserter(out), [&](Absence const& one) { return one.from <= to && from <= one.until; });
    return out;
}

} // namespace zk::care
