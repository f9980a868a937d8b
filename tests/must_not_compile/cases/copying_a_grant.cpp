// A grant is handed on, never multiplied.
// expect: use of deleted function 'zk::catalogue::Grant::Grant(const zk::catalogue::Grant&)'
#include "catalogue/grant.hpp"

std::uint64_t entry_of(zk::catalogue::Grant const& grant)
{
#ifdef MUST_NOT_COMPILE
    zk::catalogue::Grant const mine = grant;
#else
    zk::catalogue::Grant const& mine = grant;
#endif
    return mine.entry();
}
