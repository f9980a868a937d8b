#include "app/moving_in/unmerge.hpp"

#include "app/moving_in/known.hpp"
#include "app/moving_in/person.hpp"
#include "app/moving_in/reread.hpp"
#include "app/moving_in/turn.hpp"
#include "care/agenda/records.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/records.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

#include <algorithm>
#include <map>

namespace zk::app {

namespace {

using catalogue::Field;
using catalogue::Grant;

using Contacts = std::vector<gate::Treats>;
struct FromAndTo {
    Contacts from;
    Contacts to;
};

struct MergedRow {
    RecordId id;
    std::uint64_t version;
    SourcePatient row;
    ImportId import;
};

Result<SourcePatient> read_again(Fields const& fields)
{
    std::vector<RawFile> files;
    Mapping mapping;
    add_file(files, mapping, RowKind::patients, meanings_of(RowKind::patients, fields));
    ZK_TRY(SourceFolder source, read_files(files, mapping));
    if (source.patients.size() != 1)
        return fail(Fault::internal, "merged-row-unreadable");
    return std::move(source.patients.front());
}

Result<MergedRow> merged_row(
    keep::Vault const& vault, Grant const& grant, PatientId const& from, std::string const& number)
{
    ZK_TRY(auto const rows, vault.read<care::MergedRowRecord>(grant, from));
    auto const found
        = std::ranges::find_if(rows, [&](auto const& stored) { return stored.record.number.reveal(grant) == number; });
    if (found == rows.end())
        return fail(Fault::not_found, "number-not-merged");
    auto const& import = found->record.imported_by.reveal(grant);
    auto const& fingerprint = found->record.source_row.reveal(grant);
    if (!import || !fingerprint)
        return fail(Fault::tampered, "merged-row-incomplete");
    ZK_TRY(SourcePatient row, read_again(found->record.fields.reveal(grant).value_or(Fields {})));
    // The same export later finds this row there already.
    row.origin.fingerprint = *fingerprint;
    return MergedRow { found->id, found->version, std::move(row), *import };
}

class Unmerging {
public:
    Unmerging(
        gate::Practice& practice, Grant const& grant, PatientId const& from, PatientId const& to, MergedRow merged)
        : m_practice(practice)
        , m_vault(practice.vault())
        , m_grant(grant)
        , m_from(from)
        , m_to(to)
        , m_merged(std::move(merged))
        , m_change(m_vault.change())
    {
    }

    Result<Unmerged> run()
    {
        write_person();
        ZK_CHECK(take_number());
        Unmerged out { .patient = m_to };
        ZK_TRY(out.treatments, move<care::TreatmentRecord>(0, &m_treated));
        ZK_TRY(out.notes, move<care::NoteRecord>(0, &m_treated));
        ZK_TRY(out.appointments, move<care::AppointmentRecord>(0, &m_planned));
        ZK_TRY(auto const years, care::invoice_years(m_vault, m_from));
        for (keep::Period const year : years) {
            ZK_TRY(std::uint64_t const moved, move<care::InvoiceRecord>(year));
            out.invoices += moved;
        }
        ZK_CHECK(move_history<care::TreatmentChangeRecord>());
        ZK_CHECK(move_history<care::NoteChangeRecord>());
        ZK_CHECK(copy_alerts());
        ZK_CHECK(set_relations());
        ZK_CHECK(m_vault.commit(std::move(m_change)));
        return out;
    }

private:
    void write_person()
    {
        SourcePatient& row = m_merged.row;
        // Two people cannot share a BSN. Whose it is shows when the new one identifies himself.
        if (row.bsn) {
            row.bsn_as_written = row.bsn->digits();
            row.bsn.reset();
        }
        m_vault.insert(m_change, m_grant, m_to, person_of(row, { row.number }, m_merged.import));
        m_vault.insert(m_change, m_grant, m_to, identification_of(row));
        m_vault.insert_practice(m_change, care::TaskRecord::verify_identity(m_to, m_practice.clock().now()));
    }

    Result<> take_number()
    {
        ZK_TRY(auto persons, m_vault.read<care::PersonRecord>(m_grant, m_from));
        for (auto& [id, version, person] : persons) {
            auto numbers = person.old_numbers.reveal(m_grant).value_or(std::vector<std::string> {});
            std::erase(numbers, m_merged.row.number);
            person.old_numbers = Field<"patient.old_numbers", std::vector<std::string>>(std::move(numbers));
            m_vault.update(m_change, m_grant, m_from, id, version, person);
        }
        m_vault.remove<care::MergedRowRecord>(m_change, m_grant, m_from, m_merged.id, m_merged.version);
        return {};
    }

    // Moves what came with the number, and notes who treats whom from now on.
    template<typename R>
    Result<std::uint64_t> move(keep::Period period = 0, FromAndTo* contacts = nullptr)
    {
        std::uint64_t moved = 0;
        ZK_TRY(auto const records, m_vault.read<R>(m_grant, m_from, period));
        for (auto const& [id, version, record] : records) {
            bool const moves = record.source_patient.reveal(m_grant) == m_merged.row.number;
            if constexpr (requires { record.practitioner; }) {
                auto const& date = record.date.reveal(m_grant);
                if (contacts != nullptr && date && counts(record))
                    gate::note_contact(
                        moves ? contacts->to : contacts->from, record.practitioner.reveal(m_grant).value_or(""), *date);
            }
            if (!moves)
                continue;
            m_moved.insert_or_assign(id, m_vault.insert(m_change, m_grant, m_to, record, period));
            m_vault.remove<R>(m_change, m_grant, m_from, id, version, period);
            ++moved;
        }
        return moved;
    }

