#include "care/dossier/last_medical_change.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>

namespace zk::care {

void LastMedicalChange::note(TreatmentRecord const& record, catalogue::Grant const& grant)
{
    note(record.date.reveal(grant));
    note(record.changed_at.reveal(grant));
}

void LastMedicalChange::note(NoteRecord const& record, catalogue::Grant const& grant)
{
    note(record.changed_at.reveal(grant));
}

void LastMedicalChange::note(AlertRecord const& record, catalogue::Grant const& grant)
{
    note(record.changed_at.reveal(grant));
}

void LastMedicalChange::note(std::optional<Date> const& day)
{
    if (day)
        m_day = m_day ? std::max(*m_day, *day) : *day;
}

void LastMedicalChange::note(std::optional<Instant> const& at)
{
    if (at)
        note(std::optional(amsterdam_date(*at)));
}

} // namespace zk::care
