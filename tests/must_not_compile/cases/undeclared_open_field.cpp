// What is open to the practice needs its line in the catalogue too.
// expect: != zk::catalogue::k_not_an_element
#include "catalogue/field.hpp"

#ifdef MUST_NOT_COMPILE
using Element = zk::catalogue::Open<"practice.shoe_size", std::string>;
#else
using Element = zk::catalogue::Open<"practice.name", std::string>;
#endif
Element const element;
