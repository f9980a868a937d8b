#include "base/date.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <array>
#include <cstdint>
#include <fmt/format.h>

namespace zk {

namespace {

// Terms may lead beyond what is read, never beyond what four digits can write.
constexpr int k_computed_year_min = 1;
constexpr int k_computed_year_max = 9999;
static_assert(k_computed_year_min < k_year_min && k_year_max < k_computed_year_max);

constexpr std::string_view k_separators = "-/.";

using Parts = std::array<std::string_view, 3>;

// Three groups of digits with the same separator between them.
Result<Parts> split(std::string_view text)
{
    std::size_t const first = text.find_first_of(k_separators);
    if (first == std::string_view::npos)
        return fail(Fault::bad_input, "date-unreadable");
    std::size_t const second = text.find(text[first], first + 1);
    if (second == std::string_view::npos)
        return fail(Fault::bad_input, "date-unreadable");
    return Parts { text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1) };
}

Result<Date> from_parts(std::string_view year, std::string_view month, std::string_view day)
{
    auto const y = ascii::number(year);
    auto const m = ascii::number(month);
    auto const d = ascii::number(day);
    // Two digits do not tell the century: nobody should guess whether a patient is 5 or 105.
    if (!y || !m || !d || year.size() != 4 || month.size() > 2 || day.size() > 2)
        return fail(Fault::bad_input, "date-unreadable");
    return Date::from(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

std::string_view without_midnight(std::string_view text)
{
    std::size_t const gap = text.find_first_of(" T");
    if (gap == std::string_view::npos)
        return text;
    std::string_view const time = text.substr(gap + 1);
    bool const midnight
        = time.find_first_not_of("0:.") == std::string_view::npos && time.find(':') != std::string_view::npos;
    return midnight ? text.substr(0, gap) : text;
}

} // namespace

Result<Date> Date::from(int year, unsigned month, unsigned day)
{
    // Out of range first: chrono keeps months and days in a byte, where 257 would pass for 1.
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return fail(Fault::bad_input, "date-impossible");
    if (year < k_year_min || year > k_year_max)
        return fail(Fault::bad_input, "date-out-of-range");
    std::chrono::year_month_day const date { std::chrono::year(year), std::chrono::month(month),
        std::chrono::day(day) };
    if (!date.ok())
        return fail(Fault::bad_input, "date-impossible");
    return Date(date);
}

Date Date::of(std::chrono::sys_days day)
{
    constexpr std::chrono::sys_days first = std::chrono::year(k_computed_year_min) / std::chrono::January / 1;
    constexpr std::chrono::sys_days last = std::chrono::year(k_computed_year_max) / std::chrono::December / 31;
    ZK_REQUIRE(day >= first && day <= last);
    return Date(day);
}

Result<Date> Date::parse_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return fail(Fault::bad_input, "date-unreadable");
    return from_parts(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
}

Result<Date> Date::parse_day_first(std::string_view text)
{
    ZK_TRY(Parts parts, split(trim(text)));
    return from_parts(parts[2], parts[1], parts[0]);
}

Result<Date> Date::parse_year_first(std::string_view text)
{
    text = trim(text);
    if (text.size() == 8 && ascii::all_digits(text))
        return from_parts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    ZK_TRY(Parts parts, split(text));
    return from_parts(parts[0], parts[1], parts[2]);
}

Result<Date> Date::parse_any(std::string_view text)
{
    text = without_midnight(trim(text));
    bool const year_first = text.find_first_of(k_separators) == 4 || ascii::all_digits(text);
    return year_first ? parse_year_first(text) : parse_day_first(text);
}

std::string Date::iso() const
{
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

int Date::days_since(Date earlier) const
{
    return static_cast<int>((sys_days() - earlier.sys_days()).count());
}

Date Date::plus_days(int days) const
{
    return of(sys_days() + std::chrono::days(days));
}

Date Date::plus_months(int months) const
{
    std::int64_t const total = std::int64_t { year() } * 12 + month() - 1 + months;
    ZK_REQUIRE(total >= k_computed_year_min * 12 && total < (k_computed_year_max + 1) * 12);
    std::chrono::year_month const target { std::chrono::year(static_cast<int>(total / 12)),
        std::chrono::month(static_cast<unsigned>(total % 12 + 1)) };
    std::chrono::day const last = (target / std::chrono::last).day();
    return Date(target / std::min(m_day.day(), last));
}

Date Date::plus_years(int years) const
{
    std::int64_t const target = std::int64_t { year() } + years;
    ZK_REQUIRE(target >= k_computed_year_min && target <= k_computed_year_max);
    auto const date = std::chrono::year(static_cast<int>(target)) / m_day.month() / m_day.day();
    if (!date.ok())
        return Date(date.year() / std::chrono::March / 1);
    return Date(date);
}

} // namespace zk
