#include "gate/policy.hpp"

#include "base/amsterdam.hpp"
#include "gate/look_reason.hpp"

#include <algorithm>
#include <set>

namespace zk::gate {

namespace {

using catalogue::Element;
using catalogue::ElementSet;
using catalogue::Grant;
using catalogue::k_elements;
using keep::LogEvent;
using keep::LogReason;
using keep::LogRelation;

constexpr std::size_t k_reason_bytes_max = 2000;

// Reasons that open the glass; the others are for an element shown on demand.
bool opens_glass(LogReason reason)
{
    return reason == LogReason::stand_in_outside_roster || reason == LogReason::emergency
        || reason == LogReason::asked_by_patient || reason == LogReason::other;
}

// Shown or written by itself, for a reason that its line holds.
bool is_on_demand(Request const& request)
{
    return request.reason.has_value()
        && (request.event == LogEvent::revealed || request.event == LogEvent::patient_created
            || request.event == LogEvent::patient_changed);
}

// Nobody has a relation yet with who is enrolled now: for who treats, or helps one who does, it begins here.
LogRelation relation_that_begins(Who const& who)
{
    if (!who.practitioner.empty() || who.role == Role::behandelaar)
        return LogRelation::treating;
    if (who.works_for.empty())
        return who.role == Role::assistent ? LogRelation::assisting : LogRelation::none;
    return who.works_for.front().kind == RosterKind::assists ? LogRelation::assisting : LogRelation::standing_in;
}

std::vector<Category> categories_of(ElementSet const& elements)
{
    std::set<Category> out;
    for (std::size_t i = 0; i < catalogue::k_element_count; ++i) {
        if (elements.test(i))
            out.insert(k_elements[i].category);
    }
    return { out.begin(), out.end() };
}

ElementSet const& elements_of_relation()
{
    static ElementSet const out = catalogue::elements_where(
        [](Element const& element) { return element.retention == catalogue::RetentionClass::relation; });
    return out;
}

bool needs_relation(Sight sight)
{
    return sight == Sight::related || sight == Sight::related_or_glass;
}

// What every line by a person says.
keep::LineDraft draft_by(Who const& who, LogEvent event, keep::LogAction action, catalogue::Purpose purpose)
{
    keep::LineDraft out { .event = event, .action = action };
    out.actor = who.actor;
    out.system_user = who.system_user;
    out.on_behalf_of = who.account;
    out.role = who.role;
    out.purpose = purpose;
    out.access_point = who.access_point;
    return out;
}

} // namespace

Policy::Policy(keep::Vault& vault, keep::AccessLog& log, Clock const& clock, Settings const& settings)
    : m_vault(vault)
    , m_log(log)
    , m_clock(clock)
    , m_settings(settings)
{
}

Sight Policy::sight(Role role, Category category) const
{
    return widened_sight(m_settings, role, category).value_or(shipped_sight(role, category));
}

bool Policy::oversees(Who const& who) const
{
    return sight(who.role, Category::setting) == Sight::always;
}

Result<LogRelation> Policy::relation(Who const& who, PatientId const& patient) const
{
    ElementSet const& elements = elements_of_relation();
    // To decide whether to open, the door must be looked at: this grant opens the relation alone and stays in here.
    Grant const own(elements, { patient }, catalogue::Purpose::maintenance, 0);
    ZK_TRY(auto const found, m_vault.read<RelationRecord>(own, patient));
    Date const oldest
        = amsterdam_date(m_clock.now()).plus_months(-static_cast<int>(m_settings.number("relation.months")));
    LogRelation best = LogRelation::none;
    auto const count = [&](std::vector<Treats> const& all) {
        for (Treats const& treats : all) {
            if (treats.until_seen < oldest)
                continue;
            if (!who.practitioner.empty() && treats.practitioner == who.practitioner)
                best = LogRelation::treating;
            for (WorksFor const& works : who.works_for) {
                if (works.practitioner == treats.practitioner && best != LogRelation::treating)
                    best = works.kind == RosterKind::assists ? LogRelation::assisting : LogRelation::standing_in;
            }
        }
    };
    for (auto const& stored : found) {
        count(stored.record.practitioners.reveal(own).value_or(std::vector<Treats> {}));
        count(stored.record.planned.reveal(own).value_or(std::vector<Treats> {}));
    }
    return best;
}

std::optional<BrokenGlass> Policy::broken_glass(Who const& who, PatientId const& patient) const
{
    return m_glasses.find(who.account, patient, m_clock.now());
}

Policy::Sights Policy::sights_of(Role role) const
{
    Sights out {};
    for (std::uint8_t category = 1; category <= catalogue::k_category_last; ++category)
        out[category] = sight(role, static_cast<Category>(category));
    return out;
}

bool Policy::may_see(Who const& who, Request const& request, Element const& element, Sight sight, Decision& decision)
{
    LogRelation const relation = decision.relation;
    bool const with_reason = is_on_demand(request);
    if (element.shown == catalogue::Shown::on_demand && !with_reason)
        return false;
    switch (sight) {
    case Sight::never:
        return false;
    case Sight::always:
        return true;
    case Sight::if_treating:
        return !who.practitioner.empty();
    case Sight::on_demand:
        return with_reason;
    case Sight::related:
        decision.needs_relation = decision.needs_relation || relation == LogRelation::none;
        return relation != LogRelation::none;
    case Sight::related_or_glass:
        if (relation != LogRelation::none)
            return true;
        if (request.event == LogEvent::glass_broken && request.reason && opens_glass(*request.reason)) {
            decision.by_glass = true;
            return true;
        }
        if (decision.glass)
            return true;
        decision.needs_relation = true;
        return false;
    }
    return false;
}

Result<bool> Policy::is_there(PatientId const& patient) const
{
    using catalogue::RetentionClass;
    keep::Keyring const& keyring = m_vault.keyring();
    auto const subject = keyring.subject_of(patient, RetentionClass::person, 0);
    ZK_TRY(auto const slot, keyring.slot(keyring.slot_id(subject, RetentionClass::person, 0)));
    return slot.has_value();
}

// Of several patients the weakest relation counts: a grant is the same for all that it names.
Result<LogRelation> Policy::weakest_relation(Who const& who, Request const& request) const
{
    LogRelation out = LogRelation::treating;
    for (PatientId const& patient : request.patients) {
        LogRelation one = relation_that_begins(who);
        bool known = true;
        if (request.event == LogEvent::patient_created) {
            ZK_TRY(known, is_there(patient));
        }
        if (known) {
            ZK_TRY(one, relation(who, patient));
        }
        if (is_weaker(one, out))
            out = one;
        if (one == LogRelation::none)
            break;
    }
    return out;
}

Result<Policy::Decision> Policy::decide(Who const& who, Request const& request) const
{
    Sights const sights = sights_of(who.role);
    LogRelation weakest = LogRelation::none;
    if (of_relation(sights, request.wanted).any() && !request.patients.empty()) {
        ZK_TRY(weakest, weakest_relation(who, request));
    }
    return decide_by(who, request, sights, weakest);
}

Policy::Decision Policy::decide_by(
    Who const& who, Request const& request, Sights const& sights, LogRelation relation) const
{
    Decision out;
    out.relation = relation;
    if (request.patients.size() == 1)
        out.glass = broken_glass(who, request.patients.front());
    for (std::size_t i = 0; i < catalogue::k_element_count; ++i) {
        Sight const sight = sights[static_cast<std::size_t>(k_elements[i].category)];
        if (request.wanted.test(i) && may_see(who, request, k_elements[i], sight, out))
            out.allowed.set(i);
    }
    return out;
}

ElementSet Policy::of_relation(Sights const& sights, ElementSet const& wanted)
{
    ElementSet out;
    for (std::size_t i = 0; i < catalogue::k_element_count; ++i)
        out.set(i, wanted.test(i) && needs_relation(sights[static_cast<std::size_t>(k_elements[i].category)]));
    return out;
}

bool Policy::is_weaker(LogRelation one, LogRelation than)
{
    return one == LogRelation::none || than == LogRelation::treating;
}

keep::LineDraft Policy::draft_of(Who const& who, Request const& request, Decision const& decision) const
{
    keep::LineDraft out = draft_by(who, request.event, request.action, request.purpose);
    out.categories = categories_of(decision.allowed);
    out.patients = request.patients;
    if (decision.relation != LogRelation::none || decision.needs_relation || decision.by_glass || decision.glass)
        out.relation = decision.relation;
    out.reason = request.reason;
    if (!out.reason && decision.glass && decision.relation == LogRelation::none)
        out.reason = decision.glass->reason;
    out.search = request.search;
    if (request.event == LogEvent::searched)
        out.count = request.patients.size();
    return out;
}

Result<Grant> Policy::granted(
    keep::LineDraft const& draft, ElementSet elements, std::vector<PatientId> patients, catalogue::Purpose purpose)
{
    ZK_TRY(std::uint64_t const entry, m_log.append(draft));
    ++m_lines;
    ++m_grants;
    return Grant(elements, std::move(patients), purpose, entry);
}

Result<Grant> Policy::ask(Who const& who, Request const& request)
{
    ZK_TRY(Decision const decision, decide(who, request));
    keep::LineDraft draft = draft_of(who, request, decision);
    bool const glass_in_vain = request.event == LogEvent::glass_broken && !decision.by_glass;
    // A search that finds nobody has its line, and a grant over nobody.
    if (decision.allowed.any() && !glass_in_vain) {
        ZK_TRY(Grant grant, granted(draft, decision.allowed, request.patients, request.purpose));
        if (decision.by_glass) {
            Instant const now = m_clock.now();
            for (PatientId const& patient : request.patients)
                m_glasses.note_broken(who.account, patient, { *request.reason, now, end_of_glass(now) });
        }
        return grant;
    }
    draft.event = LogEvent::refused;
    draft.outcome = keep::LogOutcome::serious_failure;
    draft.categories = categories_of(request.wanted);
    ZK_CHECK(m_log.append(draft));
    if (glass_in_vain && decision.relation != LogRelation::none)
        return fail(Fault::refused, "glass-not-needed");
    if (decision.needs_relation)
        return fail(Fault::refused, "no-treatment-relation");
    return fail(Fault::refused, "not-for-this-role");
}

Result<std::vector<Grant>> Policy::ask_for_screen(Who const& who, Request const& request)
{
    std::vector<Grant> out;
    if (request.patients.empty())
        return out;
    Sights const sights = sights_of(who.role);
    ElementSet const related = of_relation(sights, request.wanted);
    Request treated = request;
    Request others = request;
    others.wanted &= ~related;
    treated.patients.clear();
    LogRelation weakest = LogRelation::treating;
    if (related.any()) {
        others.patients.clear();
        for (PatientId const& patient : request.patients) {
            ZK_TRY(LogRelation const one, relation(who, patient));
            (one == LogRelation::none ? others : treated).patients.push_back(patient);
            if (one != LogRelation::none && is_weaker(one, weakest))
                weakest = one;
        }
    }
    if (!treated.patients.empty()) {
        Decision const decision = decide_by(who, treated, sights, weakest);
        ZK_TRY(Grant grant,
            granted(draft_of(who, treated, decision), decision.allowed, treated.patients, treated.purpose));
        out.push_back(std::move(grant));
    }
    if (!others.patients.empty()) {
        // Refuses, with its line, who may have nothing.
        ZK_TRY(Grant grant, ask(who, others));
        out.push_back(std::move(grant));
    }
    return out;
}

Result<> Policy::follow_plan(
    keep::Change& change, Grant const& act, PatientId const& patient, std::vector<Treats> planned) const
{
    ZK_REQUIRE(act.covers(patient));
    Grant const own(elements_of_relation(), { patient }, catalogue::Purpose::maintenance, act.entry());
    ZK_TRY(auto found, m_vault.read<RelationRecord>(own, patient));
    auto field = catalogue::Field<"relation.planned", std::vector<Treats>>(std::move(planned));
    if (found.empty()) {
        RelationRecord record;
        record.planned = std::move(field);
        m_vault.insert(change, own, patient, record);
        return {};
    }
    auto& [id, version, record] = found.front();
    record.planned = std::move(field);
    m_vault.update(change, own, patient, id, version, record);
    return {};
}

Result<Grant> Policy::for_moving_in(
    Who const& who, LogEvent event, std::vector<PatientId> patients, std::string const& import)
{
    static ElementSet const elements = catalogue::elements_where([](Element const& element) {
        auto const compartment = catalogue::compartment_of(element);
        return compartment != catalogue::Compartment::practice && compartment != catalogue::Compartment::journal;
    });
    bool const undone = event == LogEvent::import_undone || event == LogEvent::unmerged;
    keep::LineDraft draft = draft_by(
        who, event, undone ? keep::LogAction::remove : keep::LogAction::create, catalogue::Purpose::moving_in);
    draft.patients = patients;
    draft.object = import;
    if (who.role != Role::praktijkhouder) {
        draft.event = LogEvent::refused;
        draft.outcome = keep::LogOutcome::serious_failure;
        ZK_CHECK(m_log.append(draft));
        return fail(Fault::refused, "not-for-this-role");
    }
    return granted(draft, elements, std::move(patients), catalogue::Purpose::moving_in);
}

Result<Grant> Policy::for_maintenance(ElementSet wanted, std::string const& object)
{
    ZK_TRY(std::vector<PatientId> everyone, m_vault.patients());
    keep::LineDraft draft { .event = LogEvent::maintained, .action = keep::LogAction::read };
    draft.purpose = catalogue::Purpose::maintenance;
    draft.categories = categories_of(wanted);
    draft.count = everyone.size();
    draft.object = object;
    return granted(draft, wanted, std::move(everyone), catalogue::Purpose::maintenance);
}

Result<> Policy::keep_reason(Grant const& look, PatientId const& patient, std::string const& typed)
{
    static ElementSet const elements = catalogue::elements_where(
        [](Element const& element) { return element.retention == catalogue::RetentionClass::look_reason; });
    if (typed.size() > k_reason_bytes_max)
        return fail(Fault::bad_input, "reason-too-long");
    // It belongs to the line of the look; a grant over the reason alone, that does not leave this function.
    Grant const own(elements, { patient }, look.purpose(), look.entry());
    LookReasonRecord const record { catalogue::Field<"look.reason", std::string>(typed),
        catalogue::Field<"look.entry", std::uint64_t>(look.entry()) };
    keep::Change change = m_vault.change();
    m_vault.insert(change, own, patient, record);
    return m_vault.commit(std::move(change));
}

Result<std::vector<keep::ReadLine>> Policy::read_log(Who const& who, PatientId const& patient)
{
    bool const allowed = sight(who.role, Category::log) == Sight::always;
    keep::LineDraft draft = draft_by(
        who, allowed ? LogEvent::log_read : LogEvent::refused, keep::LogAction::read, catalogue::Purpose::oversight);
    draft.outcome = allowed ? keep::LogOutcome::success : keep::LogOutcome::serious_failure;
    draft.categories = { Category::log };
    draft.patients = { patient };
    ZK_CHECK(m_log.append(draft));
    if (!allowed)
        return fail(Fault::refused, "not-for-this-role");
    return m_log.lines_of(patient);
}

Result<std::uint64_t> Policy::note(Who const& who, LogEvent event, keep::LogAction action, std::string const& object,
    std::optional<crypto::Digest> digest)
{
    keep::LineDraft draft = draft_by(who, event, action, catalogue::Purpose::practice);
    draft.object = object;
    draft.digest = digest;
    return m_log.append(draft);
}

} // namespace zk::gate
