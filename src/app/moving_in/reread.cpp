#include "app/moving_in/reread.hpp"

namespace zk::app {

namespace {

std::string quoted(std::string const& cell)
{
    std::string out = "\"";
    for (char const c : cell)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

} // namespace

std::vector<ReadCell> cells_of(RowKind kind, Fields const& fields)
{
    std::vector<std::string> headers;
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2)
        headers.push_back(fields[i]);
    auto const recognised = recognise_columns(kind, headers);
    std::vector<ReadCell> out;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        std::optional<Column> const key = column_of(headers[i]);
        out.push_back({ headers[i], key && belongs_to(*key, kind) ? key : recognised[i], fields[2 * i + 1] });
    }
    return out;
}

Meanings meanings_of(RowKind kind, Fields const& fields)
{
    Meanings out;
    for (ReadCell const& cell : cells_of(kind, fields)) {
        if (cell.column)
            out.emplace_back(*cell.column, cell.text);
    }
    return out;
}

void add_file(std::vector<RawFile>& files, Mapping& mapping, RowKind kind, Meanings const& cells)
{
    std::string const name = "rij-" + std::to_string(files.size()) + ".csv";
    MappedFile mapped { .file = name, .kind = kind, .columns = {}, .ignored = {}, .guessed = {} };
    std::string header;
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        // A header a cell: two cells of one meaning (free text) need two names.
        std::string const title = std::string(key_of(cells[i].first).text()) + "-" + std::to_string(i);
        mapped.columns.push_back({ title, cells[i].first });
        header += (i == 0 ? "" : ",") + quoted(title);
        row += (i == 0 ? "" : ",") + quoted(cells[i].second);
    }
    files.push_back({ name, header + "\r\n" + row + "\r\n" });
    mapping.files.push_back(std::move(mapped));
}

} // namespace zk::app
