// What lies in the practice's own store is no Field: no grant can cover it.
// expect: != zk::catalogue::Compartment::practice
#include "catalogue/field.hpp"

#ifdef MUST_NOT_COMPILE
using Name = zk::catalogue::Field<"staff.name", std::string>;
#else
using Name = zk::catalogue::Open<"staff.name", std::string>;
#endif
Name const name;
