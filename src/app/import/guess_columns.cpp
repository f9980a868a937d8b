#include "app/import/guess_columns.hpp"

#include "app/import/values.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <functional>

namespace zk::app {

namespace {

// From here on a link between two files is no accident.
constexpr double k_link_min = 0.6;
constexpr std::size_t k_practitioners_max = 60;
constexpr std::size_t k_insurers_max = 60;

std::string_view cell_of(CsvRecord const& row, std::size_t column)
{
    return column < row.fields.size() ? trim(row.fields[column]) : std::string_view {};
}

// The share of rows, of those that have both cells, for which `fits` holds.
template<typename Fits>
double share_of_rows(Table const& table, std::size_t a, std::size_t b, Fits fits)
{
    std::size_t both = 0;
    std::size_t fitting = 0;
    for (CsvRecord const& row : table.rows) {
        std::string_view const left = cell_of(row, a);
        std::string_view const right = cell_of(row, b);
        if (left.empty() || right.empty())
            continue;
        ++both;
        fitting += fits(left, right) ? 1U : 0U;
    }
    return both == 0 ? 0 : static_cast<double>(fitting) / static_cast<double>(both);
}

bool begins_alike(std::string_view initials, std::string_view name)
{
    std::string const a = fold_for_search(initials);
    std::string const b = fold_for_search(name);
    return !a.empty() && !b.empty() && a.front() == b.front();
}

bool is_in_address(std::string_view email, std::string_view name)
{
    constexpr std::size_t bytes_min = 3;
    std::string const local = fold_for_search(email.substr(0, email.find('@')));
    std::string const folded = fold_for_search(name);
    return folded.size() >= bytes_min && local.contains(folded);
}

bool is_earlier(std::string_view a, std::string_view b)
{
    auto const left = TimeOfDay::parse(a);
    auto const right = TimeOfDay::parse(b);
    return left && right && *left < *right;
}

bool is_no_later_day(std::string_view a, std::string_view b)
{
    auto const left = read_date(a, DateOrder::day_first);
    auto const right = read_date(b, DateOrder::day_first);
    return left && right && *left <= *right;
}

class Guesser {
public:
    Guesser(Table const& table, std::span<Profile const> profiles, Links const& links, FilePlan& plan)
        : m_table(table)
        , m_profiles(profiles)
        , m_links(links)
        , m_plan(plan)
    {
    }

    void patients()
    {
        take_shape(Column::bsn, Shape::bsn, 0.5);
        take_shape(Column::email, Shape::email, 0.6);
        take_shape(Column::postcode_and_city, Shape::postcode_and_city, 0.8);
        take_shape(Column::postcode, Shape::postcode, 0.8);
        take_shape(Column::mobile, Shape::mobile, 0.7);
        take(Column::phone, 0.7, [](Profile const& p) { return p.share(Shape::phone) + p.share(Shape::mobile); });
        dates_of_patients();
        take(Column::sex, 0.8, [](Profile const& p) { return p.distinct() <= 6 ? p.share(Shape::sex) : 0; });
        take_shape(Column::initials, Shape::initials, 0.8);
        take_shape(Column::tussenvoegsel, Shape::tussenvoegsel, 0.8);
        take(Column::uzovi, 0.8,
            [](Profile const& p) { return p.distinct() <= k_insurers_max ? p.share(Shape::four_digits) : 0; });
        take_shape(Column::house_number, Shape::house_number, 0.9);
        take(Column::policy_number, 0.8,
            [](Profile const& p) { return p.mean_bytes() >= 5 ? p.share(Shape::digits) : 0; });
        take_shape(Column::address, Shape::address, 0.7);
        if (has(Column::house_number))
            take(Column::house_number_addition, 0.5, [](Profile const& p) {
                return p.mean_bytes() <= 6 && p.filled() < 0.95 ? 1 - p.share(Shape::sentence) : 0;
            });
        names_and_places();
        take_text(Column::memo);
    }

    void treatments()
    {
        point();
        take_shape(Column::date, Shape::date, 0.8);
        take_shape(Column::tariff, Shape::decimals, 0.8);
        take_number();
        take_shape(Column::element, Shape::tooth, 0.9);
        take(Column::quantity, 0.9,
            [](Profile const& p) { return p.mean_bytes() < 3 && !p.unique() ? p.share(Shape::whole) : 0; });
        take(Column::code, 0.9,
            [](Profile const& p) { return p.mean_bytes() >= 2 && !p.unique() ? p.share(Shape::short_code) : 0; });
        if (auto const code = at(Column::code))
            take_by(Column::description, 0.95,
                [&](std::size_t i) { return m_profiles[i].mostly(Shape::letters) ? decides(m_table, *code, i) : 0; });
        take_text(Column::note);
    }

