#include "app/hardening.hpp"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zk::app {

namespace {

// Else a file of ours would take the number of a stream that was closed, and get what is printed. Opened for reading
// alone, so that printing stays an error.
bool fill_closed_streams()
{
    for (int const stream : { STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO }) {
        if (::fcntl(stream, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != stream)
            return false;
    }
    return true;
}

} // namespace

Result<> harden_process()
{
    if (!fill_closed_streams())
        return fail(Fault::unavailable, "streams-cannot-be-opened");
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
