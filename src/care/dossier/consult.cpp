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

bool is_blank(NoteRecord const& note)
{
    return !note.s.has_value() && !note.o.has_value() && !note.e.has_value() && !note.p.has_value()
        && !note.text.has_value();
}

// As it will be written, but for who treats: a mistake in it is told before anything stands in the log.
struct Prepared {
    Date day;
    NoteRecord note;
    std::vector<TreatmentRecord> treatments;
};

Result<Prepared> prepare(Consult const& consult, Date today, Instant now)
{
    ZK_TRY(Date const day, dossier::day_of(consult.date, today));
    Prepared out { .day = day, .note = {}, .treatments = {} };
    ZK_CHECK(put_text(out.note.s, "s", consult.soep.s));
    ZK_CHECK(put_text(out.note.o, "o", consult.soep.o));
    ZK_CHECK(put_text(out.note.e, "e", consult.soep.e));
    ZK_CHECK(put_text(out.note.p, "p", consult.soep.p));
    ZK_CHECK(put_text(out.note.text, "text", consult.text));
    ZK_CHECK(put_text(out.note.author, "by", consult.by));
    out.note.date = Field<"note.date", Date>(day);
    out.note.note_kind = Field<"note.kind", NoteKind>(NoteKind::consult);
    out.note.written_at = Field<"note.written_at", Instant>(now);
    out.note.changed_at = Field<"note.changed_at", Instant>(now);
    for (TreatmentText const& text : consult.treatments) {
        TreatmentRecord treatment;
        if (auto const put = dossier::put_treatment(treatment, text); !put)
            return std::unexpected(in_line(put.error(), out.treatments.size() + 1));
        treatment.date = Field<"treatment.date", Date>(day);
        treatment.changed_at = Field<"treatment.changed_at", Instant>(now);
        out.treatments.push_back(std::move(treatment));
    }
    if (is_blank(out.note) && out.treatments.empty())
        return fail(Fault::bad_input, "consult-empty", Place::of("text"));
    return out;
}

// Who assists writes for the one he helps with this patient; who has a code of his own treats.
std::string practitioner_of(gate::Who const& who, Contacts const& contacts, std::string const& wanted)
{
    if (!who.practitioner.empty())
        return who.practitioner;
    std::string out;
    for (gate::WorksFor const& works : who.works_for) {
        if (works.practitioner == wanted)
            return wanted;
        bool const treats
            = std::ranges::find(contacts, works.practitioner, &gate::Treats::practitioner) != contacts.end();
        if (out.empty() || treats)
            out = works.practitioner;
    }
    return out;
}

class ConsultWriter {
public:
    ConsultWriter(gate::Practice& practice, PatientId const& patient, Grant const& grant)
        : m_vault(practice.vault())
        , m_patient(patient)
        , m_grant(grant)
        , m_change(m_vault.change())
    {
    }

    Result<Written> run(gate::Who const& who, Prepared prepared, std::string const& wanted)
    {
        ZK_TRY(auto const relations, m_vault.read<gate::RelationRecord>(m_grant, m_patient));
        Contacts contacts;
        if (!relations.empty())
            contacts = relations.front().record.practitioners.reveal(m_grant).value_or(Contacts {});
        // Also with whom he only has an appointment yet.
        Contacts known = contacts;
        if (!relations.empty()) {
            for (gate::Treats const& planned : relations.front().record.planned.reveal(m_grant).value_or(Contacts {}))
                gate::note_contact(known, planned.practitioner, planned.until_seen);
        }
        std::string const practitioner = practitioner_of(who, known, wanted);
        Written out;
        if (!is_blank(prepared.note)) {
            ZK_CHECK(put_text(prepared.note.practitioner, "practitioner", practitioner));
            out.note = m_vault.insert(m_change, m_grant, m_patient, prepared.note);
        }
        for (TreatmentRecord& treatment : prepared.treatments) {
            ZK_CHECK(put_text(treatment.practitioner, "practitioner", practitioner));
            if (out.note)
                treatment.consult = Field<"treatment.consult", RecordId>(*out.note);
            m_vault.insert(m_change, m_grant, m_patient, treatment);
        }
        write_relation(relations, std::move(contacts), practitioner, prepared.day);
        ZK_CHECK(m_vault.commit(std::move(m_change)));
        return out;
    }

private:
    void write_relation(std::vector<keep::Stored<gate::RelationRecord>> const& relations, Contacts contacts,
        std::string const& practitioner, Date day)
    {
        gate::note_contact(contacts, practitioner, day);
        if (contacts.empty())
            return;
        // What follows from appointments stays as it is.
        gate::RelationRecord record = relations.empty() ? gate::RelationRecord {} : relations.front().record;
        record.practitioners = Field<"relation.practitioners", Contacts>(std::move(contacts));
        if (relations.empty())
            m_vault.insert(m_change, m_grant, m_patient, record);
        else
            m_vault.update(m_change, m_grant, m_patient, relations.front().id, relations.front().version, record);
    }

    keep::Vault& m_vault;
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
    ZK_TRY(Prepared const prepared, prepare(consult, practice.today(), practice.clock().now()));
    ZK_TRY(Grant const grant, practice.policy().ask(who, to_write(patient)));
    if (!catalogue::opens_something<NoteRecord>(grant) || !catalogue::opens_something<gate::RelationRecord>(grant))
        return fail(Fault::refused, "not-for-this-role");
    for (int attempt = 1;; ++attempt) {
        auto written = ConsultWriter(practice, patient, grant).run(who, prepared, consult.practitioner);
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
        if (is_blank(note))
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
