#include "app/moving_in/known.hpp"

#include "care/agenda/records.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/records.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/records.hpp"

namespace zk::app {

namespace {

using catalogue::Grant;

std::string joined_name(std::string const& tussenvoegsel, std::string const& surname, std::string const& first_name)
{
    std::string out = first_name;
    for (std::string const& part : { tussenvoegsel, surname }) {
        if (!part.empty())
            out += (out.empty() ? "" : " ") + part;
    }
    return out;
}

// Gathers what is known, patient by patient.
class Gathering {
public:
    Gathering(keep::Vault const& vault, Grant const& grant, std::optional<ImportId> const& going_on)
        : m_vault(vault)
        , m_grant(grant)
        , m_going_on(going_on)
    {
    }

    Result<> add(PatientId const& patient)
    {
        ZK_CHECK(add_person(patient));
        ZK_CHECK(add_rows<care::TreatmentRecord>(patient, RowKind::treatments));
        ZK_CHECK(add_rows<care::AppointmentRecord>(patient, RowKind::appointments));
        ZK_TRY(auto const years, care::invoice_years(m_vault, patient));
        for (keep::Period const year : years) {
            ZK_TRY(auto const invoices, m_vault.read<care::InvoiceRecord>(m_grant, patient, year));
            for (auto const& stored : invoices) {
                if (TakenRows* taken = note(stored.record, RowKind::invoices))
                    taken->total += stored.record.amount.reveal(m_grant).value_or(Cents::of(0));
            }
        }
        return {};
    }

    Result<> add_waiting()
    {
        ZK_TRY(auto const waiting, m_vault.read_unowned<care::QuarantineRecord>(m_grant));
        for (auto const& stored : waiting) {
            auto const& record = stored.record;
            auto const sort = record.sort.reveal(m_grant).value_or(care::RowSort::patient);
            auto const kind = static_cast<RowKind>(static_cast<unsigned>(sort) - 1);
            remember(record.source_row.reveal(m_grant));
            if (counts(record.imported_by.reveal(m_grant)))
                ++m_known.taken[kind].quarantined;
            if (kind == RowKind::patients)
                m_known.waiting_numbers.insert(record.waits_for.reveal(m_grant).value_or(""));
        }
        return {};
    }

    Known take() { return std::move(m_known); }

private:
    Result<> add_person(PatientId const& patient)
    {
        ZK_TRY(auto const persons, m_vault.read<care::PersonRecord>(m_grant, patient));
        ZK_TRY(auto const identifications, m_vault.read<care::IdentificationRecord>(m_grant, patient));
        ZK_TRY(auto const merged, m_vault.read<care::MergedRowRecord>(m_grant, patient));
        std::optional<Bsn> bsn;
        for (auto const& stored : identifications)
            bsn = stored.record.bsn.reveal(m_grant);
        for (auto const& stored : persons) {
            care::PersonRecord const& person = stored.record;
            if (TakenRows* taken = note(person, RowKind::patients); taken != nullptr && !bsn)
                ++taken->without_bsn;
            for (std::string const& number : person.old_numbers.reveal(m_grant).value_or(std::vector<std::string> {}))
                m_known.by_number.emplace(number, patient);
            auto const birth_date = person.birth_date.reveal(m_grant);
            if (bsn && birth_date) {
                Likeness const likeness { *birth_date, person.sex.reveal(m_grant).value_or(Sex::unspecified),
                    joined_name(person.tussenvoegsel.reveal(m_grant).value_or(""),
                        person.surname.reveal(m_grant).value_or(""), person.first_name.reveal(m_grant).value_or("")) };
                m_known.by_bsn.emplace(bsn->digits(), KnownPatient { patient, likeness });
            }
        }
        for (auto const& stored : merged) {
            remember(stored.record.source_row.reveal(m_grant));
            if (counts(stored.record.imported_by.reveal(m_grant)))
                ++m_known.taken[RowKind::patients].merged;
        }
        return {};
    }

    template<typename R>
    Result<> add_rows(PatientId const& patient, RowKind kind)
    {
        ZK_TRY(auto const records, m_vault.read<R>(m_grant, patient));
        for (auto const& stored : records)
            note(stored.record, kind);
        return {};
    }

    // The counts of its kind, when it is of the import that goes on.
    template<typename R>
    TakenRows* note(R const& record, RowKind kind)
    {
        remember(record.source_row.reveal(m_grant));
        if (!counts(record.imported_by.reveal(m_grant)))
            return nullptr;
        TakenRows& taken = m_known.taken[kind];
        ++taken.accepted;
        return &taken;
    }

    void remember(std::optional<Bytes> const& fingerprint)
    {
        if (fingerprint)
            m_known.rows.insert(std::string(as_text(*fingerprint)));
    }
    [[nodiscard]] bool counts(std::optional<ImportId> const& import) const
    {
        return m_going_on && import && *import == *m_going_on;
    }

    keep::Vault const& m_vault;
    Grant const& m_grant;
    std::optional<ImportId> m_going_on;
    Known m_known;
};

} // namespace

std::string full_name(SourcePatient const& row)
{
    return joined_name(row.tussenvoegsel, row.surname, row.first_name);
}

Result<Known> load_known(gate::Practice& practice, std::optional<ImportId> const& going_on)
{
    ZK_TRY(Grant const grant, practice.policy().for_maintenance(catalogue::ElementSet().set(), "import"));
    Gathering gathering(practice.vault(), grant, going_on);
    for (PatientId const& patient : grant.patients())
        ZK_CHECK(gathering.add(patient));
    ZK_CHECK(gathering.add_waiting());
    return gathering.take();
}

} // namespace zk::app
