#include "app/hardening.hpp"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace zk::app {

Result<> harden_process()
{
    ::umask(0077);
    rlimit const none { 0, 0 };
    if (::setrlimit(RLIMIT_CORE, &none) != 0 || ::prctl(PR_SET_DUMPABLE, 0) != 0)
        return fail(Fault::unavailable, "core-dumps-cannot-be-turned-off");
    // A closed pipe or a file past its limit is an error that we tell, not a death.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    return {};
}

CoreDumps core_dumps()
{
    rlimit now {};
    ::getrlimit(RLIMIT_CORE, &now);
    return now.rlim_cur == 0 && ::prctl(PR_GET_DUMPABLE) == 0 ? CoreDumps::off : CoreDumps::on;
}

} // namespace zk::app
