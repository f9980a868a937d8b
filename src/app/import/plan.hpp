// plan: what each file of a folder is and what its columns mean, from their headers and from a mapping.
// Used by folder, which reads rows by it, and by propose, which completes it with guesses.
// Always: a file that comes along has all columns that its kind needs; nothing is guessed here.
// An attacker gains nothing: a plan holds no row.
#pragma once

#include "app/import/mapping.hpp"

#include <span>

namespace zk::app {

struct FilePlan {
    std::optional<RowKind> kind;                // none: the file does not come along
    std::vector<std::optional<Column>> columns; // as many as the table has headers

    friend bool operator==(FilePlan const&, FilePlan const&) = default;
};

// What the headers alone tell, also when something is missing yet.
[[nodiscard]] FilePlan plan_by_headers(Table const& table);

// A plan a table. A file that lacks a column is an error with the keys of what is missing: "klanten.csv birth_date".
// A file that the mapping does not name is known by the headers: those of one entry, else those of the tables of words.
[[nodiscard]] Result<std::vector<FilePlan>> make_plan(std::span<Table const> tables, Mapping const& mapping);

} // namespace zk::app
