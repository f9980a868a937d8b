#include "keep/access_log/words.hpp"

#include "base/require.hpp"

#include <array>

namespace zk::keep {

namespace {

struct Words {
    std::string_view text;
    std::string_view label;
};

constexpr std::array k_events {
    Words { "opened", "programma gestart" },
    Words { "looked", "ingezien" },
    Words { "searched", "gezocht" },
    Words { "revealed", "op verzoek getoond" },
    Words { "glass_broken", "glas gebroken" },
    Words { "patient_created", "ingeschreven" },
    Words { "patient_changed", "gewijzigd" },
    Words { "patient_erased", "vernietigd" },
    Words { "merged", "samengevoegd" },
    Words { "unmerged", "samenvoeging ongedaan gemaakt" },
    Words { "imported", "overgezet uit oude software" },
    Words { "import_undone", "overzetten ongedaan gemaakt" },
    Words { "exported", "uitgevoerd" },
    Words { "refused", "geweigerd" },
    Words { "logged_in", "ingelogd" },
    Words { "login_failed", "inloggen mislukt" },
    Words { "account_changed", "account gewijzigd" },
    Words { "setting_changed", "instelling gewijzigd" },
    Words { "statement_made", "verklaring afgelegd" },
    Words { "checked", "check gedaan" },
    Words { "backed_up", "reservekopie gemaakt" },
    Words { "restored", "teruggezet uit reservekopie" },
    Words { "key_changed", "sleutel gewijzigd" },
    Words { "maintained", "automatisch, door niemand gezien" },
    Words { "log_read", "inzagelog bekeken" },
    Words { "log_exported", "inzagelog uitgevoerd" },
    Words { "mended", "hersteld na een onderbreking" },
    Words { "planned", "afspraak gemaakt of gewijzigd" },
};
static_assert(k_events.size() == static_cast<std::size_t>(last_of(LogEvent {})));

constexpr std::array<std::string_view, 5> k_actions { "C", "R", "U", "D", "E" };
constexpr std::array<std::string_view, 4> k_outcomes { "0", "4", "8", "12" };
constexpr std::array<std::string_view, 3> k_actors { "command_line", "browser", "program" };
constexpr std::array<std::string_view, 4> k_relations { "none", "treating", "assisting", "standing_in" };
constexpr std::array<std::string_view, 8> k_reasons { "identification", "claim", "referral", "insurance_check",
    "stand_in_outside_roster", "emergency", "asked_by_patient", "other" };
constexpr std::array<std::string_view, 7> k_searches { "name", "birth_date", "bsn", "phone", "postcode", "number",
    "mixed" };

template<typename Table, typename Enum>
auto const& at(Table const& table, Enum value)
{
    auto const index = static_cast<std::size_t>(value) - 1;
    ZK_REQUIRE(index < table.size());
    return table[index];
}

} // namespace

std::string_view text_of(LogEvent event)
{
    return at(k_events, event).text;
}
std::string_view label_of(LogEvent event)
{
    return at(k_events, event).label;
}
std::string_view text_of(LogAction action)
{
    return at(k_actions, action);
}
std::string_view text_of(LogOutcome outcome)
{
    return at(k_outcomes, outcome);
}
std::string_view text_of(LogActor actor)
{
    return at(k_actors, actor);
}
std::string_view text_of(LogRelation relation)
{
    return at(k_relations, relation);
}
std::string_view text_of(LogReason reason)
{
    return at(k_reasons, reason);
}
std::string_view text_of(LogSearch search)
{
    return at(k_searches, search);
}

} // namespace zk::keep
