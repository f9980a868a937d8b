#include "app/json_view.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/patient_answers.hpp"
#include "app/routes/refusals.hpp"
#include "care/dossier/records.hpp"
#include "care/patients/patients.hpp"
#include "care/views.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Grant;
using nlohmann::ordered_json;

Result<std::vector<care::Typed>> typed_identity(JsonBody const& body)
{
    std::vector<care::Typed> out;
    for (Code const field : care::identity_fields()) {
        if (!body.has(field))
            continue;
        ZK_TRY(std::string text, body.text(field));
        out.push_back({ field, std::move(text) });
    }
    return out;
}

http::Response others_answer(
    ServedPractice& served, Error const& error, std::vector<care::FoundPatient> const& patients)
{
    return refusal_with(error, { { "patients", found_json(served, patients) } });
}

http::Response same_bsn_answer(ServedPractice& served, std::vector<care::FoundPatient> const& patients)
{
    return others_answer(served, Error(Fault::conflict, "bsn-of-another-patient", Place::of("bsn")), patients);
}

std::string_view text_of(care::BsnState state)
{
    switch (state) {
    case care::BsnState::missing:
        return "missing";
    case care::BsnState::unverified:
        return "unverified";
    case care::BsnState::known:
        break;
    }
    return "on_demand";
}

// What stood there before, of all that he has; what the account may not see of it is left out.
gate::Request look_at_history(PatientId const& patient)
{
    static catalogue::ElementSet const wanted = catalogue::elements_where([](catalogue::Element const& element) {
        return element.key.substr(0, element.key.find('.')).ends_with("_change")
            && element.shown == catalogue::Shown::with_the_rest;
    });
    return { .event = keep::LogEvent::looked,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::care,
        .patients = { patient },
        .wanted = wanted };
}

// Name, what stood there, what came, in turn.
ordered_json changes_json(ordered_json const& fields)
{
    constexpr std::size_t k_each = 3;
    ordered_json out = ordered_json::array();
    for (std::size_t i = 0; i + k_each <= fields.size(); i += k_each)
        out.push_back({ { "field", fields[i] }, { "before", fields[i + 1] }, { "after", fields[i + 2] } });
    return out;
}

template<catalogue::Record C>
Result<> put_history(
    ordered_json& out, char const* name, keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    if (!catalogue::opens_something<C>(grant))
        return {};
    ZK_TRY(auto views, care::views<C>(vault, grant, patient));
    catalogue::newest_first(views, "at");
    out[name] = ordered_json::array();
    for (catalogue::View const& view : views) {
        ordered_json one = json_of(view);
        one["fields"] = changes_json(one.value("fields", ordered_json::array()));
        out[name].push_back(std::move(one));
    }
    return {};
}

} // namespace

Reply add_patient(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    care::Enrolment enrolment;
    ZK_TRY(enrolment.identity, typed_identity(body));
    ZK_TRY(enrolment.insurer, body.text_or_empty("insurer"));
    ZK_TRY(enrolment.policy_number, body.text_or_empty("policy_number"));
    ZK_TRY(enrolment.bsn, body.text_or_empty("bsn"));
    ZK_TRY(bool const anyway, body.yes_if_there("anyway"));
    ZK_TRY(bool const mine, body.yes_if_there("mine"));
    enrolment.when_alike = anyway ? care::WhenAlike::enrol : care::WhenAlike::ask;
    enrolment.by = mine ? care::EnrolledBy::who_treats : care::EnrolledBy::somebody;
    ZK_TRY(care::Enrolled const enrolled, served.patients.enrol(caller.who, enrolment));
    if (enrolled.patient)
        return json_answer({ { "id", enrolled.patient->text() } });
    if (enrolled.why == care::Alike::same_bsn)
        return same_bsn_answer(served, enrolled.alike);
    return others_answer(served, Error(Fault::conflict, "maybe-duplicate"), enrolled.alike);
}

Reply change_identity(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::uint64_t const version, body.version());
    ZK_TRY(auto typed, typed_identity(body));
    care::IdentityEdit const edit { patient, version, name_of(caller), std::move(typed) };
    ZK_TRY(care::Edited const edited, served.patients.change_identity(caller.who, edit));
    return edited_answer(edited);
}

Reply show_insurance(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(care::Insurance const shown, served.patients.show_insurance(caller.who, patient));
    return json_answer({ { "version", shown.version }, { "insurer", shown.insurer },
        { "policy_number", shown.policy_number }, { "bsn", text_of(shown.bsn) } });
}

Reply change_insurance(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::uint64_t const version, body.version());
    care::InsuranceEdit edit { patient, version, name_of(caller), {}, {}, {} };
    ZK_TRY(edit.insurer, body.text_if_there("insurer"));
    ZK_TRY(edit.policy_number, body.text_if_there("policy_number"));
    ZK_TRY(edit.bsn, body.text_if_there("bsn"));
    ZK_TRY(care::InsuranceEdited const done, served.patients.change_insurance(caller.who, edit));
    return done.others_with_bsn.empty() ? edited_answer(done.edited) : same_bsn_answer(served, done.others_with_bsn);
}

Reply show_history(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(Grant const grant, served.practice.policy().ask(caller.who, look_at_history(patient)));
    keep::Vault const& vault = served.practice.vault();
    ordered_json out = ordered_json::object();
    ZK_CHECK(put_history<care::IdentityChangeRecord>(out, "identity", vault, grant, patient));
    ZK_CHECK(put_history<care::InsuranceChangeRecord>(out, "insurance", vault, grant, patient));
    ZK_CHECK(put_history<care::NoteChangeRecord>(out, "notes", vault, grant, patient));
    ZK_CHECK(put_history<care::TreatmentChangeRecord>(out, "treatments", vault, grant, patient));
    ZK_CHECK(put_history<care::AlertChangeRecord>(out, "alerts", vault, grant, patient));
    return json_answer(out);
}

} // namespace zk::app
