#include "care/patients/card_of.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

namespace zk::care {

namespace {

using catalogue::Category;
using catalogue::ElementSet;
using catalogue::Field;
using catalogue::Grant;
using catalogue::Role;

ElementSet elements_of(Category category)
{
    return catalogue::elements_where([&](catalogue::Element const& element) {
        return element.category == category && element.portability != catalogue::Portability::internal
            && catalogue::compartment_of(element) == catalogue::Compartment::identity;
    });
}

// Who sits at the desk, or has the patient before him. Administratie sees a BSN, and no patient.
bool sees_patients(Role role)
{
    return role == Role::receptie || role == Role::assistent || role == Role::behandelaar
        || role == Role::praktijkhouder;
}

gate::Request request_for(PatientId const& patient, keep::LogEvent event, keep::LogAction action, ElementSet wanted)
{
    gate::Request out {
        .event = event,
        .action = action,
        .purpose = catalogue::Purpose::identification,
        .patients = { patient },
        .wanted = wanted,
    };
    out.reason = keep::LogReason::identification;
    return out;
}

class Identifying {
public:
    Identifying(gate::Practice& practice, Identification const& seen, Grant const& of_person, Grant const& of_number)
        : m_practice(practice)
        , m_vault(practice.vault())
        , m_seen(seen)
        , m_of_person(of_person)
        , m_of_number(of_number)
        , m_change(m_vault.change())
    {
    }

    Result<Identified> run(Sbvz& sbvz)
    {
        ZK_TRY(auto persons, m_vault.read<PersonRecord>(m_of_person, m_seen.patient));
        if (persons.empty())
            return fail(Fault::not_found, "patient-unknown");
        m_person = std::move(persons.front().record);
        ZK_TRY(auto stored, m_vault.read<IdentificationRecord>(m_of_number, m_seen.patient));
        IdentificationRecord record = stored.empty() ? IdentificationRecord {} : std::move(stored.front().record);
        m_bsn = record.bsn.reveal(m_of_number);
        ZK_CHECK(ask(sbvz));
        note_document(record);
        note_bsn(record);
        if (stored.empty())
            m_vault.insert(m_change, m_of_number, m_seen.patient, record);
        else
            m_vault.update(m_change, m_of_number, m_seen.patient, stored.front().id, stored.front().version, record);
        ZK_CHECK(close_task());
        ZK_CHECK(m_vault.commit(std::move(m_change)));
        return m_out;
    }

    [[nodiscard]] patients::SearchCard card() const
    {
        return patients::card_of(m_seen.patient, m_person, m_bsn, m_of_person);
    }

private:
    Result<> ask(Sbvz& sbvz)
    {
        auto const& bsn = m_seen.bsn ? m_seen.bsn : m_bsn;
        if (!bsn)
            return {};
        ZK_TRY(SearchPath path, path_of_person());
        auto const answer = sbvz.verify({ *bsn, std::move(path) });
        if (!answer)
            return unless_unavailable(answer.error());
        m_out.answer = *answer;
        auto const document = sbvz.check({ *bsn, m_seen.kind, m_seen.number });
        if (!document)
            return unless_unavailable(document.error());
        if (*document == DocumentAnswer::not_in_circulation)
            return fail(Fault::refused, "document-not-in-circulation");
        return {};
    }

    // Who was seen was seen, also on a day without connection.
    Result<> unless_unavailable(Error const& error)
    {
        if (error.fault() != Fault::unavailable)
            return std::unexpected(error);
        m_out.not_asked = error;
        return {};
    }

    [[nodiscard]] Result<SearchPath> path_of_person() const
    {
        auto const& birth_date = m_person.birth_date.reveal(m_of_person);
        if (!birth_date)
            return fail(Fault::bad_input, "sbvz-needs-birth-date");
        return SearchPath::of(*birth_date, m_person.sex.reveal(m_of_person).value_or(Sex::unspecified),
            m_person.surname.reveal(m_of_person).value_or(""), m_person.house_number.reveal(m_of_person).value_or(""),
            m_person.postcode.reveal(m_of_person).value_or(""));
    }

