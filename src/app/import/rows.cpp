#include "app/import/rows.hpp"

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace zk::app {

namespace {

constexpr std::array k_date_columns { Column::birth_date, Column::registered, Column::deregistered, Column::deceased,
    Column::date, Column::date_and_time, Column::due_date, Column::paid_date };
constexpr int k_minutes_max = 24 * 60;

bool is_free_text(Column column)
{
    return may_repeat(column) || column == Column::description;
}

std::unexpected<Code> quarantine(Code reason)
{
    return std::unexpected(reason);
}

// Nothing where nothing stands; an error where something stands that is no day.
Result<std::optional<Date>> optional_date(Cells const& cells, Column column)
{
    std::string const text = cells.text(column);
    if (text.empty() || is_zero_date(text))
        return std::nullopt;
    ZK_TRY(Date const date, cells.date(column));
    return date;
}

void read_bsn(Cells const& cells, SourcePatient& patient)
{
    std::string text = cells.text(Column::bsn);
    // Noughts alone are how old software says that there is none.
    if (text.find_first_not_of("0 .-") == std::string::npos)
        return;
    if (auto bsn = Bsn::parse(text))
        patient.bsn = std::move(*bsn);
    else
        patient.bsn_as_written = std::move(text);
}

// Surname and particles may stand apart, together, or with the given names in one cell.
void read_name(Cells const& cells, SourcePatient& patient)
{
    bool const surname_alone = cells.has_column(Column::surname);
    std::string text = cells.text(surname_alone ? Column::surname : Column::name);
    patient.initials = cells.text(Column::initials);
    patient.first_name = cells.text(Column::first_name);
    if (cells.has_column(Column::tussenvoegsel)) {
        patient.surname = std::move(text);
        patient.tussenvoegsel = cells.text(Column::tussenvoegsel);
    } else if (surname_alone || cells.has_column(Column::initials) || cells.has_column(Column::first_name)) {
        Surname surname = split_tussenvoegsel(text);
        patient.surname = std::move(surname.main);
        patient.tussenvoegsel = std::move(surname.tussenvoegsel);
    } else {
        PersonName name = split_name(text);
        patient.surname = std::move(name.surname);
        patient.tussenvoegsel = std::move(name.tussenvoegsel);
        patient.initials = std::move(name.initials);
        patient.first_name = std::move(name.first_name);
    }
}

void read_address(Cells const& cells, SourcePatient& patient)
{
    patient.street = cells.text(Column::street);
    patient.house_number = cells.text(Column::house_number);
    patient.house_number_addition = cells.text(Column::house_number_addition);
    patient.postcode = cells.text(Column::postcode);
    patient.city = cells.text(Column::city);
    if (patient.street.empty() && cells.has_column(Column::address)) {
        std::string const text = cells.text(Column::address);
        bool const number_apart = !patient.house_number.empty() || !patient.house_number_addition.empty();
        Address address = number_apart ? Address { text, patient.house_number, patient.house_number_addition }
                                       : split_address(text);
        patient.street = std::move(address.street);
        patient.house_number = std::move(address.house_number);
        patient.house_number_addition = std::move(address.addition);
    }
    if (patient.postcode.empty() && patient.city.empty() && cells.has_column(Column::postcode_and_city)) {
        PostcodeAndCity place = split_postcode_and_city(cells.text(Column::postcode_and_city));
        patient.postcode = std::move(place.postcode);
        patient.city = std::move(place.city);
    }
}

// Some databases have no time alone, and write a day before it.
std::optional<TimeOfDay> read_time(std::string_view text)
{
    auto const time = TimeOfDay::parse(text);
    return time ? std::optional(*time) : time_behind_date(text);
}

// Blank is no duration, not a duration of nothing.
Read<std::optional<int>> read_duration(Cells const& cells, TimeOfDay start)
{
    std::string const text = cells.text(Column::duration);
    std::string const end_text = cells.text(Column::end_time);
    std::optional<int> minutes;
    if (!text.empty()) {
        minutes = read_minutes(text);
    } else if (!end_text.empty()) {
        auto const end = read_time(end_text);
        minutes = end ? std::optional(end->minutes_since_midnight() - start.minutes_since_midnight()) : std::nullopt;
    } else {
        return std::nullopt;
    }
    if (!minutes || *minutes < 0 || *minutes > k_minutes_max)
        return quarantine("impossible_time");
    return minutes;
}

} // namespace

Layout::Layout(FilePlan const& plan)
{
    for (std::size_t i = 0; i < plan.columns.size(); ++i)
        if (auto const column = plan.columns[i])
            m_places.at(index_of(*column)).push_back(i);
}

DateOrders Layout::date_orders(std::span<CsvRecord const> rows) const
{
    std::array<DateVotes, k_column_count> votes;
    DateVotes file;
    for (CsvRecord const& row : rows) {
        for (Column const column : k_date_columns) {
            for (std::size_t const place : places_of(column)) {
                if (place >= row.fields.size())
                    continue;
                votes[index_of(column)].add(row.fields[place]);
                file.add(row.fields[place]);
            }
        }
    }
    DateOrders out {};
    for (std::size_t i = 0; i < out.size(); ++i)
        // A column that does not tell, such as one of days of death, follows the others of its file.
        out[i] = votes[i].none() ? file.order() : votes[i].order();
    return out;
}

Cells::Cells(Layout const& layout, DateOrders const& orders, CsvRecord const& record)
    : m_layout(layout)
    , m_orders(orders)
    , m_quoting(record.quoting)
{
    m_cells.reserve(record.fields.size());
    for (std::string const& field : record.fields)
        m_cells.push_back(trim(field));
}

bool Cells::blank() const
{
    return std::ranges::all_of(m_cells, [](std::string_view cell) { return cell.empty(); });
}

std::string Cells::text(Column column) const
{
    std::string out;
    for (std::size_t const place : m_layout.places_of(column)) {
        if (place >= m_cells.size() || m_cells[place].empty())
            continue;
        if (!out.empty())
            out += '\n';
        out += m_cells[place];
    }
    return out;
}

Result<Date> Cells::date(Column column) const
{
    return read_date(text(column), m_orders.at(index_of(column)));
}

Read<void> check_cells(Cells const& cells, FilePlan const& plan)
{
    if (cells.quoting() == Quoting::broken)
        return quarantine("broken_quotes");
    std::size_t free_text_bytes = 0;
    for (std::size_t i = 0; i < cells.all().size(); ++i) {
        std::string_view const cell = cells.all()[i];
        // Separators at the end of a line, as spreadsheets add them, hold nothing.
        if (i >= plan.columns.size() && !cell.empty())
            return quarantine("too_many_columns");
        auto const column = i < plan.columns.size() ? plan.columns[i] : std::nullopt;
        if (!column)
            continue;
        bool const free_text = is_free_text(*column);
        free_text_bytes += free_text ? cell.size() + 1 : 0;
        if (!free_text && cell.size() > k_name_bytes_max)
            return quarantine("value_too_long");
    }
    if (free_text_bytes > k_note_bytes_max)
        return quarantine("value_too_long");
    return {};
}

Read<SourcePatient> read_patient(Cells const& cells)
{
    std::string number = cells.text(Column::patient_number);
    if (number.empty())
        return quarantine("no_patient_number");
    auto const birth_date = cells.date(Column::birth_date);
    auto const registered = optional_date(cells, Column::registered);
    auto const deregistered = optional_date(cells, Column::deregistered);
    auto const deceased = optional_date(cells, Column::deceased);
    if (!birth_date)
        return quarantine("impossible_birth_date");
    if (!registered || !deregistered || !deceased)
        return quarantine("impossible_date");
    SourcePatient out { .number = std::move(number), .birth_date = *birth_date };
    read_name(cells, out);
    if (fold_for_search(out.surname).empty())
        return quarantine("no_name");
    read_bsn(cells, out);
    read_address(cells, out);
    std::string sex = cells.text(Column::sex);
    auto const known_sex = parse_sex(sex);
    out.sex = known_sex.value_or(Sex::unspecified);
    if (!known_sex)
        out.sex_as_written = std::move(sex);
    out.phone = cells.text(Column::phone);
    out.mobile = cells.text(Column::mobile);
    out.email = cells.text(Column::email);
    out.uzovi = cells.text(Column::uzovi);
    out.policy_number = cells.text(Column::policy_number);
    out.registered = *registered;
    out.deregistered = *deregistered;
    out.deceased = *deceased;
    out.alert = cells.text(Column::alert);
    out.memo = cells.text(Column::memo);
    return out;
}

Read<SourceTreatment> read_treatment(Cells const& cells)
{
    std::string patient_number = cells.text(Column::patient_number);
    if (patient_number.empty())
        return quarantine("no_patient_number");
    auto const date = cells.date(Column::date);
    if (!date)
        return quarantine("impossible_date");
    std::string const quantity = cells.text(Column::quantity);
    auto const count = quantity.empty() ? std::optional(1) : read_whole(quantity);
    if (!count)
        return quarantine("unreadable_quantity");
    std::string const tariff = cells.text(Column::tariff);
    auto const cents = tariff.empty() ? Result<Cents>(Cents()) : read_amount(tariff);
    if (!cents)
        return quarantine("unreadable_amount");
    return SourceTreatment {
        .origin = {},
        .number = cells.text(Column::number),
        .patient_number = std::move(patient_number),
        .date = *date,
        .practitioner = cells.text(Column::practitioner),
        .code = cells.text(Column::code),
        .description = cells.text(Column::description),
        .element = cells.text(Column::element),
        .quantity = *count,
        .tariff = tariff.empty() ? std::nullopt : std::optional(*cents),
        .note = cells.text(Column::note),
    };
}

Read<SourceInvoice> read_invoice(Cells const& cells)
{
    std::string number = cells.text(Column::number);
    std::string patient_number = cells.text(Column::patient_number);
    if (patient_number.empty())
        return quarantine("no_patient_number");
    if (number.empty())
        return quarantine("no_invoice_number");
    auto const date = cells.date(Column::date);
    auto const due_date = optional_date(cells, Column::due_date);
    auto const paid_date = optional_date(cells, Column::paid_date);
    if (!date || !due_date || !paid_date)
        return quarantine("impossible_date");
    auto const amount = read_amount(cells.text(Column::amount));
    if (!amount)
        return quarantine("unreadable_amount");
    std::string paid = cells.text(Column::paid);
    auto const answer = read_answer(paid);
    return SourceInvoice {
        .origin = {},
        .number = std::move(number),
        .patient_number = std::move(patient_number),
        .date = *date,
        .due_date = *due_date,
        .amount = *amount,
        .paid = answer.value_or(*paid_date ? Answer::yes : Answer::no),
        .paid_as_written = answer ? std::string() : std::move(paid),
        .paid_date = *paid_date,
    };
}

Read<SourceAppointment> read_appointment(Cells const& cells)
{
    std::string patient_number = cells.text(Column::patient_number);
    if (patient_number.empty())
        return quarantine("no_patient_number");
    bool const together = cells.has_column(Column::date_and_time) && !cells.has_column(Column::date);
    auto const date = cells.date(together ? Column::date_and_time : Column::date);
    if (!date)
        return quarantine("impossible_date");
    // "Begin" may be a time alone, where the day stands in a column of its own.
    auto const time = read_time(cells.text(cells.has_column(Column::time) ? Column::time : Column::date_and_time));
    if (!time)
        return quarantine("impossible_time");
    auto const minutes = read_duration(cells, *time);
    if (!minutes)
        return quarantine(minutes.error());
    return SourceAppointment {
        .origin = {},
        .number = cells.text(Column::number),
        .patient_number = std::move(patient_number),
        .practitioner = cells.text(Column::practitioner),
        .date = *date,
        .time = *time,
        .minutes = *minutes,
        .reason = cells.text(Column::reason),
        .status = cells.text(Column::status),
        .room = cells.text(Column::room),
    };
}

Read<SourceStaff> read_staff(Cells const& cells)
{
    SourceStaff out {
        .origin = {},
        .code = cells.text(Column::code),
        .name = cells.text(Column::name),
        .role = cells.text(Column::role),
        .big = cells.text(Column::big),
        .agb = cells.text(Column::agb),
    };
    if (out.code.empty())
        return quarantine("no_practitioner_code");
    if (fold_for_search(out.name).empty())
        return quarantine("no_name");
    return out;
}

Writer fingerprint_of(RowKind kind, Cells const& cells)
{
    Writer out;
    out.u8(static_cast<std::uint8_t>(kind));
    for (std::size_t i = 0; i < k_column_count; ++i) {
        std::string const text = cells.text(static_cast<Column>(i));
        // Rows that came along before there was a column for the room are known again.
        if (text.empty() || static_cast<Column>(i) == Column::room)
            continue;
        out.u8(static_cast<std::uint8_t>(i)).sized(text);
    }
    return out;
}

} // namespace zk::app
