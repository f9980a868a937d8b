// A field is not printed.
// expect: use of deleted function 'std::ostream& zk::catalogue::operator<<(std::ostream&, const Field<K, T>&)
#include "catalogue/field.hpp"

#include <ostream>

void print(std::ostream& out, zk::catalogue::Field<"patient.surname", std::string> const& surname)
{
#ifdef MUST_NOT_COMPILE
    out << surname;
#else
    out << surname.has_value();
#endif
}
