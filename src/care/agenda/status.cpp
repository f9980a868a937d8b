#include "care/agenda/status.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace zk::care {

namespace {

using enum AppointmentStatus;

constexpr std::array<std::string_view, 5> k_texts { "planned", "arrived", "done", "no_show", "cancelled" };
constexpr std::array<std::string_view, 5> k_labels { "gepland", "aangekomen", "klaar", "niet verschenen",
    "geannuleerd" };

struct Word {
    std::string_view folded;
    AppointmentStatus status;
};
// How the old software of practices says it; folded, so without case, accents and punctuation.
constexpr std::array k_words {
    Word { "planned", planned }, Word { "gepland", planned }, Word { "ingepland", planned },
    Word { "afspraak", planned }, Word { "bevestigd", planned }, Word { "definitief", planned },
    Word { "open", planned }, Word { "nieuw", planned }, Word { "actief", planned }, Word { "arrived", arrived },
    Word { "aanwezig", arrived }, Word { "aangekomen", arrived }, Word { "gearriveerd", arrived },
    Word { "aangemeld", arrived }, Word { "wachtkamer", arrived }, Word { "in wachtkamer", arrived },
    Word { "in de wachtkamer", arrived }, Word { "done", done }, Word { "afgerond", done },
    Word { "afgehandeld", done }, Word { "afgesloten", done }, Word { "behandeld", done }, Word { "gedaan", done },
    Word { "geweest", done }, Word { "gereed", done }, Word { "klaar", done }, Word { "nagekomen", done },
    Word { "uitgevoerd", done }, Word { "verschenen", done }, Word { "voltooid", done }, Word { "no show", no_show },
    Word { "noshow", no_show }, Word { "gemist", no_show }, Word { "niet gekomen", no_show },
    Word { "niet verschenen", no_show }, Word { "niet nagekomen", no_show }, Word { "verzuim", no_show },
    Word { "verzuimd", no_show }, Word { "weggebleven", no_show }, Word { "cancelled", cancelled },
    Word { "canceled", cancelled }, Word { "afgebeld", cancelled }, Word { "afgemeld", cancelled },
    Word { "afgezegd", cancelled }, Word { "geannuleerd", cancelled }, Word { "geannuleerd door patient", cancelled },
    Word { "geannuleerd door praktijk", cancelled }, Word { "vervallen", cancelled }, Word { "verwijderd", cancelled },
    Word { "verzet", cancelled }, // it stands again elsewhere
};

} // namespace

std::string_view text_of(AppointmentStatus status)
{
    return k_texts.at(static_cast<std::size_t>(status));
}

std::string_view label_of(AppointmentStatus status)
{
    return k_labels.at(static_cast<std::size_t>(status));
}

std::optional<AppointmentStatus> parse_status(std::string_view text)
{
    auto const* const found = std::ranges::find(k_texts, text);
    if (found == k_texts.end())
        return std::nullopt;
    return static_cast<AppointmentStatus>(found - k_texts.begin());
}

AppointmentStatus status_of_word(std::string_view word)
{
    std::string const folded = fold_for_search(word);
    auto const* const found = std::ranges::find(k_words, folded, &Word::folded);
    return found == k_words.end() ? planned : found->status;
}

} // namespace zk::care
