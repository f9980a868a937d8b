#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/patient_page.hpp"
#include "app/terminal/terminal.hpp"
#include "care/agenda/status.hpp"
#include "care/patients/patients.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Grant;
using catalogue::View;
using keep::LogReason;
using nlohmann::ordered_json;

struct ReasonWord {
    std::string_view word;
    LogReason reason;
};
constexpr std::array k_reveal_reasons {
    ReasonWord { "identificatie", LogReason::identification },
    ReasonWord { "declaratie", LogReason::claim },
    ReasonWord { "verwijzing", LogReason::referral },
    ReasonWord { "verzekering", LogReason::insurance_check },
};
constexpr std::array k_glass_reasons {
    ReasonWord { "waarneming", LogReason::stand_in_outside_roster },
    ReasonWord { "spoed", LogReason::emergency },
    ReasonWord { "verzoek", LogReason::asked_by_patient },
};

// A word of the list is its code; any other text is "other", and is kept sealed for the patient to read.
template<std::size_t N>
Result<LogReason> reason_of(std::array<ReasonWord, N> const& words, std::string const& typed)
{
    if (typed.empty())
        return fail(Fault::wrong_use, "reason-needed");
    for (ReasonWord const& word : words) {
        if (word.word == typed)
            return word.reason;
    }
    return LogReason::other;
}

gate::Request request_of(PatientId const& patient, ShowOptions const& options)
{
    gate::Request out = look_at(patient);
    if (options.glass)
        out.event = keep::LogEvent::glass_broken;
    return out;
}

std::string words_of(ordered_json const& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "ja" : "nee";
    if (!value.is_array())
        return value.dump();
    std::string out;
    for (ordered_json const& one : value)
        out += (out.empty() ? "" : ", ") + words_of(one);
    return out;
}

std::string shown(std::string const& name, ordered_json const& value)
{
    auto const status = name == "status" ? care::parse_status(words_of(value)) : std::nullopt;
    return status ? std::string(care::label_of(*status)) : words_of(value);
}

// In columns for the eye: a letter of two bytes takes one place.
std::string padded(std::string_view label)
{
    constexpr std::size_t k_places = 32;
    auto const places = static_cast<std::size_t>(
        std::ranges::count_if(label, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
    return std::string(label) + std::string(places < k_places ? k_places - places : 1, ' ');
}

void print_lines(ordered_json const& list, char const* title)
{
    print("\n%s (%zu)\n", title, list.size());
    for (ordered_json const& one : list) {
        std::string line;
        for (auto const& [name, value] : one.items()) {
            // For programs, not for people.
            if (name == "id" || name == "version")
                continue;
            std::string const text
                = name.ends_with("_cents") ? Cents::of(value.get<std::int64_t>()).dutch() : shown(name, value);
            line += (line.empty() ? "  " : " · ") + text;
        }
        print("%s\n", line.c_str());
    }
}

void print_page(ordered_json const& page)
{
    print("%s\n", page["identity"]["name"].get<std::string>().c_str());
    for (auto const& [name, value] : page["identity"].items()) {
        if (name == "name")
            continue;
        print("  %s %s\n", padded(care::label_in_dutch(name)).c_str(), words_of(value).c_str());
    }
    constexpr std::pair<char const*, char const*> lists[]
        = { { "alerts", "Waarschuwingen" }, { "treatments", "Behandelingen" }, { "notes", "Aantekeningen" },
              { "invoices", "Facturen" }, { "appointments", "Afspraken" } };
    for (auto const& [name, title] : lists) {
        if (page.contains(name))
            print_lines(page[name], title);
    }
}

} // namespace

Result<Exit> run_patient_find(Context const& context, std::string const& typed)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(care::Patients * patients, open.patients());
    ZK_TRY(std::vector<care::FoundPatient> const found, patients->find(open.who(), typed));
    ordered_json list = ordered_json::array();
    for (care::FoundPatient const& one : found)
        list.push_back({ { "id", one.id.text() }, { "name", one.name }, { "birth_date", one.birth_date } });
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "patients", std::move(list) } }));
        return Exit::done;
    }
    for (care::FoundPatient const& one : found)
        print("%s  %-40s %s\n", one.id.text().c_str(), one.name.c_str(), one.birth_date.c_str());
    print("%zu gevonden.\n", found.size());
    return Exit::done;
}

