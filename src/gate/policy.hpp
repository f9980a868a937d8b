// policy: who may do what with whose data, and the only place that makes a Grant.
// Used by every slice, through what app/ builds for the one who asks.
// Always: first the decision, then the line in the log (durable), then the grant. A refusal has its line too.
// An attacker inside the program must come through here, and leaves a line.
#pragma once

#include "base/clock.hpp"
#include "catalogue/grant.hpp"
#include "gate/glass.hpp"
#include "gate/need_to_know.hpp"
#include "gate/relation.hpp"
#include "gate/settings.hpp"
#include "gate/widening.hpp"
#include "keep/access_log/access_log.hpp"
#include "keep/vault/vault.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zk::gate {

// For whom an account works today, by the roster.
struct WorksFor {
    std::string practitioner;
    RosterKind kind;
};

// The one who asks, as app/ knows him.
struct Who {
    keep::LogActor actor = keep::LogActor::command_line;
    std::string system_user;
    AccountId account;
    Role role;
    std::string practitioner;        // his own code; empty when he treats nobody
    std::vector<WorksFor> works_for; // of today
    std::string access_point;
};

struct Request {
    keep::LogEvent event;
    keep::LogAction action;
    catalogue::Purpose purpose;
    std::vector<PatientId> patients;
    catalogue::ElementSet wanted;
    std::optional<keep::LogReason> reason {};
    std::optional<keep::LogSearch> search {};
};

class Policy {
public:
    Policy(keep::Vault& vault, keep::AccessLog& log, Clock const& clock, Settings const& settings);

    // What of the wanted he may have, with its line in the log. Fault::refused when that is nothing.
    [[nodiscard]] Result<catalogue::Grant> ask(Who const& who, Request const& request);

    // The same for a screen that shows many: one line, and a second one when he treats some of them: of those he may have
    // what he may not have of the others. No line when nobody is shown.
    [[nodiscard]] Result<std::vector<catalogue::Grant>> ask_for_screen(Who const& who, Request const& request);

    // Into the change that an act makes in somebody's appointments: with whom he has one from now on. Nobody sees it, so
    // it stands under the line of the act.
    [[nodiscard]] Result<> follow_plan(
        keep::Change& change, catalogue::Grant const& act, PatientId const& patient, std::vector<Treats> planned) const;

    // To write the rows of an import: nobody sees them. Only for a praktijkhouder.
    [[nodiscard]] Result<catalogue::Grant> for_moving_in(
        Who const& who, keep::LogEvent event, std::vector<PatientId> patients, std::string const& import);

    // For the program itself: opens elements of every patient, seen by nobody; one line a run. What it is for stands in
    // `object` ("search-index").
    [[nodiscard]] Result<catalogue::Grant> for_maintenance(catalogue::ElementSet wanted, std::string const& object);

    // The typed reason of a look, when its code is "other". The patient can read it.
    [[nodiscard]] Result<> keep_reason(
        catalogue::Grant const& look, PatientId const& patient, std::string const& typed);

    // The lines about a patient, oldest first; reading them is a line too.
    [[nodiscard]] Result<std::vector<keep::ReadLine>> read_log(Who const& who, PatientId const& patient);

    // A line about something that is not a patient's: accounts, settings, backups.
    [[nodiscard]] Result<std::uint64_t> note(Who const& who, keep::LogEvent event, keep::LogAction action,
        std::string const& object, std::optional<crypto::Digest> digest = std::nullopt);

    [[nodiscard]] Sight sight(Role role, Category category) const;
    // For praktijkhouder or functionaris: may he see settings, accounts, the check?
    [[nodiscard]] bool oversees(Who const& who) const;
    [[nodiscard]] Result<keep::LogRelation> relation(Who const& who, PatientId const& patient) const;
    // The glass that he broke for this patient, while it lasts: until then a look needs no reason again.
    [[nodiscard]] std::optional<BrokenGlass> broken_glass(Who const& who, PatientId const& patient) const;

    // Grants made and lines that gave one, since the start: equal, or something went around (probe 2.4b).
    struct Tally {
        std::uint64_t grants = 0;
        std::uint64_t lines = 0;
    };
    [[nodiscard]] Tally tally() const { return { m_grants.load(), m_lines.load() }; }

private:
    struct Decision {
        catalogue::ElementSet allowed;
        keep::LogRelation relation = keep::LogRelation::none;
        bool needs_relation = false; // something was left out for want of one
        bool by_glass = false;
        std::optional<BrokenGlass> glass {}; // broken before, and not yet ended
    };
    // What a role may see of each category, asked once a request.
    using Sights = std::array<Sight, catalogue::k_category_last + 1>;
    [[nodiscard]] Sights sights_of(Role role) const;
    [[nodiscard]] static bool is_weaker(keep::LogRelation one, keep::LogRelation than);
    [[nodiscard]] Result<Decision> decide(Who const& who, Request const& request) const;
    // The elements of these that he may have of those whom he treats alone.
    [[nodiscard]] static catalogue::ElementSet of_relation(Sights const& sights, catalogue::ElementSet const& wanted);
    [[nodiscard]] Decision decide_by(
        Who const& who, Request const& request, Sights const& sights, keep::LogRelation relation) const;
    [[nodiscard]] Result<keep::LogRelation> weakest_relation(Who const& who, Request const& request) const;
    [[nodiscard]] Result<bool> is_there(PatientId const& patient) const;
    [[nodiscard]] static bool may_see(
        Who const& who, Request const& request, catalogue::Element const& element, Sight sight, Decision& decision);
    [[nodiscard]] keep::LineDraft draft_of(Who const& who, Request const& request, Decision const& decision) const;
    [[nodiscard]] Result<catalogue::Grant> granted(keep::LineDraft const& draft, catalogue::ElementSet elements,
        std::vector<PatientId> patients, catalogue::Purpose purpose);

    keep::Vault& m_vault;
    keep::AccessLog& m_log;
    Clock const& m_clock;
    Settings const& m_settings;
    Glasses m_glasses;
    std::atomic<std::uint64_t> m_grants = 0;
    std::atomic<std::uint64_t> m_lines = 0;
};

} // namespace zk::gate
