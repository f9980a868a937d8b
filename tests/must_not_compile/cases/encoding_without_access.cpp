// A record becomes bytes only in the hands of those who seal.
// expect: no matching function for call to 'encode(const Person&)'
#include "catalogue/record.hpp"

struct Person {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::person, 1);
    zk::catalogue::Field<"patient.surname", std::string> surname;
    static constexpr std::tuple members { &Person::surname };
};

zk::Bytes bytes_of(Person const& person, zk::catalogue::SealingAccess access)
{
#ifdef MUST_NOT_COMPILE
    return zk::catalogue::encode(person);
#else
    return zk::catalogue::encode(person, access);
#endif
}
