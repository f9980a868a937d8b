// Two fields are not compared: that would tell what is in them.
// expect: no match for 'operator==' (operand types are 'const Surname'
#include "catalogue/field.hpp"

using Surname = zk::catalogue::Field<"patient.surname", std::string>;

bool same(Surname const& one, Surname const& other)
{
#ifdef MUST_NOT_COMPILE
    return one == other;
#else
    return one.has_value() == other.has_value();
#endif
}
