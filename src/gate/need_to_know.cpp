#include "gate/need_to_know.hpp"

#include "base/require.hpp"

#include <string>

namespace zk::gate {

namespace {

using enum Sight;

constexpr std::array<NeedToKnow, catalogue::k_category_last> k_table { {
    //                              praktijkhouder    behandelaar       assistent         receptie  administratie functionaris
    { Category::name_contact, { always, always, always, always, always, never },
        "AVG 5 lid 1 c: wie plant ziet naam, adres en telefoon (FAQ, minimale gegevensverwerking)", "2018-05-25",
        true },
    { Category::bsn_insurance, { on_demand, related, related, on_demand, always, never },
        "Wabvpz 4 tot en met 9, UAVG 46: identiteit aan de balie, declaratie; het BSN zelf altijd met reden",
        "2020-07-01", true },
    { Category::appointment_time, { always, always, always, always, never, never },
        "AVG 5 lid 1 c: wie plant ziet tijden", "2018-05-25", true },
    { Category::appointment_reason, { related, related_or_glass, related_or_glass, never, never, never },
        "BW 7:457: wie plant ziet niet waarvoor de patiënt komt", "2018-05-25", true },
    { Category::alert, { if_treating, always, always, never, never, never },
        "BW 7:453: allergie en antistolling ziet ieder die behandelt, nooit afgeschermd", "2018-05-25", true },
    { Category::treatment_code, { related, related_or_glass, related_or_glass, never, always, never },
        "BW 7:457 lid 2; administratie: codes voor de declaratie, geen aantekeningen", "2018-05-25", true },
    { Category::note, { related, related_or_glass, related_or_glass, never, never, never },
        "BW 7:457 lid 2: alleen wie rechtstreeks betrokken is bij de behandeling", "2018-05-25", true },
    { Category::invoice, { always, never, never, never, always, never },
        "AVG 5 lid 1 c: facturen zijn werk van administratie en praktijkhouder", "2018-05-25", true },
    { Category::log, { always, never, never, never, never, always },
        "NEN 7513 hoofdstuk 8; AVG 39: toezicht door praktijkhouder en functionaris", "2018-05-25", true },
    { Category::setting, { always, never, never, never, never, always },
        "AVG 24 en 39: de praktijkhouder stelt in, de functionaris ziet registers en instellingen", "2018-05-25",
        true },
    { Category::staff, { always, never, never, never, never, always },
        "AVG 24 en 39: accounts beheert de praktijkhouder; de functionaris ziet toe", "2018-05-25", true },
} };

} // namespace

std::array<NeedToKnow, catalogue::k_category_last> const& need_to_know()
{
    return k_table;
}

Sight shipped_sight(Role role, Category category)
{
    for (NeedToKnow const& row : k_table) {
        if (row.category == category)
            return row.sights[static_cast<std::size_t>(role) - 1];
    }
    return Sight::never;
}

std::string_view name_of(Sight sight)
{
    switch (sight) {
    case never:
        return "never";
    case on_demand:
        return "on_demand";
    case related:
        return "related";
    case related_or_glass:
        return "related_or_glass";
    case if_treating:
        return "if_treating";
    case always:
        return "always";
    }
    require_failed("a sight has a name", __FILE__, __LINE__);
}

std::string_view label_of(Sight sight)
{
    switch (sight) {
    case never:
        return "–";
    case on_demand:
        return "op verzoek, met reden";
    case related:
        return "in eigen behandelrelatie";
    case related_or_glass:
        return "in behandelrelatie, of glas breken";
    case if_treating:
        return "als hij behandelt";
    case always:
        return "ja";
    }
    require_failed("a sight has a label", __FILE__, __LINE__);
}

std::string need_to_know_table()
{
    std::string out = "| soort gegevens |";
    for (std::uint8_t role = 1; role <= catalogue::k_role_last; ++role)
        out += " " + std::string(catalogue::name_of(static_cast<Role>(role))) + " |";
    out += " bron |\n|---|---|---|---|---|---|---|---|\n";
    for (NeedToKnow const& row : k_table) {
        out += "| " + std::string(catalogue::label_of(row.category)) + " |";
        for (Sight const sight : row.sights)
            out += " " + std::string(label_of(sight)) + " |";
        out += " " + std::string(row.source) + " |\n";
    }
    return out;
}

} // namespace zk::gate