    void invoices()
    {
        point();
        take_by(Column::date, 0.8, [&](std::size_t i) {
            return m_profiles[i].mostly(Shape::date) ? m_profiles[i].filled() + earliness(i) : 0;
        });
        if (auto const date = at(Column::date))
            take_by(Column::due_date, 0.5, [&](std::size_t i) {
                return m_profiles[i].mostly(Shape::date) ? decides(m_table, *date, i) + m_profiles[i].filled() : 0;
            });
        take_shape(Column::paid_date, Shape::date, 0.8);
        take_shape(Column::amount, Shape::decimals, 0.8);
        take(Column::paid, 0.9, [](Profile const& p) { return p.distinct() <= 3 ? p.share(Shape::answer) : 0; });
        take_number();
    }

    void appointments()
    {
        point();
        take_shape(Column::time, Shape::time, 0.8);
        take_shape(Column::end_time, Shape::time, 0.8);
        order_times();
        if (!has(Column::time))
            take_shape(Column::date_and_time, Shape::date_and_time, 0.8);
        take_shape(Column::date, Shape::date, 0.8);
        take_number();
        take_shape(Column::duration, Shape::minutes, 0.9);
        take_shape(Column::status, Shape::status, 0.5);
        take_shape(Column::reason, Shape::reason, 0.5);
    }

    void staff()
    {
        take_shape(Column::big, Shape::big, 0.9);
        take_shape(Column::agb, Shape::agb, 0.9);
        take_shape(Column::role, Shape::role, 0.5);
        take(Column::code, 0.9, [](Profile const& p) { return p.unique() ? p.share(Shape::short_code) : 0; });
        take_shape(Column::name, Shape::letters, 0.8);
    }

private:
    [[nodiscard]] std::optional<std::size_t> at(Column column) const
    {
        auto const found = std::ranges::find(m_plan.columns, std::optional(column));
        return found == m_plan.columns.end() ? std::nullopt
                                             : std::optional(static_cast<std::size_t>(found - m_plan.columns.begin()));
    }
    [[nodiscard]] bool has(Column column) const { return at(column).has_value(); }

    // Gives the meaning to the free column with the highest score, if that is high enough.
    void take_by(Column column, double score_min, std::function<double(std::size_t)> const& score)
    {
        if (has(column))
            return;
        std::optional<std::size_t> best;
        double best_score = 0;
        for (std::size_t i = 0; i < m_profiles.size(); ++i) {
            if (m_plan.columns[i] || m_profiles[i].empty())
                continue;
            double const here = score(i);
            if (here >= score_min && here > best_score) {
                best = i;
                best_score = here;
            }
        }
        if (best)
            m_plan.columns[*best] = column;
    }

    void take(Column column, double score_min, std::function<double(Profile const&)> const& score)
    {
        take_by(column, score_min, [&](std::size_t i) { return score(m_profiles[i]); });
    }

    void take_shape(Column column, Shape shape, double share_min)
    {
        take(column, share_min, [shape](Profile const& p) { return p.share(shape); });
    }

    // Free text is what has the longest cells.
    void take_text(Column column)
    {
        take(column, 1, [](Profile const& p) { return p.mostly(Shape::letters) ? p.mean_bytes() : 0; });
    }

    void take_number()
    {
        take(Column::number, 1, [](Profile const& p) { return p.unique() ? 1 + p.filled() : 0; });
    }

    // Patients and practitioners are pointed to; both before anything that merely looks like a code.
    void point()
    {
        if (m_links.patient_numbers != nullptr)
            take_by(Column::patient_number, k_link_min, [&](std::size_t i) {
                return column_pointing_to(*m_links.patient_numbers, m_profiles) == i ? 1.0 : 0.0;
            });
        if (m_links.practitioner_codes != nullptr)
            take(Column::practitioner, k_link_min, [&](Profile const& p) {
                return p.distinct() <= k_practitioners_max ? p.contained_in(*m_links.practitioner_codes) : 0;
            });
    }

    // How much of this column lies before the other days of its row, the same day included; between 0 and 1.
    [[nodiscard]] double earliness(std::size_t column) const
    {
        double sum = 0;
        std::size_t others = 0;
        for (std::size_t i = 0; i < m_profiles.size(); ++i) {
            if (i == column || !m_profiles[i].mostly(Shape::date))
                continue;
            ++others;
            sum += share_of_rows(m_table, column, i, is_no_later_day);
        }
        return others == 0 ? 1 : sum / static_cast<double>(others);
    }

