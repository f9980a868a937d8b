// A field is not logged.
// expect: a string can hold a person's data
#include "base/log.hpp"
#include "catalogue/field.hpp"

void tell(zk::Log const& log, zk::catalogue::Field<"patient.surname", std::string> const& surname)
{
#ifdef MUST_NOT_COMPILE
    log.info("patient-changed", { { "surname", surname } });
#else
    log.info("patient-changed", { { "surname", surname.has_value() } });
#endif
}
