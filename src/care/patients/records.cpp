#include "care/patients/records.hpp"

namespace zk::care {

std::string list_name(
    std::string_view surname, std::string_view tussenvoegsel, std::string_view initials, std::string_view first_name)
{
    std::string out(tussenvoegsel);
    if (!out.empty())
        out += ' ';
    out += surname;
    if (!initials.empty())
        out += ", " + std::string(initials);
    if (!first_name.empty())
        out += (initials.empty() ? ", " : " (") + std::string(first_name) + (initials.empty() ? "" : ")");
    return out;
}

} // namespace zk::care
