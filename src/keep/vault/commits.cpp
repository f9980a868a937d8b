#include "keep/vault/commits.hpp"

#include "crypto/seal.hpp"

#include <algorithm>

namespace zk::keep {

namespace {

// So many changes share one commit at the most: more would let the first wait for the last.
constexpr std::size_t k_changes_per_batch_max = 512;
// So many batches, and so much, may be in the keyring and not yet synced in their stores: it bounds what a start after a
// crash has to do, and what the keyring holds of others.
constexpr std::size_t k_waiting_intents_max = 64;
constexpr std::size_t k_waiting_bytes_max = std::size_t { 4 } * 1024 * 1024;

} // namespace

// The slots and rows as they will be; a change that fails leaves no trace in it.
class Vault::Commits::Batch {
public:
    Batch(Keyring& keyring, Stores& stores, Random& random)
        : m_keyring(keyring)
        , m_stores(stores)
        , m_random(random)
    {
    }

    Result<> add(Change const& change)
    {
        Batch trial(m_keyring, m_stores, m_random);
        trial.m_below = this;
        for (Address const& address : change.destroys())
            ZK_CHECK(trial.destroy(address));
        for (Change::Write const& write : change.writes())
            ZK_CHECK(trial.write(write));
        for (auto& [id, slot] : trial.m_slots)
            m_slots.insert_or_assign(id, std::move(slot));
        for (auto& [place, row] : trial.m_rows)
            m_rows.insert_or_assign(place, std::move(row));
        m_changes_periods = m_changes_periods || trial.m_changes_periods;
        return {};
    }

    [[nodiscard]] StoreWrites store_writes() const
    {
        StoreWrites out;
        for (auto const& [place, row] : m_rows)
            out[place.first].push_back(row);
        return out;
    }

    void into(KeyringChange& change)
    {
        for (auto& [id, slot] : m_slots) {
            if (slot)
                change.put.push_back({ id, std::move(*slot) });
            else
                change.destroy.push_back(id);
        }
    }

    [[nodiscard]] bool empty() const { return m_slots.empty() && m_rows.empty(); }
    [[nodiscard]] bool changes_periods() const { return m_changes_periods; }
    [[nodiscard]] bool destroys() const
    {
        return std::ranges::any_of(m_slots, [](auto const& one) { return !one.second; });
    }

private:
    using Where = std::pair<catalogue::Compartment, RowKey>;

    static catalogue::Compartment store_of(Address const& address)
    {
        return catalogue::retention_of(address.retention_class).compartment;
    }

    // The slot to change: ours, or a copy of what lies below.
    Result<std::optional<Slot>*> slot(SlotId const& id)
    {
        if (auto found = m_slots.find(id); found != m_slots.end())
            return &found->second;
        if (m_below != nullptr) {
            if (auto found = m_below->m_slots.find(id); found != m_below->m_slots.end()) {
                std::optional<Slot> copy;
                if (auto const& theirs = found->second)
                    copy = theirs->copy();
                return &m_slots.emplace(id, std::move(copy)).first->second;
            }
        }
        ZK_TRY(std::optional<Slot> stored, m_keyring.slot(id));
        return &m_slots.emplace(id, std::move(stored)).first->second;
    }

    [[nodiscard]] RowWrite const* waiting_row(Where const& where) const
    {
        if (auto found = m_rows.find(where); found != m_rows.end())
            return &found->second;
        return m_below != nullptr ? m_below->waiting_row(where) : nullptr;
    }

    // The row as it is now, in the batch or in the store.
    Result<std::optional<Row>> row(Where const& where, Address const& address)
    {
        if (RowWrite const* waiting = waiting_row(where)) {
            if (waiting->removes())
                return std::nullopt;
            return Row { waiting->key, waiting->version, waiting->box };
        }
        ZK_TRY(std::vector<Row> rows, m_stores.at(where.first)->rows(where.second.subject, address.retention_class));
        for (Row& row : rows) {
            if (row.key == where.second)
                return std::move(row);
        }
        return std::nullopt;
    }

    Result<> write(Change::Write const& write)
    {
        Where const where { store_of(write.address), write.key };
        ZK_TRY(std::optional<Slot> * slot, this->slot(write.address.slot));
        std::optional<Row> old;
        // A row with a new random id cannot be there yet: the lookup is for those that replace one.
        if (write.replaces != 0 || waiting_row(where) != nullptr) {
            ZK_TRY(old, row(where, write.address));
        }
        if ((old ? old->version : 0) != write.replaces)
            return fail(Fault::conflict, "changed-by-somebody-else");
        if (!*slot) {
            if (!write.plain)
                return fail(Fault::conflict, "changed-by-somebody-else");
            *slot = Slot::create(write.address.retention_class, write.address.period, m_random);
            m_changes_periods = m_changes_periods || write.address.period != 0;
        }
        RowSet rows = (*slot)->rows();
        if (old)
            (*slot)->remove(rows, old->key, old->version, old->box);
        RowWrite out { write.key, write.replaces + 1, {} };
        if (write.plain) {
            Bytes const place = place_of_row(m_keyring.practice(), write.address, write.key, out.version);
            out.box = crypto::seal((*slot)->key(), place, *write.plain, m_random);
            (*slot)->add(rows, out.key, out.version, out.box);
        }
        (*slot)->set_rows(rows);
        m_rows.insert_or_assign(where, std::move(out));
        return {};
    }

