// The code of an error stands in the source, so that it cannot hold a person's data.
// expect: 'code' is not usable in a constant expression
#include "base/result.hpp"

zk::Result<> refuse(std::string const& surname)
{
    [[maybe_unused]] char const* code = surname.c_str();
#ifdef MUST_NOT_COMPILE
    return zk::fail(zk::Fault::bad_input, code);
#else
    return zk::fail(zk::Fault::bad_input, "name-unreadable");
#endif
}
