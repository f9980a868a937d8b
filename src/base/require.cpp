#include "base/require.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace zk {

void require_failed(const char* what, const char* file, int line)
{
    const char* name = std::strrchr(file, '/');
    std::fprintf(stderr, "zorgkluis: broken promise '%s' at %s:%d\n", what, name != nullptr ? name + 1 : file, line);
    std::abort();
}

} // namespace zk
