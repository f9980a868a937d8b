#include "care/agenda/agenda.hpp"

#include "care/views.hpp"

namespace zk::care {

Result<std::vector<catalogue::View>> appointments(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient)
{
    ZK_TRY(std::vector<catalogue::View> out, views<AppointmentRecord>(vault, grant, patient));
    catalogue::newest_first(out, "time");
    catalogue::newest_first(out, "date");
    return out;
}

} // namespace zk::care
