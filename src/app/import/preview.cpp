#include "app/import/preview.hpp"

#include "app/import/guess.hpp"
#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::app {

namespace {

constexpr unsigned char k_not_ascii = 0x80;
constexpr unsigned char k_continues = 0xc0;

bool continues(char c)
{
    return (static_cast<unsigned char>(c) & k_continues) == k_not_ascii;
}

char mask_of(char c)
{
    if (ascii::is_digit(c))
        return '0';
    if (ascii::is_upper(c))
        return 'A';
    if (ascii::is_lower(c) || static_cast<unsigned char>(c) >= k_not_ascii)
        return 'a';
    return ascii::is_control(c) ? ' ' : c;
}

PreviewColumn column_of_table(Table const& table, std::size_t at)
{
    PreviewColumn out { .header = table.headers[at] };
    for (CsvRecord const& record : table.rows) {
        if (at >= record.fields.size() || trim(record.fields[at]).empty())
            continue;
        ++out.filled;
        if (out.samples.size() == k_preview_samples_max)
            continue;
        std::string shape = masked(trim(record.fields[at]));
        if (std::ranges::find(out.samples, shape) == out.samples.end())
            out.samples.push_back(std::move(shape));
    }
    return out;
}

PreviewFile file_of_table(Table const& table, FilePlan const& plan, MappedFile const* proposed)
{
    PreviewFile out { .name = table.file, .kind = plan.kind };
    out.encoding = table.encoding;
    out.rows = table.rows.size();
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
        PreviewColumn column = column_of_table(table, i);
        column.column = plan.columns[i];
        column.guessed = column.column && proposed != nullptr
            && std::ranges::find(proposed->guessed, column.header) != proposed->guessed.end();
        out.columns.push_back(std::move(column));
    }
    if (plan.kind)
        out.missing = missing_columns(*plan.kind, set_of(plan.columns));
    return out;
}

// What an entry of a mapping says of a table, also when it says too little.
FilePlan plan_by(MappedFile const& entry, Table const& table)
{
    FilePlan out { entry.kind, std::vector<std::optional<Column>>(table.headers.size()) };
    for (MappedColumn const& mapped : entry.columns) {
        auto const at = std::ranges::find(table.headers, mapped.header);
        if (at != table.headers.end())
            out.columns[static_cast<std::size_t>(at - table.headers.begin())] = mapped.column;
    }
    return out;
}

MappedFile const* entry_for(Mapping const& mapping, std::string const& file)
{
    auto const found = std::ranges::find(mapping.files, file, &MappedFile::file);
    return found == mapping.files.end() ? nullptr : &*found;
}

} // namespace

std::string masked(std::string_view cell)
{
    std::string out;
    for (char const c : cell) {
        if (continues(c))
            continue;
        if (out.size() == k_preview_sample_letters_max)
            return out + "…";
        out += mask_of(c);
    }
    return out;
}

Preview preview_files(std::span<RawFile const> files, Mapping const& mapping)
{
    Preview out;
    std::vector<Table> tables;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < files.size(); ++i) {
        PreviewFile shown { .name = files[i].name, .kind = std::nullopt };
        auto table = files[i].bytes ? read_table(files[i].name, *files[i].bytes)
                                    : Result<Table>(fail(Fault::bad_input, "file-not-text", Place::path(shown.name)));
        if (!table) {
            shown.error = table.error();
        } else if (!table->headers.empty()) {
            tables.push_back(std::move(*table));
            places.push_back(i);
        }
        out.files.push_back(std::move(shown));
    }
    auto plans = make_plan(tables, mapping);
    Mapping const proposal = plans ? Mapping {} : propose(tables);
    if (!plans)
        out.error = plans.error();
    for (std::size_t i = 0; i < tables.size(); ++i) {
        MappedFile const* const said = entry_for(mapping, tables[i].file);
        MappedFile const* const proposed = entry_for(proposal, tables[i].file);
        FilePlan const plan = plans ? (*plans)[i]
            : said != nullptr       ? plan_by(*said, tables[i])
                                    : plan_by(*proposed, tables[i]);
        out.files[places[i]] = file_of_table(tables[i], plan, said == nullptr ? proposed : nullptr);
    }
    return out;
}

} // namespace zk::app
