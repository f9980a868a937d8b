#include "app/import/values.hpp"

#include "base/ascii.hpp"
#include "base/names.hpp"
#include "base/postcode.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace zk::app {

namespace {

constexpr std::string_view k_date_separators = "-/.";

struct DateParts {
    std::string_view first;
    std::string_view second;
    std::string_view year;
};

// "14-09-1953" taken apart; nothing when the year does not stand last.
std::optional<DateParts> parts_of(std::string_view day)
{
    std::size_t const a = day.find_first_of(k_date_separators);
    std::size_t const b = a == std::string_view::npos ? a : day.find(day[a], a + 1);
    if (b == std::string_view::npos)
        return std::nullopt;
    DateParts const parts { day.substr(0, a), day.substr(a + 1, b - a - 1), day.substr(b + 1) };
    if (parts.year.size() != 4 || !ascii::all_digits(parts.year))
        return std::nullopt;
    return parts;
}

struct DayAndTime {
    std::string_view day;
    std::optional<TimeOfDay> time;
};

DayAndTime split_time(std::string_view cell)
{
    cell = trim(cell);
    std::size_t const gap = cell.find_first_of(" T");
    if (gap == std::string_view::npos || gap < 8)
        return { cell, std::nullopt };
    // A fraction of a second or a zone is no concern of an agenda.
    std::string_view const time = cell.substr(gap + 1);
    auto const read = TimeOfDay::parse(time.substr(0, time.find_first_of(".Z+", time.find(':') + 1)));
    if (!read)
        return { cell, std::nullopt };
    return { trim(cell.substr(0, gap)), *read };
}

bool is_particle(std::string_view word)
{
    return split_tussenvoegsel(std::string(word) + " X").tussenvoegsel == word;
}

bool looks_like_initials(std::string_view word)
{
    bool const dotted = word.size() >= 2 && word.back() == '.';
    bool const letter = word.size() == 1 && ascii::is_upper(word[0]);
    return (dotted || letter) && !is_particle(word);
}

using Words = std::vector<std::string_view>;

// Takes off and returns the words at the front for which `fits` holds.
template<typename Fits>
Words take_front(Words& words, Fits fits)
{
    auto const end = std::ranges::find_if_not(words, fits);
    Words out(words.begin(), end);
    words.erase(words.begin(), end);
    return out;
}

std::string join(Words const& words)
{
    std::string out;
    for (std::string_view const word : words) {
        if (!out.empty())
            out += ' ';
        out += word;
    }
    return out;
}

} // namespace

void DateVotes::add(std::string_view cell)
{
    auto const parts = parts_of(split_time(cell).day);
    if (!parts)
        return;
    int const first = ascii::number(parts->first).value_or(0);
    int const second = ascii::number(parts->second).value_or(0);
    if (first > 12 && second >= 1 && second <= 12)
        ++m_day_first;
    if (second > 12 && first >= 1 && first <= 12)
        ++m_month_first;
}

Result<Date> read_date(std::string_view cell, DateOrder order)
{
    std::string_view const day = split_time(cell).day;
    auto const parts = parts_of(day);
    if (parts && order == DateOrder::month_first)
        return Date::parse_day_first(
            join({ parts->second }) + "-" + join({ parts->first }) + "-" + std::string(parts->year));
    return Date::parse_any(day);
}

std::optional<TimeOfDay> time_behind_date(std::string_view cell)
{
    return split_time(cell).time;
}

bool is_zero_date(std::string_view cell)
{
    std::string const digits = ascii::without(split_time(cell).day, k_date_separators);
    return digits.size() == 8 && digits.find_first_not_of('0') == std::string::npos;
}

Result<Cents> read_amount(std::string_view cell)
{
    cell = trim(cell);
    constexpr std::size_t k_database_decimals = 4;
    std::size_t const sign = cell.find_last_of(".,");
    if (sign != std::string_view::npos && cell.size() - sign - 1 == k_database_decimals && cell.ends_with("00"))
        cell.remove_suffix(2);
    return Cents::parse(cell);
}

