// grant_for_tests: grants without policy, for tests of the layers below gate/ only.
// Used by the tests of catalogue/ and keep/.
// Always: never linked into a program together with the real gate::Policy.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "catalogue/grant.hpp"

namespace zk::gate {

class Policy {
public:
    static catalogue::Grant everything_of(std::vector<PatientId> patients)
    {
        return { catalogue::ElementSet().set(), std::move(patients), catalogue::Purpose::care, 0 };
    }
    static catalogue::Grant some_of(catalogue::ElementSet elements, std::vector<PatientId> patients)
    {
        return { elements, std::move(patients), catalogue::Purpose::care, 0 };
    }
};

} // namespace zk::gate
