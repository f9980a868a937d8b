#include "app/import/csv.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace zk::app {

namespace {

constexpr char k_quote = '"';
constexpr std::array k_separators { Separator::semicolon, Separator::comma, Separator::tab, Separator::pipe };
// Enough to see the shape of a file; more would not change the answer.
constexpr std::size_t k_sniff_bytes = 64 * 1024;
constexpr std::size_t k_sniff_records = 200;

std::optional<Separator> separator_of(char byte)
{
    for (Separator const separator : k_separators)
        if (static_cast<char>(separator) == byte)
            return separator;
    return std::nullopt;
}

struct SeparatorLine {
    Separator separator;
    std::size_t size; // with its line end
};

// "sep=;" as the first line: how Excel is told the separator.
std::optional<SeparatorLine> separator_line(std::string_view text)
{
    constexpr std::string_view k_prefix = "sep=";
    if (!text.starts_with(k_prefix) || text.size() == k_prefix.size())
        return std::nullopt;
    auto const separator = separator_of(text[k_prefix.size()]);
    std::string_view const rest = text.substr(k_prefix.size() + 1);
    if (!separator || !(rest.starts_with('\n') || rest.starts_with('\r')))
        return std::nullopt;
    return SeparatorLine { *separator, k_prefix.size() + (rest.starts_with("\r\n") ? 3U : 2U) };
}

// How well a separator explains the text: columns, times the share of records that have as many as the header.
double fitness(std::string_view text, Separator separator)
{
    CsvReader reader(text, separator, {});
    CsvRecord record;
    std::size_t columns = 0;
    std::size_t records = 0;
    std::size_t alike = 0;
    while (records < k_sniff_records) {
        auto const more = reader.next(record);
        if (!more || !*more)
            break;
        if (records == 0)
            columns = record.fields.size();
        ++records;
        alike += record.fields.size() == columns && record.quoting == Quoting::sound ? 1U : 0U;
    }
    if (columns < 2)
        return 0;
    return static_cast<double>(columns) * static_cast<double>(alike) / static_cast<double>(records);
}

} // namespace

CsvReader::CsvReader(std::string_view text, Separator separator, Place where)
    : m_text(text)
    , m_separator(static_cast<char>(separator))
    , m_where(std::move(where))
{
    if (auto const line = separator_line(text)) {
        m_at = line->size;
        ++m_line;
    }
}

bool CsvReader::at_line_end() const
{
    return m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

void CsvReader::pass_line_end()
{
    m_at += m_text.substr(m_at).starts_with("\r\n") ? 2U : 1U;
    ++m_line;
}

void CsvReader::skip_empty_lines()
{
    while (m_at < m_text.size() && at_line_end())
        pass_line_end();
}

Result<bool> CsvReader::next(CsvRecord& record)
{
    skip_empty_lines();
    if (m_at == m_text.size())
        return false;
    record.row = ++m_row;
    record.line = m_line;
    record.quoting = Quoting::sound;
    record.fields.clear();
    std::size_t const begin = m_at;
    while (true) {
        ZK_TRY(FieldEnd const end, read_field(record));
        if (m_at - begin > k_csv_row_bytes_max)
            return fail(Fault::bad_input, "csv-row-too-long", m_where.row(m_row));
        if (end == FieldEnd::record)
            return true;
        if (record.fields.size() == k_csv_columns_max)
            return fail(Fault::bad_input, "csv-too-many-columns", m_where.row(m_row));
    }
}

// Reads one field and what ends it.
Result<CsvReader::FieldEnd> CsvReader::read_field(CsvRecord& record)
{
    std::string& field = record.fields.emplace_back();
    if (m_at < m_text.size() && m_text[m_at] == k_quote) {
        ZK_CHECK(read_quoted(record, field));
    }
    // Here a quote is text like any other.
    std::size_t const begin = m_at;
    while (m_at < m_text.size() && m_text[m_at] != m_separator && !at_line_end())
        ++m_at;
    if (m_at - begin + field.size() > k_csv_field_bytes_max)
        return fail(Fault::bad_input, "csv-field-too-long", m_where.row(m_row));
    field.append(m_text, begin, m_at - begin);
    if (m_at == m_text.size())
        return FieldEnd::record;
    if (at_line_end()) {
        pass_line_end();
        return FieldEnd::record;
    }
    ++m_at;
    return FieldEnd::separator;
}

// From an opening quote to behind its closing one.
Result<> CsvReader::read_quoted(CsvRecord& record, std::string& field)
{
    ++m_at;
    while (true) {
        std::size_t const quote = m_text.find(k_quote, m_at);
        std::string_view const part
            = m_text.substr(m_at, quote == std::string_view::npos ? std::string_view::npos : quote - m_at);
        if (quote == std::string_view::npos)
            return fail(Fault::bad_input, "csv-quote-not-closed", m_where.row(m_row));
        if (field.size() + part.size() > k_csv_field_bytes_max)
            return fail(Fault::bad_input, "csv-field-too-long", m_where.row(m_row));
        field += part;
        for (std::size_t i = 0; i < part.size(); ++i)
            m_line += part[i] == '\n' || (part[i] == '\r' && !part.substr(i + 1).starts_with('\n')) ? 1U : 0U;
        m_at = quote + 1;
        if (m_at == m_text.size() || m_text[m_at] != k_quote)
            break;
        field += k_quote;
        ++m_at;
    }
    if (m_at < m_text.size() && m_text[m_at] != m_separator && !at_line_end())
        record.quoting = Quoting::broken;
    return {};
}

Separator detect_separator(std::string_view text)
{
    if (auto const line = separator_line(text))
        return line->separator;
    std::string_view const head = text.substr(0, k_sniff_bytes);
    return *std::ranges::max_element(
        k_separators, {}, [head](Separator separator) { return fitness(head, separator); });
}

Result<std::vector<CsvRecord>> read_csv(std::string_view text, Separator separator, Place const& where)
{
    if (text.size() > k_import_file_bytes_max)
        return fail(Fault::bad_input, "csv-file-too-large", where);
    CsvReader reader(text, separator, where);
    std::vector<CsvRecord> records;
    while (true) {
        CsvRecord record;
        ZK_TRY(bool const more, reader.next(record));
        if (!more)
            return records;
        if (records.size() == k_import_rows_max)
            return fail(Fault::bad_input, "csv-too-many-rows", where);
        records.push_back(std::move(record));
    }
}

} // namespace zk::app
