// A string is not logged: it can hold anything.
// expect: a string can hold a person's data
#include "base/log.hpp"

void tell(zk::Log const& log, std::string const& surname)
{
#ifdef MUST_NOT_COMPILE
    log.info("patient-changed", { { "surname", surname } });
#else
    log.info("patient-changed", { { "surname", surname.size() } });
#endif
}