    Result<> destroy(Address const& address)
    {
        ZK_TRY(std::vector<Row> const rows,
            m_stores.at(store_of(address))->rows(address.subject, address.retention_class));
        for (Row const& row : rows)
            m_rows.insert_or_assign(Where { store_of(address), row.key }, RowWrite { row.key, row.version, {} });
        if (m_below != nullptr) {
            for (auto const& [where, waiting] : m_below->m_rows) {
                if (where.second.subject == address.subject
                    && catalogue::class_of(where.second.kind) == address.retention_class)
                    m_rows.insert_or_assign(where, RowWrite { waiting.key, waiting.version, {} });
            }
        }
        m_slots.insert_or_assign(address.slot, std::nullopt);
        m_changes_periods = m_changes_periods || address.period != 0;
        return {};
    }

    Keyring& m_keyring;
    Stores& m_stores;
    Random& m_random;
    Batch* m_below = nullptr;
    std::map<SlotId, std::optional<Slot>> m_slots;
    std::map<Where, RowWrite> m_rows;
    bool m_changes_periods = false;
};

Result<> Vault::Commits::commit(Change change)
{
    if (change.empty())
        return {};
    Waiting mine(std::move(change));
    if (m_queue.wait(mine) == Queue::Turn::lead) {
        std::vector<Waiting*> batch { &mine };
        while (batch.size() < k_changes_per_batch_max) {
            Waiting* const other = m_queue.next();
            if (other == nullptr)
                break;
            batch.push_back(other);
        }
        run(batch);
        for (Waiting* one : batch)
            m_queue.finish(*one);
        m_queue.hand_over();
    }
    return mine.outcome;
}

void Vault::Commits::run(std::vector<Waiting*> const& waiting)
{
    std::lock_guard const lock(m_batch_mutex);
    Batch batch(m_keyring, m_stores, m_random);
    std::vector<Waiting*> taken;
    for (Waiting* one : waiting) {
        one->outcome = m_stopped ? Result<>(std::unexpected(*m_stopped)) : batch.add(one->change);
        if (one->outcome)
            taken.push_back(one);
    }
    if (batch.empty())
        return;
    Result<> const written = write(batch);
    if (!written) {
        for (Waiting* one : taken)
            one->outcome = written;
    }
}

Result<> Vault::Commits::write(Batch& batch)
{
    StoreWrites const writes = batch.store_writes();
    bool const destroys = batch.destroys();
    KeyringChange change;
    batch.into(change);
    change.add_intent = encode_intent(writes);
    change.remove_intents = m_synced_intents;
    if (m_journal_size)
        change.journal_size = m_journal_size();
    auto intent = m_keyring.apply(change);
    std::size_t const size = change.add_intent->size();
    crypto::wipe(*change.add_intent);
    if (!intent) {
        // A commit that failed may yet have reached the disk: only the next start can tell.
        m_stopped = Error(Fault::storage, "stopped-after-disk-fault");
        return std::unexpected(intent.error());
    }
    if (batch.changes_periods())
        m_known_periods.forget();
    m_synced_intents.clear();
    m_written_intents.push_back(*intent);
    m_written_bytes += size;
    ZK_CHECK(apply_to_stores(writes));
    if (destroys)
        return leave_no_trace();
    if (m_written_intents.size() >= k_waiting_intents_max || m_written_bytes >= k_waiting_bytes_max)
        return sync_stores();
    return {};
}

Result<> Vault::Commits::apply_to_stores(StoreWrites const& writes)
{
    for (auto const& [store, rows] : writes) {
        m_unsynced.insert(store);
        if (!m_stores.at(store)->apply(rows))
            return stop();
        ++m_times_written.at(static_cast<std::size_t>(store));
    }
    return {};
}

Result<> Vault::Commits::sync_stores()
{
    for (catalogue::Compartment const store : m_unsynced) {
        if (!m_stores.at(store)->sync())
            return stop();
    }
    m_unsynced.clear();
    m_synced_intents.insert(m_synced_intents.end(), m_written_intents.begin(), m_written_intents.end());
    m_written_intents.clear();
    m_written_bytes = 0;
    return {};
}

Result<> Vault::Commits::forget_intents()
{
    ZK_CHECK(sync_stores());
    if (m_synced_intents.empty())
        return {};
    KeyringChange change;
    change.remove_intents = m_synced_intents;
    if (!m_keyring.apply(change))
        return stop();
    m_synced_intents.clear();
    return {};
}

// After a key was destroyed neither an intent nor the write-ahead file tells of it.
Result<> Vault::Commits::leave_no_trace()
{
    ZK_CHECK(forget_intents());
    if (!m_keyring.settle())
        return stop();
    return {};
}

std::unexpected<Error> Vault::Commits::stop()
{
    m_stopped = Error(Fault::storage, "stopped-finished-at-next-start");
    return std::unexpected(*m_stopped);
}

Result<> Vault::Commits::while_quiet(std::function<Result<>()> const& act)
{
    std::lock_guard const lock(m_batch_mutex);
    // Stopped: a decided change still has to reach a store.
    if (m_stopped)
        return std::unexpected(*m_stopped);
    ZK_CHECK(forget_intents());
    return act();
}

Result<> Vault::Commits::settle()
{
    std::lock_guard const lock(m_batch_mutex);
    if (!m_stopped)
        ZK_CHECK(forget_intents());
    for (auto const& [which, store] : m_stores)
        ZK_CHECK(store->settle());
    return m_keyring.settle();
}

} // namespace zk::keep
