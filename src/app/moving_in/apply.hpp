// apply: moves the rows of an export into the practice, patient by patient, whole ones only.
// Used by the import command.
// Always: the same folder again changes nothing; after a fault the next run goes on from where this one was.
// An attacker gains nothing: the one who imports is a praktijkhouder, and every patient has his line in the log.
#pragma once

#include "app/moving_in/decide.hpp"
#include "care/moving_in/records.hpp"

#include <functional>

namespace zk::app {

enum class Continuing : std::uint8_t { fresh, goes_on };

struct ImportReport {
    std::optional<ImportId> import; // none: there was nothing new
    Continuing continuing = Continuing::fresh;
    std::map<RowKind, std::uint64_t> rows; // in the files, by kind
    TakenByKind taken;                     // by this import
    std::vector<Problem> problems;
};

// How many rows are done, of how many.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

// Rows that wait and are tried again: known by fingerprint, and yet to be decided anew.
struct Again {
    std::vector<Bytes> fingerprints;
    std::string patient_number;
};

[[nodiscard]] Result<ImportReport> apply(gate::Practice& practice, gate::Who const& who, SourceFolder const& source,
    Progress const& progress, Again const& again = {});

// What it would do, counted; writes nothing but the line that it looked.
[[nodiscard]] Result<ImportReport> foresee(gate::Practice& practice, SourceFolder const& source);

// The import that a fault left unfinished, if there is one.
[[nodiscard]] Result<std::optional<keep::Stored<care::ImportRecord>>> unfinished_import(gate::Practice& practice);
[[nodiscard]] ImportId import_id_of(RecordId const& id);

} // namespace zk::app
