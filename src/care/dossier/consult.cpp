#include "care/dossier/parts.hpp"
#include "care/dossier/writing.hpp"

#include <algorithm>
#include <array>

namespace zk::care {

namespace {

using catalogue::Category;
using catalogue::Grant;
using dossier::elements_of;
using dossier::put_text;

using Contacts = std::vector<gate::Treats>;

// Another who wrote meanwhile changed the same relation: it is read anew.
constexpr int k_attempts = 3;

gate::Request to_write(PatientId const& patient)
{
    return { .event = keep::LogEvent::patient_changed,
        .action = keep::LogAction::create,
        .purpose = catalogue::Purpose::care,
        .patients = { patient },
        .wanted = elements_of(Category::note) | elements_of(Category::treatment_code) };
}

// "element 2": of the second code.
Error in_line(Error const& error, std::size_t line)
{
    static constexpr std::array<Code, 5> k_fields { "code", "description", "element", "quantity", "tariff" };
    for (Code const field : k_fields) {
        if (error.place() == field.text())
            return error.at(Place::of(field).number(line));
    }
    return error;
}

class ConsultWriter {
public:
    ConsultWriter(gate::Practice& practice, gate::Who const& who, PatientId const& patient, Grant const& grant)
        : m_practice(practice)
        , m_vault(practice.vault())
        , m_who(who)
        , m_patient(patient)
        , m_grant(grant)
        , m_change(m_vault.change())
    {
    }

    Result<Written> run(Consult const& consult)
    {
        ZK_TRY(Date const day, dossier::day_of(consult.date, m_practice.today()));
        ZK_TRY(auto relations, m_vault.read<gate::RelationRecord>(m_grant, m_patient));
        Contacts contacts = relations.empty()
            ? Contacts {}
            : relations.front().record.practitioners.reveal(m_grant).value_or(Contacts {});
        std::string const practitioner = practitioner_of(contacts, consult.practitioner);
        Written out;
        ZK_CHECK(write_note(consult, day, practitioner, out));
        for (std::size_t line = 0; line < consult.treatments.size(); ++line) {
            auto const done = write_treatment(consult.treatments[line], day, practitioner, out);
            if (!done)
                return std::unexpected(in_line(done.error(), line + 1));
        }
        if (m_change.empty())
            return fail(Fault::bad_input, "consult-empty", Place::of("text"));
        write_relation(relations, std::move(contacts), practitioner, day);
        ZK_CHECK(m_vault.commit(std::move(m_change)));
        return out;
    }

private:
    // Who assists writes for the one he helps with this patient; who has a code of his own treats.
    [[nodiscard]] std::string practitioner_of(Contacts const& contacts, std::string const& wanted) const
    {
        if (!m_who.practitioner.empty())
            return m_who.practitioner;
        std::string out;
        for (gate::WorksFor const& works : m_who.works_for) {
            if (works.practitioner == wanted)
                return wanted;
            bool const treats
                = std::ranges::find(contacts, works.practitioner, &gate::Treats::practitioner) != contacts.end();
            if (out.empty() || treats)
                out = works.practitioner;
        }
        return out;
    }

    Result<> write_note(Consult const& consult, Date day, std::string const& practitioner, Written& out)
    {
        NoteRecord note;
        ZK_CHECK(put_text(note.s, "s", consult.soep.s));
        ZK_CHECK(put_text(note.o, "o", consult.soep.o));
        ZK_CHECK(put_text(note.e, "e", consult.soep.e));
        ZK_CHECK(put_text(note.p, "p", consult.soep.p));
        ZK_CHECK(put_text(note.text, "text", consult.text));
        if (!note.s.has_value() && !note.o.has_value() && !note.e.has_value() && !note.p.has_value()
            && !note.text.has_value())
            return {};
        Instant const now = m_practice.clock().now();
        note.date = Field<"note.date", Date>(day);
        note.note_kind = Field<"note.kind", NoteKind>(NoteKind::consult);
        ZK_CHECK(put_text(note.author, "by", consult.by));
        ZK_CHECK(put_text(note.practitioner, "practitioner", practitioner));
        note.written_at = Field<"note.written_at", Instant>(now);
        note.changed_at = Field<"note.changed_at", Instant>(now);
        out.note = m_vault.insert(m_change, m_grant, m_patient, note);
        return {};
    }

