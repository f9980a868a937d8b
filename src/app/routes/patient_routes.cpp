#include "app/patient_page.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/log_lines.hpp"
#include "app/routes/patient_answers.hpp"
#include "base/amsterdam.hpp"
#include "care/patients/patients.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Category;
using catalogue::Grant;
using keep::LogReason;
using nlohmann::ordered_json;

constexpr std::uint64_t k_found_max = 50;
constexpr std::uint64_t k_found_default = 8;
constexpr int k_bsn_seconds = 60;

constexpr std::array k_bsn_reasons { LogReason::identification, LogReason::claim, LogReason::referral,
    LogReason::insurance_check };
constexpr std::array k_glass_reasons { LogReason::stand_in_outside_roster, LogReason::emergency,
    LogReason::asked_by_patient, LogReason::other };

template<std::size_t N>
Result<LogReason> reason_of(std::array<LogReason, N> const& allowed, std::string const& text)
{
    for (LogReason const reason : allowed) {
        if (keep::text_of(reason) == text)
            return reason;
    }
    return fail(Fault::bad_input, "reason-unknown", Place::of("reason"));
}

// The kinds that this page can show and this account may not see, with the rule.
ordered_json left_out(gate::Policy const& policy, gate::Who const& who, Grant const& grant)
{
    constexpr std::array shown { Category::bsn_insurance, Category::appointment_time, Category::appointment_reason,
        Category::alert, Category::treatment_code, Category::note, Category::invoice };
    ordered_json out = ordered_json::array();
    for (Category const category : shown) {
        auto const of_it = catalogue::elements_where([&](catalogue::Element const& element) {
            return element.category == category && element.shown == catalogue::Shown::with_the_rest;
        });
        // What can be had with a reason is not left out.
        gate::Sight const sight = policy.sight(who.role, category);
        if ((grant.elements() & of_it).any() || sight == gate::Sight::on_demand)
            continue;
        auto const& table = gate::need_to_know();
        auto const rule = std::ranges::find(table, category, &gate::NeedToKnow::category);
        out.push_back({ { "category", catalogue::name_of(category) }, { "label", catalogue::label_of(category) },
            { "why", gate::label_of(sight) }, { "source", rule == table.end() ? "" : rule->source } });
    }
    return out;
}

// Who needs it for no task has no line BSN at all.
bool may_ask_bsn(gate::Sight sight, keep::LogRelation relation)
{
    bool const by_relation = sight == gate::Sight::related || sight == gate::Sight::related_or_glass;
    return by_relation ? relation != keep::LogRelation::none : sight != gate::Sight::never;
}

// The names of those who have a code.
Result<> put_names(ordered_json& page, ServedPractice& served)
{
    ZK_TRY(auto const names, served.staff_names.get(served.accounts, served.practice.vault()));
    for (char const* list : { "treatments", "notes", "appointments" }) {
        if (!page.contains(list))
            continue;
        for (ordered_json& one : page[list]) {
            auto const name = names->find(one.value("practitioner", ""));
            if (name != names->end())
                one["practitioner_name"] = name->second;
        }
    }
    return {};
}

// The first day on which he treated, as far as the caller may see it.
std::string treated_since(ordered_json const& page, std::string const& practitioner)
{
    std::string out;
    for (char const* list : { "treatments", "notes" }) {
        if (!page.contains(list))
            continue;
        for (ordered_json const& one : page[list]) {
            std::string const date = one.value("date", "");
            if (one.value("practitioner", "") == practitioner && !date.empty() && (out.empty() || date < out))
                out = date;
        }
    }
    return out;
}

void put_access(ordered_json& page, ServedPractice& served, Caller const& caller, Grant const& grant,
    PatientId const& patient, keep::LogRelation relation)
{
    gate::Policy& policy = served.practice.policy();
    Instant const since
        = served.first_looks.note(caller.who.account, patient, served.practice.today(), served.practice.clock().now());
    page["look"] = { { "since", iso_with_offset(since) }, { "relation", keep::text_of(relation) } };
    if (relation == keep::LogRelation::treating) {
        if (std::string const day = treated_since(page, caller.who.practitioner); !day.empty())
            page["look"]["relation_since"] = day;
    }
    if (auto const glass = policy.broken_glass(caller.who, patient); glass && relation == keep::LogRelation::none) {
        page["glass"] = { { "since", iso_with_offset(glass->since) }, { "until", iso_with_offset(glass->until) },
            { "reason", keep::text_of(glass->reason) } };
    } else if (relation == keep::LogRelation::none
        && policy.sight(caller.who.role, Category::note) == gate::Sight::related_or_glass) {
        page["glass"] = { { "may", true } };
    }
    if (may_ask_bsn(policy.sight(caller.who.role, Category::bsn_insurance), relation)) {
        page["bsn"] = { { "state", "on_demand" } };
        page["bsn_reasons"] = ordered_json::array();
        for (LogReason const reason : k_bsn_reasons)
            page["bsn_reasons"].push_back(keep::text_of(reason));
    }
    page["left_out"] = left_out(policy, caller.who, grant);
}

