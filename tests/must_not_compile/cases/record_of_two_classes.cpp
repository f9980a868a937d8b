// All elements of a record are of one retention class, so that they lie under one key, in one store.
// expect: all elements of a record lie in the retention class of its kind
#include "catalogue/record.hpp"

struct Person {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::person, 1);
    zk::catalogue::Field<"patient.surname", std::string> surname;
#ifdef MUST_NOT_COMPILE
    zk::catalogue::Field<"treatment.note", std::string> second;
#else
    zk::catalogue::Field<"patient.first_name", std::string> second;
#endif
    static constexpr std::tuple members { &Person::surname, &Person::second };
};

zk::Bytes bytes_of(Person const& person, zk::catalogue::SealingAccess access)
{
    return zk::catalogue::encode(person, access);
}
