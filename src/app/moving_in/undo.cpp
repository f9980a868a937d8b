#include "app/moving_in/undo.hpp"

#include "app/moving_in/turn.hpp"
#include "care/agenda/records.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/records.hpp"
#include "care/patients/records.hpp"
#include "care/patients/task.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using catalogue::Grant;
using catalogue::RetentionClass;

constexpr std::array k_classes_of_a_patient { RetentionClass::person, RetentionClass::identification,
    RetentionClass::dossier, RetentionClass::agenda, RetentionClass::relation, RetentionClass::look_reason };

class Undoing {
public:
    Undoing(keep::Vault& vault, Grant const& grant, ImportId const& import)
        : m_vault(vault)
        , m_grant(grant)
        , m_import(import)
        , m_change(vault.change())
    {
    }

    Result<> undo_patient(PatientId const& patient)
    {
        ZK_TRY(auto persons, m_vault.read<care::PersonRecord>(m_grant, patient));
        bool const ours = !persons.empty() && persons.front().record.imported_by.reveal(m_grant) == m_import;
        ZK_CHECK(ours ? erase(patient, persons.front().version) : take_rows_back(patient, persons));
        return {};
    }

    Result<> remove_waiting()
    {
        ZK_TRY(auto const waiting, m_vault.read_unowned<care::QuarantineRecord>(m_grant));
        for (auto const& stored : waiting) {
            if (stored.record.imported_by.reveal(m_grant) != m_import)
                continue;
            m_vault.remove_without_patient<care::QuarantineRecord>(m_change, stored.id, stored.version);
            ++m_undone.waiting_rows;
        }
        ZK_TRY(auto const tasks, m_vault.read_practice<care::TaskRecord>());
        for (auto const& stored : tasks) {
            auto const& subject = stored.record.subject.get();
            if (subject && std::ranges::find(m_erased, *subject) != m_erased.end())
                m_vault.remove_without_patient<care::TaskRecord>(m_change, stored.id, stored.version);
        }
        return {};
    }

    [[nodiscard]] std::vector<PatientId> const& erased() const { return m_erased; }
    [[nodiscard]] keep::Change& change() { return m_change; }
    [[nodiscard]] UndoneImport const& undone() const { return m_undone; }

private:
    // A patient whom this import brought: all of him goes, unless somebody worked on him.
    Result<> erase(PatientId const& patient, std::uint64_t person_version)
    {
        ZK_TRY(auto const merged, m_vault.read<care::MergedRowRecord>(m_grant, patient));
        if (person_version > 1 && merged.empty())
            return fail(Fault::refused, "import-worked-on");
        ZK_CHECK(nobody_changed_him(patient));
        ZK_CHECK(only_ours<care::TreatmentRecord>(patient));
        ZK_CHECK(only_ours<care::NoteRecord>(patient));
        ZK_CHECK(only_ours<care::AppointmentRecord>(patient));
        // No import brings a waiting list.
        ZK_TRY(auto const waiting, m_vault.read<care::WaitingRecord>(m_grant, patient));
        if (!waiting.empty())
            return fail(Fault::refused, "import-worked-on");
        ZK_TRY(auto const years, care::invoice_years(m_vault, patient));
        for (keep::Period const year : years) {
            ZK_CHECK(only_ours<care::InvoiceRecord>(patient, year));
            m_vault.destroy(m_change, m_grant, patient, RetentionClass::invoice, year);
        }
        for (RetentionClass const which : k_classes_of_a_patient)
            m_vault.destroy(m_change, m_grant, patient, which);
        m_erased.push_back(patient);
        ++m_undone.patients;
        return {};
    }

    Result<> nobody_changed_him(PatientId const& patient)
    {
        ZK_TRY(auto const of_identity, m_vault.read<care::IdentityChangeRecord>(m_grant, patient));
        ZK_TRY(auto const of_insurance, m_vault.read<care::InsuranceChangeRecord>(m_grant, patient));
        ZK_TRY(auto const alerts, m_vault.read<care::AlertRecord>(m_grant, patient));
        bool const alerted = std::ranges::any_of(
            alerts, [](auto const& stored) { return stored.version > 1 || stored.record.changed_at.has_value(); });
        if (!of_identity.empty() || !of_insurance.empty() || alerted)
            return fail(Fault::refused, "import-worked-on");
        return {};
    }

    template<typename R>
    Result<> only_ours(PatientId const& patient, keep::Period period = 0)
    {
        ZK_TRY(auto const records, m_vault.read<R>(m_grant, patient, period));
        for (auto const& stored : records) {
            if (stored.version > 1 || stored.record.imported_by.reveal(m_grant) != m_import)
                return fail(Fault::refused, "import-worked-on");
        }
        return {};
    }

