#include "care/dossier/tooth.hpp"

namespace zk::care {

bool is_tooth(std::string_view fdi)
{
    if (fdi.size() != 2)
        return false;
    char const quadrant = fdi[0];
    char const last = quadrant <= '4' ? '8' : '5';
    return quadrant >= '1' && quadrant <= '8' && fdi[1] >= '1' && fdi[1] <= last;
}

} // namespace zk::care
