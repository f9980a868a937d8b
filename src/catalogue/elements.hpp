// elements: every element of personal data, declared once. Everything else follows from this table:
// Used by Field (which does not compile without its line here), keep, gate, registers and exports.
// Always: key and number are unique and never reused; the number is what stands on disk.
// An attacker gains nothing: this is the public shape of the house.
#pragma once

#include "catalogue/kinds.hpp"
#include "catalogue/retention.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zk::catalogue {

struct Element {
    std::string_view key;
    std::uint16_t number;
    std::string_view label;
    Category category;
    RetentionClass retention;
    Purpose purpose;
    Ground ground;
    Recipients recipients;
    Portability portability;
    Shown shown = Shown::with_the_rest;
};

namespace detail {

inline constexpr Recipients k_care_and_patient = Recipient::patient | Recipient::provider;
inline constexpr Recipients k_patient_only = Recipient::patient;
inline constexpr Recipients k_nobody {};
inline constexpr Recipients k_who_bills = Recipient::patient | Recipient::insurer | Recipient::office;
inline constexpr Recipients k_all_with_care
    = Recipient::patient | Recipient::provider | Recipient::insurer | Recipient::office;

constexpr Element person(std::string_view key, std::uint16_t number, std::string_view label)
{
    return { key, number, label, Category::name_contact, RetentionClass::person, Purpose::care,
        Ground::treatment_contract, k_all_with_care, Portability::portable };
}
// What was changed in it, by whom and when: the patient may have a copy, it is not his to move.
constexpr Element person_history(std::string_view key, std::uint16_t number, std::string_view label)
{
    return { key, number, label, Category::name_contact, RetentionClass::person, Purpose::care,
        Ground::treatment_contract, k_patient_only, Portability::copy_only };
}
constexpr Element identification_history(
    std::string_view key, std::uint16_t number, std::string_view label, Shown shown = Shown::with_the_rest)
{
    return { key, number, label, Category::bsn_insurance, RetentionClass::identification, Purpose::identification,
        Ground::wabvpz, k_patient_only, Portability::copy_only, shown };
}
constexpr Element identification(std::string_view key, std::uint16_t number, std::string_view label,
    Recipients recipients = k_all_with_care, Shown shown = Shown::with_the_rest)
{
    return { key, number, label, Category::bsn_insurance, RetentionClass::identification, Purpose::identification,
        Ground::wabvpz, recipients, Portability::portable, shown };
}
constexpr Element dossier(std::string_view key, std::uint16_t number, std::string_view label, Category category,
    Recipients recipients = k_care_and_patient)
{
    return { key, number, label, category, RetentionClass::dossier, Purpose::care, Ground::treatment_contract,
        recipients, Portability::copy_only };
}
constexpr Element agenda(
    std::string_view key, std::uint16_t number, std::string_view label, Category category = Category::appointment_time)
{
    return { key, number, label, category, RetentionClass::agenda, Purpose::planning, Ground::treatment_contract,
        k_patient_only, Portability::copy_only };
}
constexpr Element invoice(
    std::string_view key, std::uint16_t number, std::string_view label, Recipients recipients = k_who_bills)
{
    return { key, number, label, Category::invoice, RetentionClass::invoice, Purpose::billing, Ground::fiscal,
        recipients, Portability::copy_only };
}
constexpr Element inside(std::string_view key, std::uint16_t number, std::string_view label, Category category,
    RetentionClass retention, Purpose purpose, Ground ground, Recipients recipients = k_nobody)
{
    return { key, number, label, category, retention, purpose, ground, recipients, Portability::internal };
}
// Where a record came from: kept to know a row again, shown to nobody.
constexpr Element origin(std::string_view key, std::uint16_t number, std::string_view label, RetentionClass retention)
{
    return inside(
        key, number, label, Category::name_contact, retention, Purpose::moving_in, Ground::treatment_contract);
}
constexpr Element staff(std::string_view key, std::uint16_t number, std::string_view label)
{
    return inside(key, number, label, Category::staff, RetentionClass::staff, Purpose::practice, Ground::employment);
}
constexpr Element setting(std::string_view key, std::uint16_t number, std::string_view label)
{
    return inside(
        key, number, label, Category::setting, RetentionClass::practice, Purpose::practice, Ground::accountability);
}
constexpr Element log(std::string_view key, std::uint16_t number, std::string_view label)
{
    return inside(key, number, label, Category::log, RetentionClass::access_log, Purpose::oversight, Ground::log_duty,
        k_patient_only);
}
constexpr Element quarantine(std::string_view key, std::uint16_t number, std::string_view label)
{
    return inside(
        key, number, label, Category::note, RetentionClass::quarantine, Purpose::moving_in, Ground::treatment_contract);
}

} // namespace detail

