// Only gate::Policy makes a grant.
// expect: uint64_t)' is private within this context
#include "catalogue/grant.hpp"

namespace zk::gate {

#ifdef MUST_NOT_COMPILE
class Impostor {
#else
class Policy {
#endif
    static catalogue::Grant grant()
    {
        return { catalogue::ElementSet().set(), std::vector<PatientId>(), catalogue::Purpose::care, 0 };
    }
};

} // namespace zk::gate
