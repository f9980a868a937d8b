#include "care/billing/billing.hpp"

#include "care/views.hpp"

namespace zk::care {

Result<std::vector<keep::Period>> invoice_years(keep::Vault const& vault, PatientId const& patient)
{
    return vault.years(patient, catalogue::RetentionClass::invoice);
}

Result<std::vector<catalogue::View>> invoices(
    keep::Vault const& vault, catalogue::Grant const& grant, PatientId const& patient)
{
    std::vector<catalogue::View> out;
    if (!catalogue::opens_something<InvoiceRecord>(grant))
        return out;
    ZK_TRY(std::vector<keep::Period> const years, invoice_years(vault, patient));
    for (keep::Period const year : years) {
        ZK_TRY(std::vector<catalogue::View> of_year, views<InvoiceRecord>(vault, grant, patient, year));
        out.insert(out.end(), of_year.begin(), of_year.end());
    }
    catalogue::newest_first(out, "date");
    return out;
}

} // namespace zk::care
