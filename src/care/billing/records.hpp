// billing/records: an invoice as it was sent. In the money store, under a key of its own year.
// Used by the billing slice, the import, exports and erasure.
// Always: the year of its date is the period of its key, as its term runs from the end of that year (AWR 52 lid 4).
// An attacker who opens these has amounts of nobody.
#pragma once

#include "catalogue/record.hpp"
#include "keep/keyring/slot.hpp"

namespace zk::care {

struct InvoiceRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::invoice, 1);
    catalogue::Field<"invoice.number", std::string> number;
    catalogue::Field<"invoice.date", Date> date;
    catalogue::Field<"invoice.due", Date> due;
    catalogue::Field<"invoice.amount", Cents> amount;
    catalogue::Field<"invoice.paid", bool> paid;
    catalogue::Field<"invoice.paid_on", Date> paid_on;
    catalogue::Field<"invoice.source_row", Bytes> source_row;
    catalogue::Field<"invoice.imported_by", ImportId> imported_by;
    catalogue::Field<"invoice.source_patient", std::string> source_patient;
    static constexpr auto members = std::tuple(&InvoiceRecord::number, &InvoiceRecord::date, &InvoiceRecord::due,
        &InvoiceRecord::amount, &InvoiceRecord::paid, &InvoiceRecord::paid_on, &InvoiceRecord::source_row,
        &InvoiceRecord::imported_by, &InvoiceRecord::source_patient);
};

[[nodiscard]] inline keep::Period invoice_period(Date date)
{
    return static_cast<keep::Period>(date.year());
}

// The years in which an invoice can lie. Older ones are past every term; a later one is a mistake in its date.
inline constexpr keep::Period k_first_invoice_year = keep::k_first_year;
inline constexpr keep::Period k_last_invoice_year = keep::k_last_year;

} // namespace zk::care
