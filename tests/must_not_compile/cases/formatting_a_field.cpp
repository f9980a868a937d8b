// A field is not formatted.
// expect: Cannot format an argument
#include "catalogue/field.hpp"

#include <fmt/format.h>

std::string text_of(zk::catalogue::Field<"patient.surname", std::string> const& surname)
{
#ifdef MUST_NOT_COMPILE
    return fmt::format("{}", surname);
#else
    return fmt::format("{}", surname.has_value());
#endif
}
