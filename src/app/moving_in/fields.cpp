#include "app/moving_in/fields.hpp"

namespace zk::app {

namespace {

class FieldList {
public:
    FieldList& add(Column column, std::string const& text)
    {
        if (!text.empty()) {
            m_out.emplace_back(key_of(column).text());
            m_out.push_back(text);
        }
        return *this;
    }
    FieldList& add(Column column, std::optional<Date> const& date)
    {
        return add(column, date ? date->iso() : std::string());
    }
    Fields take() { return std::move(m_out); }

private:
    Fields m_out;
};

} // namespace

Fields fields_of(SourcePatient const& row, Memo memo)
{
    FieldList out;
    out.add(Column::patient_number, row.number).add(Column::bsn, row.bsn ? row.bsn->digits() : row.bsn_as_written);
    out.add(Column::surname, row.surname)
        .add(Column::tussenvoegsel, row.tussenvoegsel)
        .add(Column::initials, row.initials);
    out.add(Column::first_name, row.first_name);
    out.add(Column::sex, row.sex_as_written.empty() ? std::string(sex_letter(row.sex)) : row.sex_as_written);
    out.add(Column::birth_date, row.birth_date)
        .add(Column::street, row.street)
        .add(Column::house_number, row.house_number);
    out.add(Column::house_number_addition, row.house_number_addition).add(Column::postcode, row.postcode);
    out.add(Column::city, row.city)
        .add(Column::phone, row.phone)
        .add(Column::mobile, row.mobile)
        .add(Column::email, row.email);
    out.add(Column::uzovi, row.uzovi)
        .add(Column::policy_number, row.policy_number)
        .add(Column::registered, row.registered);
    out.add(Column::deregistered, row.deregistered).add(Column::deceased, row.deceased);
    if (memo == Memo::with)
        out.add(Column::alert, row.alert).add(Column::memo, row.memo);
    return out.take();
}

Fields fields_of(SourceTreatment const& row)
{
    FieldList out;
    out.add(Column::number, row.number).add(Column::patient_number, row.patient_number).add(Column::date, row.date);
    out.add(Column::practitioner, row.practitioner)
        .add(Column::code, row.code)
        .add(Column::description, row.description);
    out.add(Column::element, row.element).add(Column::quantity, std::to_string(row.quantity));
    out.add(Column::tariff, row.tariff ? row.tariff->plain() : std::string()).add(Column::note, row.note);
    return out.take();
}

Fields fields_of(SourceInvoice const& row)
{
    FieldList out;
    out.add(Column::number, row.number).add(Column::patient_number, row.patient_number).add(Column::date, row.date);
    out.add(Column::due_date, row.due_date).add(Column::amount, row.amount.plain());
    out.add(Column::paid, row.paid == Answer::yes ? "ja" : "nee").add(Column::paid_date, row.paid_date);
    return out.take();
}

Fields fields_of(SourceAppointment const& row)
{
    FieldList out;
    out.add(Column::number, row.number).add(Column::patient_number, row.patient_number);
    out.add(Column::practitioner, row.practitioner).add(Column::date, row.date).add(Column::time, row.time.text());
    out.add(Column::duration, row.minutes ? std::to_string(*row.minutes) : std::string())
        .add(Column::reason, row.reason);
    out.add(Column::status, row.status).add(Column::room, row.room);
    return out.take();
}

Fields fields_of(Quarantined const& row)
{
    Fields out;
    for (RawField const& field : row.fields) {
        out.push_back(field.header);
        out.push_back(field.text);
    }
    return out;
}

} // namespace zk::app
