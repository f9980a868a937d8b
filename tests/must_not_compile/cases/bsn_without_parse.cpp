// Who holds a Bsn need not check it: there is no other way to one than parse().
// expect: Bsn(std::string)' is private within this context
#include "base/bsn.hpp"

std::string digits_of(std::string const& text)
{
#ifdef MUST_NOT_COMPILE
    zk::Bsn const bsn(text);
#else
    zk::Bsn const bsn = zk::Bsn::parse(text).value();
#endif
    return bsn.digits();
}
