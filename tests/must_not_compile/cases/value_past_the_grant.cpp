// The value of a field cannot be reached past reveal().
// expect: ::m_value' is private within this context
#include "catalogue/field.hpp"

std::string name_of(
    zk::catalogue::Field<"patient.surname", std::string> const& surname, zk::catalogue::Grant const& grant)
{
#ifdef MUST_NOT_COMPILE
    return surname.m_value.value_or("");
#else
    return surname.reveal(grant).value_or("");
#endif
}
