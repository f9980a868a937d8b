// csv: records out of text, as RFC 4180 has it and as practice systems write it.
// Used by the import's folder reading alone; the text is UTF-8 already (decode.hpp).
// Always: every byte of the text is in some field, or is a separator, quote or line end that meant something.
// An attacker who writes the file is held by the limits; an error names a row, never what stands in it.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zk::app {

enum class Separator : char { semicolon = ';', comma = ',', tab = '\t', pipe = '|' };

// Broken: text stands between a closing quote and the separator, so that nobody knows where the field ended.
enum class Quoting : std::uint8_t { sound, broken };

struct CsvRecord {
    std::uint64_t row = 0;  // counts records, the header is row 1; empty lines do not count
    std::uint64_t line = 0; // the physical line on which the record begins
    Quoting quoting = Quoting::sound;
    std::vector<std::string> fields;
};

class CsvReader {
public:
    // A first line "sep=;" is passed over.
    CsvReader(std::string_view text, Separator separator, Place where);

    // False at the end of the text; the record is overwritten.
    [[nodiscard]] Result<bool> next(CsvRecord& record);

private:
    enum class FieldEnd : std::uint8_t { separator, record };

    [[nodiscard]] Result<FieldEnd> read_field(CsvRecord& record);
    [[nodiscard]] Result<> read_quoted(CsvRecord& record, std::string& field);
    void skip_empty_lines();
    [[nodiscard]] bool at_line_end() const;
    void pass_line_end();

    std::string_view m_text;
    char m_separator;
    Place m_where;
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_row = 0;
};

// What fits the first records best, quotes considered; a first line "sep=;" (as Excel writes it) decides alone.
[[nodiscard]] Separator detect_separator(std::string_view text);

[[nodiscard]] Result<std::vector<CsvRecord>> read_csv(std::string_view text, Separator separator, Place const& where);

} // namespace zk::app
