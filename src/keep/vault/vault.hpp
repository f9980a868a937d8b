// vault: sealed records of patients and of the practice, over split stores. The one way to what is on disk.
// Used by the slices of care/ (with a Grant) and by gate/ (the practice's own records).
// Always: a patient's record opens for a Grant only; a change is whole or not at all; tampering is seen when read.
// An attacker who has all files but no key learns counts and padded sizes, and cannot join identity to care.
#pragma once

#include "base/random.hpp"
#include "catalogue/record.hpp"
#include "keep/engine.hpp"
#include "keep/keyring/keyring.hpp"
#include "keep/vault/change.hpp"
#include "keep/vault/intent.hpp"
#include "keep/vault/known_periods.hpp"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace zk::keep {

template<typename R>
struct Stored {
    RecordId id;
    std::uint64_t version;
    R record;
};

// What opening found and mended: told, never silent.
struct OpenFinding {
    std::uint64_t intents_rolled_forward = 0;
};

class Vault {
public:
    using Stores = std::map<catalogue::Compartment, std::unique_ptr<Engine>>;
    // Rolls forward what a crash left decided but unwritten.
    [[nodiscard]] static Result<std::unique_ptr<Vault>> open(
        std::unique_ptr<Keyring> keyring, Stores stores, Random& random);
    Vault(Vault const&) = delete;
    Vault& operator=(Vault const&) = delete;
    ~Vault();

    // All records of this kind of one patient, in order of their ids.
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    [[nodiscard]] Result<std::vector<Stored<R>>> read(
        catalogue::Grant const& grant, PatientId const& patient, Period period = 0) const
    {
        ZK_REQUIRE(grant.covers(patient) && catalogue::opens_something<R>(grant));
        return decode_rows<R>(address_of(patient, catalogue::class_of(R::kind), period), patient);
    }

    // The practice's own records: staff, settings, statements.
    template<catalogue::Record R>
        requires(!catalogue::belongs_to_a_patient<R>)
    [[nodiscard]] Result<std::vector<Stored<R>>> read_practice() const
    {
        return decode_rows<R>(address_of_practice(catalogue::class_of(R::kind)), std::nullopt);
    }

    // Rows that wait for a patient: sealed like a patient's, but nobody's yet.
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    [[nodiscard]] Result<std::vector<Stored<R>>> read_unowned(catalogue::Grant const& grant) const
    {
        ZK_REQUIRE(catalogue::opens_something<R>(grant));
        return decode_rows<R>(address_of_practice(catalogue::class_of(R::kind)), std::nullopt);
    }

    // How many of those wait; what they say stays closed.
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    [[nodiscard]] Result<std::size_t> count_unowned() const
    {
        ZK_TRY(std::vector<Plain> const rows, open_rows(address_of_practice(catalogue::class_of(R::kind)), R::kind));
        return rows.size();
    }

    // The years in which this patient has a key of a class that has one for each year.
    [[nodiscard]] Result<std::vector<Period>> years(PatientId const& patient, catalogue::RetentionClass which) const;

    // Every patient in the identity store; the grant must cover each one that is then read.
    [[nodiscard]] Result<std::vector<PatientId>> patients() const;

    [[nodiscard]] Change change() const { return {}; }
    // insert makes the record's id; update and remove name the version they replace (Fault::conflict when it is older).
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    RecordId insert(Change& change, catalogue::Grant const& grant, PatientId const& patient, R const& record,
        Period period = 0) const
    {
        return add(change, granted<R>(grant, patient, period), R::kind, seal_ready(record));
    }
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    void update(Change& change, catalogue::Grant const& grant, PatientId const& patient, RecordId const& id,
        std::uint64_t version, R const& record, Period period = 0) const
    {
        add(change, granted<R>(grant, patient, period), R::kind, id, version, seal_ready(record));
    }
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    void remove(Change& change, catalogue::Grant const& grant, PatientId const& patient, RecordId const& id,
        std::uint64_t version, Period period = 0) const
    {
        add(change, granted<R>(grant, patient, period), R::kind, id, version, std::nullopt);
    }

    // The same for records that are nobody's: the practice's own, and rows that wait for a patient.
    template<catalogue::Record R>
        requires(!catalogue::belongs_to_a_patient<R>)
    RecordId insert_practice(Change& change, R const& record) const
    {
        return add(change, address_of_practice(catalogue::class_of(R::kind)), R::kind, seal_ready(record));
    }
    template<catalogue::Record R>
        requires(!catalogue::belongs_to_a_patient<R>)
    void update_practice(Change& change, RecordId const& id, std::uint64_t version, R const& record) const
    {
        add(change, address_of_practice(catalogue::class_of(R::kind)), R::kind, id, version, seal_ready(record));
    }
    template<catalogue::Record R>
        requires catalogue::belongs_to_a_patient<R>
    RecordId insert_unowned(Change& change, catalogue::Grant const& grant, R const& record) const
    {
        ZK_REQUIRE(catalogue::opens_something<R>(grant));
        return add(change, address_of_practice(catalogue::class_of(R::kind)), R::kind, seal_ready(record));
    }
    template<catalogue::Record R>
    void remove_without_patient(Change& change, RecordId const& id, std::uint64_t version) const
    {
        add(change, address_of_practice(catalogue::class_of(R::kind)), R::kind, id, version, std::nullopt);
    }
    // The key of a class and every row under it: nothing can be read of it again, here or in a backup of the stores.
    void destroy(Change& change, catalogue::Grant const& grant, PatientId const& patient,
        catalogue::RetentionClass which, Period period = 0) const;

