#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/text.hpp"
#include "base/uzovi.hpp"
#include "care/patients/card_of.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

#include <algorithm>

namespace zk::care {

namespace {

using catalogue::ElementSet;
using catalogue::Grant;
using catalogue::RetentionClass;

constexpr std::size_t k_alike_max = 8;

std::string text_of(std::vector<Typed> const& typed, std::string_view field)
{
    auto const found = std::ranges::find(typed, field, [](Typed const& one) { return one.field.text(); });
    return found == typed.end() ? std::string() : std::string(trim(found->text));
}

// The practitioner whose patient he is from today: himself, or the one whom he assists, if that is no question.
std::string practitioner_of(gate::Who const& who, EnrolledBy by)
{
    if (!who.practitioner.empty())
        return by == EnrolledBy::who_treats ? who.practitioner : std::string();
    return who.role == gate::Role::assistent && who.works_for.size() == 1 ? who.works_for.front().practitioner
                                                                          : std::string();
}

gate::Request to_enrol(PatientId const& patient, bool with_relation)
{
    static ElementSet const of_identity = catalogue::elements_where([](catalogue::Element const& element) {
        return element.key.starts_with("patient.") && element.portability != catalogue::Portability::internal;
    });
    static ElementSet const of_relation = catalogue::elements_where(
        [](catalogue::Element const& element) { return element.retention == RetentionClass::relation; });
    return { .event = keep::LogEvent::patient_created,
        .action = keep::LogAction::create,
        .purpose = catalogue::Purpose::identification,
        .patients = { patient },
        .wanted = with_relation ? of_identity | of_relation : of_identity,
        .reason = keep::LogReason::identification };
}

Result<> check_needed(std::vector<Typed> const& identity)
{
    if (text_of(identity, "surname").empty())
        return fail(Fault::bad_input, "field-missing", Place::of("surname"));
    if (text_of(identity, "birth_date").empty())
        return fail(Fault::bad_input, "field-missing", Place::of("birth_date"));
    return {};
}

} // namespace

Result<std::string> parse_insurer(std::string const& typed)
{
    ZK_TRY(std::string const text, bounded({ "insurer", typed }, k_address_line_bytes_max));
    if (text.empty())
        return text;
    auto const uzovi = Uzovi::parse(text);
    if (!uzovi)
        return std::unexpected(uzovi.error().at(Place::of("insurer")));
    return uzovi->digits();
}

Result<std::string> parse_policy_number(std::string const& typed)
{
    return bounded({ "policy_number", typed }, k_address_line_bytes_max);
}

Result<Bsn> Patients::parse_bsn(std::string const& typed) const
{
    auto const bsn = Bsn::parse(typed);
    if (!bsn)
        return std::unexpected(bsn.error().at(Place::of("bsn")));
    if (bsn->is_test_range() && m_practice->facts().mode == gate::Mode::production)
        return fail(Fault::bad_input, "test-bsn-in-production", Place::of("bsn"));
    return *bsn;
}

Result<std::vector<FoundPatient>> Patients::others_with(
    gate::Who const& who, Bsn const& bsn, std::optional<PatientId> const& but) const
{
    std::vector<PatientId> others = index()->with_bsn(bsn);
    if (but)
        std::erase(others, *but);
    if (others.empty())
        return std::vector<FoundPatient> {};
    return list(who, others, keep::LogSearch::bsn);
}

// A part of a double surname is enough: people marry.
Result<std::vector<FoundPatient>> Patients::alike(gate::Who const& who, Enrolment const& enrolment) const
{
    std::string const born = text_of(enrolment.identity, "birth_date");
    std::string const surname = fold_for_search(split_tussenvoegsel(text_of(enrolment.identity, "surname")).main);
    std::vector<PatientId> found;
    for (std::string_view const word : split_words(surname)) {
        ZK_TRY(auto const answer, index()->find(std::string(word) + " " + born));
        for (PatientId const& one : answer.patients) {
            if (std::ranges::find(found, one) == found.end() && found.size() < k_alike_max)
                found.push_back(one);
        }
    }
    if (found.empty())
        return std::vector<FoundPatient> {};
    return list(who, found, keep::LogSearch::mixed);
}

Result<Enrolled> Patients::enrol(gate::Who const& who, Enrolment const& enrolment)
{
    Date const today = m_practice->today();
    ZK_CHECK(check_needed(enrolment.identity));
    PersonRecord person;
    ZK_CHECK(put_identity(person, enrolment.identity, today));
    if (!person.registered.has_value())
        person.registered = Field<"patient.registered", Date>(today);
    IdentificationRecord identification;
    ZK_TRY(std::string insurer, parse_insurer(enrolment.insurer));
    if (!insurer.empty())
        identification.insurer = Field<"patient.insurer", std::string>(std::move(insurer));
    ZK_TRY(std::string policy_number, parse_policy_number(enrolment.policy_number));
    if (!policy_number.empty())
        identification.policy_number = Field<"patient.policy_number", std::string>(std::move(policy_number));
    std::optional<Bsn> bsn;
    if (!trim(enrolment.bsn).empty()) {
        ZK_TRY(bsn, parse_bsn(enrolment.bsn));
        identification.bsn = Field<"patient.bsn", Bsn>(*bsn);
    }

    std::lock_guard const lock(m_found_in->one_gives_bsn);
    if (bsn) {
        ZK_TRY(auto others, others_with(who, *bsn, std::nullopt));
        if (!others.empty())
            return Enrolled { std::nullopt, Alike::same_bsn, std::move(others) };
    }
    if (enrolment.when_alike == WhenAlike::ask) {
        ZK_TRY(auto others, alike(who, enrolment));
        if (!others.empty())
            return Enrolled { std::nullopt, Alike::same_name_and_birth_date, std::move(others) };
    }

    PatientId const patient = PatientId::random(m_practice->random());
    std::string const practitioner = practitioner_of(who, enrolment.by);
    ZK_TRY(Grant const grant, m_practice->policy().ask(who, to_enrol(patient, !practitioner.empty())));
    if (!catalogue::opens_something<PersonRecord>(grant) || !catalogue::opens_something<IdentificationRecord>(grant))
        return fail(Fault::refused, "not-for-this-role");
    ZK_CHECK(check_whole(person, grant));
    keep::Vault& vault = m_practice->vault();
    keep::Change change = vault.change();
    vault.insert(change, grant, patient, person);
    vault.insert(change, grant, patient, identification);
    if (!practitioner.empty() && catalogue::opens_something<gate::RelationRecord>(grant))
        vault.insert(change, grant, patient,
            gate::RelationRecord { Field<"relation.practitioners", std::vector<gate::Treats>>(
                std::vector { gate::Treats { practitioner, today } }) });
    if (!bsn)
        vault.insert_practice(change, TaskRecord::verify_identity(patient, m_practice->clock().now()));
    ZK_CHECK(vault.commit(std::move(change)));
    m_found_in->get()->put(patients::card_of(patient, person, bsn, grant));
    return Enrolled { patient };
}

} // namespace zk::care
