// A field needs its line in the catalogue.
// expect: != zk::catalogue::k_not_an_element
#include "catalogue/field.hpp"

#ifdef MUST_NOT_COMPILE
using Element = zk::catalogue::Field<"patient.shoe_size", std::string>;
#else
using Element = zk::catalogue::Field<"patient.surname", std::string>;
#endif
Element const element;
