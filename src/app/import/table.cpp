#include "app/import/table.hpp"

#include "base/ascii.hpp"
#include "base/bsn.hpp"
#include "base/date.hpp"
#include "base/email.hpp"
#include "base/postcode.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::app {

namespace {

// A longer number is a patient's, a telephone's or a policy's; nobody heads a column with it.
constexpr std::size_t k_header_digits_max = 4;

bool is_data(std::string_view cell)
{
    bool const number = cell.size() > k_header_digits_max && ascii::all_digits(cell);
    return number || Bsn::parse(cell) || Date::parse_any(cell) || Email::parse(cell) || Postcode::parse(cell);
}

HeaderRow header_row_of(CsvRecord const& first)
{
    bool const data = std::ranges::any_of(first.fields, [](std::string const& cell) { return is_data(trim(cell)); });
    return data ? HeaderRow::absent : HeaderRow::present;
}

std::vector<std::string> headers_of(CsvRecord const& first, HeaderRow header_row)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < first.fields.size(); ++i) {
        std::string_view const header = trim(first.fields[i]);
        bool const named = header_row == HeaderRow::present && !header.empty();
        std::string name = named ? std::string(header) : position_name(i);
        // A second column of the same name would be confused with the first.
        if (std::ranges::find(out, name) != out.end())
            name = position_name(i);
        while (std::ranges::find(out, name) != out.end())
            name += '#';
        out.push_back(std::move(name));
    }
    return out;
}

} // namespace

std::string position_name(std::size_t index)
{
    return "#" + std::to_string(index + 1);
}

bool is_text(std::string_view head)
{
    bool const utf16 = head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff");
    return utf16 || head.find('\0') == std::string_view::npos;
}

Result<Table> read_table(std::string file, std::string_view bytes)
{
    Place const where = Place::path(file);
    if (!is_text(bytes.substr(0, k_head_bytes)))
        return fail(Fault::bad_input, "file-not-text", where);
    Decoded const decoded = to_utf8_guessing(bytes);
    Separator const separator = detect_separator(decoded.text);
    ZK_TRY(std::vector<CsvRecord> rows, read_csv(decoded.text, separator, where));
    Table table { std::move(file), decoded.encoding, separator, HeaderRow::present, {}, std::move(rows) };
    if (table.rows.empty())
        return table;
    table.header_row = header_row_of(table.rows.front());
    table.headers = headers_of(table.rows.front(), table.header_row);
    if (table.header_row == HeaderRow::present)
        table.rows.erase(table.rows.begin());
    return table;
}

} // namespace zk::app
