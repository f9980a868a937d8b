#include "app/import/profile.hpp"

#include "app/import/values.hpp"
#include "base/ascii.hpp"
#include "base/bsn.hpp"
#include "base/email.hpp"
#include "base/names.hpp"
#include "base/phone.hpp"
#include "base/postcode.hpp"
#include "base/sex.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using Cell = std::string_view;

// Enough to know a column; more would not change the answer.
constexpr std::size_t k_shaped_cells_max = 1000;

bool is_whole_between(Cell cell, int low, int high)
{
    auto const number = read_whole(cell);
    return number && *number >= low && *number <= high;
}

bool has_letter(Cell cell)
{
    return std::ranges::any_of(cell, [](char c) { return ascii::is_letter(c); });
}

bool is_mobile(Cell cell)
{
    auto const phone = Phone::parse(cell);
    return phone && phone->digits().starts_with("316");
}

// Day and month in one of both orders; a day that does not exist looks like a date too.
bool is_date(Cell cell)
{
    auto const read = read_date(cell, DateOrder::day_first);
    bool const written_so = !read && read.error().code() == "date-impossible" && !ascii::all_digits(cell);
    return read || written_so || read_date(cell, DateOrder::month_first);
}

// "J.B.", "JB", "J B"
bool is_initials(Cell cell)
{
    bool const capitals = std::ranges::all_of(cell, [](char c) { return ascii::is_upper(c) || c == '.' || c == ' '; });
    return capitals && (cell.contains('.') || cell.size() == 1);
}

bool is_tussenvoegsel(Cell cell)
{
    return split_tussenvoegsel(std::string(cell) + " X").tussenvoegsel == cell;
}

bool is_short_code(Cell cell)
{
    constexpr std::size_t bytes_max = 8;
    bool const plain = std::ranges::all_of(cell, [](char c) { return ascii::is_alphanumeric(c); });
    return plain && cell.size() <= bytes_max;
}

bool holds_one_of(Cell cell, std::span<Cell const> words)
{
    std::string const folded = fold_for_search(cell);
    return std::ranges::any_of(words, [&](Cell word) { return folded.contains(word); });
}

bool is_street(Cell cell)
{
    static constexpr std::array<Cell, 22> k_words { "straat", "laan", "weg", "plein", "dreef", "hof", "pad", "kade",
        "gracht", "singel", "baan", "steeg", "park", "dijk", "markt", "plantsoen", "oord", "vliet", "bosch", "ploeg",
        "tuin", "erf" };
    return has_letter(cell) && holds_one_of(cell, k_words);
}

bool is_address(Cell cell)
{
    Address const address = split_address(cell);
    return has_letter(address.street) && !address.house_number.empty();
}

bool is_status(Cell cell)
{
    static constexpr std::array<Cell, 10> k_words { "gepland", "geannuleerd", "afgezegd", "niet verschenen", "voltooid",
        "vervallen", "bevestigd", "afgerond", "geweest", "no show" };
    return holds_one_of(cell, k_words);
}

bool is_reason(Cell cell)
{
    static constexpr std::array<Cell, 9> k_words { "controle", "behandeling", "intake", "spoed", "consult", "onderzoek",
        "zitting", "pijn", "nacontrole" };
    return holds_one_of(cell, k_words);
}

bool is_role(Cell cell)
{
    static constexpr std::array<Cell, 12> k_words { "praktijkhouder", "behandelaar", "assistent", "receptie",
        "administratie", "tandarts", "hygienist", "therapeut", "huisarts", "balie", "manager", "stagiair" };
    return holds_one_of(cell, k_words);
}

