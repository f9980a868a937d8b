// A field opens with a grant alone.
// expect: candidate expects 1 argument, 0 provided
#include "catalogue/field.hpp"

std::string name_of(
    zk::catalogue::Field<"patient.surname", std::string> const& surname, zk::catalogue::Grant const& grant)
{
#ifdef MUST_NOT_COMPILE
    return surname.reveal().value_or("");
#else
    return surname.reveal(grant).value_or("");
#endif
}
