#include "app/moving_in/write.hpp"

#include "app/moving_in/fields.hpp"
#include "app/moving_in/person.hpp"
#include "care/agenda/records.hpp"
#include "care/agenda/status.hpp"
#include "care/billing/records.hpp"
#include "care/dossier/dossier.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/task.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using catalogue::Field;

class BundleWriter {
public:
    BundleWriter(Writing const& writing, keep::Change& change, Bundle const& bundle)
        : m_writing(writing)
        , m_change(change)
        , m_bundle(bundle)
    {
    }

    Result<> run()
    {
        if (m_bundle.main != nullptr)
            write_new_person(*m_bundle.main);
        else
            ZK_CHECK(add_numbers_to_person());
        for (SourcePatient const* row : m_bundle.merged)
            write_merged(*row);
        for (SourceTreatment const* row : m_bundle.treatments)
            write_treatment(*row);
        for (SourceAppointment const* row : m_bundle.appointments)
            write_appointment(*row);
        for (SourceInvoice const* row : m_bundle.invoices)
            write_invoice(*row);
        return write_relation();
    }

private:
    template<catalogue::Record R>
    void insert(R const& record, keep::Period period = 0)
    {
        m_writing.vault.insert(m_change, m_writing.grant, m_bundle.patient, record, period);
    }

    void write_new_person(SourcePatient const& row)
    {
        std::vector<std::string> numbers { row.number };
        for (SourcePatient const* merged : m_bundle.merged)
            numbers.push_back(merged->number);
        insert(person_of(row, std::move(numbers), m_writing.import));
        insert(identification_of(row));
        if (!row.bsn)
            m_writing.vault.insert_practice(
                m_change, care::TaskRecord::verify_identity(m_bundle.patient, m_writing.now));
        write_memos(row);
    }

    Result<> add_numbers_to_person()
    {
        if (m_bundle.merged.empty())
            return {};
        ZK_TRY(auto persons, m_writing.vault.read<care::PersonRecord>(m_writing.grant, m_bundle.patient));
        if (persons.size() != 1)
            return fail(Fault::tampered, "patient-without-person");
        auto& [id, version, person] = persons.front();
        std::vector<std::string> numbers
            = person.old_numbers.reveal(m_writing.grant).value_or(std::vector<std::string> {});
        for (SourcePatient const* merged : m_bundle.merged)
            numbers.push_back(merged->number);
        person.old_numbers = Field<"patient.old_numbers", std::vector<std::string>>(std::move(numbers));
        m_writing.vault.update(m_change, m_writing.grant, m_bundle.patient, id, version, person);
        return {};
    }

    void write_merged(SourcePatient const& row)
    {
        insert(care::MergedRowRecord {
            .number = Field<"merge.number", std::string>(row.number),
            .fields = Field<"merge.fields", std::vector<std::string>>(fields_of(row, Memo::without)),
            .source_row = Field<"merge.source_row", Bytes>(row.origin.fingerprint),
            .imported_by = Field<"merge.imported_by", ImportId>(m_writing.import),
        });
        write_memos(row);
    }

    void write_memos(SourcePatient const& row)
    {
        write_memo(row, row.alert, care::NoteKind::memo);
        write_memo(row, row.memo, care::NoteKind::memo);
        if (!row.sex_as_written.empty())
            write_memo(row, "Geslacht in de oude software: " + row.sex_as_written, care::NoteKind::from_old_software);
    }

    void write_memo(SourcePatient const& row, std::string const& text, care::NoteKind kind)
    {
        if (text.empty())
            return;
        write_note(text, m_writing.today, "", row.number, kind);
        write_alert(text);
    }

    void write_note(std::string const& text, Date date, std::string const& author, std::string const& patient_number,
        care::NoteKind kind)
    {
        insert(care::NoteRecord {
            .text = Field<"note.text", std::string>(text),
            .date = Field<"note.date", Date>(date),
            .author = text_field<"note.author">(author),
            .note_kind = Field<"note.kind", care::NoteKind>(kind),
            .imported_by = Field<"note.imported_by", ImportId>(m_writing.import),
            .source_patient = Field<"note.source_patient", std::string>(patient_number),
        });
    }

    // A memo that says so becomes an alert once, however often it stands there.
    void write_alert(std::string const& text)
    {
        auto const kind = care::alert_in(text);
        if (!kind || std::ranges::find(m_alerts, text) != m_alerts.end())
            return;
        m_alerts.push_back(text);
        insert(care::AlertRecord {
            .text = Field<"alert.text", std::string>(text),
            .alert_kind = Field<"alert.kind", care::AlertKind>(*kind),
            .since = Field<"alert.since", Date>(m_writing.today),
            .source = Field<"alert.source", std::string>("memo in de oude software"),
        });
    }

    void write_treatment(SourceTreatment const& row)
    {
        insert(care::TreatmentRecord {
            .date = Field<"treatment.date", Date>(row.date),
            .practitioner = text_field<"treatment.practitioner">(row.practitioner),
            .code = text_field<"treatment.code">(row.code),
            .description = text_field<"treatment.description">(row.description),
            .element = text_field<"treatment.element">(row.element),
            .quantity
            = Field<"treatment.quantity", std::uint64_t>(static_cast<std::uint64_t>(std::max(row.quantity, 0))),
            .tariff = optional_field<"treatment.tariff", Cents>(row.tariff),
            .note = text_field<"treatment.note">(row.note),
            .source_row = Field<"treatment.source_row", Bytes>(row.origin.fingerprint),
            .imported_by = Field<"treatment.imported_by", ImportId>(m_writing.import),
            .source_patient = Field<"treatment.source_patient", std::string>(row.patient_number),
        });
        gate::note_contact(m_contacts, row.practitioner, row.date);
        write_alert(row.note);
    }