// In the order of Shape.
constexpr std::array<bool (*)(Cell), k_shape_count> k_shapes {
    // Dates are digits too, and one in eleven would pass.
    [](Cell c) { return Bsn::parse(c).has_value() && !is_date(c); },
    [](Cell c) { return Email::parse(c).has_value(); },
    [](Cell c) { return Postcode::parse(c).has_value(); },
    [](Cell c) { return !split_postcode_and_city(c).postcode.empty() && !split_postcode_and_city(c).city.empty(); },
    is_mobile,
    [](Cell c) { return Phone::parse(c).has_value() && !is_mobile(c); },
    [](Cell c) { return parse_sex(c).has_value() && !ascii::all_digits(c); },
    is_date,
    [](Cell c) { return time_behind_date(c).has_value() && is_date(c); },
    [](Cell c) { return TimeOfDay::parse(c).has_value() && c.contains(':'); },
    [](Cell c) { return read_amount(c).has_value() && c.find_first_of(".,") != Cell::npos; },
    [](Cell c) { return ascii::all_digits(c); },
    [](Cell c) { return c.size() == 4 && ascii::all_digits(c); },
    [](Cell c) {
        return c.size() <= 5 && ascii::is_digit(c.front())
            && ascii::number(c.substr(0, c.find_first_not_of("0123456789"))) > 0;
    },
    [](Cell c) { return is_whole_between(c, 1, 99); },
    [](Cell c) { return is_whole_between(c, 11, 85) && c.back() >= '1' && c.back() <= '8'; },
    [](Cell c) { return is_whole_between(c, 5, 600) && read_whole(c).value_or(1) % 5 == 0; },
    [](Cell c) { return c.size() == 8 && ascii::all_digits(c) && !is_date(c); },
    [](Cell c) { return c.size() == 11 && ascii::all_digits(c); },
    is_initials,
    is_tussenvoegsel,
    [](Cell c) { return read_answer(c).has_value(); },
    is_short_code,
    is_street,
    is_address,
    [](Cell c) { return split_words(c).size() >= 3; },
    has_letter,
    is_status,
    is_reason,
    is_role,
};

Cell cell_of(CsvRecord const& row, std::size_t column)
{
    return column < row.fields.size() ? trim(row.fields[column]) : Cell {};
}

std::size_t pairs(std::size_t count)
{
    return count * (count - 1) / 2;
}

} // namespace

Profile::Profile(Table const& table, std::size_t column)
    : m_rows(table.rows.size())
{
    for (CsvRecord const& row : table.rows) {
        Cell const cell = cell_of(row, column);
        if (cell.empty())
            continue;
        ++m_values[cell];
        ++m_filled;
        m_bytes += cell.size();
        if (m_filled > k_shaped_cells_max)
            continue;
        for (std::size_t shape = 0; shape < k_shape_count; ++shape)
            m_shapes[shape] += k_shapes[shape](cell) ? 1U : 0U;
    }
}

double Profile::share(Shape shape) const
{
    std::size_t const shaped = std::min(m_filled, k_shaped_cells_max);
    return shaped == 0
        ? 0
        : static_cast<double>(m_shapes.at(static_cast<std::size_t>(shape))) / static_cast<double>(shaped);
}

double Profile::filled() const
{
    return m_rows == 0 ? 0 : static_cast<double>(m_filled) / static_cast<double>(m_rows);
}

bool Profile::unique() const
{
    return m_filled > 1 && m_values.size() == m_filled;
}

double Profile::contained_in(Profile const& other) const
{
    if (m_values.empty())
        return 0;
    auto const shared
        = std::ranges::count_if(m_values, [&](auto const& entry) { return other.m_values.contains(entry.first); });
    return static_cast<double>(shared) / static_cast<double>(m_values.size());
}

double Profile::mean_bytes() const
{
    return m_filled == 0 ? 0 : static_cast<double>(m_bytes) / static_cast<double>(m_filled);
}

double decides(Table const& table, std::size_t decider, std::size_t decided)
{
    std::unordered_map<Cell, std::unordered_map<Cell, std::size_t>> groups;
    for (CsvRecord const& row : table.rows)
        if (Cell const a = cell_of(row, decider), b = cell_of(row, decided); !a.empty() && !b.empty())
            ++groups[a][b];
    std::size_t agreeing = 0;
    std::size_t all = 0;
    for (auto const& [value, partners] : groups) {
        std::size_t size = 0;
        for (auto const& [partner, count] : partners) {
            agreeing += pairs(count);
            size += count;
        }
        all += pairs(size);
    }
    return all == 0 ? 0 : static_cast<double>(agreeing) / static_cast<double>(all);
}

} // namespace zk::app
