// calendar: the hours and the days off of everybody, as they are in memory.
// Made by the agenda slice from the practice's records; asked for free places and by who shows the agenda.
// Always: it does not change; after a write there is a new one.
// An attacker who reads it learns when somebody is not at the practice, and not why.
#pragma once

#include "care/agenda/week.hpp"
#include "keep/vault/vault.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zk::care {

struct Absence {
    RecordId id;
    std::string practitioner;
    Date from;
    Date until; // the last day
};

class Calendar {
public:
    [[nodiscard]] static Result<Calendar> read(keep::Vault const& vault);

    [[nodiscard]] Week const& week_of(std::string_view practitioner) const;
    [[nodiscard]] bool is_absent(std::string_view practitioner, Date date) const;
    // Nothing on a day that he is absent.
    [[nodiscard]] std::vector<Stretch> working(std::string_view practitioner, Date date) const;
    // That touch these days, both included.
    [[nodiscard]] std::vector<Absence> absences(Date from, Date to) const;

private:
    std::map<std::string, Week, std::less<>> m_weeks;
    std::vector<Absence> m_absences;
};

} // namespace zk::care