    // Born first, registered later; fewer left than came, and fewer died.
    void dates_of_patients()
    {
        take_by(Column::birth_date, 1, [&](std::size_t i) {
            return m_profiles[i].mostly(Shape::date) && m_profiles[i].filled() >= 0.8 ? 1 + earliness(i) : 0;
        });
        auto const most_filled = [](Profile const& p) { return p.mostly(Shape::date) ? p.filled() : 0; };
        take(Column::registered, 0.5, most_filled);
        take(Column::deregistered, 0, most_filled);
        take(Column::deceased, 0, most_filled);
    }

    void names_and_places()
    {
        if (auto const postcode = at(Column::postcode))
            take_by(Column::city, 0.9, [&](std::size_t i) { return is_name(i) ? same_area(*postcode, i) : 0; });
        if (auto const initials = at(Column::initials))
            take_by(Column::first_name, 0.7,
                [&](std::size_t i) { return is_name(i) ? share_of_rows(m_table, *initials, i, begins_alike) : 0; });
        if (auto const email = at(Column::email); email && !has(Column::name))
            take_by(Column::surname, 0.2,
                [&](std::size_t i) { return is_name(i) ? share_of_rows(m_table, *email, i, is_in_address) : 0; });
        if (!has(Column::address))
            take_by(Column::street, 0.2,
                [&](std::size_t i) { return is_name(i) ? m_profiles[i].share(Shape::street) : 0; });
        if (!has(Column::name))
            take_by(Column::surname, 1,
                [&](std::size_t i) { return is_name(i) ? static_cast<double>(m_profiles[i].distinct()) : 0; });
    }

    [[nodiscard]] bool is_name(std::size_t i) const
    {
        return m_profiles[i].mostly(Shape::letters) && m_profiles[i].filled() >= 0.7
            && m_profiles[i].share(Shape::sentence) < 0.5;
    }

    // How often two rows with the same digits of the postcode agree in this column, as they do in the place.
    [[nodiscard]] double same_area(std::size_t postcode, std::size_t other) const
    {
        std::unordered_map<std::string_view, std::unordered_map<std::string_view, std::size_t>> areas;
        for (CsvRecord const& row : m_table.rows)
            ++areas[cell_of(row, postcode).substr(0, 4)][cell_of(row, other)];
        std::size_t most = 0;
        std::size_t all = 0;
        for (auto const& [area, names] : areas) {
            std::size_t rows = 0;
            std::size_t largest = 0;
            for (auto const& [name, count] : names) {
                rows += count;
                largest = std::max(largest, count);
            }
            // A row alone agrees with itself, which says nothing.
            most += rows > 1 ? largest : 0;
            all += rows > 1 ? rows : 0;
        }
        return all == 0 ? 0 : static_cast<double>(most) / static_cast<double>(all);
    }

    void order_times()
    {
        auto const time = at(Column::time);
        auto const end = at(Column::end_time);
        if (time && end && share_of_rows(m_table, *end, *time, is_earlier) > 0.5)
            std::swap(m_plan.columns[*time], m_plan.columns[*end]);
    }

    Table const& m_table;
    std::span<Profile const> m_profiles;
    Links const& m_links;
    FilePlan& m_plan;
};

} // namespace

std::optional<std::size_t> column_pointing_to(Profile const& patient_numbers, std::span<Profile const> profiles)
{
    // Numbers of lines can be numbers of patients too, by accident; but a patient comes more than once.
    constexpr double k_unique_costs = 0.3;
    std::optional<std::size_t> best;
    double best_score = 0;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        double const contained = profiles[i].contained_in(patient_numbers);
        double const score = contained - (profiles[i].unique() ? k_unique_costs : 0);
        if (contained >= k_link_min && score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

void guess_columns(Table const& table, std::span<Profile const> profiles, Links const& links, FilePlan& plan)
{
    if (!plan.kind)
        return;
    Guesser guesser(table, profiles, links, plan);
    switch (*plan.kind) {
    case RowKind::patients:
        return guesser.patients();
    case RowKind::treatments:
        return guesser.treatments();
    case RowKind::invoices:
        return guesser.invoices();
    case RowKind::appointments:
        return guesser.appointments();
    case RowKind::staff:
        return guesser.staff();
    }
}

} // namespace zk::app
