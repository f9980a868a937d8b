// profile: what the values of a column look like, without what its header says.
// Used by guess alone, for a proposal that a person looks at.
// Always: it holds views of the table that it was made from, and is gone with it.
// An attacker who writes the file can mislead a guess; nothing is imported by a guess.
#pragma once

#include "app/import/table.hpp"

#include <array>
#include <unordered_map>

namespace zk::app {

enum class Shape : std::uint8_t {
    bsn,
    email,
    postcode,
    postcode_and_city,
    mobile,
    phone,
    sex,
    date,
    date_and_time,
    time,
    decimals, // an amount with cents
    digits,
    four_digits,
    house_number,
    whole, // a small number
    tooth,
    minutes,
    agb,
    big,
    initials,
    tussenvoegsel,
    answer, // yes or no
    short_code,
    street,
    address,
    sentence, // three words or more
    letters,
    status, // of an appointment
    reason, // of an appointment
    role,   // of an employee
};
inline constexpr std::size_t k_shape_count = static_cast<std::size_t>(Shape::role) + 1;

class Profile {
public:
    Profile(Table const& table, std::size_t column);

    // Of the cells that are not blank.
    [[nodiscard]] double share(Shape shape) const;
    [[nodiscard]] bool mostly(Shape shape) const { return share(shape) >= 0.8; }
    [[nodiscard]] double filled() const;
    [[nodiscard]] std::size_t count() const { return m_filled; }
    [[nodiscard]] std::size_t distinct() const { return m_values.size(); }
    [[nodiscard]] bool unique() const;
    [[nodiscard]] bool empty() const { return m_filled == 0; }
    // The share of this column's different values that the other one has too.
    [[nodiscard]] double contained_in(Profile const& other) const;
    [[nodiscard]] double mean_bytes() const;

private:
    std::unordered_map<std::string_view, std::size_t> m_values;
    std::array<std::size_t, k_shape_count> m_shapes {};
    std::size_t m_rows;
    std::size_t m_filled = 0;
    std::size_t m_bytes = 0;
};

// How often two rows that agree in one column agree in the other: 1 when the first decides the second.
[[nodiscard]] double decides(Table const& table, std::size_t decider, std::size_t decided);

} // namespace zk::app
