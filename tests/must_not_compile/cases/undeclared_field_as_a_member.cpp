// A member of a record is checked when the record is declared, not when it is used.
// expect: != zk::catalogue::k_not_an_element
#include "catalogue/field.hpp"

struct Person {
#ifdef MUST_NOT_COMPILE
    zk::catalogue::Field<"patient.shoe_size", std::string> element;
#else
    zk::catalogue::Field<"patient.surname", std::string> element;
#endif
};
