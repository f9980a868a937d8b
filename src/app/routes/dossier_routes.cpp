#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/patient_answers.hpp"
#include "base/limits.hpp"
#include "care/dossier/writing.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

// What one sits down for; more is a mistake.
constexpr std::size_t k_treatments_max = 50;

Result<RecordId> record_of(JsonBody const& body, Code field)
{
    ZK_TRY(std::string const text, body.text(field));
    auto const id = RecordId::parse(text);
    if (!id)
        return fail(Fault::not_found, "record-unknown");
    return *id;
}

Result<care::TreatmentText> treatment_of(JsonBody const& body)
{
    care::TreatmentText out;
    ZK_TRY(out.code, body.text_or_empty("code"));
    ZK_TRY(out.description, body.text_or_empty("description"));
    ZK_TRY(out.element, body.text_or_empty("element"));
    ZK_TRY(out.quantity, body.text_or_empty("quantity"));
    ZK_TRY(out.tariff, body.text_or_empty("tariff"));
    return out;
}

} // namespace

Reply write_consult(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    care::Consult consult;
    consult.by = name_of(caller);
    ZK_TRY(consult.date, body.text("date"));
    ZK_TRY(consult.soep.s, body.text_or_empty("s", k_note_bytes_max));
    ZK_TRY(consult.soep.o, body.text_or_empty("o", k_note_bytes_max));
    ZK_TRY(consult.soep.e, body.text_or_empty("e", k_note_bytes_max));
    ZK_TRY(consult.soep.p, body.text_or_empty("p", k_note_bytes_max));
    ZK_TRY(consult.text, body.text_or_empty("text", k_note_bytes_max));
    ZK_TRY(consult.practitioner, body.text_or_empty("practitioner"));
    ZK_TRY(auto const lines, body.list("treatments", k_treatments_max));
    for (JsonBody const& line : lines) {
        ZK_TRY(care::TreatmentText text, treatment_of(line));
        consult.treatments.push_back(std::move(text));
    }
    ZK_TRY(care::Written const written, care::write_consult(served.practice, caller.who, patient, consult));
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    if (written.note)
        out["id"] = written.note->text();
    return json_answer(out);
}

Reply correct_note(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(RecordId const note, record_of(body, "note"));
    ZK_TRY(std::uint64_t const version, body.version());
    care::NoteCorrection correction { note, version, name_of(caller), {}, {}, {}, {}, {}, {} };
    ZK_TRY(correction.date, body.text_if_there("date"));
    ZK_TRY(correction.s, body.text_if_there("s", k_note_bytes_max));
    ZK_TRY(correction.o, body.text_if_there("o", k_note_bytes_max));
    ZK_TRY(correction.e, body.text_if_there("e", k_note_bytes_max));
    ZK_TRY(correction.p, body.text_if_there("p", k_note_bytes_max));
    ZK_TRY(correction.text, body.text_if_there("text", k_note_bytes_max));
    ZK_TRY(care::Edited const edited, care::correct_note(served.practice, caller.who, patient, correction));
    return edited_answer(edited);
}

Reply correct_treatment(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(RecordId const treatment, record_of(body, "treatment"));
    ZK_TRY(std::uint64_t const version, body.version());
    care::TreatmentCorrection correction { treatment, version, name_of(caller), {} };
    ZK_TRY(correction.text, treatment_of(body));
    ZK_TRY(correction.withdrawn, body.yes_if_there("withdrawn"));
    ZK_TRY(care::Edited const edited, care::correct_treatment(served.practice, caller.who, patient, correction));
    return edited_answer(edited);
}

Reply write_alert(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    care::NewAlert alert;
    alert.by = name_of(caller);
    ZK_TRY(alert.kind, body.text("kind"));
    ZK_TRY(alert.text, body.text("text"));
    ZK_TRY(RecordId const id, care::write_alert(served.practice, caller.who, patient, alert));
    return json_answer({ { "id", id.text() } });
}

Reply change_alert(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(RecordId const alert, record_of(body, "alert"));
    ZK_TRY(std::uint64_t const version, body.version());
    care::AlertChange change { alert, version, name_of(caller), {}, {} };
    ZK_TRY(change.kind, body.text_if_there("kind"));
    ZK_TRY(change.text, body.text_if_there("text"));
    ZK_TRY(change.ended, body.yes_if_there("ended"));
    ZK_TRY(care::Edited const edited, care::change_alert(served.practice, caller.who, patient, change));
    return edited_answer(edited);
}

} // namespace zk::app
