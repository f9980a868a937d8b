#include "catalogue/register_table.hpp"

#include "base/require.hpp"
#include "catalogue/elements.hpp"

#include <fmt/format.h>
#include <iterator>

namespace zk::catalogue {

namespace {

std::string length_text(unsigned months)
{
    if (months % 12 == 0)
        return fmt::format("{} jaar", months / 12);
    return months == 1 ? "1 maand" : fmt::format("{} maanden", months);
}

std::string_view portable_text(Portability portability)
{
    switch (portability) {
    case Portability::portable:
        return "ja";
    case Portability::copy_only:
        return "nee, wel in het afschrift";
    case Portability::internal:
        return "nee";
    }
    require_failed("a portability has a text", __FILE__, __LINE__);
}

std::string_view key_text(KeyPeriod period)
{
    switch (period) {
    case KeyPeriod::whole:
        return "één";
    case KeyPeriod::year:
        return "per jaar";
    case KeyPeriod::month:
        return "per maand";
    }
    require_failed("a key period has a text", __FILE__, __LINE__);
}

void add_elements(std::string& out)
{
    out += "## Elementen\n\n"
           "| nr. | element | sleutel | soort | compartiment | doel | grondslag | termijn | overdraagbaar |\n"
           "|--:|---|---|---|---|---|---|---|---|\n";
    for (Element const& element : k_elements) {
        fmt::format_to(std::back_inserter(out), "| {} | {} | `{}` | {} | {} | {} | {} | {} | {} |\n", element.number,
            element.label, element.key, label_of(element.category), label_of(compartment_of(element)),
            label_of(element.purpose), label_of(element.ground), term_text(retention_of(element.retention)),
            portable_text(element.portability));
    }
}

void add_terms(std::string& out)
{
    out += "\n## Bewaarklassen\n\n"
           "| nr. | klasse | compartiment | sleutels | termijn | bron | nagekeken |\n"
           "|--:|---|---|---|---|---|---|\n";
    for (Retention const& retention : k_retention) {
        fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} | {} | {} | {} |\n",
            static_cast<unsigned>(retention.retention_class), retention.label, label_of(retention.compartment),
            key_text(retention.key_period), term_text(retention), retention.source, retention.verified ? "ja" : "nee");
    }
}

} // namespace

std::string term_text(Retention const& retention)
{
    switch (retention.start) {
    case TermStart::last_medical_change:
        return length_text(retention.term_months) + " na de laatste medische wijziging";
    case TermStart::end_of_own_year:
        return length_text(retention.term_months) + " na het eind van het eigen jaar";
    case TermStart::written:
        return length_text(retention.term_months) + " na het vastleggen";
    case TermStart::end_of_employment:
        return length_text(retention.term_months) + " na vertrek";
    case TermStart::resolved:
        return length_text(retention.term_months) + " na afhandeling";
    case TermStart::with_dossier:
        return "zo lang als het dossier";
    case TermStart::none:
        return "zo lang de praktijk wil";
    }
    require_failed("a term has a text", __FILE__, __LINE__);
}

std::string register_table()
{
    std::string out;
    add_elements(out);
    add_terms(out);
    return out;
}

} // namespace zk::catalogue
