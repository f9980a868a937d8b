// columns: what the columns of an export mean, known by their headers and not by file names or positions.
// Used by recognition, the mapping and the rows; docs/formats/mapping.md lists the keys.
// Always: a header means at most one column of a kind; a header that is not in the table means nothing.
// An attacker gains nothing: this is a table of words.
#pragma once

#include "base/result.hpp"

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zk::app {

// What a file holds a row of.
enum class RowKind : std::uint8_t { patients, treatments, invoices, appointments, staff };
inline constexpr std::array k_row_kinds { RowKind::patients, RowKind::treatments, RowKind::invoices,
    RowKind::appointments, RowKind::staff };

// The order is that of the fingerprint of a row: new ones come at the end.
enum class Column : std::uint8_t {
    patient_number,
    bsn,
    name, // surname with tussenvoegsel, initials or first name in one cell
    surname,
    tussenvoegsel,
    initials,
    first_name,
    sex,
    birth_date,
    address, // street, house number and addition in one cell
    street,
    house_number,
    house_number_addition,
    postcode_and_city, // "1234 AB Utrecht"
    postcode,
    city,
    phone,
    mobile,
    email,
    uzovi,
    policy_number,
    registered,
    deregistered,
    deceased,
    alert,
    memo,
    number, // of the line, invoice or appointment itself
    date,
    date_and_time,
    time,
    end_time,
    duration,
    practitioner,
    code,
    description,
    element,
    quantity,
    tariff,
    note,
    due_date,
    amount,
    paid,
    paid_date,
    reason,
    status,
    role,
    big,
    agb,
    room,
};
inline constexpr std::size_t k_column_count = static_cast<std::size_t>(Column::room) + 1;

using ColumnSet = std::bitset<k_column_count>;
[[nodiscard]] constexpr std::size_t index_of(Column column)
{
    return static_cast<std::size_t>(column);
}

// The key that stands in a mapping and in errors.
[[nodiscard]] Code key_of(RowKind kind);
[[nodiscard]] Code key_of(Column column);
[[nodiscard]] std::optional<RowKind> row_kind_of(std::string_view key);
[[nodiscard]] std::optional<Column> column_of(std::string_view key);

// Free text may stand in several columns of the source; it comes along as one text.
[[nodiscard]] bool may_repeat(Column column);
[[nodiscard]] bool belongs_to(Column column, RowKind kind);

// Without case, accents, spaces and punctuation: "Geb. datum" is "gebdatum".
[[nodiscard]] std::string fold_header(std::string_view header);

// For each header what it means in a file of this kind. Where two headers mean the same, the better known word has it.
[[nodiscard]] std::vector<std::optional<Column>> recognise_columns(RowKind kind, std::span<std::string const> headers);

// What a file of this kind cannot do without, and these columns do not give.
[[nodiscard]] std::vector<Column> missing_columns(RowKind kind, ColumnSet present);
[[nodiscard]] ColumnSet set_of(std::span<std::optional<Column> const> columns);

// The kind whose columns these headers are: the one that lacks nothing and knows most of them. None when no kind is
// near.
struct KindMatch {
    RowKind kind;
    std::vector<std::optional<Column>> columns;
    std::vector<Column> missing;
};
[[nodiscard]] std::optional<KindMatch> recognise_kind(std::span<std::string const> headers);

} // namespace zk::app
