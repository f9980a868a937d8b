// An account is never the same as a patient.
// expect: no match for 'operator==' (operand types are 'const zk::PatientId'
#include "catalogue/grant.hpp"

bool same(zk::PatientId const& patient, zk::AccountId const& account)
{
#ifdef MUST_NOT_COMPILE
    return patient == account;
#else
    return patient.raw() == account.raw();
#endif
}
