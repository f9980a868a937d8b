#include "app/import/plan.hpp"

#include "app/import/guess.hpp"

#include <algorithm>

namespace zk::app {

namespace {

bool has(std::span<std::string const> headers, std::string const& header)
{
    return std::ranges::find(headers, header) != headers.end();
}

// An entry made from a file with the same headers, whatever its name and their order.
bool has_headers_of(MappedFile const& entry, Table const& table)
{
    return entry.kind && entry.columns.size() + entry.ignored.size() == table.headers.size()
        && std::ranges::all_of(entry.columns, [&](MappedColumn const& c) { return has(table.headers, c.header); })
        && std::ranges::all_of(entry.ignored, [&](std::string const& header) { return has(table.headers, header); });
}

Result<> expect_complete(std::string const& file, RowKind kind, FilePlan const& plan)
{
    auto const missing = missing_columns(kind, set_of(plan.columns));
    if (missing.empty())
        return {};
    Place where = Place::path(file);
    for (Column const column : missing)
        where = where.part(key_of(column));
    return fail(Fault::bad_input, "import-columns-missing", where);
}

// The entry's word first, and the headers' for what it leaves open.
Result<FilePlan> plan_by_entry(MappedFile const& entry, Table const& table)
{
    FilePlan plan { entry.kind, std::vector<std::optional<Column>>(table.headers.size()) };
    if (!entry.kind)
        return plan;
    auto const place_of = [&](std::string const& header) { return Place::path(entry.file + " \"" + header + "\""); };
    for (MappedColumn const& mapped : entry.columns) {
        auto const at = std::ranges::find(table.headers, mapped.header);
        if (at == table.headers.end())
            return fail(Fault::bad_input, "mapping-column-not-in-file", place_of(mapped.header));
        plan.columns[static_cast<std::size_t>(at - table.headers.begin())] = mapped.column;
    }
    ColumnSet const mapped = set_of(plan.columns);
    auto const known = recognise_columns(*entry.kind, table.headers);
    for (std::size_t i = 0; i < known.size(); ++i) {
        auto const column = known[i];
        bool const open = column && !plan.columns[i] && !has(entry.ignored, table.headers[i]);
        if (open && (may_repeat(*column) || !mapped.test(index_of(*column))))
            plan.columns[i] = column;
    }
    ZK_CHECK(expect_complete(table.file, *entry.kind, plan));
    return plan;
}

class Planner {
public:
    Planner(std::span<Table const> tables, Mapping const& mapping)
        : m_tables(tables)
        , m_mapping(mapping)
        , m_used(mapping.files.size())
    {
    }

    [[nodiscard]] Result<std::vector<FilePlan>> plan()
    {
        std::vector<FilePlan> plans;
        for (Table const& table : m_tables) {
            ZK_TRY(FilePlan plan, plan_one(table));
            plans.push_back(std::move(plan));
        }
        ZK_CHECK(expect_all_used());
        ZK_CHECK(expect_patients(plans));
        return plans;
    }

private:
    [[nodiscard]] Result<FilePlan> plan_one(Table const& table)
    {
        ZK_TRY(MappedFile const* const entry, entry_of(table));
        if (entry != nullptr)
            return plan_by_entry(*entry, table);
        FilePlan plan = plan_by_headers(table);
        if (plan.kind)
            ZK_CHECK(expect_complete(table.file, *plan.kind, plan));
        return plan;
    }

    [[nodiscard]] Result<MappedFile const*> entry_of(Table const& table)
    {
        auto const named = std::ranges::find(m_mapping.files, table.file, &MappedFile::file);
        if (named != m_mapping.files.end())
            return use(*named);
        MappedFile const* found = nullptr;
        for (MappedFile const& entry : m_mapping.files) {
            if (!has_headers_of(entry, table))
                continue;
            if (found != nullptr && (found->kind != entry.kind || found->columns != entry.columns))
                return fail(Fault::bad_input, "mapping-ambiguous", Place::path(table.file));
            found = &entry;
        }
        return found == nullptr ? nullptr : use(*found);
    }

    MappedFile const* use(MappedFile const& entry)
    {
        m_used[static_cast<std::size_t>(&entry - m_mapping.files.data())] = true;
        return &entry;
    }

    [[nodiscard]] Result<> expect_all_used() const
    {
        for (std::size_t i = 0; i < m_used.size(); ++i)
            if (!m_used[i] && m_mapping.files[i].kind)
                return fail(Fault::bad_input, "mapping-file-not-in-folder", Place::path(m_mapping.files[i].file));
        return {};
    }

    // A folder may bring only invoices; but when a file holds patients by its values, its headers must be told first.
    [[nodiscard]] Result<> expect_patients(std::span<FilePlan const> plans) const
    {
        if (std::ranges::any_of(plans, [](FilePlan const& plan) { return plan.kind == RowKind::patients; }))
            return {};
        auto const guesses = guess(m_tables, plans);
        for (std::size_t i = 0; i < plans.size(); ++i) {
            bool const told
                = std::ranges::find(m_mapping.files, m_tables[i].file, &MappedFile::file) != m_mapping.files.end();
            if (!told && !plans[i].kind && guesses[i].kind == RowKind::patients)
                ZK_CHECK(expect_complete(m_tables[i].file, RowKind::patients,
                    { RowKind::patients, recognise_columns(RowKind::patients, m_tables[i].headers) }));
        }
        if (std::ranges::none_of(plans, [](FilePlan const& plan) { return plan.kind.has_value(); }))
            return fail(Fault::bad_input, "import-nothing-recognised");
        return {};
    }

    std::span<Table const> m_tables;
    Mapping const& m_mapping;
    std::vector<bool> m_used;
};

} // namespace

FilePlan plan_by_headers(Table const& table)
{
    FilePlan plan { std::nullopt, std::vector<std::optional<Column>>(table.headers.size()) };
    if (auto match = recognise_kind(table.headers)) {
        plan.kind = match->kind;
        plan.columns = std::move(match->columns);
    }
    return plan;
}

Result<std::vector<FilePlan>> make_plan(std::span<Table const> tables, Mapping const& mapping)
{
    return Planner(tables, mapping).plan();
}

} // namespace zk::app
