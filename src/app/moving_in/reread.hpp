// reread: a row that was kept as header and cell, made ready for the reading half of the import once more.
// Used by correct and unmerge.
// Always: the row is read by the same rules as in an export.
// An attacker who reads this memory reads a row of the export.
#pragma once

#include "app/moving_in/fields.hpp"

namespace zk::app {

struct ReadCell {
    std::string header;
    std::optional<Column> column; // none: means nothing
    std::string text;
};
[[nodiscard]] std::vector<ReadCell> cells_of(RowKind kind, Fields const& fields);

// The cells by what they mean; headers that mean nothing do not come along here, as in an import.
using Meanings = std::vector<std::pair<Column, std::string>>;
[[nodiscard]] Meanings meanings_of(RowKind kind, Fields const& fields);

// One row as a file of its own, with a mapping that says what its columns mean.
void add_file(std::vector<RawFile>& files, Mapping& mapping, RowKind kind, Meanings const& cells);

} // namespace zk::app
