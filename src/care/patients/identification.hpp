// identification: what was shown at the desk to say who a patient is, and what came of it.
// Used by Patients::identify and by who asks for it.
// Always: of a document kind and number only; a BSN here passed the 11-check.
// An attacker who reads this memory has a person: it lives for the length of one call.
#pragma once

#include "care/patients/sbvz.hpp"

#include <optional>
#include <string>

namespace zk::care {

// A BSN that SBV-Z does not know: whoever saw the document may be certain of it nevertheless.
enum class WhenNotFound : std::uint8_t { leave_it, take_it };

struct Identification {
    PatientId patient;
    DocumentKind kind;
    DocumentNumber number;
    // None: the one that is there stays.
    std::optional<Bsn> bsn;
    WhenNotFound when_not_found = WhenNotFound::leave_it;
    // The login of the account whose eyes saw the document.
    std::string checked_by;
};

enum class BsnOutcome : std::uint8_t { none, kept, taken, not_taken };
enum class TaskOutcome : std::uint8_t { none, open, closed };

struct Identified {
    BsnOutcome bsn = BsnOutcome::none;
    TaskOutcome task = TaskOutcome::none;
    std::optional<BsnAnswer> answer;
    // Why SBV-Z gave no answer. With neither, there was no BSN to ask about.
    std::optional<Error> not_asked;
};

} // namespace zk::care
