// table: a file of an export, read into headers and rows; what they mean is told by columns and plan.
// Used by recognition, guessing and the rows.
// Always: the headers are no data of a person: a file whose first row holds data has the headers "#1", "#2", ...
// An attacker who writes the file gets an error that names the file and a row, not what stands there.
#pragma once

#include "app/import/csv.hpp"
#include "base/bytes.hpp"
#include "base/encoding.hpp"

#include <optional>
#include <string>
#include <vector>

namespace zk::app {

enum class HeaderRow : std::uint8_t { present, absent };

struct Table {
    std::string file;
    Encoding encoding;
    Separator separator;
    HeaderRow header_row;
    std::vector<std::string> headers;
    std::vector<CsvRecord> rows; // without the header
};

// "#3": a column that has no header, counted from 1.
[[nodiscard]] std::string position_name(std::size_t index);

// Whether the first bytes of a file are text at all, in an encoding that we read.
inline constexpr std::size_t k_head_bytes = 4096;
[[nodiscard]] bool is_text(std::string_view head);

// A file without a single record has no headers.
[[nodiscard]] Result<Table> read_table(std::string file, std::string_view bytes);

} // namespace zk::app
