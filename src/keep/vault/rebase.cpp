#include "crypto/seal.hpp"
#include "keep/vault/commits.hpp"

#include <set>

namespace zk::keep {

namespace {

using catalogue::KeyPeriod;
using catalogue::RetentionClass;

constexpr Period k_first_year = 1990;
constexpr Period k_last_year = 2200;

// The subject of a row with a period is another for each period: the slot that exists tells which it was.
Result<std::optional<std::pair<Address, Slot>>> find_slot(Keyring const& keyring, Subject const& subject, RetentionClass which)
{
    bool const yearly = catalogue::retention_of(which).key_period == KeyPeriod::year;
    for (Period period = yearly ? k_first_year : 0; period <= (yearly ? k_last_year : 0); ++period) {
        SlotId const id = keyring.slot_id(subject, which, period);
        ZK_TRY(std::optional<Slot> slot, keyring.slot(id));
        if (slot)
            return std::pair(Address { subject, id, which, period }, std::move(*slot));
    }
    return std::nullopt;
}

// Keys of rows that came after the backup: their class is empty again.
Result<> empty_slots_without_rows(Keyring& keyring, std::set<SlotId> const& seen, Vault::Rebased& out)
{
    ZK_TRY(std::vector<SlotId> const all, keyring.slot_ids());
    KeyringChange change;
    for (SlotId const& id : all) {
        if (seen.contains(id))
            continue;
        ZK_TRY(std::optional<Slot> slot, keyring.slot(id));
        if (!slot || slot->rows() == RowSet {})
            continue;
        slot->set_rows({});
        change.put.push_back({ id, std::move(*slot) });
    }
    out.slots += change.put.size();
    ZK_TRY(std::uint64_t const none, keyring.apply(change));
    ZK_REQUIRE(none == 0);
    return {};
}

} // namespace

Result<Vault::Rebased> Vault::rebase_after_restore()
{
    auto const held = m_commits->hold();
    Rebased out;
    std::set<SlotId> seen;
    for (auto const& [which, store] : m_stores) {
        std::optional<std::pair<Address, Slot>> current;
        std::optional<std::pair<Subject, RetentionClass>> whose;
        RowSet found;
        KeyringChange change;
        auto finish = [&] {
            if (current)
                seen.insert(current->first.slot);
            if (current && current->second.rows() != found) {
                current->second.set_rows(found);
                change.put.push_back({ current->first.slot, std::move(current->second) });
            }
            found = {};
        };
        // Rows come in the order of their keys, so those of one slot come together.
        ZK_CHECK(store->for_each([&](Row const& row) -> Result<> {
            std::pair const key(row.key.subject, catalogue::class_of(row.key.kind));
            if (whose != key) {
                finish();
                whose = key;
                ZK_TRY(current, find_slot(*m_keyring, key.first, key.second));
            }
            if (!current) {
                ++out.rows_without_key;
                return {};
            }
            auto const& [address, slot] = *current;
            if (!crypto::open(slot.key(), place_of_row(m_keyring->practice(), address, row.key, row.version), row.box))
                return fail(Fault::tampered, "row-does-not-open", Place::of("restored store"));
            slot.add(found, row.key, row.version, row.box);
            return {};
        }));
        finish();
        out.slots += change.put.size();
        if (!change.put.empty()) {
            ZK_TRY(std::uint64_t const none, m_keyring->apply(change));
            ZK_REQUIRE(none == 0);
        }
    }
    ZK_CHECK(empty_slots_without_rows(*m_keyring, seen, out));
    return out;
}

} // namespace zk::keep
