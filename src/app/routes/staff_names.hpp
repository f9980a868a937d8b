// staff_names: by which name a practitioner stands on a page, where a record has his code.
// Asked when a page is shown.
// Always: as the accounts are now; they are read again only after the store of the practice was written.
// An attacker learns who works here.
#pragma once

#include "gate/accounts/accounts.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace zk::app {

class StaffNames {
public:
    using ByCode = std::map<std::string, std::string, std::less<>>;

    [[nodiscard]] Result<std::shared_ptr<ByCode const>> get(gate::Accounts const& accounts, keep::Vault const& vault)
    {
        std::uint64_t const written = vault.times_written(catalogue::Compartment::practice);
        std::lock_guard const lock(m_mutex);
        if (m_names == nullptr || m_written != written) {
            ZK_TRY(auto const all, accounts.list());
            auto names = std::make_shared<ByCode>();
            for (gate::Account const& account : all) {
                if (!account.practitioner.empty() && !account.name.empty())
                    names->emplace(account.practitioner, account.name);
            }
            m_names = std::move(names);
            m_written = written;
        }
        return m_names;
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<ByCode const> m_names;
    std::uint64_t m_written = 0;
};

} // namespace zk::app
