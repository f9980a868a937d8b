// The vault gives a patient's records against a grant alone.
// expect: no matching function for call to 'zk::keep::Vault::read<Person>(const zk::PatientId&) const'
#include "keep/vault/vault.hpp"

struct Person {
    static constexpr auto kind = zk::catalogue::record_kind(zk::catalogue::RetentionClass::person, 1);
    zk::catalogue::Field<"patient.surname", std::string> surname;
    static constexpr std::tuple members { &Person::surname };
};

bool is_there(
    zk::keep::Vault const& vault, zk::PatientId const& patient, [[maybe_unused]] zk::catalogue::Grant const& grant)
{
#ifdef MUST_NOT_COMPILE
    return vault.read<Person>(patient).has_value();
#else
    return vault.read<Person>(grant, patient).has_value();
#endif
}
