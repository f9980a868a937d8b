// Who commits must look whether it was written.
// expect: ignoring return value of 'zk::Result<> zk::keep::Vault::commit(zk::keep::Change)'
#include "keep/vault/vault.hpp"

void save(zk::keep::Vault& vault, zk::keep::Change change)
{
#ifdef MUST_NOT_COMPILE
    vault.commit(std::move(change));
#else
    [[maybe_unused]] auto const saved = vault.commit(std::move(change));
#endif
}
