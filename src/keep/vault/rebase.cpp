#include "crypto/seal.hpp"
#include "keep/vault/commits.hpp"

#include <unordered_set>

namespace zk::keep {

namespace {

using catalogue::KeyPeriod;
using catalogue::RetentionClass;

using Slots = std::unordered_set<SlotId>;

// The subject of a row with a period is another for each period: the slot that exists tells which it was. Rows that
// wait for a patient have none, whatever their class.
Result<std::optional<std::pair<Address, Slot>>> find_slot(
    Keyring const& keyring, Slots const& slots, Subject const& subject, RetentionClass which)
{
    std::vector<Period> periods { 0 };
    if (catalogue::retention_of(which).key_period == KeyPeriod::year) {
        for (Period year = k_first_year; year <= k_last_year; ++year)
            periods.push_back(year);
    }
    for (Period const period : periods) {
        SlotId const id = keyring.slot_id(subject, which, period);
        if (!slots.contains(id))
            continue;
        ZK_TRY(std::optional<Slot> slot, keyring.slot(id));
        if (slot)
            return std::pair(Address { subject, id, which, period }, std::move(*slot));
    }
    return std::nullopt;
}

// Goes through a store once. Rows come in the order of their keys, so those of one slot come together.
class StoreRebase {
public:
    StoreRebase(Keyring const& keyring, Slots const& slots)
        : m_keyring(keyring)
        , m_slots(slots)
    {
    }

    Result<> take(Row const& row)
    {
        std::pair const whose(row.key.subject, catalogue::class_of(row.key.kind));
        if (m_whose != whose) {
            finish();
            m_whose = whose;
            ZK_TRY(m_current, find_slot(m_keyring, m_slots, whose.first, whose.second));
        }
        if (m_current && opens(*m_current, row))
            m_current->second.add(m_found, row.key, row.version, row.box);
        else
            m_without_key.push_back({ row.key, row.version, {} });
        return {};
    }

    void finish()
    {
        if (m_current && m_current->second.rows() != m_found) {
            m_current->second.set_rows(m_found);
            m_change.put.push_back({ m_current->first.slot, m_current->second.copy() });
        }
        if (m_current)
            m_seen.insert(m_current->first.slot);
        m_current.reset();
        m_found = {};
    }

    [[nodiscard]] KeyringChange const& change() const { return m_change; }
    [[nodiscard]] std::vector<RowWrite> const& without_key() const { return m_without_key; }
    [[nodiscard]] Slots const& seen() const { return m_seen; }

private:
    // The files are as they were signed, so a row that does not open had a key that was destroyed since.
    [[nodiscard]] bool opens(std::pair<Address, Slot> const& with, Row const& row) const
    {
        auto const& [address, slot] = with;
        Bytes const place = place_of_row(m_keyring.practice(), address, row.key, row.version);
        auto plain = crypto::open(slot.key(), place, row.box);
        if (plain)
            crypto::wipe(*plain);
        return plain.has_value();
    }

    Keyring const& m_keyring;
    Slots const& m_slots;
    std::optional<std::pair<Subject, RetentionClass>> m_whose;
    std::optional<std::pair<Address, Slot>> m_current;
    RowSet m_found;
    KeyringChange m_change;
    std::vector<RowWrite> m_without_key;
    Slots m_seen;
};

// Keys of rows that came after the backup: their class is empty again.
Result<> empty_slots_without_rows(Keyring& keyring, Slots const& all, Slots const& seen, Vault::Rebased& out)
{
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
    ZK_TRY(std::vector<SlotId> const ids, m_keyring->slot_ids());
    Slots const slots(ids.begin(), ids.end());
    Slots seen;
    Rebased out;
    for (auto const& [which, store] : m_stores) {
        StoreRebase rebase(*m_keyring, slots);
        ZK_CHECK(store->for_each([&](Row const& row) { return rebase.take(row); }));
        rebase.finish();
        ZK_CHECK(store->apply(rebase.without_key()));
        ZK_CHECK(store->sync());
        ZK_TRY(std::uint64_t const none, m_keyring->apply(rebase.change()));
        ZK_REQUIRE(none == 0);
        out.rows_without_key += rebase.without_key().size();
        out.slots += rebase.change().put.size();
        seen.insert(rebase.seen().begin(), rebase.seen().end());
    }
    ZK_CHECK(empty_slots_without_rows(*m_keyring, slots, seen, out));
    return out;
}

} // namespace zk::keep