std::optional<int> read_whole(std::string_view cell)
{
    cell = trim(cell);
    if (cell.starts_with('-')) {
        auto const number = cell.substr(1).starts_with('-') ? std::nullopt : read_whole(cell.substr(1));
        return number ? std::optional(-*number) : std::nullopt;
    }
    std::size_t const sign = cell.find_first_of(".,");
    if (sign == std::string_view::npos)
        return ascii::number(cell);
    std::string_view const decimals = cell.substr(sign + 1);
    // Three noughts behind a point are thousands.
    if (decimals.size() == 3 || decimals.find_first_not_of('0') != std::string_view::npos)
        return std::nullopt;
    return ascii::number(cell.substr(0, sign));
}

std::optional<int> read_minutes(std::string_view cell)
{
    std::string const folded = ascii::lower(trim(cell));
    std::string_view text = folded;
    for (std::string_view const unit : { "minuten", "min.", "min", "m" }) {
        if (text.ends_with(unit)) {
            text.remove_suffix(unit.size());
            break;
        }
    }
    if (text.contains(':')) {
        auto const time = TimeOfDay::parse(text);
        return time ? std::optional(time->minutes_since_midnight()) : std::nullopt;
    }
    return read_whole(text);
}

std::optional<Answer> read_answer(std::string_view cell)
{
    constexpr std::array<std::string_view, 11> k_yes { "j", "ja", "y", "yes", "1", "true", "waar", "x", "betaald",
        "voldaan", "paid" };
    constexpr std::array<std::string_view, 9> k_no { "n", "nee", "no", "0", "false", "onwaar", "open", "openstaand",
        "niet betaald" };
    std::string const folded = ascii::lower(trim(cell));
    if (std::ranges::find(k_yes, folded) != k_yes.end())
        return Answer::yes;
    if (std::ranges::find(k_no, folded) != k_no.end())
        return Answer::no;
    return std::nullopt;
}

Address split_address(std::string_view cell)
{
    auto const words = split_words(cell);
    auto const is_number = [&](std::size_t i) { return i < words.size() && ascii::is_digit(words[i].front()); };
    std::size_t at = 1;
    while (at < words.size() && !is_number(at))
        ++at;
    // "Plein 1940 12": a year in the name of a street is followed by the number.
    bool const year = is_number(at) && words[at].size() == 4 && ascii::all_digits(words[at]);
    if (year && is_number(at + 1))
        ++at;
    if (at >= words.size())
        return { join(words), "", "" };
    std::string_view const word = words[at];
    std::size_t const digits = std::min(word.find_first_not_of("0123456789"), word.size());
    std::vector<std::string_view> addition { words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end() };
    std::string_view rest = word.substr(digits);
    rest.remove_prefix(std::min(rest.find_first_not_of("-/,"), rest.size()));
    if (!rest.empty())
        addition.insert(addition.begin(), rest);
    return { join({ words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at) }),
        std::string(word.substr(0, digits)), join(addition) };
}

PostcodeAndCity split_postcode_and_city(std::string_view cell)
{
    cell = trim(cell);
    // "1234 AB" and "1234AB".
    for (std::size_t const size : { std::size_t { 7 }, std::size_t { 6 } }) {
        bool const ends = cell.size() == size || (cell.size() > size && !ascii::is_alphanumeric(cell[size]));
        if (!ends || !Postcode::parse(cell.substr(0, size)))
            continue;
        std::string_view city = cell.substr(size);
        city.remove_prefix(std::min(city.find_first_not_of(" ,-"), city.size()));
        return { std::string(cell.substr(0, size)), std::string(trim(city)) };
    }
    return { "", std::string(cell) };
}

PersonName split_name(std::string_view cell)
{
    cell = trim(cell);
    std::size_t const comma = cell.find(',');
    std::string_view const main = trim(cell.substr(0, comma));
    bool const surname_first = comma != std::string_view::npos && !main.empty();
    Words words = split_words(surname_first ? cell.substr(comma + 1) : cell);
    Words const initials = take_front(words, looks_like_initials);
    Words given;
    // "Jildou van der Velde": what stands before the particles is a given name; "Anna Jansen" could be all surname.
    if (surname_first || (initials.empty() && std::ranges::any_of(words, is_particle)))
        given = take_front(words, [](std::string_view word) { return !is_particle(word); });
    if (surname_first)
        words.push_back(main);
    Surname const surname = split_tussenvoegsel(join(words));
    return { surname.main, surname.tussenvoegsel, join(initials), join(given) };
}

} // namespace zk::app
