// A projection shows what a grant covers: without one there is none.
// expect: no matching function for call to 'zk::catalogue::View::add(const Person&)'
#include "catalogue/projection.hpp"

struct Person {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::person, 1);
    zk::catalogue::Field<"patient.surname", std::string> surname;
    static constexpr std::tuple members { &Person::surname };
};

zk::catalogue::View view_of(Person const& person, zk::catalogue::Grant const& grant)
{
    zk::catalogue::View view = zk::catalogue::View::of(person, grant);
#ifdef MUST_NOT_COMPILE
    view.add(person);
#else
    view.add(person, grant);
#endif
    return view;
}
