// words: what a line of the log can say, by NEN 7513. Codes only: typed text never gets in.
// Used by gate (writes lines), care and app (show them).
// Always: the numbers are in the journal; they are never reused or changed.
// An attacker gains nothing: this is the public shape of the log.
#pragma once

#include <cstdint>
#include <string_view>

namespace zk::keep {

enum class LogEvent : std::uint8_t {
    opened = 1,       // the program took the data folder in use
    looked = 2,       // a patient's data were shown
    searched = 3,     // patients were shown as an answer to a search
    revealed = 4,     // an element that is shown only when asked for, such as the BSN
    glass_broken = 5, // a dossier was opened without a treatment relation, with a reason
    patient_created = 6,
    patient_changed = 7,
    patient_erased = 8,
    merged = 9,
    unmerged = 10,
    imported = 11,
    import_undone = 12,
    exported = 13,
    refused = 14, // asked for, and not given
    logged_in = 15,
    login_failed = 16,
    account_changed = 17,
    setting_changed = 18,
    statement_made = 19,
    checked = 20,
    backed_up = 21,
    restored = 22,    // the folder came from a backup: lines after it may be missing
    key_changed = 23, // passphrase, recovery code or practice key
    maintained = 24,  // the program itself read data; seen by nobody
    log_read = 25,
    log_exported = 26,
    mended = 27,  // what a crash left half done was finished or dropped
    planned = 28, // somebody's appointment, or his place on the waiting list, was made, changed or taken away
};
constexpr LogEvent last_of(LogEvent)
{
    return LogEvent::planned;
}
// "looked": as in JSON.
[[nodiscard]] std::string_view text_of(LogEvent event);
// Dutch, for the log as people read it.
[[nodiscard]] std::string_view label_of(LogEvent event);

// EventActionCode of NEN 7513 (DICOM): create, read, update, delete, execute.
enum class LogAction : std::uint8_t { create = 1, read = 2, update = 3, remove = 4, execute = 5 };
constexpr LogAction last_of(LogAction)
{
    return LogAction::execute;
}
// "C", "R", "U", "D", "E"
[[nodiscard]] std::string_view text_of(LogAction action);

// EventOutcomeIndicator: 0, 4, 8, 12.
enum class LogOutcome : std::uint8_t { success = 1, minor_failure = 2, serious_failure = 3, major_failure = 4 };
constexpr LogOutcome last_of(LogOutcome)
{
    return LogOutcome::major_failure;
}
[[nodiscard]] std::string_view text_of(LogOutcome outcome);

// Through which door somebody came.
enum class LogActor : std::uint8_t { command_line = 1, browser = 2, program = 3 };
constexpr LogActor last_of(LogActor)
{
    return LogActor::program;
}
[[nodiscard]] std::string_view text_of(LogActor actor);

enum class LogRelation : std::uint8_t { none = 1, treating = 2, assisting = 3, standing_in = 4 };
constexpr LogRelation last_of(LogRelation)
{
    return LogRelation::standing_in;
}
[[nodiscard]] std::string_view text_of(LogRelation relation);

// Why a look was needed; `other` has its typed reason in care.db, sealed with the patient's key.
enum class LogReason : std::uint8_t {
    identification = 1,
    claim = 2,
    referral = 3,
    insurance_check = 4,
    stand_in_outside_roster = 5,
    emergency = 6,
    asked_by_patient = 7,
    other = 8,
};
constexpr LogReason last_of(LogReason)
{
    return LogReason::other;
}
[[nodiscard]] std::string_view text_of(LogReason reason);

enum class LogSearch : std::uint8_t {
    name = 1,
    birth_date = 2,
    bsn = 3,
    phone = 4,
    postcode = 5,
    number = 6,
    mixed = 7
};
constexpr LogSearch last_of(LogSearch)
{
    return LogSearch::mixed;
}
[[nodiscard]] std::string_view text_of(LogSearch search);

} // namespace zk::keep
