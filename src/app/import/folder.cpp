#include "app/import/folder.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace zk::app {

namespace {

// The files that are tables, and which file each table is.
struct Tables {
    std::vector<Table> tables;
    std::vector<std::size_t> files;
};

// Whether the first record names the columns of a kind that we know.
bool has_known_headers(std::string_view bytes)
{
    Decoded const head = to_utf8_guessing(bytes);
    CsvReader reader(head.text, detect_separator(head.text), {});
    CsvRecord first;
    auto const read = reader.next(first);
    return read && *read && recognise_kind(first.fields);
}

// What is no table is left alone, unless it is one that we would miss.
Result<Tables> tables_of(std::span<RawFile const> files, Mapping const& mapping)
{
    Tables out;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto const& bytes = files[i].bytes;
        if (!bytes)
            continue;
        auto table = read_table(files[i].name, *bytes);
        if (!table) {
            auto const entry = std::ranges::find(mapping.files, files[i].name, &MappedFile::file);
            bool const wanted = entry != mapping.files.end() ? entry->kind.has_value() : has_known_headers(*bytes);
            if (wanted)
                return std::unexpected(table.error());
            continue;
        }
        if (table->headers.empty())
            continue;
        out.tables.push_back(std::move(*table));
        out.files.push_back(i);
    }
    return out;
}

class FolderReader {
public:
    explicit FolderReader(std::span<RawFile const> files)
    {
        for (RawFile const& file : files)
            m_out.files.push_back({ file.name, std::nullopt });
    }

    void read(std::size_t file, Table const& table, FilePlan const& plan)
    {
        SourceFile& source = m_out.files[file];
        source.encoding = table.encoding;
        source.separator = table.separator;
        source.header_row = table.header_row;
        source.kind = plan.kind;
        if (source.kind)
            source.rows = read_rows({ file, *source.kind, table, plan });
    }

    [[nodiscard]] SourceFolder take()
    {
        for (SourceFile const& file : m_out.files)
            if (!file.kind)
                m_out.not_taken.push_back({ file.name, "" });
        return std::move(m_out);
    }

private:
    // A file that comes along.
    struct Source {
        std::size_t file;
        RowKind kind;
        Table const& table;
        FilePlan const& plan;
    };

    // How many there are that hold anything.
    std::uint64_t read_rows(Source const& source)
    {
        Layout const layout(source.plan);
        DateOrders const orders = layout.date_orders(source.table.rows);
        std::uint64_t rows = 0;
        for (CsvRecord const& record : source.table.rows) {
            Cells const cells(layout, orders, record);
            if (cells.blank())
                continue;
            ++rows;
            RowOrigin const origin { source.file, record.row, fingerprint(source.kind, cells) };
            if (auto const kept = keep(source, cells, origin); !kept)
                quarantine(kept.error(), source, cells, record, origin);
        }
        for (std::size_t i = 0; i < source.plan.columns.size(); ++i)
            if (!source.plan.columns[i])
                m_out.not_taken.push_back({ source.table.file, source.table.headers[i] });
        return rows;
    }

    Read<void> keep(Source const& source, Cells const& cells, RowOrigin const& origin)
    {
        if (auto checked = check_cells(cells, source.plan); !checked)
            return checked;
        switch (source.kind) {
        case RowKind::patients:
            return keep_patient(read_patient(cells), origin);
        case RowKind::treatments:
            return add(read_treatment(cells), origin, m_out.treatments);
        case RowKind::invoices:
            return add(read_invoice(cells), origin, m_out.invoices);
        case RowKind::appointments:
            return add(read_appointment(cells), origin, m_out.appointments);
        case RowKind::staff:
            return add(read_staff(cells), origin, m_out.staff);
        }
        return {};
    }

    template<typename Row>
    static Read<void> add(Read<Row> row, RowOrigin const& origin, std::vector<Row>& rows)
    {
        if (!row)
            return std::unexpected(row.error());
        row->origin = origin;
        rows.push_back(std::move(*row));
        return {};
    }

    Read<void> keep_patient(Read<SourcePatient> patient, RowOrigin const& origin)
    {
        if (patient && !patient->bsn_as_written.empty())
            m_out.problems.push_back({ origin.file, origin.row, "bsn_check_failed" });
        return add(std::move(patient), origin, m_out.patients);
    }

    void quarantine(
        Code reason, Source const& source, Cells const& cells, CsvRecord const& record, RowOrigin const& origin)
    {
        Quarantined out { origin, source.kind, reason, cells.text(Column::patient_number), {} };
        auto const& headers = source.table.headers;
        for (std::size_t i = 0; i < record.fields.size(); ++i)
            out.fields.push_back({ i < headers.size() ? headers[i] : position_name(i), record.fields[i] });
        m_out.quarantined.push_back(std::move(out));
    }

    // Rows that are equal in all that has a meaning differ in which of them they are.
    [[nodiscard]] Bytes fingerprint(RowKind kind, Cells const& cells)
    {
        Writer out = fingerprint_of(kind, cells);
        out.varint(m_seen[std::hash<std::string_view> {}(as_text(out.view()))]++);
        return out.take();
    }

    SourceFolder m_out;
    std::unordered_map<std::size_t, std::uint64_t> m_seen;
};

} // namespace

Result<SourceFolder> read_files(std::span<RawFile const> files, Mapping const& mapping)
{
    ZK_TRY(Tables const found, tables_of(files, mapping));
    ZK_TRY(auto const plans, make_plan(found.tables, mapping));
    FolderReader reader(files);
    for (std::size_t i = 0; i < plans.size(); ++i)
        reader.read(found.files[i], found.tables[i], plans[i]);
    return reader.take();
}

Result<Mapping> propose_for_files(std::span<RawFile const> files)
{
    ZK_TRY(Tables const found, tables_of(files, {}));
    return propose(found.tables);
}

Result<SourceFolder> read_folder(std::filesystem::path const& folder, Mapping const& mapping)
{
    ZK_TRY(auto const files, load_folder(folder));
    return read_files(files, mapping);
}

Result<Mapping> propose_for_folder(std::filesystem::path const& folder)
{
    ZK_TRY(auto const files, load_folder(folder));
    return propose_for_files(files);
}

} // namespace zk::app
