// last_medical_change: the day from which the 20 years of BW 7:454 lid 3 run.
// Used by whoever counts what is kept too long, and by erasure.
// Always: a treatment counts by its day, other texts by the day of writing; import, address and merge restart nothing.
// An attacker gains nothing without a grant.
#pragma once

#include "care/dossier/records.hpp"

#include <optional>

namespace zk::care {

class LastMedicalChange {
public:
    void note(TreatmentRecord const& record, catalogue::Grant const& grant);
    // A memo or an alert of the old software bears the day of the import: it does not count.
    void note(NoteRecord const& record, catalogue::Grant const& grant);
    void note(AlertRecord const& record, catalogue::Grant const& grant);

    [[nodiscard]] std::optional<Date> const& day() const { return m_day; }

private:
    void note(std::optional<Date> const& day);
    void note(std::optional<Instant> const& at);
    std::optional<Date> m_day;
};

} // namespace zk::care