    void note_document(IdentificationRecord& record) const
    {
        record.document_kind = Field<"patient.document_kind", DocumentKind>(m_seen.kind);
        record.document_number = Field<"patient.document_number", std::string>(m_seen.number.text());
        record.document_checked_by = Field<"patient.document_checked_by", std::string>(m_seen.checked_by);
        record.document_checked_on = Field<"patient.document_checked_on", Date>(m_practice.today());
    }

    void note_bsn(IdentificationRecord& record)
    {
        m_out.bsn = m_bsn ? BsnOutcome::kept : BsnOutcome::none;
        if (m_seen.bsn && m_seen.bsn != m_bsn)
            m_out.bsn = is_doubted() ? BsnOutcome::not_taken : BsnOutcome::taken;
        if (m_out.bsn == BsnOutcome::not_taken)
            return;
        if (m_out.bsn == BsnOutcome::taken) {
            m_bsn = m_seen.bsn;
            record.bsn = Field<"patient.bsn", Bsn>(*m_bsn);
            record.bsn_unverified = {};
            // What SBV-Z once said was about another number.
            record.bsn_verified_on = {};
            record.bsn_answer = {};
        }
        if (m_out.answer) {
            record.bsn_verified_on = Field<"patient.bsn_verified_on", Date>(m_practice.today());
            record.bsn_answer = Field<"patient.bsn_answer", BsnAnswer>(*m_out.answer);
        }
    }

    [[nodiscard]] bool is_doubted() const
    {
        return m_out.answer == BsnAnswer::not_found && m_seen.when_not_found == WhenNotFound::leave_it;
    }

    Result<> close_task()
    {
        bool const known = m_bsn && !is_doubted();
        ZK_TRY(auto tasks, open_tasks_of_identity(m_vault, m_seen.patient));
        if (tasks.empty())
            return {};
        m_out.task = known ? TaskOutcome::closed : TaskOutcome::open;
        if (known)
            close_tasks(m_vault, m_change, std::move(tasks), m_practice.clock().now());
        return {};
    }

    gate::Practice& m_practice;
    keep::Vault& m_vault;
    Identification const& m_seen;
    Grant const& m_of_person;
    Grant const& m_of_number;
    keep::Change m_change;
    PersonRecord m_person;
    std::optional<Bsn> m_bsn; // as it will stand
    Identified m_out;
};

} // namespace

Result<Identified> Patients::identify(gate::Who const& who, Sbvz& sbvz, Identification const& seen)
{
    using enum keep::LogEvent;
    using enum keep::LogAction;
    if (seen.bsn && seen.bsn->is_test_range() && m_practice->facts().mode == gate::Mode::production)
        return fail(Fault::refused, "test-bsn-in-production");
    gate::Policy& policy = m_practice->policy();
    // Who may not identify asks for nothing: policy refuses that, and leaves its line.
    ElementSet const wanted = sees_patients(who.role) ? elements_of(Category::bsn_insurance) : ElementSet();
    ZK_TRY(Grant const of_number, policy.ask(who, request_for(seen.patient, revealed, read, wanted)));
    std::lock_guard const lock(m_found_in->one_gives_bsn);
    if (seen.bsn) {
        for (PatientId const& other : index()->with_bsn(*seen.bsn)) {
            if (other != seen.patient)
                return fail(Fault::conflict, "bsn-of-another-patient");
        }
    }
    ZK_TRY(Grant const of_person,
        policy.ask(who, request_for(seen.patient, patient_changed, update, elements_of(Category::name_contact))));
    Identifying identifying(*m_practice, seen, of_person, of_number);
    ZK_TRY(Identified done, identifying.run(sbvz));
    m_found_in->get()->put(identifying.card());
    return done;
}

} // namespace zk::care
