// A secret is not copied: every copy is one more to wipe.
// expect: use of deleted function 'zk::crypto::Secret<N>::Secret(const zk::crypto::Secret<N>&)
#include "crypto/secret.hpp"

bool same(zk::crypto::Key const& key)
{
#ifdef MUST_NOT_COMPILE
    zk::crypto::Key const mine = key;
#else
    zk::crypto::Key const& mine = key;
#endif
    return mine == key;
}
