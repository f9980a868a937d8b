#include "care/check/state.hpp"

#include "base/require.hpp"

namespace zk::care::check {

namespace {

struct Row {
    Reason reason;
    State state;
    std::string_view name;
    std::string_view sentence;
    Step step = {};
};

constexpr auto k_proven = State::proven;
constexpr auto k_open = State::open;
constexpr auto k_failed = State::failed;
constexpr auto k_na = State::na;

constexpr std::array k_rows {
    Row { Reason::pass, k_proven, "pass", "Gemeten, en binnen de grens." },
    Row { Reason::drilled, k_proven, "drilled", "Er was niets te meten, maar het is het afgelopen jaar geoefend." },
    Row { Reason::mended, k_proven, "mended",
        "Het was te laat; dat is geëvalueerd, met een maatregel en een handtekening." },
    Row { Reason::stated, State::declared, "stated", "Niet gemeten; er loopt een verklaring." },

    Row { Reason::nothing_there, k_na, "nothing_there", "Gemeten: er is niets waarvoor dit geldt." },
    Row { Reason::part_absent, k_na, "part_absent",
        "Zorgkluis heeft dit onderdeel nog niet, dus er is niets te beveiligen." },
    Row { Reason::one_person, k_na, "one_person", "U werkt alleen; er is geen team." },
    Row { Reason::test_mode, k_na, "test_mode", "Dit is een testpraktijk: demogegevens horen hier." },
    Row { Reason::small_practice, k_na, "small_practice", "De praktijk is kleiner dan de grens." },
    Row { Reason::not_due, k_na, "not_due", "Volgens de omvang van de praktijk is dit niet verplicht." },

    Row { Reason::no_data, k_open, "no_data", "Er zijn nog geen gegevens om te meten.",
        { "U hoeft nu niets te doen: dit wordt gemeten zodra er gegevens zijn." } },
    Row { Reason::not_built, k_open, "not_built", "Zorgkluis kan dit nog niet meten.",
        { "U hoeft nu niets te doen: een latere versie meet dit." } },
    Row { Reason::unreadable, k_open, "unreadable", "Zorgkluis kan dit niet lezen.",
        { "Zorg dat Zorgkluis dit kan lezen; zie de handleiding." } },
    Row { Reason::probe_error, k_open, "probe_error", "De meting zelf is mislukt.",
        { "Meld dit aan uw leverancier: deze meting werkt niet." } },
    Row { Reason::stale, k_open, "stale", "De meting is te oud.", { "Draai de check opnieuw", "check" } },
    Row { Reason::clock, k_open, "clock", "De klok klopt niet: er is bewijs uit de toekomst.",
        { "Zet de klok van de server goed en draai de check opnieuw", "check" } },
    Row { Reason::expired, k_open, "expired", "De termijn is verstreken; of het nog klopt, is niet bekend." },
    Row { Reason::never_done, k_open, "never_done", "Dit is nog nooit gedaan." },
    Row { Reason::empty, k_open, "empty", "Nul van nul: er was niets om te meten, en dat bewijst niets.",
        { "U hoeft nu niets te doen: dit wordt gemeten zodra er iets te meten is." } },
    Row { Reason::no_statement, k_open, "no_statement", "Hierover is nog niets verklaard." },
    Row { Reason::stated_unknown, k_open, "stated_unknown", "Het antwoord was: weet niet." },
    Row { Reason::text_changed, k_open, "text_changed", "De vraag is gewijzigd sinds de verklaring." },
    Row { Reason::lapsed, k_open, "lapsed", "Wie dit verklaarde, heeft die rol niet meer." },
    Row { Reason::networks_not_set, k_open, "networks_not_set", "De netwerken van de praktijk zijn niet opgegeven.",
        { "Geef de netwerken van de praktijk op", "setting set" } },
    Row { Reason::package_lists_old, k_open, "package_lists_old",
        "De pakketlijsten zijn te oud om te zien welke updates openstaan.",
        { "Laat de server zijn pakketlijsten verversen; zie de handleiding." } },
    Row { Reason::sample_small, k_open, "sample_small", "De steekproef is te klein.",
        { "Draai de check opnieuw", "check" } },
    Row { Reason::cannot_erase_yet, k_open, "cannot_erase_yet",
        "Er zijn gegevens over hun bewaartermijn heen; Zorgkluis kan nog niet vernietigen.",
        { "U hoeft nu niets te doen: een latere versie vernietigt, na uw akkoord." } },
    Row { Reason::neighbours_first, k_open, "neighbours_first",
        "Zonder vaste termijn moeten de tweede stap en de veilige opslag eerst aangetoond zijn.",
        { "Los eerst op wat bij deze vraag nog niet in orde is." } },

    Row { Reason::breach, k_failed, "breach", "Gemeten, en buiten de grens." },
    Row { Reason::not_done, k_failed, "not_done", "Meer dan twee termijnen geleden, of nooit gedaan." },
    Row { Reason::contradicted, k_failed, "contradicted", "De verklaring zegt ja, de meting zegt nee." },
    Row { Reason::stated_no, k_failed, "stated_no", "De verklaring zegt nee." },
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < k_rows.size(); ++i) {
        if (k_rows[i].reason != static_cast<Reason>(i))
            return false;
    }
    return k_rows.size() == k_reason_count;
}
static_assert(in_order(), "the table follows the enum");

Row const& row_of(Reason reason)
{
    auto index = static_cast<std::size_t>(reason);
    ZK_REQUIRE(index < k_rows.size());
    return k_rows[index];
}

struct Word {
    State state;
    std::string_view name;
    std::string_view label;
};
constexpr std::array<Word, 5> k_words { {
    { State::na, "na", "niet van toepassing" },
    { State::proven, "proven", "aangetoond" },
    { State::declared, "declared", "verklaard" },
    { State::open, "open", "open" },
    { State::failed, "failed", "niet in orde" },
} };

Word const& word_of(State state)
{
    auto index = static_cast<std::size_t>(state);
    ZK_REQUIRE(index < k_words.size());
    return k_words[index];
}

} // namespace

State state_of(Reason reason)
{
    return row_of(reason).state;
}

std::string_view name_of(State state)
{
    return word_of(state).name;
}

std::string_view name_of(Reason reason)
{
    return row_of(reason).name;
}

std::optional<Reason> reason_named(std::string_view name)
{
    auto const* found = std::ranges::find(k_rows, name, &Row::name);
    return found == k_rows.end() ? std::nullopt : std::optional(found->reason);
}

std::string_view label_of(State state)
{
    return word_of(state).label;
}

std::string_view sentence_of(Reason reason)
{
    return row_of(reason).sentence;
}

Step step_of(Reason reason)
{
    return row_of(reason).step;
}

} // namespace zk::care::check
