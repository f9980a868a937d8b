#include "keep/vault/vault.hpp"

#include "crypto/seal.hpp"
#include "keep/vault/commits.hpp"

#include <algorithm>
#include <set>

namespace zk::keep {

namespace {

using catalogue::Compartment;
using catalogue::RetentionClass;

Place place_for_errors(Address const& address)
{
    switch (catalogue::retention_of(address.retention_class).compartment) {
    case Compartment::identity:
        return Place::of("identity.db");
    case Compartment::care:
        return Place::of("care.db");
    case Compartment::money:
        return Place::of("money.db");
    default:
        return Place::of("practice.db");
    }
}

} // namespace

Bytes place_of_row(PracticeId const& practice, Address const& address, RowKey const& key, std::uint64_t version)
{
    Writer out;
    out.sized(std::string_view("zorgkluis record 1"));
    out.u8(static_cast<std::uint8_t>(catalogue::retention_of(address.retention_class).compartment));
    out.raw(practice.bytes()).raw(address.slot.bytes()).raw(key.subject.bytes());
    out.u16(static_cast<std::uint16_t>(key.kind)).raw(key.id.bytes()).u64(version);
    return out.take();
}

Vault::Vault(std::unique_ptr<Keyring> keyring, Stores stores, Random& random)
    : m_keyring(std::move(keyring))
    , m_stores(std::move(stores))
    , m_random(random)
    , m_commits(std::make_unique<Commits>(*m_keyring, m_stores, m_random, m_known_periods))
{
}

Vault::~Vault()
{
    // What cannot be tidied now is tidied at the next start.
    [[maybe_unused]] Result<> const settled = settle();
}

Result<std::unique_ptr<Vault>> Vault::open(std::unique_ptr<Keyring> keyring, Stores stores, Random& random)
{
    std::unique_ptr<Vault> vault(new Vault(std::move(keyring), std::move(stores), random));
    ZK_CHECK(vault->roll_forward());
    return vault;
}

namespace {

// What is to stand in a store at last, and which intent says so.
struct LastWrite {
    RowWrite write;
    std::size_t intent;
};
using LastWrites = std::map<RowKey, LastWrite>;

Result<bool> stands_there(Engine const& store, RowWrite const& write)
{
    ZK_TRY(std::vector<Row> const rows, store.rows(write.key.subject, catalogue::class_of(write.key.kind)));
    auto const found = std::ranges::find(rows, write.key, &Row::key);
    if (found == rows.end())
        return write.removes();
    return !write.removes() && found->version == write.version && found->box == write.box;
}

// Only what is not there yet; says which intents that were.
Result<> finish(Engine& store, LastWrites const& last, std::set<std::size_t>& unfinished)
{
    std::vector<RowWrite> missing;
    for (auto const& [key, one] : last) {
        ZK_TRY(bool const there, stands_there(store, one.write));
        if (there)
            continue;
        missing.push_back(one.write);
        unfinished.insert(one.intent);
    }
    if (!missing.empty())
        ZK_CHECK(store.apply(missing));
    // Also when all was there: what we have read may be in the system's memory alone, after a sync that failed.
    return store.settle();
}

} // namespace

Result<> Vault::roll_forward()
{
    ZK_TRY(std::vector<PendingIntent> const pending, m_keyring->pending_intents());
    if (pending.empty())
        return {};
    KeyringChange done;
    std::map<Compartment, LastWrites> last;
    for (PendingIntent const& intent : pending) {
        ZK_TRY(StoreWrites const writes, decode_intent(intent.plain));
        for (auto const& [store, rows] : writes) {
            if (!m_stores.contains(store))
                return fail(Fault::tampered, "intent-for-an-unknown-store", Place::of("keyring.db"));
            for (RowWrite const& row : rows)
                last[store].insert_or_assign(row.key, LastWrite { row, done.remove_intents.size() });
        }
        done.remove_intents.push_back(intent.number);
    }
    std::set<std::size_t> unfinished;
    for (auto const& [store, writes] : last)
        ZK_CHECK(finish(*m_stores.at(store), writes, unfinished));
    m_finding.intents_rolled_forward = unfinished.size();
    ZK_TRY(std::uint64_t const none, m_keyring->apply(done));
    ZK_REQUIRE(none == 0);
    return {};
}

Address Vault::address_of(PatientId const& patient, RetentionClass which, Period period) const
{
    Subject const subject = m_keyring->subject_of(patient, which, period);
    return { subject, m_keyring->slot_id(subject, which, period), which, period };
}

Address Vault::address_of_practice(RetentionClass which) const
{
    Subject const subject = m_keyring->subject_of_practice();
    return { subject, m_keyring->slot_id(subject, which, 0), which, 0 };
}

RecordId Vault::add(Change& change, Address const& address, catalogue::RecordKind kind, Bytes plain) const
{
    auto const id = RecordId::random(m_random);
    add(change, address, kind, id, 0, std::move(plain));
    return id;
}

void Vault::add(Change& change, Address const& address, catalogue::RecordKind kind, RecordId const& id,
    std::uint64_t replaces, std::optional<Bytes> plain) const
{
    change.m_writes.push_back({ address, { address.subject, kind, id }, replaces, std::move(plain) });
}

void Vault::destroy(
    Change& change, catalogue::Grant const& grant, PatientId const& patient, RetentionClass which, Period period) const
{
    ZK_REQUIRE(grant.covers(patient));
    change.m_destroys.push_back(address_of(patient, which, period));
}

Result<std::vector<Vault::Plain>> Vault::open_rows_once(Address const& address, catalogue::RecordKind kind) const
{
    Engine const& store = *m_stores.at(catalogue::retention_of(address.retention_class).compartment);
    ZK_TRY(std::optional<Slot> const slot, m_keyring->slot(address.slot));
    ZK_TRY(std::vector<Row> const rows, store.rows(address.subject, address.retention_class));
    if (!slot) {
        // Erased, or never there. Rows that no key opens are told, so that nothing is taken for "no data".
        if (!rows.empty())
            return fail(Fault::tampered, "rows-without-key", place_for_errors(address));
        return std::vector<Plain> {};
    }
    if (slot->retention_class() != address.retention_class || slot->period() != address.period)
        return fail(Fault::tampered, "slot-swapped", Place::of("keyring.db"));
    RowSet found;
    std::vector<Plain> out;
    for (Row const& row : rows) {
        if (row.box.size() < crypto::k_box_overhead_bytes)
            return fail(Fault::tampered, "row-cut", place_for_errors(address));
        slot->add(found, row.key, row.version, row.box);
        if (row.key.kind != kind)
            continue;
        auto plain
            = crypto::open(slot->key(), place_of_row(m_keyring->practice(), address, row.key, row.version), row.box);
        if (!plain)
            return fail(Fault::tampered, "row-does-not-open", place_for_errors(address));
        out.push_back({ row.key, row.version, std::move(*plain) });
    }
    if (found != slot->rows())
        return fail(Fault::tampered, "rows-not-as-left", place_for_errors(address));
    return out;
}

Result<std::vector<Vault::Plain>> Vault::open_rows(Address const& address, catalogue::RecordKind kind) const
{
    auto first = open_rows_once(address, kind);
    if (first || first.error().fault() != Fault::tampered)
        return first;
    // Perhaps a commit stood between keyring and store: look again while none is under way.
    auto const held = m_commits->hold();
    return open_rows_once(address, kind);
}

Result<std::vector<Period>> Vault::years(PatientId const& patient, RetentionClass which) const
{
    KnownPeriods::Age const age = m_known_periods.age();
    if (auto known = m_known_periods.find(patient, which))
        return std::move(*known);
    std::vector<SlotId> ids;
    ids.reserve(k_last_year - k_first_year + 1);
    for (Period year = k_first_year; year <= k_last_year; ++year)
        ids.push_back(address_of(patient, which, year).slot);
    ZK_TRY(std::vector<SlotId> const there, m_keyring->existing(ids));
    std::vector<Period> out;
    for (SlotId const& id : there)
        out.push_back(k_first_year + static_cast<Period>(std::ranges::find(ids, id) - ids.begin()));
    std::ranges::sort(out);
    m_known_periods.remember(patient, which, out, age);
    return out;
}

Result<std::vector<PatientId>> Vault::patients() const
{
    std::set<PatientId> found;
    ZK_CHECK(m_stores.at(Compartment::identity)->for_each([&](Row const& row) -> Result<> {
        found.insert(PatientId::from_raw(row.key.subject.raw()));
        return {};
    }));
    return std::vector(found.begin(), found.end());
}

Result<> Vault::commit(Change change)
{
    return m_commits->commit(std::move(change));
}

std::uint64_t Vault::times_written(catalogue::Compartment which) const
{
    return m_commits->times_written(which);
}

void Vault::on_commit_note_journal_size(std::function<std::uint64_t()> size)
{
    m_commits->note_journal_size(std::move(size));
}

Result<> Vault::settle()
{
    return m_commits->settle();
}

Result<> Vault::while_quiet(std::function<Result<>()> const& act)
{
    return m_commits->while_quiet(act);
}

Result<RecoveryCode> Vault::rotate_practice_key(std::string_view passphrase)
{
    std::optional<RecoveryCode> code;
    ZK_CHECK(m_commits->while_quiet([&]() -> Result<> {
        ZK_TRY(code, m_keyring->rotate(passphrase));
        return {};
    }));
    return std::move(*code);
}

} // namespace zk::keep
