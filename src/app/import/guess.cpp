#include "app/import/guess.hpp"

#include "app/import/guess_columns.hpp"

#include <algorithm>

namespace zk::app {

namespace {

constexpr std::size_t k_staff_rows_max = 500;

using Profiles = std::vector<Profile>;

// What the headers tell once the kind of the file is known.
FilePlan plan_of_kind(std::optional<RowKind> kind, Table const& table)
{
    if (!kind)
        return { kind, std::vector<std::optional<Column>>(table.headers.size()) };
    return { kind, recognise_columns(*kind, table.headers) };
}

class FolderGuess {
public:
    FolderGuess(std::span<Table const> tables, std::span<FilePlan const> known)
        : m_tables(tables)
        , m_plans(known.begin(), known.end())
    {
        for (Table const& table : tables) {
            Profiles& profiles = m_profiles.emplace_back();
            for (std::size_t i = 0; i < table.headers.size(); ++i)
                profiles.emplace_back(table, i);
        }
    }

    [[nodiscard]] std::vector<FilePlan> run()
    {
        guess_patients();
        m_links.patient_numbers = find_target(RowKind::patients, Column::patient_number);
        guess_staff();
        m_links.practitioner_codes = find_target(RowKind::staff, Column::code);
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            if (!m_plans[i].kind)
                m_plans[i] = plan_of_kind(kind_by_links(m_profiles[i]), m_tables[i]);
            guess_columns(m_tables[i], m_profiles[i], m_links, m_plans[i]);
        }
        return m_plans;
    }

private:
    // Who has a BSN is a patient; without, several other marks of a person stand together.
    void guess_patients()
    {
        constexpr std::array k_marks { Shape::email, Shape::postcode, Shape::sex, Shape::initials, Shape::tussenvoegsel,
            Shape::mobile };
        constexpr std::ptrdiff_t marks_min = 4;
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            auto const any = [&](Shape shape) {
                return std::ranges::any_of(m_profiles[i], [&](Profile const& p) { return p.mostly(shape); });
            };
            bool const bsn
                = std::ranges::any_of(m_profiles[i], [](Profile const& p) { return p.share(Shape::bsn) >= 0.5; });
            if (!m_plans[i].kind && any(Shape::date) && (bsn || std::ranges::count_if(k_marks, any) >= marks_min))
                m_plans[i] = plan_of_kind(RowKind::patients, m_tables[i]);
            if (m_plans[i].kind == RowKind::patients
                && !set_of(m_plans[i].columns).test(index_of(Column::patient_number)))
                guess_key(i, Column::patient_number);
        }
    }

    void guess_staff()
    {
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            bool const small = m_tables[i].rows.size() <= k_staff_rows_max;
            bool const big
                = std::ranges::any_of(m_profiles[i], [](Profile const& p) { return p.share(Shape::big) >= 0.9; });
            bool const role
                = std::ranges::any_of(m_profiles[i], [](Profile const& p) { return p.share(Shape::role) >= 0.5; });
            bool const named = std::ranges::any_of(m_profiles[i],
                [&](Profile const& p) { return p.unique() && p.mostly(Shape::short_code) && pointed_to(i, p) >= 0.5; });
            if (!m_plans[i].kind && small && (big || (role && named)) && !points_to_patients(m_profiles[i]))
                m_plans[i] = plan_of_kind(RowKind::staff, m_tables[i]);
            if (m_plans[i].kind == RowKind::staff && !set_of(m_plans[i].columns).test(index_of(Column::code)))
                guess_key(i, Column::code);
        }
    }

    // The column to which columns of other files point.
    void guess_key(std::size_t table, Column key)
    {
        std::optional<std::size_t> best;
        double best_score = 0;
        for (std::size_t i = 0; i < m_profiles[table].size(); ++i) {
            Profile const& candidate = m_profiles[table][i];
            bool const nearly_unique = candidate.count() > 0
                && static_cast<double>(candidate.distinct()) >= 0.95 * static_cast<double>(candidate.count());
            if (m_plans[table].columns[i] || !nearly_unique || candidate.share(Shape::short_code) < 0.9)
                continue;
            // A number that nobody points to, rather than none at all; a date or a BSN is no key.
            double const score = 0.01 + pointed_to(table, candidate);
            if (!candidate.mostly(Shape::date) && score > best_score) {
                best = i;
                best_score = score;
            }
        }
        if (best)
            m_plans[table].columns[*best] = key;
    }

    // How well the best column of another file fits into this one.
    [[nodiscard]] double pointed_to(std::size_t table, Profile const& candidate) const
    {
        double best = 0;
        for (std::size_t i = 0; i < m_profiles.size(); ++i)
            for (Profile const& other : m_profiles[i])
                if (i != table && other.distinct() > 1 && !other.unique())
                    best = std::max(best, other.contained_in(candidate));
        return best;
    }

    [[nodiscard]] Profile const* find_target(RowKind kind, Column column) const
    {
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            for (std::size_t c = 0; c < m_plans[i].columns.size(); ++c)
                if (m_plans[i].kind == kind && m_plans[i].columns[c] == column)
                    return &m_profiles[i][c];
        return nullptr;
    }

    [[nodiscard]] bool points_to_patients(Profiles const& profiles) const
    {
        return m_links.patient_numbers != nullptr && column_pointing_to(*m_links.patient_numbers, profiles);
    }

    [[nodiscard]] std::optional<RowKind> kind_by_links(Profiles const& profiles) const
    {
        if (!points_to_patients(profiles))
            return std::nullopt;
        auto const count = [&](Shape shape) {
            return std::ranges::count_if(profiles, [&](Profile const& p) { return p.mostly(shape); });
        };
        if (count(Shape::time) > 0 || count(Shape::date_and_time) > 0)
            return RowKind::appointments;
        if (count(Shape::decimals) == 0 || count(Shape::date) == 0)
            return std::nullopt;
        return count(Shape::date) > 1 ? RowKind::invoices : RowKind::treatments;
    }

    std::span<Table const> m_tables;
    std::vector<FilePlan> m_plans;
    std::vector<Profiles> m_profiles;
    Links m_links;
};

MappedFile entry_of(Table const& table, FilePlan const& guessed)
{
    MappedFile out { table.file, guessed.kind, {}, {}, {} };
    if (!out.kind)
        return out;
    FilePlan const known = plan_of_kind(out.kind, table);
    for (std::size_t i = 0; i < table.headers.size(); ++i) {
        auto const column = guessed.columns[i];
        if (!column) {
            out.ignored.push_back(table.headers[i]);
            continue;
        }
        out.columns.push_back({ table.headers[i], *column });
        if (!known.columns[i])
            out.guessed.push_back(table.headers[i]);
    }
    return out;
}

} // namespace

std::vector<FilePlan> guess(std::span<Table const> tables, std::span<FilePlan const> known)
{
    return FolderGuess(tables, known).run();
}

Mapping propose(std::span<Table const> tables)
{
    std::vector<FilePlan> known;
    for (Table const& table : tables)
        known.push_back(plan_by_headers(table));
    auto const guessed = guess(tables, known);
    Mapping out;
    for (std::size_t i = 0; i < tables.size(); ++i)
        out.files.push_back(entry_of(tables[i], guessed[i]));
    return out;
}

} // namespace zk::app
