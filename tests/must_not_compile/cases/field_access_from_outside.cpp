// Only sealing and projection open a field without a grant.
// expect: is private within this context
#include "catalogue/record.hpp"

std::string name_of(
    zk::catalogue::Field<"patient.surname", std::string> const& surname, zk::catalogue::Grant const& grant)
{
#ifdef MUST_NOT_COMPILE
    return zk::catalogue::FieldAccess::value(surname).value_or("");
#else
    return surname.reveal(grant).value_or("");
#endif
}
