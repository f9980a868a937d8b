// correct: a row that waits is shown, mended and tried again, with the rows that waited for it.
// Used by the quarantine commands.
// Always: what fails again waits again; the same export later does not bring the old row back.
// An attacker gains nothing: a praktijkhouder does it, and the patient has his line in the log.
#pragma once

#include "app/moving_in/apply.hpp"
#include "app/moving_in/fields.hpp"

namespace zk::app {

struct WaitingRecord {
    keep::Stored<care::QuarantineRecord> stored;
    RowKind kind;
    std::string file;
    std::uint64_t row;
    std::string reason;
    std::string waits_for;
    Fields fields; // header and cell in turn
    Bytes fingerprint;
};

// With a line in the log: a praktijkhouder reads rows of the old export.
[[nodiscard]] Result<std::vector<WaitingRecord>> waiting_rows(gate::Practice& practice, gate::Who const& who);

struct Correction {
    std::string column; // a key of the mapping: "birth_date"
    std::string value;
};
struct Corrected {
    std::uint64_t accepted = 0;
    std::uint64_t still_waiting = 0;
};
[[nodiscard]] Result<Corrected> correct(
    gate::Practice& practice, gate::Who const& who, RecordId const& row, std::vector<Correction> const& corrections);

} // namespace zk::app
