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
    , m_commits(std::make_unique<Commits>(*m_keyring, m_stores, m_random))
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

Result<> Vault::roll_forward()
{
    ZK_TRY(std::vector<PendingIntent> const pending, m_keyring->pending_intents());
    KeyringChange done;
    for (PendingIntent const& intent : pending) {
        ZK_TRY(StoreWrites const writes, decode_intent(intent.plain));
        for (auto const& [store, rows] : writes) {
            if (!m_stores.contains(store))
                return fail(Fault::tampered, "intent-for-an-unknown-store", Place::of("keyring.db"));
            ZK_CHECK(m_stores.at(store)->apply(rows));
        }
        done.remove_intents.push_back(intent.number);
    }
    if (pending.empty())
        return {};
    m_finding.intents_rolled_forward = pending.size();
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

} // namespace zk::keep
