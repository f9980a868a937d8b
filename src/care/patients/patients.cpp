#include "care/patients/patients.hpp"

#include "care/patients/card_of.hpp"
#include "care/views.hpp"

#include <algorithm>
#include <limits>

namespace zk::care {

namespace {

using catalogue::ElementSet;
using catalogue::Grant;
using catalogue::View;

static_assert(static_cast<int>(patients::SearchKind::mixed) == static_cast<int>(keep::LogSearch::mixed));

ElementSet elements(std::initializer_list<std::string_view> keys)
{
    return catalogue::elements_where(
        [&](catalogue::Element const& element) { return std::ranges::find(keys, element.key) != keys.end(); });
}

ElementSet const& elements_of_list()
{
    static ElementSet const out = elements(
        { "patient.surname", "patient.tussenvoegsel", "patient.initials", "patient.first_name", "patient.birth_date" });
    return out;
}

ElementSet const& elements_of_search()
{
    static ElementSet const out = elements_of_list()
        | elements({ "patient.bsn", "patient.phone", "patient.mobile", "patient.postcode", "patient.house_number",
            "patient.email", "patient.old_numbers" });
    return out;
}

Result<std::shared_ptr<patients::SearchIndex>> build_index(gate::Practice& practice)
{
    ZK_TRY(Grant const grant, practice.policy().for_maintenance(elements_of_search(), "search-index"));
    auto index = std::make_shared<patients::SearchIndex>();
    keep::Vault const& vault = practice.vault();
    for (PatientId const& id : grant.patients()) {
        ZK_TRY(auto const persons, vault.read<PersonRecord>(grant, id));
        if (persons.empty())
            continue;
        std::optional<Bsn> bsn;
        ZK_TRY(auto const identifications, vault.read<IdentificationRecord>(grant, id));
        if (!identifications.empty())
            bsn = identifications.front().record.bsn.reveal(grant);
        index->put(patients::card_of(id, persons.front().record, bsn, grant));
    }
    return index;
}

} // namespace

Result<Patients> Patients::load(gate::Practice& practice)
{
    Patients out(practice);
    out.m_built_at = out.times_written();
    ZK_TRY(auto index, build_index(practice));
    out.m_found_in->set(std::move(index));
    return out;
}

Result<> Patients::refresh()
{
    auto const turn = m_found_in->turn_to_build();
    // Once more when it was written meanwhile: a card that came into the old index is not lost.
    for (std::uint64_t now = times_written(); now != m_built_at; now = times_written()) {
        ZK_TRY(auto index, build_index(*m_practice));
        m_found_in->set(std::move(index));
        m_built_at = now;
    }
    return {};
}

std::uint64_t Patients::times_written() const
{
    return m_practice->vault().times_written(catalogue::Compartment::identity);
}

Result<std::vector<FoundPatient>> Patients::find(gate::Who const& who, std::string_view typed)
{
    ZK_TRY(First first, find_first(who, typed, std::numeric_limits<std::size_t>::max()));
    return std::move(first.patients);
}

Result<Patients::First> Patients::find_first(gate::Who const& who, std::string_view typed, std::size_t at_most)
{
    ZK_TRY(patients::SearchAnswer answer, index()->find(typed));
    First out { .patients = {}, .found = answer.patients.size() };
    if (answer.patients.size() > at_most)
        answer.patients.resize(at_most, answer.patients.front());
    ZK_TRY(out.patients, list(who, answer.patients, static_cast<keep::LogSearch>(answer.kind)));
    return out;
}

Result<std::vector<FoundPatient>> Patients::list(
    gate::Who const& who, std::vector<PatientId> const& patients, std::optional<keep::LogSearch> search) const
{
    gate::Request request { .event = keep::LogEvent::searched,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::identification,
        .patients = patients,
        .wanted = elements_of_list() };
    request.search = search;
    ZK_TRY(Grant const grant, m_practice->policy().ask(who, request));
    std::vector<FoundPatient> out;
    out.reserve(patients.size());
    for (PatientId const& id : patients) {
        ZK_TRY(View const view, identity(m_practice->vault(), grant, id));
        View::Item const* const born = view.find("birth_date");
        out.push_back(
            { id, shown_name(view), born == nullptr ? "" : std::get<std::string>(born->value), shown_initials(view) });
    }
    return out;
}

Result<bool> patient_exists(keep::Vault const& vault, PatientId const& patient)
{
    keep::Keyring const& keyring = vault.keyring();
    auto const subject = keyring.subject_of(patient, RetentionClass::person, 0);
    ZK_TRY(auto const slot, keyring.slot(keyring.slot_id(subject, RetentionClass::person, 0)));
    return slot.has_value();
}

Result<ShownIdentity> identity_and_version(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    ShownIdentity out;
    if (catalogue::opens_something<PersonRecord>(grant)) {
        ZK_TRY(auto const persons, vault.read<PersonRecord>(grant, patient));
        for (auto const& stored : persons) {
            out.view.add(stored.record, grant);
            out.version = stored.version;
        }
    }
    if (catalogue::opens_something<IdentificationRecord>(grant)) {
        ZK_TRY(auto const identifications, vault.read<IdentificationRecord>(grant, patient));
        for (auto const& stored : identifications)
            out.view.add(stored.record, grant);
    }
    return out;
}

Result<View> identity(keep::Vault const& vault, Grant const& grant, PatientId const& patient)
{
    ZK_TRY(ShownIdentity shown, identity_and_version(vault, grant, patient));
    return std::move(shown.view);
}

std::string shown_name(View const& identity)
{
    auto text = [&](std::string_view name) -> std::string {
        View::Item const* const item = identity.find(name);
        return item == nullptr ? std::string() : std::get<std::string>(item->value);
    };
    return list_name(text("surname"), text("tussenvoegsel"), text("initials"), text("first_name"));
}

std::string shown_initials(View const& identity)
{
    auto first_letter = [&](std::string_view name) -> std::string {
        View::Item const* const item = identity.find(name);
        std::string const text = item == nullptr ? std::string() : std::get<std::string>(item->value);
        // A letter of more bytes goes along whole.
        std::size_t length = text.empty() ? 0 : 1;
        while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U)
            ++length;
        return text.substr(0, length) + (length == 0 ? "" : ".");
    };
    std::string const given = first_letter("initials");
    std::string const out = (given.empty() ? first_letter("first_name") : given) + first_letter("surname");
    return out.empty() ? "?" : out;
}

std::string_view label_in_dutch(std::string_view name)
{
    std::size_t const index = catalogue::element_index("patient." + std::string(name));
    return index == catalogue::k_not_an_element ? name : catalogue::k_elements[index].label;
}

namespace {

gate::Request reveal(PatientId const& patient, keep::LogReason reason, ElementSet wanted)
{
    gate::Request out { .event = keep::LogEvent::revealed,
        .action = keep::LogAction::read,
        .purpose = catalogue::Purpose::identification,
        .patients = { patient },
        .wanted = wanted };
    out.reason = reason;
    return out;
}

} // namespace

gate::Request reveal_bsn(PatientId const& patient, keep::LogReason reason)
{
    return reveal(patient, reason, elements({ "patient.bsn" }));
}

gate::Request reveal_document(PatientId const& patient, keep::LogReason reason)
{
    return reveal(patient, reason,
        elements({ "patient.document_kind", "patient.document_number", "patient.document_checked_by",
            "patient.document_checked_on", "patient.bsn_verified_on", "patient.bsn_answer" }));
}

} // namespace zk::care