    Result<> write_treatment(TreatmentText const& text, Date day, std::string const& practitioner, Written const& out)
    {
        TreatmentRecord treatment;
        ZK_CHECK(dossier::put_treatment(treatment, text));
        treatment.date = Field<"treatment.date", Date>(day);
        ZK_CHECK(put_text(treatment.practitioner, "practitioner", practitioner));
        if (out.note)
            treatment.consult = Field<"treatment.consult", RecordId>(*out.note);
        treatment.changed_at = Field<"treatment.changed_at", Instant>(m_practice.clock().now());
        m_vault.insert(m_change, m_grant, m_patient, treatment);
        return {};
    }

    void write_relation(std::vector<keep::Stored<gate::RelationRecord>>& relations, Contacts contacts,
        std::string const& practitioner, Date day)
    {
        gate::note_contact(contacts, practitioner, day);
        if (contacts.empty())
            return;
        gate::RelationRecord const record { Field<"relation.practitioners", Contacts>(std::move(contacts)) };
        if (relations.empty())
            m_vault.insert(m_change, m_grant, m_patient, record);
        else
            m_vault.update(m_change, m_grant, m_patient, relations.front().id, relations.front().version, record);
    }

    gate::Practice& m_practice;
    keep::Vault& m_vault;
    gate::Who const& m_who;
    PatientId m_patient;
    Grant const& m_grant;
    keep::Change m_change;
};

Edit edit_of(gate::Practice& practice, gate::Who const& who, PatientId const& patient, RecordId const& record,
    std::uint64_t version, std::string by, Category category)
{
    return { .practice = practice,
        .who = who,
        .patient = patient,
        .record = record,
        .version = version,
        .by = std::move(by),
        .elements = elements_of(category),
        .purpose = catalogue::Purpose::care };
}

template<typename F>
Result<> put_if_given(F& field, Code name, std::optional<std::string> const& typed)
{
    return typed ? put_text(field, name, *typed) : Result<> {};
}

} // namespace

Result<Written> write_consult(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, Consult const& consult)
{
    ZK_TRY(Grant const grant, practice.policy().ask(who, to_write(patient)));
    if (!catalogue::opens_something<NoteRecord>(grant) || !catalogue::opens_something<gate::RelationRecord>(grant))
        return fail(Fault::refused, "not-for-this-role");
    for (int attempt = 1;; ++attempt) {
        auto written = ConsultWriter(practice, who, patient, grant).run(consult);
        if (written || written.error().fault() != Fault::conflict || attempt == k_attempts)
            return written;
    }
}

Result<Edited> correct_note(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, NoteCorrection const& correction)
{
    Edit const edit
        = edit_of(practice, who, patient, correction.note, correction.version, correction.by, Category::note);
    auto const apply = [&](NoteRecord& note, Grant const&) -> Result<> {
        ZK_CHECK(put_if_given(note.s, "s", correction.s));
        ZK_CHECK(put_if_given(note.o, "o", correction.o));
        ZK_CHECK(put_if_given(note.e, "e", correction.e));
        ZK_CHECK(put_if_given(note.p, "p", correction.p));
        ZK_CHECK(put_if_given(note.text, "text", correction.text));
        if (correction.date) {
            ZK_TRY(Date const day, dossier::day_of(*correction.date, practice.today()));
            note.date = Field<"note.date", Date>(day);
        }
        // What was written is not taken away by leaving nothing.
        if (!note.s.has_value() && !note.o.has_value() && !note.e.has_value() && !note.p.has_value()
            && !note.text.has_value())
            return fail(Fault::bad_input, "consult-empty", Place::of("text"));
        return {};
    };
    auto const also = [&](keep::Change&, NoteRecord& note, NoteChangeRecord const&, Grant const& grant) -> Result<> {
        note.corrected = Field<"note.corrected", std::uint64_t>(note.corrected.reveal(grant).value_or(0) + 1);
        note.changed_at = Field<"note.changed_at", Instant>(practice.clock().now());
        return {};
    };
    return edit_record<NoteRecord, NoteChangeRecord>(edit, apply, also);
}

Result<Edited> correct_treatment(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, TreatmentCorrection const& correction)
{
    Edit const edit = edit_of(
        practice, who, patient, correction.treatment, correction.version, correction.by, Category::treatment_code);
    auto const apply = [&](TreatmentRecord& treatment, Grant const& grant) -> Result<> {
        if (!correction.withdrawn)
            return dossier::put_treatment(treatment, correction.text, treatment.element.reveal(grant).value_or(""));
        treatment.withdrawn = Field<"treatment.withdrawn", Date>(practice.today());
        return {};
    };
    auto const also
        = [&](keep::Change&, TreatmentRecord& treatment, TreatmentChangeRecord const&, Grant const& grant) -> Result<> {
        treatment.corrected
            = Field<"treatment.corrected", std::uint64_t>(treatment.corrected.reveal(grant).value_or(0) + 1);
        treatment.changed_at = Field<"treatment.changed_at", Instant>(practice.clock().now());
        return {};
    };
    return edit_record<TreatmentRecord, TreatmentChangeRecord>(edit, apply, also);
}

Result<RecordId> write_alert(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, NewAlert const& alert)
{
    AlertRecord record;
    ZK_TRY(AlertKind const kind, dossier::alert_kind_of(alert.kind));
    record.alert_kind = Field<"alert.kind", AlertKind>(kind);
    ZK_CHECK(put_text(record.text, "text", alert.text, k_reason_bytes_max));
    if (!record.text.has_value())
        return fail(Fault::bad_input, "field-missing", Place::of("text"));
    ZK_CHECK(put_text(record.written_by, "by", alert.by));
    record.since = Field<"alert.since", Date>(practice.today());
    record.changed_at = Field<"alert.changed_at", Instant>(practice.clock().now());
    gate::Request request = to_write(patient);
    request.wanted = elements_of(Category::alert);
    ZK_TRY(Grant const grant, practice.policy().ask(who, request));
    keep::Vault& vault = practice.vault();
    keep::Change change = vault.change();
    RecordId const id = vault.insert(change, grant, patient, record);
    ZK_CHECK(vault.commit(std::move(change)));
    return id;
}

Result<Edited> change_alert(
    gate::Practice& practice, gate::Who const& who, PatientId const& patient, AlertChange const& change)
{
    Edit const edit = edit_of(practice, who, patient, change.alert, change.version, change.by, Category::alert);
    auto const apply = [&](AlertRecord& alert, Grant const& grant) -> Result<> {
        if (change.kind) {
            ZK_TRY(AlertKind const kind, dossier::alert_kind_of(*change.kind));
            alert.alert_kind = Field<"alert.kind", AlertKind>(kind);
        }
        if (change.text) {
            ZK_CHECK(put_text(alert.text, "text", *change.text, k_reason_bytes_max));
            if (!alert.text.has_value())
                return fail(Fault::bad_input, "field-missing", Place::of("text"));
        }
        if (change.ended && !alert.ended.reveal(grant))
            alert.ended = Field<"alert.ended", Date>(practice.today());
        return {};
    };
    auto const also = [&](keep::Change&, AlertRecord& alert, AlertChangeRecord const&, Grant const&) -> Result<> {
        alert.changed_at = Field<"alert.changed_at", Instant>(practice.clock().now());
        return {};
    };
    return edit_record<AlertRecord, AlertChangeRecord>(edit, apply, also);
}

} // namespace zk::care