inline constexpr std::array k_elements {
    detail::person("patient.surname", 1, "achternaam"),
    detail::person("patient.tussenvoegsel", 2, "tussenvoegsel"),
    detail::person("patient.initials", 3, "voorletters"),
    detail::person("patient.first_name", 4, "roepnaam"),
    detail::person("patient.sex", 5, "geslacht"),
    detail::person("patient.birth_date", 6, "geboortedatum"),
    detail::person("patient.street", 7, "straat"),
    detail::person("patient.house_number", 8, "huisnummer"),
    detail::person("patient.house_number_addition", 9, "toevoeging"),
    detail::person("patient.postcode", 10, "postcode"),
    detail::person("patient.city", 11, "plaats"),
    detail::person("patient.phone", 12, "telefoon"),
    detail::person("patient.mobile", 13, "mobiel"),
    detail::person("patient.email", 14, "e-mail"),
    detail::person("patient.old_numbers", 15, "patiëntnummers in oude software"),
    detail::person("patient.registered", 16, "ingeschreven sinds"),
    detail::person("patient.deregistered", 17, "uitgeschreven"),
    detail::person("patient.deceased", 18, "overleden op"),
    detail::origin("patient.imported_by", 19, "overgezet met", RetentionClass::person),
    detail::origin("patient.source_row", 20, "rij in de oude software", RetentionClass::person),
    detail::person("patient.gp", 21, "huisarts"),
    detail::person("patient.emergency_contact", 22, "contact bij nood"),
    detail::person("patient.emergency_phone", 23, "telefoon van het contact bij nood"),
    detail::person_history("identity_change.at", 24, "gegevens gewijzigd op"),
    detail::person_history("identity_change.by", 25, "gegevens gewijzigd door"),
    detail::person_history("identity_change.fields", 26, "wat er stond en wat er kwam"),

    detail::identification("patient.bsn", 30, "BSN", detail::k_all_with_care, Shown::on_demand),
    detail::identification(
        "patient.bsn_unverified", 31, "nummer dat de elfproef niet doorstond", detail::k_nobody, Shown::on_demand),
    detail::identification("patient.insurer", 32, "verzekeraar (UZOVI)"),
    detail::identification("patient.policy_number", 33, "verzekerdennummer"),
    detail::identification("patient.document_kind", 34, "soort identiteitsbewijs", detail::k_patient_only),
    detail::identification("patient.document_number", 35, "nummer identiteitsbewijs", detail::k_patient_only),
    detail::identification("patient.document_checked_by", 36, "identiteit vastgesteld door", detail::k_patient_only),
    detail::identification("patient.document_checked_on", 37, "identiteit vastgesteld op", detail::k_patient_only),
    detail::identification("patient.bsn_verified_on", 38, "BSN geverifieerd op", detail::k_patient_only),
    detail::identification("patient.bsn_answer", 39, "antwoord van SBV-Z", detail::k_patient_only),
    detail::identification_history("insurance_change.at", 44, "verzekering of BSN gewijzigd op"),
    detail::identification_history("insurance_change.by", 45, "verzekering of BSN gewijzigd door"),
    detail::identification_history("insurance_change.fields", 46, "wat er stond en wat er kwam"),
    detail::identification_history("insurance_change.bsn_before", 47, "BSN dat er stond", Shown::on_demand),

    detail::dossier("alert.text", 50, "waarschuwing", Category::alert),
    detail::dossier("alert.kind", 51, "soort waarschuwing", Category::alert),
    detail::dossier("alert.since", 52, "waarschuwing sinds", Category::alert),
    detail::dossier("alert.source", 53, "herkomst van de waarschuwing", Category::alert),
    detail::dossier("alert.ended", 55, "waarschuwing beëindigd op", Category::alert),
    detail::dossier("alert.written_by", 56, "waarschuwing geschreven door", Category::alert),
    detail::dossier("alert.changed_at", 57, "waarschuwing laatst gewijzigd op", Category::alert),

    detail::dossier("treatment.date", 60, "datum", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.practitioner", 61, "behandelaar", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.code", 62, "prestatiecode", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.description", 63, "omschrijving", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.element", 64, "element", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.quantity", 65, "aantal", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.tariff", 66, "tarief", Category::treatment_code, detail::k_all_with_care),
    detail::dossier("treatment.note", 67, "aantekening", Category::note),
    detail::origin("treatment.source_row", 68, "rij in de oude software", RetentionClass::dossier),
    detail::origin("treatment.imported_by", 69, "overgezet met", RetentionClass::dossier),
    detail::origin("treatment.source_patient", 70, "patiëntnummer in oude software", RetentionClass::dossier),

    detail::dossier("note.s", 71, "subjectief", Category::note),
    detail::dossier("note.o", 72, "objectief", Category::note),
    detail::dossier("note.e", 73, "evaluatie", Category::note),
    detail::dossier("note.p", 74, "plan", Category::note),
    detail::dossier("note.text", 75, "aantekening", Category::note),
    detail::dossier("note.date", 76, "datum van de aantekening", Category::note),
    detail::dossier("note.author", 77, "geschreven door", Category::note),
    detail::dossier("note.kind", 78, "soort aantekening", Category::note),
    detail::origin("note.imported_by", 79, "overgezet met", RetentionClass::dossier),
    detail::origin("note.source_patient", 80, "patiëntnummer in oude software", RetentionClass::dossier),
    detail::dossier("note.practitioner", 81, "behandelaar", Category::note),
    detail::dossier("note.written_at", 82, "geschreven op", Category::note),
    detail::dossier("note.changed_at", 83, "laatst gewijzigd op", Category::note),
    detail::dossier("note.corrected", 84, "aantal keren verbeterd", Category::note),

    detail::agenda("appointment.date", 85, "datum"),
    detail::agenda("appointment.time", 86, "tijd"),
    detail::agenda("appointment.minutes", 87, "duur"),
    detail::agenda("appointment.practitioner", 88, "behandelaar"),
    detail::agenda("appointment.status", 89, "status"),
    detail::agenda("appointment.reason", 90, "reden", Category::appointment_reason),
    detail::origin("appointment.source_row", 91, "rij in de oude software", RetentionClass::agenda),
    detail::origin("appointment.imported_by", 92, "overgezet met", RetentionClass::agenda),
    detail::origin("appointment.source_patient", 93, "patiëntnummer in oude software", RetentionClass::agenda),
    detail::agenda("appointment.room", 94, "kamer"),
    detail::agenda("appointment.arrived_at", 95, "aangekomen om"),

    detail::inside("relation.practitioners", 100, "behandelaars met de laatste datum", Category::treatment_code,
        RetentionClass::relation, Purpose::care, Ground::treatment_contract),
    detail::inside("look.reason", 105, "reden van inzage", Category::log, RetentionClass::look_reason,
        Purpose::oversight, Ground::log_duty, detail::k_patient_only),
    detail::inside("look.entry", 106, "regel in het log", Category::log, RetentionClass::look_reason,
        Purpose::oversight, Ground::log_duty, detail::k_patient_only),

    detail::invoice("invoice.number", 110, "factuurnummer"),
    detail::invoice("invoice.date", 111, "factuurdatum"),
    detail::invoice("invoice.due", 112, "vervaldatum"),
    detail::invoice("invoice.amount", 113, "bedrag", detail::k_who_bills | Recipient::finance),
    detail::invoice("invoice.paid", 114, "betaald"),
    detail::invoice("invoice.paid_on", 115, "betaald op"),
    detail::origin("invoice.source_row", 116, "rij in de oude software", RetentionClass::invoice),
    detail::origin("invoice.imported_by", 117, "overgezet met", RetentionClass::invoice),
    detail::origin("invoice.source_patient", 118, "patiëntnummer in oude software", RetentionClass::invoice),

    detail::quarantine("quarantine.kind", 130, "soort rij"),
    detail::quarantine("quarantine.file", 131, "bestand"),
    detail::quarantine("quarantine.row", 132, "rijnummer"),
    detail::quarantine("quarantine.reason", 133, "reden"),
    detail::quarantine("quarantine.fields", 134, "de rij zoals zij in de export stond"),
    detail::quarantine("quarantine.waits_for", 135, "wacht op patiëntnummer"),
    detail::quarantine("quarantine.source_row", 136, "rij in de oude software"),
    detail::quarantine("quarantine.imported_by", 137, "overgezet met"),
    detail::origin("merge.number", 140, "samengevoegd patiëntnummer", RetentionClass::person),
    detail::inside("merge.fields", 141, "de samengevoegde rij", Category::name_contact, RetentionClass::person,
        Purpose::moving_in, Ground::treatment_contract),
    detail::origin("merge.source_row", 142, "rij in de oude software", RetentionClass::person),
    detail::inside("merge.imported_by", 143, "overgezet met", Category::name_contact, RetentionClass::person,
        Purpose::moving_in, Ground::treatment_contract),

    detail::staff("staff.login", 160, "inlognaam"),
    detail::staff("staff.name", 161, "naam"),
    detail::staff("staff.role", 162, "rol"),
    detail::staff("staff.code", 163, "behandelaarcode"),
    detail::staff("staff.big", 164, "BIG-nummer"),
    detail::staff("staff.agb", 165, "AGB-code"),
    detail::staff("staff.state", 166, "staat van het account"),
    detail::staff("staff.ends_on", 167, "einddatum"),
    detail::staff("staff.password", 168, "wachtwoord (Argon2id)"),
    detail::staff("staff.password_set_at", 169, "wachtwoord gekozen op"),
    detail::staff("staff.password_facts", 170, "lengte en herkomst van het wachtwoord"),
    detail::staff("staff.second_step", 171, "geheim van de tweede stap"),
    detail::staff("staff.second_step_confirmed_at", 172, "tweede stap bevestigd op"),
    detail::staff("staff.second_step_counter", 173, "laatst gebruikte code van de tweede stap"),
    detail::staff("staff.recovery_codes", 174, "herstelcodes (hash)"),
    detail::staff("staff.invite", 175, "eenmalige code (hash)"),
    detail::staff("staff.invite_ends_at", 176, "eenmalige code geldig tot"),
    detail::staff("staff.created_at", 177, "account gemaakt op"),
    detail::staff("staff.last_login_at", 178, "laatst ingelogd op"),
    detail::staff("staff.failed_logins", 179, "mislukte pogingen"),
    detail::staff("staff.works_for", 180, "rooster: assisteert of neemt waar voor"),
    detail::staff("staff.imported_by", 181, "overgezet met"),
    detail::staff("staff.short_code", 182, "korte code in verslagen"),
    detail::staff("staff.pin", 183, "pincode van het slot (Argon2id)"),
    detail::staff("staff.pin_set_at", 184, "pincode gekozen op"),

    detail::log("log.event", 200, "gebeurtenis"),
    detail::log("log.action", 201, "handeling (C, R, U, D, E)"),
    detail::log("log.at", 202, "tijdstip"),
    detail::log("log.outcome", 203, "afloop"),
    detail::log("log.actor", 204, "wie"),
    detail::log("log.actor_system_user", 205, "systeemgebruiker"),
    detail::log("log.on_behalf_of", 206, "namens"),
    detail::log("log.role", 207, "rol"),
    detail::log("log.purpose", 208, "doel"),
    detail::log("log.access_point", 209, "toegangspunt"),
    detail::log("log.categories", 210, "soorten gegevens"),
    detail::log("log.subjects", 211, "patiënten"),
    detail::log("log.relation", 212, "behandelrelatie"),
    detail::log("log.reason", 213, "reden (code)"),
    detail::log("log.search", 214, "soort zoekvraag"),
    detail::log("log.count", 215, "aantal"),
    detail::log("log.continues", 216, "vervolg van een regel"),
    detail::log("log.object", 217, "wat, als het geen patiënt is"),
    detail::log("log.digest", 218, "hash van wat erbij hoort"),
    detail::log("log.site", 219, "praktijk"),
    detail::log("log.program", 220, "programma en versie"),

    detail::setting("practice.name", 240, "naam van de praktijk"),
    detail::setting("practice.kind", 241, "soort praktijk"),
    detail::setting("practice.agb", 242, "AGB-code van de praktijk"),
    detail::setting("practice.mode", 243, "test of productie"),
    detail::setting("practice.founded_at", 244, "eerste dag in Zorgkluis"),
    detail::setting("setting.key", 245, "instelling"),
    detail::setting("setting.value", 246, "waarde"),
    detail::setting("setting.reason", 247, "reden van de wijziging"),
    detail::setting("setting.author", 248, "gewijzigd door"),
    detail::setting("setting.at", 249, "gewijzigd op"),
    detail::setting("statement.probe", 255, "vraag van de check"),
    detail::setting("statement.answer", 256, "antwoord"),
    detail::setting("statement.role", 257, "rol van wie verklaart"),
    detail::setting("statement.author", 258, "wie verklaart"),
    detail::setting("statement.event_date", 259, "datum van de gebeurtenis"),
    detail::setting("statement.made_at", 260, "verklaard op"),
    detail::setting("statement.expires_at", 261, "geldig tot"),
    detail::setting("statement.explanation", 262, "toelichting"),
    detail::setting("statement.attachment", 263, "hash van de bijlage"),
    detail::setting("statement.text_version", 264, "versie van de vraag"),
    detail::setting("import.state", 270, "staat van het overzetten"),
    detail::setting("import.started_at", 271, "begonnen op"),
    detail::setting("import.source", 272, "vingerafdruk van de map"),
    detail::setting("import.report", 273, "verslag"),
    detail::setting("task.kind", 280, "soort taak"),
    detail::setting("task.subject", 281, "waarover"),
    detail::setting("task.raised_at", 282, "ontstaan op"),
    detail::setting("task.done_at", 283, "afgehandeld op"),
    detail::setting("check.report_hash", 290, "hash van het checkverslag"),
    detail::setting("check.made_at", 291, "gemaakt op"),
    detail::setting("check.states", 292, "staten"),
    detail::setting("server.authority_chain", 300, "certificaat van de eigen autoriteit"),
    detail::setting("server.authority_key", 301, "sleutel van de eigen autoriteit"),
    detail::setting("server.chain", 302, "certificaat van de server"),
    detail::setting("server.key", 303, "sleutel van de server"),
    detail::agenda("waiting.minutes", 310, "wachtlijst: duur"),
    detail::agenda("waiting.practitioner", 311, "wachtlijst: behandelaar"),
    detail::agenda("waiting.wish", 312, "wachtlijst: wanneer het kan"),
    detail::agenda("waiting.since", 313, "wachtlijst: sinds"),
    detail::setting("hours.practitioner", 316, "werktijden van"),
    detail::setting("hours.week", 317, "werktijden"),
    detail::setting("absence.practitioner", 318, "afwezig"),
    detail::setting("absence.from", 319, "afwezig vanaf"),
    detail::setting("absence.until", 320, "afwezig tot en met"),
    detail::inside("relation.planned", 325, "behandelaars bij wie een afspraak staat", Category::treatment_code,
        RetentionClass::relation, Purpose::care, Ground::treatment_contract),

    detail::dossier("treatment.consult", 330, "consult", Category::treatment_code),
    detail::dossier("treatment.changed_at", 331, "laatst gewijzigd op", Category::treatment_code),
    detail::dossier("treatment.corrected", 332, "aantal keren verbeterd", Category::treatment_code),
    detail::dossier("treatment.withdrawn", 333, "vervallen op", Category::treatment_code),
    detail::dossier("note_change.of", 334, "welke aantekening", Category::note),
    detail::dossier("note_change.at", 335, "verbeterd op", Category::note),
    detail::dossier("note_change.by", 336, "verbeterd door", Category::note),
    detail::dossier("note_change.fields", 337, "wat er stond en wat er kwam", Category::note),
    detail::dossier("treatment_change.of", 338, "welke behandeling", Category::treatment_code),
    detail::dossier("treatment_change.at", 339, "verbeterd op", Category::treatment_code),
    detail::dossier("treatment_change.by", 340, "verbeterd door", Category::treatment_code),
    detail::dossier("treatment_change.fields", 341, "wat er stond en wat er kwam", Category::treatment_code),
    detail::dossier("alert_change.of", 342, "welke waarschuwing", Category::alert),
    detail::dossier("alert_change.at", 343, "gewijzigd op", Category::alert),
    detail::dossier("alert_change.by", 344, "gewijzigd door", Category::alert),
    detail::dossier("alert_change.fields", 345, "wat er stond en wat er kwam", Category::alert),
    detail::setting("glass_seen.entry", 350, "gebroken glas gezien tot deze regel van het log"),
    detail::setting("glass_seen.by", 351, "gezien door"),
    detail::setting("glass_seen.at", 352, "gezien op"),
};

inline constexpr std::size_t k_element_count = k_elements.size();
inline constexpr std::size_t k_not_an_element = k_element_count;

// The place of a key in the table, or k_not_an_element.
[[nodiscard]] constexpr std::size_t element_index(std::string_view key)
{
    for (std::size_t i = 0; i < k_element_count; ++i) {
        if (k_elements[i].key == key)
            return i;
    }
    return k_not_an_element;
}

[[nodiscard]] constexpr std::size_t element_index(std::uint16_t number)
{
    for (std::size_t i = 0; i < k_element_count; ++i) {
        if (k_elements[i].number == number)
            return i;
    }
    return k_not_an_element;
}

[[nodiscard]] constexpr Compartment compartment_of(Element const& element)
{
    return retention_of(element.retention).compartment;
}

static_assert(
    [] {
        for (std::size_t i = 1; i < k_element_count; ++i) {
            if (k_elements[i].number <= k_elements[i - 1].number)
                return false;
        }
        return true;
    }(),
    "element numbers rise and are unique");
static_assert(
    [] {
        for (std::size_t i = 0; i < k_element_count; ++i) {
            if (element_index(k_elements[i].key) != i)
                return false;
        }
        return true;
    }(),
    "element keys are unique");

} // namespace zk::catalogue