    bool counts(care::TreatmentRecord const&) const { return true; }
    bool counts(care::NoteRecord const&) const { return true; }
    bool counts(care::AppointmentRecord const& record) const { return care::gives_relation(record, m_grant); }

    // What stood there before a correction goes where its record went.
    template<typename C>
    Result<> move_history()
    {
        ZK_TRY(auto const changes, m_vault.read<C>(m_grant, m_from));
        for (auto const& [id, version, change] : changes) {
            auto const& of = change.of.reveal(m_grant);
            auto const moved = of ? m_moved.find(*of) : m_moved.end();
            if (moved == m_moved.end())
                continue;
            C copy = change;
            copy.of = decltype(copy.of)(moved->second);
            m_vault.insert(m_change, m_grant, m_to, copy);
            m_vault.remove<C>(m_change, m_grant, m_from, id, version);
        }
        return {};
    }

    // Nobody can tell whose they are; one too many is a question, one too few may be a death.
    Result<> copy_alerts()
    {
        ZK_TRY(auto const alerts, m_vault.read<care::AlertRecord>(m_grant, m_from));
        for (auto const& stored : alerts) {
            care::AlertRecord copy = stored.record;
            copy.source
                = Field<"alert.source", std::string>("overgenomen bij het splitsen van twee patiënten: vraag na");
            m_vault.insert(m_change, m_grant, m_to, copy);
        }
        return {};
    }

    Result<> set_relations()
    {
        using Practitioners = Field<"relation.practitioners", Contacts>;
        using Planned = Field<"relation.planned", Contacts>;
        ZK_TRY(auto found, m_vault.read<gate::RelationRecord>(m_grant, m_from));
        for (auto& [id, version, record] : found) {
            record.practitioners = Practitioners(m_treated.from);
            record.planned = Planned(m_planned.from);
            m_vault.update(m_change, m_grant, m_from, id, version, record);
        }
        if (!m_treated.to.empty() || !m_planned.to.empty())
            m_vault.insert(
                m_change, m_grant, m_to, gate::RelationRecord { Practitioners(m_treated.to), Planned(m_planned.to) });
        return {};
    }

    gate::Practice& m_practice;
    keep::Vault& m_vault;
    Grant const& m_grant;
    PatientId m_from;
    PatientId m_to;
    MergedRow m_merged;
    keep::Change m_change;
    FromAndTo m_treated;
    FromAndTo m_planned;
    std::map<RecordId, RecordId> m_moved; // where it lay, where it lies
};

} // namespace

Result<std::vector<Merge>> merges(gate::Practice& practice, gate::Who const& who)
{
    static catalogue::ElementSet const numbers
        = catalogue::elements_where([](catalogue::Element const& element) { return element.key == "merge.number"; });
    gate::Policy& policy = practice.policy();
    keep::Vault const& vault = practice.vault();
    // Who has one is found by the program; who is shown then stands in the log.
    ZK_TRY(Grant const finding, policy.for_maintenance(numbers, "merged-rows"));
    std::vector<PatientId> merged;
    for (PatientId const& patient : finding.patients()) {
        ZK_TRY(auto const rows, vault.read<care::MergedRowRecord>(finding, patient));
        if (!rows.empty())
            merged.push_back(patient);
    }
    ZK_TRY(Grant const look, policy.for_moving_in(who, keep::LogEvent::looked, merged, "merged-rows"));
    std::vector<Merge> out;
    for (PatientId const& patient : merged) {
        ZK_TRY(auto const rows, vault.read<care::MergedRowRecord>(look, patient));
        for (auto const& stored : rows) {
            Merge one { .patient = patient, .number = stored.record.number.reveal(look).value_or(""), .name = {} };
            one.import = stored.record.imported_by.reveal(look);
            if (auto const row = read_again(stored.record.fields.reveal(look).value_or(Fields {})))
                one.name = full_name(*row);
            out.push_back(std::move(one));
        }
    }
    return out;
}

Result<Unmerged> unmerge(
    gate::Practice& practice, gate::Who const& who, PatientId const& from, std::string const& number)
{
    MovingInTurn const turn;
    gate::Policy& policy = practice.policy();
    ZK_TRY(bool const exists, care::patient_exists(practice.vault(), from));
    if (!exists)
        return fail(Fault::not_found, "patient-unknown");
    // A look first: a number that was never merged leaves no line that says it was taken apart.
    ZK_TRY(Grant const look, policy.for_moving_in(who, keep::LogEvent::looked, { from }, "merged-rows"));
    ZK_TRY(MergedRow merged, merged_row(practice.vault(), look, from, number));
    auto const to = PatientId::random(practice.random());
    ZK_TRY(Grant const grant, policy.for_moving_in(who, keep::LogEvent::unmerged, { from, to }, merged.import.text()));
    return Unmerging(practice, grant, from, to, std::move(merged)).run();
}

} // namespace zk::app
