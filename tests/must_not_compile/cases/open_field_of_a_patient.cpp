// What is a patient's cannot be declared open.
// expect: the expression '!(behind_a_grant<K>)
#include "catalogue/field.hpp"

#ifdef MUST_NOT_COMPILE
using Name = zk::catalogue::Open<"patient.surname", std::string>;
#else
using Name = zk::catalogue::Field<"patient.surname", std::string>;
#endif
Name const name;
