// facts: what the v1 probes look at: counts, dates, settings and staff codes, read elsewhere.
// Used by the probes; filled by whoever can read accounts, settings, files, the journal and the stores.
// Always: nothing of a patient, no name of anyone; what could not be read says so instead of being zero.
// An attacker who reads them learns how well the practice is kept, not whom it treats.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "care/check/context.hpp"
#include "care/check/statement.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zk::care::check {

// --- accounts: 1.3a, 1.3b, 1.3c, 2.3d ---

struct AccountFacts {
    enum class Login : std::uint8_t { possible, impossible };
    enum class SecondStep : std::uint8_t { confirmed, missing };
    enum class Hash : std::uint8_t { strong, below_floor };
    enum class Blocklist : std::uint8_t { clear, listed };
    enum class Length : std::uint8_t { long_enough, too_short };

    struct Account {
        std::string code; // "M-03"
        Login login = Login::possible;
        std::optional<Date> password_set_on = std::nullopt; // nothing: none was chosen yet
        SecondStep second_step = SecondStep::missing;
        Hash hash = Hash::strong;
        Blocklist blocklist = Blocklist::clear;                    // as seen at the last login
        Length length = Length::long_enough;                       // noted when it was set
        std::optional<Instant> given_by_another_at = std::nullopt; // and unchanged since
        std::optional<Date> ends_on = std::nullopt;
        int sessions = 0;
    };
    std::vector<Account> accounts;
    std::optional<int> password_term_days; // nothing: the practice chose "alleen bij aanleiding"
};

// --- locks and sessions: 1.4a, 1.4b, 2.2a, 2.2c ---

struct LockFacts {
    struct RoleLock {
        Role role;
        std::optional<int> idle_minutes; // nothing: never locks
    };
    std::vector<RoleLock> locks;
    int session_hours;
};

// Without a server there are no sessions, and nothing to say about them.
enum class Served : std::uint8_t { yes, no };

struct SessionFacts {
    enum class FromOutside : std::uint8_t { refused, allowed };

    Served served;
    std::int64_t sessions_30d = 0;
    std::int64_t answered_past_lock_30d = 0;
    std::int64_t networks_set = 0;
    std::int64_t from_elsewhere_30d = 0;
    std::int64_t by_vpn_or_outside_90d = 0;
    FromOutside from_outside = FromOutside::allowed;
};

// --- the line: 2.2b ---

struct TransportFacts {
    enum class Answers : std::uint8_t { only_tls_1_3, something_older, nothing };
    struct Port {
        int number;
        Answers answers;
    };
    Served served;
    std::vector<Port> ports;
    std::optional<Instant> certificate_until;
};

// --- the machine: 2.1b, 2.3a, 2.3e, 2.4a ---

struct SystemFacts {
    std::optional<Date> supported_until; // nothing: an unknown system
    std::optional<Date> oldest_pending_update;
    std::optional<Date> package_lists_of; // nothing: not to be read
};

struct FolderFacts {
    enum class Wrong : std::uint8_t { owner, mode, link_outward, network_share, synced_folder };
    struct Deviation {
        Wrong wrong;
        std::string file; // inside the data folder: "identity.db"
    };
    std::int64_t files;
    std::vector<Deviation> deviations;
};

struct ProcessFacts {
    enum class Dumps : std::uint8_t { off, on, unknown };
    enum class Keys : std::uint8_t { locked, not_locked, unknown };
    enum class Swap : std::uint8_t { none, encrypted, plain, unknown };
    Dumps dumps;
    Keys keys;
    Swap swap;
    std::optional<std::int64_t> unexpected_listeners; // nothing: unknown
};

struct SoftwareFacts {
    enum class FlawList : std::uint8_t { none_laid_in, signed_well, bad_signature };
    Date build_date;
    FlawList flaw_list;
    std::int64_t known_flaws = 0; // of this version, in that list
};

// --- the stores: 2.3b, 2.3c, 2.4f, 3.4a, 4.2b ---

// What the maintenance job counted; it opens, counts and keeps only counts.
struct SampleFacts {
    std::int64_t records;
    std::int64_t sampled;
    std::int64_t hits;
    Instant observed_at;
};

struct SeparationFacts {
    std::int64_t ids;
    std::int64_t shared;
};

struct DemoFacts {
    PracticeMode mode;
    std::int64_t examined; // accounts and patients
    std::int64_t demo_accounts;
    std::int64_t demo_bsns;
};

struct CatalogueFacts {
    std::int64_t elements;
    std::vector<std::string>
        undeclared; // columns and journal elements, or declared without purpose, ground, term, recipients
};

struct RetentionFacts {
    enum class Erasing : std::uint8_t { built, not_built };
    std::int64_t records;
    std::int64_t overdue; // more than 30 days past their term, still readable, without a reason to keep them
    Erasing erasing;
};

// --- the journal: 2.4b, 4.1d ---

struct JournalFacts {
    enum class Verified : std::uint8_t { whole, broken, unreadable };
    Verified verified;
    std::int64_t entries;
    std::int64_t grants;
    std::int64_t grant_lines;
    std::int64_t setting_changes;
    std::int64_t setting_lines;
    Instant observed_at;
};

struct IndexFacts {
    std::int64_t lines_with_patient;
    std::int64_t missing; // in the journal, not in the per-patient index
    std::int64_t extra;   // in the index, not in the journal
};

// --- rights and numbers: 3.6a, 3.6c, 4.2a ---

struct MatrixFacts {
    enum class Justified : std::uint8_t { yes, no }; // with reason, author and date
    struct Widened {
        std::string cell; // "receptie: behandelcodes"
        Justified justified;
    };
    std::int64_t cells;
    std::vector<Widened> widened;
};

struct CountFacts {
    // A huisartsenpost, a zorggroep and a pharmacy are large-scale whatever their number.
    enum class Scale : std::uint8_t { by_number, always_large };
    Scale scale;
    std::int64_t registered;       // not struck off
    std::int64_t treated_per_year; // mean of three years
    int treating_accounts;
    std::optional<Answer> solo_stated; // last answer to 3.6a
    std::optional<Answer> dpia_stated; // last answer to 3.6c
};

} // namespace zk::care::check
