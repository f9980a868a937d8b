// values: how old software writes days, times and numbers in a cell, beyond what the types of base read themselves.
// Used by rows, which decide the order of days and months over a whole column, and by guessing.
// Always: what cannot be read with certainty is not read; no cell is turned into another value.
// An attacker who writes a cell gets it read as one thing, or refused.
#pragma once

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/time_of_day.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zk::app {

enum class DateOrder : std::uint8_t { day_first, month_first };

// What the days of a column say about their order; the Dutch write the day first, so that is what silence means.
class DateVotes {
public:
    void add(std::string_view cell);
    [[nodiscard]] DateOrder order() const
    {
        return m_month_first > m_day_first ? DateOrder::month_first : DateOrder::day_first;
    }
    [[nodiscard]] bool none() const { return m_month_first == m_day_first; }

private:
    std::size_t m_day_first = 0;
    std::size_t m_month_first = 0;
};

// A day, with a time behind it or not; where the year stands first, the order of day and month is not asked.
[[nodiscard]] Result<Date> read_date(std::string_view cell, DateOrder order);

// The time in "02-11-2026 08:30" and "2026-11-02T08:30:00"; nothing where there is none.
[[nodiscard]] std::optional<TimeOfDay> time_behind_date(std::string_view cell);

// "00-00-0000" and the like, with which old software writes "none".
[[nodiscard]] bool is_zero_date(std::string_view cell);

// As Cents reads it, and with the four decimals that some databases write ("25.6900").
[[nodiscard]] Result<Cents> read_amount(std::string_view cell);

// "3", "3,00", "3.0", "-1" as corrections have it; nothing for half ones.
[[nodiscard]] std::optional<int> read_whole(std::string_view cell);

// "30", "30 min", "0:30".
[[nodiscard]] std::optional<int> read_minutes(std::string_view cell);

enum class Answer : std::uint8_t { no, yes };
// "J", "ja", "1", "X", "voldaan", ...; nothing for what is neither yes nor no.
[[nodiscard]] std::optional<Answer> read_answer(std::string_view cell);

// "Wilhelminastraat 119 2 hoog": the street, the number, and what follows it. Without a number all is street.
struct Address {
    std::string street;
    std::string house_number;
    std::string addition;

    friend bool operator==(Address const&, Address const&) = default;
};
[[nodiscard]] Address split_address(std::string_view cell);

struct PostcodeAndCity {
    std::string postcode;
    std::string city;

    friend bool operator==(PostcodeAndCity const&, PostcodeAndCity const&) = default;
};
[[nodiscard]] PostcodeAndCity split_postcode_and_city(std::string_view cell);

// A name in one cell: "Velde, J. van der", "J. van der Velde", "van der Velde", "Jildou van der Velde".
struct PersonName {
    std::string surname;
    std::string tussenvoegsel;
    std::string initials;
    std::string first_name;

    friend bool operator==(PersonName const&, PersonName const&) = default;
};
[[nodiscard]] PersonName split_name(std::string_view cell);

} // namespace zk::app
