// A patient's record does not pass for one of the practice, which needs no grant.
// expect: the expression '!(belongs_to_a_patient<R>)
#include "keep/vault/vault.hpp"

struct Person {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::person, 1);
    zk::catalogue::Field<"patient.surname", std::string> surname;
    static constexpr std::tuple members { &Person::surname };
};

struct Practice {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::practice, 1);
    zk::catalogue::Open<"practice.name", std::string> name;
    static constexpr std::tuple members { &Practice::name };
};

bool is_there(zk::keep::Vault const& vault)
{
#ifdef MUST_NOT_COMPILE
    return vault.read_practice<Person>().has_value();
#else
    return vault.read_practice<Practice>().has_value();
#endif
}