Result<Exit> run_patient_show(Context const& context, ShowOptions const& options)
{
    ZK_TRY(PatientId const patient, PatientId::parse(options.id));
    if (!options.reveal.empty() && options.reveal != "bsn" && options.reveal != "document")
        return fail(Fault::wrong_use, "reveal-unknown");
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    keep::Vault const& vault = open.practice().vault();
    ZK_TRY(bool const exists, care::patient_exists(vault, patient));
    if (!exists)
        return fail(Fault::not_found, "patient-unknown");
    gate::Request request = request_of(patient, options);
    if (options.glass) {
        ZK_TRY(request.reason, reason_of(k_glass_reasons, options.reason));
    }
    ZK_TRY(Grant const grant, open.practice().policy().ask(open.who(), request));
    if (options.glass && request.reason == LogReason::other)
        ZK_CHECK(open.practice().policy().keep_reason(grant, patient, options.reason));
    ZK_TRY(ordered_json page, page_of(vault, grant, patient));
    if (!options.reveal.empty()) {
        ZK_TRY(LogReason const reason, reason_of(k_reveal_reasons, options.reason));
        gate::Request const asked
            = options.reveal == "bsn" ? care::reveal_bsn(patient, reason) : care::reveal_document(patient, reason);
        ZK_TRY(Grant const revealed, open.practice().policy().ask(open.who(), asked));
        if (reason == LogReason::other)
            ZK_CHECK(open.practice().policy().keep_reason(revealed, patient, options.reason));
        ZK_TRY(View const number, care::identity(vault, revealed, patient));
        page["identity"].update(json_of(number));
    }
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json(page));
    else
        print_page(page);
    return Exit::done;
}

Result<Exit> run_patient_log(Context const& context, std::string const& id)
{
    ZK_TRY(PatientId const patient, PatientId::parse(id));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(std::vector<keep::ReadLine> const lines, open.practice().policy().read_log(open.who(), patient));
    ZK_TRY(std::vector<gate::Account> const accounts, open.accounts().list());
    ordered_json list = ordered_json::array();
    for (keep::ReadLine const& line : lines) {
        keep::Line const& read = line.line;
        ordered_json one { { "entry", line.entry } };
        one["at"] = catalogue::Codec<Instant>::text(read.at.get_or(Instant {}));
        one["event"] = keep::text_of(read.event.get_or(keep::LogEvent::looked));
        if (auto const& role = read.role.get())
            one["role"] = catalogue::name_of(*role);
        if (auto const& account = read.on_behalf_of.get()) {
            auto const who = std::ranges::find(accounts, *account, &gate::Account::id);
            one["on_behalf_of"] = who == accounts.end() ? account->text() : who->login;
        }
        if (auto const& actor = read.actor.get())
            one["actor"] = keep::text_of(*actor);
        if (auto const& user = read.system_user.get())
            one["system_user"] = *user;
        if (auto const& purpose = read.purpose.get())
            one["purpose"] = catalogue::name_of(*purpose);
        if (auto const& categories = read.categories.get()) {
            for (catalogue::Category const category : *categories)
                one["categories"].push_back(catalogue::name_of(category));
        }
        if (auto const& reason = read.reason.get())
            one["reason"] = keep::text_of(*reason);
        if (auto const& relation = read.relation.get())
            one["relation"] = keep::text_of(*relation);
        one["what"] = keep::label_of(read.event.get_or(keep::LogEvent::looked));
        list.push_back(std::move(one));
    }
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "id", id }, { "lines", std::move(list) } }));
        return Exit::done;
    }
    for (ordered_json const& one : list)
        print("%s  %-28s %s\n", one["at"].get<std::string>().c_str(), one["what"].get<std::string>().c_str(),
            one.value("on_behalf_of", "het programma").c_str());
    print("%zu regels.\n", lines.size());
    return Exit::done;
}

} // namespace zk::app
