// Only the vault and the journal may turn fields into bytes.
// expect: SealingAccess()' is private within this context
#include "catalogue/record.hpp"

namespace zk::keep {

#ifdef MUST_NOT_COMPILE
class Impostor {
#else
class Vault {
#endif
    static catalogue::SealingAccess access() { return catalogue::SealingAccess {}; }
};

} // namespace zk::keep