Result<> put_alias(ordered_json& page, ServedPractice& served, Grant const& grant, PatientId const& patient)
{
    auto const aliases = served.agenda.aliases_today(std::array { patient });
    if (auto const alias = aliases.find(patient); alias != aliases.end()) {
        page["alias"] = alias->second;
        return {};
    }
    ZK_TRY(catalogue::View const identity, care::identity(served.practice.vault(), grant, patient));
    page["alias"] = care::shown_initials(identity);
    return {};
}

Reply patient_answer(ServedPractice& served, Caller const& caller, Grant const& grant, PatientId const& patient)
{
    ZK_TRY(ordered_json page, page_of(served.practice.vault(), grant, patient));
    ZK_TRY(keep::LogRelation const relation, served.practice.policy().relation(caller.who, patient));
    ZK_CHECK(put_names(page, served));
    put_access(page, served, caller, grant, patient, relation);
    ZK_CHECK(put_alias(page, served, grant, patient));
    served.recent.note(caller.who.account, patient, served.practice.today());
    return http::json(200, page.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

} // namespace

Reply search_patients(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const text, body.text("text"));
    ZK_TRY(auto const limit, body.number("limit", k_found_max));
    ZK_TRY(auto const first, served.patients.find_first(caller.who, text, limit.value_or(k_found_default)));
    ordered_json const out { { "patients", found_json(served, first.patients) }, { "found", first.found },
        { "more", first.found > first.patients.size() } };
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

Reply show_recent(ServedPractice& served, Caller const& caller, http::Request const&)
{
    auto const recent = served.recent.of(caller.who.account, served.practice.today());
    std::vector<care::FoundPatient> patients;
    if (!recent.empty()) {
        ZK_TRY(patients, served.patients.list(caller.who, recent));
    }
    ordered_json const out { { "patients", found_json(served, patients) }, { "more", false } };
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

Reply show_patient(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(Grant const grant, served.practice.policy().ask(caller.who, look_at(patient)));
    return patient_answer(served, caller, grant, patient);
}

Reply reveal_bsn(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const text, body.text("reason"));
    ZK_TRY(LogReason const reason, reason_of(k_bsn_reasons, text));
    ZK_TRY(Grant const grant, served.practice.policy().ask(caller.who, care::reveal_bsn(patient, reason)));
    ZK_TRY(catalogue::View const view, care::identity(served.practice.vault(), grant, patient));
    catalogue::View::Item const* const bsn = view.find("bsn");
    if (bsn == nullptr)
        return fail(Fault::not_found, "patient-without-bsn");
    ordered_json const out { { "bsn", std::get<std::string>(bsn->value) }, { "seconds", k_bsn_seconds } };
    return http::json(200, out.dump());
}

Reply break_glass(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const text, body.text("reason"));
    ZK_TRY(LogReason const reason, reason_of(k_glass_reasons, text));
    ZK_TRY(std::string const typed, body.text_or_empty("text"));
    if (reason == LogReason::other && typed.empty())
        return fail(Fault::bad_input, "reason-needed", Place::of("text"));
    gate::Request look = look_at(patient);
    look.event = keep::LogEvent::glass_broken;
    look.reason = reason;
    ZK_TRY(Grant const grant, served.practice.policy().ask(caller.who, look));
    if (reason == LogReason::other)
        ZK_CHECK(served.practice.policy().keep_reason(grant, patient, typed));
    return patient_answer(served, caller, grant, patient);
}

Reply show_log(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(PatientId const patient, patient_of(served, request));
    ZK_TRY(auto const lines, served.practice.policy().read_log(caller.who, patient));
    ZK_TRY(keep::AccessLog::Chain const chain, served.practice.log().chain_of(patient));
    ZK_TRY(auto const accounts, served.accounts.list());
    ordered_json const out { { "lines", log_lines_json(lines, accounts) },
        { "complete", chain == keep::AccessLog::Chain::whole } };
    return http::json(200, out.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
}

} // namespace zk::app
