// folder: the export of the old software, read whole: rows by kind, and all that did not become a row, named.
// Used by the import command, which applies it to the stores.
// Always: every cell of every file is in a row, in quarantine or in a column or file of `not_taken`; row order is kept.
// An attacker who writes the export is held by the limits; errors name files, rows and headers, never a cell.
#pragma once

#include "app/import/guess.hpp"
#include "app/import/rows.hpp"

#include <filesystem>

namespace zk::app {

struct SourceFile {
    std::string name;
    std::optional<RowKind> kind; // none: did not come along
    Encoding encoding = Encoding::utf8;
    Separator separator = Separator::semicolon;
    HeaderRow header_row = HeaderRow::present;
    std::uint64_t rows = 0; // without header and blank rows
};

// A column, or a whole file when the column is "".
struct NotTaken {
    std::string file;
    std::string column;

    friend bool operator==(NotTaken const&, NotTaken const&) = default;
};

// A row that was accepted, with something to look at.
struct Problem {
    std::size_t file;
    std::uint64_t row;
    Code reason;
};

struct RawField {
    std::string header;
    std::string text;
};

// A row that could not be accepted, whole, to be sealed and corrected.
struct Quarantined {
    RowOrigin origin;
    RowKind kind;
    Code reason;
    std::string patient_number; // "" where it is unknown
    std::vector<RawField> fields;
};

struct SourceFolder {
    std::vector<SourceFile> files;
    std::vector<SourcePatient> patients;
    std::vector<SourceTreatment> treatments;
    std::vector<SourceInvoice> invoices;
    std::vector<SourceAppointment> appointments;
    std::vector<SourceStaff> staff;
    std::vector<Quarantined> quarantined;
    std::vector<Problem> problems;
    std::vector<NotTaken> not_taken;
};

// A file's name, and its bytes when it is one that could be a table.
struct RawFile {
    std::string name;
    std::optional<std::string> bytes;
};

[[nodiscard]] Result<SourceFolder> read_files(std::span<RawFile const> files, Mapping const& mapping);
[[nodiscard]] Result<Mapping> propose_for_files(std::span<RawFile const> files);

// The same for a folder on disk; sub-folders are named in `not_taken`.
[[nodiscard]] Result<std::vector<RawFile>> load_folder(std::filesystem::path const& folder);
[[nodiscard]] Result<SourceFolder> read_folder(std::filesystem::path const& folder, Mapping const& mapping);
[[nodiscard]] Result<Mapping> propose_for_folder(std::filesystem::path const& folder);

} // namespace zk::app
