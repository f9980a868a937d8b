// rows: what a row of an export says, typed; or why it cannot be accepted.
// Used by folder; whoever applies an import to the stores takes these and knows nothing of files.
// Always: a row is read whole or not at all, and what was not read is kept as written: nothing is lost.
// An attacker who writes the export decides what stands in its rows, nothing else; who reads this memory reads persons.
#pragma once

#include "app/import/plan.hpp"
#include "app/import/values.hpp"
#include "base/bsn.hpp"
#include "base/bytes.hpp"
#include "base/sex.hpp"

#include <array>
#include <expected>

namespace zk::app {

struct RowOrigin {
    std::size_t file = 0;  // index in SourceFolder::files
    std::uint64_t row = 0; // counts records, the header is 1
    // Kind, all cells that have a meaning, and which of several equal rows it is: the same row gives the same bytes
    // in another order of columns, under other headers and in a file of another name.
    Bytes fingerprint;
};

struct SourcePatient {
    RowOrigin origin;
    std::string number;
    std::optional<Bsn> bsn;
    std::string bsn_as_written; // only when something stood there that is no BSN
    std::string surname;
    std::string tussenvoegsel;
    std::string initials;
    std::string first_name;
    Sex sex;
    std::string sex_as_written; // only when it was not understood
    Date birth_date;
    std::string street;
    std::string house_number;
    std::string house_number_addition;
    std::string postcode;
    std::string city;
    std::string phone;
    std::string mobile;
    std::string email;
    std::string uzovi;
    std::string policy_number;
    std::optional<Date> registered;
    std::optional<Date> deregistered;
    std::optional<Date> deceased;
    std::string alert;
    std::string memo;
};

struct SourceTreatment {
    RowOrigin origin;
    std::string number;
    std::string patient_number;
    Date date;
    std::string practitioner;
    std::string code;
    std::string description;
    std::string element;
    int quantity; // 1 where the export does not tell
    std::optional<Cents> tariff;
    std::string note;
};

struct SourceInvoice {
    RowOrigin origin;
    std::string number;
    std::string patient_number;
    Date date;
    std::optional<Date> due_date;
    Cents amount;
    Answer paid;                 // where the export does not tell: whether a date of payment stands there
    std::string paid_as_written; // only when it was not understood
    std::optional<Date> paid_date;
};

struct SourceAppointment {
    RowOrigin origin;
    std::string number;
    std::string patient_number;
    std::string practitioner;
    Date date;
    TimeOfDay time;
    std::optional<int> minutes;
    std::string reason;
    std::string status;
    std::string room;
};

struct SourceStaff {
    RowOrigin origin;
    std::string code;
    std::string name;
    std::string role;
    std::string big;
    std::string agb;
};

// How the days of each column are written.
using DateOrders = std::array<DateOrder, k_column_count>;

// Which column of the file has which meaning.
class Layout {
public:
    explicit Layout(FilePlan const& plan);

    [[nodiscard]] std::span<std::size_t const> places_of(Column column) const { return m_places[index_of(column)]; }
    [[nodiscard]] bool has(Column column) const { return !places_of(column).empty(); }
    [[nodiscard]] DateOrders date_orders(std::span<CsvRecord const> rows) const;

private:
    std::array<std::vector<std::size_t>, k_column_count> m_places;
};

// One record, asked by meaning. White space around a cell is no part of it.
class Cells {
public:
    Cells(Layout const& layout, DateOrders const& orders, CsvRecord const& record);

    // "" where the column or the cell is missing. Repeated columns are lines of one text.
    [[nodiscard]] std::string text(Column column) const;
    [[nodiscard]] Result<Date> date(Column column) const;
    [[nodiscard]] bool has_column(Column column) const { return m_layout.has(column); }
    [[nodiscard]] std::span<std::string_view const> all() const { return m_cells; }
    [[nodiscard]] Quoting quoting() const { return m_quoting; }
    [[nodiscard]] bool blank() const;

private:
    Layout const& m_layout;
    DateOrders const& m_orders;
    Quoting m_quoting;
    std::vector<std::string_view> m_cells;
};

// A row without its origin, which the folder knows; or why it is quarantined, as the report tells it.
template<typename Row>
using Read = std::expected<Row, Code>;

// What holds for rows of every kind: quotes that can be read, not more cells than headers, no cell beyond its limit.
[[nodiscard]] Read<void> check_cells(Cells const& cells, FilePlan const& plan);

[[nodiscard]] Read<SourcePatient> read_patient(Cells const& cells);
[[nodiscard]] Read<SourceTreatment> read_treatment(Cells const& cells);
[[nodiscard]] Read<SourceInvoice> read_invoice(Cells const& cells);
[[nodiscard]] Read<SourceAppointment> read_appointment(Cells const& cells);
[[nodiscard]] Read<SourceStaff> read_staff(Cells const& cells);

// The part of a fingerprint that the row itself gives.
[[nodiscard]] Writer fingerprint_of(RowKind kind, Cells const& cells);

} // namespace zk::app
