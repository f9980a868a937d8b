#include "catalogue/kinds.hpp"

#include "base/require.hpp"

#include <array>

namespace zk::catalogue {

namespace {

template<typename Enum>
struct Words {
    Enum value;
    std::string_view name;
    std::string_view label;
};

constexpr std::array k_categories {
    Words { Category::name_contact, "name_contact", "naam en contact" },
    Words { Category::bsn_insurance, "bsn_insurance", "BSN en verzekering" },
    Words { Category::appointment_time, "appointment_time", "afspraaktijden" },
    Words { Category::appointment_reason, "appointment_reason", "reden van afspraak" },
    Words { Category::alert, "alert", "medische waarschuwingen" },
    Words { Category::treatment_code, "treatment_code", "behandelcodes" },
    Words { Category::note, "note", "aantekeningen" },
    Words { Category::invoice, "invoice", "facturen" },
    Words { Category::log, "log", "inzagelog" },
    Words { Category::setting, "setting", "instellingen" },
    Words { Category::staff, "staff", "medewerkers" },
};
static_assert(k_categories.size() == k_category_last);

constexpr std::array k_roles {
    Words { Role::praktijkhouder, "praktijkhouder", "praktijkhouder" },
    Words { Role::behandelaar, "behandelaar", "behandelaar" },
    Words { Role::assistent, "assistent", "assistent" },
    Words { Role::receptie, "receptie", "receptie" },
    Words { Role::administratie, "administratie", "administratie" },
    Words { Role::functionaris, "functionaris", "functionaris gegevensbescherming" },
};
static_assert(k_roles.size() == k_role_last);

constexpr std::array k_purposes {
    Words { Purpose::care, "care", "behandeling" },
    Words { Purpose::planning, "planning", "afspraken plannen" },
    Words { Purpose::identification, "identification", "identiteit vaststellen" },
    Words { Purpose::billing, "billing", "declareren en factureren" },
    Words { Purpose::oversight, "oversight", "toezicht op inzage" },
    Words { Purpose::patient_right, "patient_right", "rechten van de patiënt" },
    Words { Purpose::practice, "practice", "praktijkvoering" },
    Words { Purpose::maintenance, "maintenance", "onderhoud door het programma" },
    Words { Purpose::moving_in, "moving_in", "overzetten uit oude software" },
};
static_assert(k_purposes.size() == k_purpose_last);

template<typename Enum, std::size_t N>
Words<Enum> const& words_of(std::array<Words<Enum>, N> const& table, Enum value)
{
    for (auto const& row : table) {
        if (row.value == value)
            return row;
    }
    require_failed("a value of the catalogue has words", __FILE__, __LINE__);
}

} // namespace

std::string_view label_of(Category category)
{
    return words_of(k_categories, category).label;
}
std::string_view label_of(Role role)
{
    return words_of(k_roles, role).label;
}
std::string_view label_of(Purpose purpose)
{
    return words_of(k_purposes, purpose).label;
}
std::string_view name_of(Category category)
{
    return words_of(k_categories, category).name;
}
std::string_view name_of(Role role)
{
    return words_of(k_roles, role).name;
}
std::string_view name_of(Purpose purpose)
{
    return words_of(k_purposes, purpose).name;
}

std::string_view label_of(Compartment compartment)
{
    switch (compartment) {
    case Compartment::identity:
        return "identiteit";
    case Compartment::care:
        return "zorg";
    case Compartment::money:
        return "geld";
    case Compartment::practice:
        return "praktijk";
    case Compartment::journal:
        return "inzagelog";
    }
    require_failed("a compartment has a label", __FILE__, __LINE__);
}

std::string_view label_of(Ground ground)
{
    switch (ground) {
    case Ground::treatment_contract:
        return "behandelingsovereenkomst (AVG 6 lid 1 b en 9 lid 2 h; BW 7:446 en 7:454)";
    case Ground::wabvpz:
        return "wettelijke plicht (AVG 6 lid 1 c; Wabvpz 4 tot en met 9, UAVG 46)";
    case Ground::fiscal:
        return "wettelijke plicht (AVG 6 lid 1 c; AWR 52 lid 4)";
    case Ground::log_duty:
        return "wettelijke plicht (AVG 6 lid 1 c; Begz 5, NEN 7513)";
    case Ground::employment:
        return "overeenkomst met de medewerker (AVG 6 lid 1 b)";
    case Ground::accountability:
        return "verantwoordingsplicht (AVG 5 lid 2, 24 en 32)";
    }
    require_failed("a ground has a label", __FILE__, __LINE__);
}

} // namespace zk::catalogue