    // A patient who was there before: the rows of this import go, the rest stays.
    Result<> take_rows_back(PatientId const& patient, std::vector<keep::Stored<care::PersonRecord>>& persons)
    {
        std::vector<gate::Treats> contacts;
        std::vector<gate::Treats> planned;
        std::size_t taken = 0;
        ZK_CHECK(take_back<care::TreatmentRecord>(patient, 0, &contacts, taken));
        ZK_CHECK(take_back<care::AppointmentRecord>(patient, 0, &planned, taken));
        ZK_CHECK(take_back<care::NoteRecord>(patient, 0, &contacts, taken));
        ZK_TRY(auto const years, care::invoice_years(m_vault, patient));
        for (keep::Period const year : years)
            ZK_CHECK(take_back<care::InvoiceRecord>(patient, year, nullptr, taken));
        ZK_CHECK(take_merges_back(patient, persons));
        return taken == 0 ? Result<> {} : set_contacts(patient, contacts, planned);
    }

    template<typename R>
    Result<> take_back(
        PatientId const& patient, keep::Period period, std::vector<gate::Treats>* contacts, std::size_t& taken)
    {
        ZK_TRY(auto const records, m_vault.read<R>(m_grant, patient, period));
        for (auto const& stored : records) {
            if (stored.record.imported_by.reveal(m_grant) == m_import) {
                // Somebody corrected it: that is his work, and not the import's.
                if (stored.version > 1)
                    return fail(Fault::refused, "import-worked-on");
                m_vault.remove<R>(m_change, m_grant, patient, stored.id, stored.version, period);
                ++taken;
            } else if constexpr (requires { stored.record.practitioner; }) {
                auto const date = stored.record.date.reveal(m_grant);
                if (contacts != nullptr && date && counts(stored.record))
                    gate::note_contact(*contacts, stored.record.practitioner.reveal(m_grant).value_or(""), *date);
            }
        }
        return {};
    }

    bool counts(care::TreatmentRecord const&) const { return true; }
    bool counts(care::NoteRecord const&) const { return true; }
    bool counts(care::AppointmentRecord const& record) const { return care::gives_relation(record, m_grant); }

    Result<> take_merges_back(PatientId const& patient, std::vector<keep::Stored<care::PersonRecord>>& persons)
    {
        ZK_TRY(auto const merged, m_vault.read<care::MergedRowRecord>(m_grant, patient));
        for (auto const& stored : merged) {
            if (stored.record.imported_by.reveal(m_grant) != m_import || persons.empty())
                continue;
            auto& [id, version, person] = persons.front();
            auto numbers = person.old_numbers.reveal(m_grant).value_or(std::vector<std::string> {});
            std::erase(numbers, stored.record.number.reveal(m_grant).value_or(""));
            person.old_numbers = catalogue::Field<"patient.old_numbers", std::vector<std::string>>(std::move(numbers));
            m_vault.update(m_change, m_grant, patient, id, version, person);
            ++version;
            m_vault.remove<care::MergedRowRecord>(m_change, m_grant, patient, stored.id, stored.version);
        }
        return {};
    }

    // The relation follows from what is left.
    Result<> set_contacts(
        PatientId const& patient, std::vector<gate::Treats> const& contacts, std::vector<gate::Treats> const& planned)
    {
        ZK_TRY(auto found, m_vault.read<gate::RelationRecord>(m_grant, patient));
        for (auto& [id, version, record] : found) {
            record.practitioners = catalogue::Field<"relation.practitioners", std::vector<gate::Treats>>(contacts);
            record.planned = catalogue::Field<"relation.planned", std::vector<gate::Treats>>(planned);
            m_vault.update(m_change, m_grant, patient, id, version, record);
        }
        return {};
    }

    keep::Vault& m_vault;
    Grant const& m_grant;
    ImportId m_import;
    keep::Change m_change;
    std::vector<PatientId> m_erased;
    UndoneImport m_undone;
};

} // namespace

Result<UndoneImport> undo_import(
    gate::Practice& practice, gate::Accounts& accounts, gate::Who const& who, ImportId const& import)
{
    MovingInTurn const turn;
    keep::Vault& vault = practice.vault();
    ZK_TRY(auto imports, vault.read_practice<care::ImportRecord>());
    auto const found
        = std::ranges::find_if(imports, [&](auto const& stored) { return import_id_of(stored.id) == import; });
    if (found == imports.end() || found->record.state.get() == care::ImportState::undone)
        return fail(Fault::not_found, "import-unknown");
    ZK_TRY(std::vector<PatientId> everyone, vault.patients());
    // One line that names every patient whose data are looked through and may go.
    ZK_TRY(Grant const grant,
        practice.policy().for_moving_in(who, keep::LogEvent::import_undone, std::move(everyone), import.text()));
    Undoing undoing(vault, grant, import);
    for (PatientId const& patient : grant.patients())
        ZK_CHECK(undoing.undo_patient(patient));
    ZK_CHECK(undoing.remove_waiting());
    ZK_CHECK(accounts.remove_imported(undoing.change(), import));
    found->record.state = care::ImportState::undone;
    vault.update_practice(undoing.change(), found->id, found->version, found->record);
    ZK_CHECK(vault.commit(std::move(undoing.change())));
    return undoing.undone();
}

} // namespace zk::app