    // Durable when it returns, and seen by who reads; calls from many threads share one commit. Fault::conflict when somebody was before us.
    [[nodiscard]] Result<> commit(Change change);

    // How often this store was written since it was opened: who keeps something of it in memory sees that it is old.
    [[nodiscard]] std::uint64_t times_written(catalogue::Compartment which) const;

    // Told with every commit to the keyring, so that a journal that lost its end is seen at the next start.
    void on_commit_note_journal_size(std::function<std::uint64_t()> size);

    [[nodiscard]] Keyring& keyring() { return *m_keyring; }
    [[nodiscard]] Keyring const& keyring() const { return *m_keyring; }
    [[nodiscard]] Engine& store(catalogue::Compartment which) const { return *m_stores.at(which); }
    [[nodiscard]] OpenFinding const& open_finding() const { return m_finding; }
    // Removes finished intents, empties write-ahead files.
    [[nodiscard]] Result<> settle();

    // Does this while nothing is half written: no commit stands between two stores, no intent waits. Everybody else
    // waits, so it must be short and must not commit.
    [[nodiscard]] Result<> while_quiet(std::function<Result<>()> const& act);

    // See Keyring::rotate. Nobody else may use the vault meanwhile.
    [[nodiscard]] Result<RecoveryCode> rotate_practice_key(std::string_view passphrase);

    // After a restore: takes the rows as they are for the right ones. Returns how many slots changed, and how many rows
    // no key opens (their patient was erased since, or the keyring is older than the stores): those are removed.
    struct Rebased {
        std::uint64_t slots = 0;
        std::uint64_t rows_without_key = 0;
    };
    [[nodiscard]] Result<Rebased> rebase_after_restore();

private:
    struct Commits;
    Vault(std::unique_ptr<Keyring> keyring, Stores stores, Random& random);

    [[nodiscard]] Address address_of(PatientId const& patient, catalogue::RetentionClass which, Period period) const;
    [[nodiscard]] Address address_of_practice(catalogue::RetentionClass which) const;
    template<catalogue::Record R>
    [[nodiscard]] Address granted(catalogue::Grant const& grant, PatientId const& patient, Period period) const
    {
        ZK_REQUIRE(grant.covers(patient) && catalogue::opens_something<R>(grant));
        return address_of(patient, catalogue::class_of(R::kind), period);
    }
    template<catalogue::Record R>
    [[nodiscard]] static Bytes seal_ready(R const& record)
    {
        return catalogue::encode(record, catalogue::SealingAccess {});
    }
    RecordId add(Change& change, Address const& address, catalogue::RecordKind kind, Bytes plain) const;
    void add(Change& change, Address const& address, catalogue::RecordKind kind, RecordId const& id,
        std::uint64_t replaces, std::optional<Bytes> plain) const;

    struct Plain {
        RowKey key;
        std::uint64_t version;
        Bytes bytes;
    };
    // The rows of a kind, opened, after the whole class was found to be as it was left.
    [[nodiscard]] Result<std::vector<Plain>> open_rows(Address const& address, catalogue::RecordKind kind) const;
    [[nodiscard]] Result<std::vector<Plain>> open_rows_once(Address const& address, catalogue::RecordKind kind) const;

    template<catalogue::Record R>
    [[nodiscard]] Result<std::vector<Stored<R>>> decode_rows(
        Address const& address, std::optional<PatientId> owner) const
    {
        ZK_TRY(std::vector<Plain> const rows, open_rows(address, R::kind));
        std::vector<Stored<R>> out;
        out.reserve(rows.size());
        for (Plain const& row : rows) {
            ZK_TRY(R record, catalogue::decode<R>(row.bytes, owner, catalogue::SealingAccess {}));
            out.push_back({ row.key.id, row.version, std::move(record) });
        }
        return out;
    }

    [[nodiscard]] Result<> roll_forward();

    std::unique_ptr<Keyring> m_keyring;
    Stores m_stores;
    Random& m_random;
    mutable KnownPeriods m_known_periods;
    std::unique_ptr<Commits> m_commits;
    OpenFinding m_finding;
};

// What a box is bound to: store, practice, slot, kind, id, version.
[[nodiscard]] Bytes place_of_row(
    PracticeId const& practice, Address const& address, RowKey const& key, std::uint64_t version);

} // namespace zk::keep
