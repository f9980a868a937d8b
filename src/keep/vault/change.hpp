// change: what is to be written in one piece, over as many stores as it takes.
// Made by the vault against a Grant (patients) or for the practice's own data; given back to Vault::commit.
// Always: it holds only records of patients and elements that the grant covers.
// An attacker gains nothing: it lives in memory for the length of one action.
#pragma once

#include "catalogue/record.hpp"
#include "keep/engine.hpp"
#include "keep/keyring/slot.hpp"

#include <optional>
#include <vector>

namespace zk::keep {

class Vault;

// Where a record lies: its subject in that store, and the slot whose key seals it.
struct Address {
    Subject subject;
    SlotId slot;
    catalogue::RetentionClass retention_class;
    Period period;
};

class Change {
public:
    struct Write {
        Address address;
        RowKey key;
        // 0: it must not exist yet. Otherwise the version that it replaces: a conflict when somebody was before us.
        std::uint64_t replaces;
        // Nothing: remove it.
        std::optional<Bytes> plain;
    };

    [[nodiscard]] std::vector<Write> const& writes() const { return m_writes; }
    [[nodiscard]] std::vector<Address> const& destroys() const { return m_destroys; }
    [[nodiscard]] bool empty() const { return m_writes.empty() && m_destroys.empty(); }

private:
    friend class Vault;
    std::vector<Write> m_writes;
    std::vector<Address> m_destroys;
};

} // namespace zk::keep