    void write_appointment(SourceAppointment const& row)
    {
        care::AppointmentRecord record {
            .date = Field<"appointment.date", Date>(row.date),
            .time = Field<"appointment.time", TimeOfDay>(row.time),
            .minutes = {},
            .practitioner = text_field<"appointment.practitioner">(row.practitioner),
            .status = text_field<"appointment.status">(row.status),
            .reason = text_field<"appointment.reason">(row.reason),
            .source_row = Field<"appointment.source_row", Bytes>(row.origin.fingerprint),
            .imported_by = Field<"appointment.imported_by", ImportId>(m_writing.import),
            .source_patient = Field<"appointment.source_patient", std::string>(row.patient_number),
            .room = text_field<"appointment.room">(row.room),
            .arrived_at = {},
        };
        if (row.minutes)
            record.minutes
                = Field<"appointment.minutes", std::uint64_t>(static_cast<std::uint64_t>(std::max(*row.minutes, 0)));
        insert(record);
        if (care::gives_relation(care::status_of_word(row.status)))
            gate::note_contact(m_planned, row.practitioner, row.date);
    }

    void write_invoice(SourceInvoice const& row)
    {
        care::InvoiceRecord record {
            .number = text_field<"invoice.number">(row.number),
            .date = Field<"invoice.date", Date>(row.date),
            .due = optional_field<"invoice.due", Date>(row.due_date),
            .amount = Field<"invoice.amount", Cents>(row.amount),
            .paid = Field<"invoice.paid", bool>(row.paid == Answer::yes),
            .paid_on = optional_field<"invoice.paid_on", Date>(row.paid_date),
            .source_row = Field<"invoice.source_row", Bytes>(row.origin.fingerprint),
            .imported_by = Field<"invoice.imported_by", ImportId>(m_writing.import),
            .source_patient = Field<"invoice.source_patient", std::string>(row.patient_number),
        };
        insert(record, care::invoice_period(row.date));
        if (!row.paid_as_written.empty())
            write_note("Betaald in de oude software (factuur " + row.number + "): " + row.paid_as_written,
                m_writing.today, "", row.patient_number, care::NoteKind::from_old_software);
    }

    using Practitioners = Field<"relation.practitioners", std::vector<gate::Treats>>;
    using Planned = Field<"relation.planned", std::vector<gate::Treats>>;

    static std::vector<gate::Treats> with(
        std::optional<std::vector<gate::Treats>> const& known, std::vector<gate::Treats> const& more)
    {
        auto out = known.value_or(std::vector<gate::Treats> {});
        for (gate::Treats const& contact : more)
            gate::note_contact(out, contact.practitioner, contact.until_seen);
        return out;
    }

    Result<> write_relation()
    {
        if (m_contacts.empty() && m_planned.empty())
            return {};
        ZK_TRY(auto found, m_writing.vault.read<gate::RelationRecord>(m_writing.grant, m_bundle.patient));
        if (found.empty()) {
            insert(gate::RelationRecord { Practitioners(m_contacts), Planned(m_planned) });
            return {};
        }
        auto& [id, version, record] = found.front();
        record.practitioners = Practitioners(with(record.practitioners.reveal(m_writing.grant), m_contacts));
        record.planned = Planned(with(record.planned.reveal(m_writing.grant), m_planned));
        m_writing.vault.update(m_change, m_writing.grant, m_bundle.patient, id, version, record);
        return {};
    }

    Writing const& m_writing;
    keep::Change& m_change;
    Bundle const& m_bundle;
    std::vector<gate::Treats> m_contacts; // by treatments
    std::vector<gate::Treats> m_planned;  // by appointments
    std::vector<std::string> m_alerts;
};

} // namespace

Result<> write_bundle(Writing const& writing, keep::Change& change, Bundle const& bundle)
{
    return BundleWriter(writing, change, bundle).run();
}

void write_waiting(Writing const& writing, keep::Change& change, WaitingRow const& row, std::string const& file)
{
    writing.vault.insert_unowned(change, writing.grant,
        care::QuarantineRecord {
            .sort
            = Field<"quarantine.kind", care::RowSort>(static_cast<care::RowSort>(static_cast<unsigned>(row.kind) + 1)),
            .file = Field<"quarantine.file", std::string>(file),
            .row = Field<"quarantine.row", std::uint64_t>(row.origin.row),
            .reason = Field<"quarantine.reason", std::string>(std::string(row.reason.text())),
            .fields = Field<"quarantine.fields", std::vector<std::string>>(row.fields),
            .waits_for = text_field<"quarantine.waits_for">(row.patient_number),
            .source_row = Field<"quarantine.source_row", Bytes>(row.origin.fingerprint),
            .imported_by = Field<"quarantine.imported_by", ImportId>(writing.import),
        });
}

} // namespace zk::app
