#include "care/patients/card_of.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

namespace zk::care {

namespace {

using catalogue::ElementSet;
using catalogue::Grant;

ElementSet elements_of_person()
{
    return catalogue::elements_where([](catalogue::Element const& element) {
        return element.retention == RetentionClass::person && element.portability != catalogue::Portability::internal;
    });
}

// Of the BSN only what says which it is; the document is identify's matter.
ElementSet elements_of_insurance()
{
    return catalogue::elements_where([](catalogue::Element const& element) {
        return element.retention == RetentionClass::identification && !element.key.starts_with("patient.document_");
    });
}

gate::Request to_show_insurance(PatientId const& patient)
{
    return { .event = keep::LogEvent::revealed,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::identification,
        .patients = { patient },
        .wanted = elements_of_insurance(),
        .reason = keep::LogReason::identification };
}

template<catalogue::FixedString K>
Field<K, std::string> text_or_nothing(std::string text)
{
    return text.empty() ? Field<K, std::string>() : Field<K, std::string>(std::move(text));
}

} // namespace

Result<Edited> Patients::change_identity(gate::Who const& who, IdentityEdit const& edit)
{
    Edit const how { .practice = *m_practice,
        .who = who,
        .patient = edit.patient,
        .record = std::nullopt,
        .version = edit.version,
        .by = edit.by,
        .elements = elements_of_person(),
        .purpose = catalogue::Purpose::identification };
    std::optional<patients::SearchCard> card;
    auto const apply = [&](PersonRecord& person, Grant const& grant) -> Result<> {
        ZK_CHECK(put_identity(person, edit.identity, m_practice->today()));
        return check_whole(person, grant);
    };
    auto const also
        = [&](keep::Change&, PersonRecord const& person, IdentityChangeRecord const&, Grant const& grant) -> Result<> {
        card = patients::card_of(edit.patient, person, std::nullopt, grant);
        return {};
    };
    ZK_TRY(Edited done, (edit_record<PersonRecord, IdentityChangeRecord>(how, apply, also)));
    if (card && !done.theirs)
        m_found_in->get()->put_without_bsn(*card);
    return done;
}

Result<Insurance> Patients::show_insurance(gate::Who const& who, PatientId const& patient) const
{
    ZK_TRY(Grant const grant, m_practice->policy().ask(who, to_show_insurance(patient)));
    if (!catalogue::opens_something<IdentificationRecord>(grant))
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(auto const stored, m_practice->vault().read<IdentificationRecord>(grant, patient));
    if (stored.empty())
        return fail(Fault::not_found, "record-unknown");
    auto const& [id, version, record] = stored.front();
    Insurance out { .version = version,
        .insurer = record.insurer.reveal(grant).value_or(""),
        .policy_number = record.policy_number.reveal(grant).value_or("") };
    if (record.bsn.has_value())
        out.bsn = BsnState::known;
    else if (record.bsn_unverified.has_value())
        out.bsn = BsnState::unverified;
    return out;
}

Result<InsuranceEdited> Patients::change_insurance(gate::Who const& who, InsuranceEdit const& edit)
{
    std::optional<Bsn> bsn;
    if (edit.bsn) {
        ZK_TRY(bsn, parse_bsn(*edit.bsn));
    }
    std::lock_guard const lock(m_found_in->one_gives_bsn);
    if (bsn) {
        ZK_TRY(auto others, others_with(who, *bsn, edit.patient));
        if (!others.empty())
            return InsuranceEdited { .edited = { .version = edit.version }, .others_with_bsn = std::move(others) };
    }
    Edit const how { .practice = *m_practice,
        .who = who,
        .patient = edit.patient,
        .record = std::nullopt,
        .version = edit.version,
        .by = edit.by,
        .elements = elements_of_insurance(),
        .purpose = catalogue::Purpose::identification,
        .reason = keep::LogReason::identification };
    std::optional<Bsn> before;
    auto const apply = [&](IdentificationRecord& record, Grant const& grant) -> Result<> {
        if (edit.insurer) {
            ZK_TRY(std::string text, parse_insurer(*edit.insurer));
            record.insurer = text_or_nothing<"patient.insurer">(std::move(text));
        }
        if (edit.policy_number) {
            ZK_TRY(std::string text, parse_policy_number(*edit.policy_number));
            record.policy_number = text_or_nothing<"patient.policy_number">(std::move(text));
        }
        before = record.bsn.reveal(grant);
        if (!bsn || bsn == before)
            return {};
        record.bsn = Field<"patient.bsn", Bsn>(*bsn);
        record.bsn_unverified = {};
        // What SBV-Z once said was about another number.
        record.bsn_verified_on = {};
        record.bsn_answer = {};
        return {};
    };
    auto const also = [&](keep::Change& change, IdentificationRecord const&, InsuranceChangeRecord& history,
                          Grant const&) -> Result<> {
        if (!bsn)
            return {};
        if (before && before != bsn)
            history.bsn_before = Field<"insurance_change.bsn_before", Bsn>(*before);
        keep::Vault const& vault = m_practice->vault();
        ZK_TRY(auto tasks, open_tasks_of_identity(vault, edit.patient));
        close_tasks(vault, change, std::move(tasks), m_practice->clock().now());
        return {};
    };
    ZK_TRY(Edited done, (edit_record<IdentificationRecord, InsuranceChangeRecord>(how, apply, also)));
    if (bsn && !done.theirs)
        m_found_in->get()->put_bsn(edit.patient, *bsn);
    return InsuranceEdited { .edited = std::move(done), .others_with_bsn = {} };
}

} // namespace zk::care
