#include "care/check/probe.hpp"

#include <algorithm>
#include <array>

namespace zk::care::check {

namespace {

using L = Limit;
constexpr auto k_m = ProbeMode::measured;
constexpr auto k_mv = ProbeMode::measured_or_stated;
constexpr auto k_v = ProbeMode::stated;
using P = Part;
constexpr auto k_open = Empty::open;
constexpr auto k_moot = Empty::moot;
constexpr auto k_drill = Empty::drill;
constexpr auto k_own = Absent::own_statement;
constexpr auto k_joins = Absent::neighbours_statement;
constexpr auto k_na = Absent::moot;
constexpr auto k_here = Absent::nothing;
constexpr auto k_no_limit = std::nullopt;

constexpr int k_day = 24;
constexpr int k_week = 7 * 24;
constexpr int k_quarter = 92 * 24;

// id, mode, part, empty, absent, neighbour, limit, fresh hours; how it is measured; next step; command.
constexpr std::array k_probes {
    Probe { "1.1a", k_mv, P::team, k_open, k_own, "", L::meeting_age, k_day,
        "De datum van het laatste goedgekeurde verslag van het privacyoverleg.",
        "Plan het privacyoverleg; de agenda staat klaar", "" },
    Probe { "1.1b", k_m, P::team, k_open, k_joins, "1.1a", L::minutes_unread, k_day,
        "Hoeveel medewerkers er niet waren en het verslag na dertig dagen niet lazen.",
        "Laat wie er niet was het verslag lezen en tekenen", "" },
    Probe { "1.1c", k_m, P::team, k_open, k_joins, "1.1a", L::agenda_items_empty, k_day,
        "Of beide vaste agendapunten (zijn de maatregelen genoeg, zijn er nieuwe risico's) een uitkomst hebben.",
        "Vul beide vaste agendapunten in", "" },

    Probe { "1.2a", k_mv, P::team, k_open, k_own, "", L::units_missing, k_day,
        "Hoeveel medewerkers in een jaar geen twee keer meededen; zonder namen.",
        "Nog niet iedereen deed twee keer mee; stuur de quiz opnieuw", "" },
    Probe { "1.2b", k_m, P::team, k_moot, k_joins, "1.2a", L::start_module_missing, k_day,
        "Hoeveel nieuwe collega's na dertig dagen nog niet begonnen.", "Geef de nieuwe collega de startmodule", "" },
    Probe { "1.2c", k_v, P::anywhere, k_open, k_own, "", k_no_limit, k_day, "Dit is gedrag; daarom vragen we het.", "",
        "" },

    Probe { "1.3a", k_m, P::v1, k_open, k_here, "", L::password_age, k_day,
        "De leeftijd van het oudste wachtwoord van accounts die kunnen inloggen.",
        "Vraag deze collega's een nieuw wachtwoord te kiezen", "account reset" },
    Probe { "1.3b", k_m, P::v1, k_open, k_here, "", L::without_second_step, k_day,
        "Hoeveel accounts kunnen inloggen zonder bevestigde tweede stap.", "Zet de tweede stap aan voor deze accounts",
        "account reset" },
    Probe { "1.3c", k_m, P::v1, k_open, k_here, "", L::weak_passwords, k_day,
        "Hoeveel wachtwoorden te licht bewaard, bekend, te kort of nog van een ander zijn.",
        "Laat een nieuw, langer wachtwoord kiezen", "account reset" },

    Probe { "1.4a", k_m, P::v1, k_open, k_here, "", L::lock_at_desk, k_day,
        "De ingestelde vergrendeltijd per rol, en hoe lang een sessie duurt.",
        "Zet de vergrendeltijd korter bij Instellingen", "setting set" },
    Probe { "1.4b", k_m, P::v1, k_open, k_here, "", L::answered_past_lock, k_day,
        "Hoeveel verzoeken in dertig dagen antwoord kregen uit een sessie die al vergrendeld had moeten zijn.",
        "Meld dit aan uw leverancier: de vergrendeling werkt niet", "" },
    Probe { "1.4c", k_mv, P::agent, k_open, k_own, "", L::workstations_not_locking, k_day,
        "Hoeveel werkplekken zichzelf niet op tijd vergrendelen.", "Stel schermvergrendeling in op deze werkplekken",
        "" },

    Probe { "1.5a", k_mv, P::team, k_open, k_own, "", L::round_age, k_day,
        "De datum van de laatste ronde langs lege bureaus.", "Loop de ronde (10 minuten, lijst op uw telefoon)", "" },
    Probe { "1.5b", k_m, P::team, k_moot, k_joins, "1.5a", L::round_findings_open, k_day,
        "Hoeveel vondsten langer dan veertien dagen open staan.", "Rond de open punten van de laatste ronde af", "" },

    Probe { "1.6a", k_mv, P::registers, k_drill, k_own, "", L::reported_after, k_day,
        "Hoeveel uur er zat tussen kennisneming en melding van datalekken die gemeld moesten worden.",
        "Meld nu bij de AP; het formulier is ingevuld. Noem de reden van de vertraging", "" },
    Probe { "1.6b", k_m, P::registers, k_moot, k_joins, "1.6a", L::without_verdict, k_day,
        "Hoeveel vermoedens na 72 uur geen getekend oordeel hebben.", "Beoordeel het risico; de stappen staan klaar",
        "" },
    Probe { "1.6c", k_m, P::registers, k_moot, k_joins, "1.6a", L::persons_not_informed, k_day,
        "Hoeveel datalekken met een hoog risico waarover betrokkenen na 72 uur niets hoorden.",
        "Stuur de brieven aan betrokkenen", "" },
    Probe { "1.6d", k_mv, P::registers, k_open, k_own, "", L::breach_drill_age, k_day,
        "Of een melder en een vervanger zijn aangewezen, en wanneer er geoefend is.",
        "Wijs een melder en vervanger aan en oefen een keer", "" },

    Probe { "2.1a", k_mv, P::registers, k_open, k_own, "", L::expert_visit_age, k_day,
        "De datum van het laatste rapport van een ICT-expert van buiten, en wat ernstig was.",
        "Plan de jaarlijkse ICT-controle", "" },
    Probe { "2.1b", k_m, P::v1, k_open, k_here, "", L::update_pending, k_day,
        "Of het systeem van de server ondersteund wordt, en hoe lang een beveiligingsupdate al wacht.",
        "Installeer de beveiligingsupdates en herstart", "" },
    Probe { "2.1c", k_mv, P::agent, k_open, k_own, "", L::workstations_unsafe, k_day,
        "Hoeveel werkplekken achterlopen, onversleuteld of onbeschermd zijn.", "Laat deze werkplekken bijwerken", "" },

    Probe { "2.2a", k_m, P::v1, k_open, k_here, "", L::sessions_from_elsewhere, k_day,
        "Hoeveel sessies in dertig dagen van buiten de opgegeven netwerken kwamen.",
        "Sluit toegang van buiten, of regel een VPN", "" },
    Probe { "2.2b", k_m, P::v1, k_open, k_here, "", L::certificate_left, k_day,
        "Of overal alleen TLS 1.3 antwoordt, en hoe lang het certificaat nog geldt.", "Vernieuw het certificaat", "" },
    Probe { "2.2c", k_mv, P::agent, k_moot, k_own, "", L::outside_devices_unsafe, k_day,
        "Hoeveel apparaten buiten de praktijk onversleuteld zijn of geen slot hebben.",
        "Beveilig of meld deze laptop af", "" },
    Probe { "2.2d", k_m, P::portal, k_moot, k_na, "", L::lost_devices_alive, k_day,
        "Hoeveel verloren apparaten na een uur nog een sessie hebben.", "Beëindig de sessies van het verloren apparaat",
        "" },

    Probe { "2.3a", k_m, P::v1, k_open, k_here, "", L::folder_deviations, k_day,
        "Hoeveel bestanden van de gegevensmap een ander kan lezen, of naar buiten wijzen.", "Herstel de rechten",
        "repair rights" },
    Probe { "2.3b", k_m, P::v1, k_open, k_here, "", L::plain_records, k_week,
        "Hoeveel van 200 willekeurige gegevens leesbaar in de bestanden staan.",
        "Stop en bel uw leverancier: gegevens zijn onversleuteld", "" },
    Probe { "2.3c", k_m, P::v1, k_open, k_here, "", L::shared_ids, k_day,
        "Hoeveel nummers in zowel de persoonsgegevens als de zorggegevens staan.",
        "Stop en bel uw leverancier: de twee plekken delen een nummer", "" },
    Probe { "2.3d", k_m, P::v1, k_open, k_here, "", L::accounts_past_end, k_day,
        "Hoeveel accounts na hun einddatum nog binnen kunnen.", "Sluit het account van de vertrokken collega",
        "account disable" },
    Probe { "2.3e", k_m, P::v1, k_open, k_here, "", L::process_weaknesses, k_day,
        "Of core dumps uit staan, sleutels uit de swap blijven en de server alleen luistert waar dat mag.",
        "Zet goed wat hier genoemd is (swap uit of versleuteld, core dumps uit); zie de handleiding", "" },
    Probe { "2.3f", k_v, P::anywhere, k_open, k_own, "", k_no_limit, k_day,
        "Een gebouw is niet te meten; daarom vragen we het.", "", "" },
    Probe { "2.3g", k_mv, P::agent, k_open, k_own, "", L::usb_open, k_day,
        "Hoeveel werkplekken USB-opslag zonder vraag toelaten.", "Blokkeer USB-opslag op deze werkplekken", "" },

    Probe { "2.4a", k_m, P::v1, k_open, k_here, "", L::build_age, k_day,
        "De leeftijd van deze versie, en of er een zwakke plek van bekend is.", "Werk Zorgkluis bij", "" },
    Probe { "2.4b", k_m, P::v1, k_open, k_here, "", L::log_deviations, k_week,
        "Of het hele log klopt, en iedere toegang en wijziging er een regel in heeft.",
        "Het log klopt niet: bewaar alles en bel uw leverancier", "" },
    Probe { "2.4c", k_m, P::portal, k_moot, k_na, "", L::patients_without_second_step, k_day,
        "Hoeveel patiëntaccounts geen tweede stap hebben.", "Laat deze patiënten de tweede stap instellen", "" },
    Probe { "2.4d", k_mv, P::registers, k_open, k_own, "", L::software_list_age, k_day,
        "De datum waarop de lijst van andere software is nagelopen.", "Loop de softwarelijst na", "" },
    Probe { "2.4e", k_mv, P::gate, k_open, k_own, "", L::cloud_finds, k_day,
        "Hoeveel zekere vondsten in mappen die met een clouddienst meelopen.",
        "Haal deze map uit de cloud; plaats staat hiernaast", "" },
    Probe { "2.4f", k_m, P::v1, k_open, k_here, "", L::demo_data, k_day,
        "Hoeveel demo-accounts en test-BSN's in een echte praktijk staan.", "Verwijder de demogegevens", "" },

    Probe { "3.1a", k_mv, P::registers, k_open, k_own, "", L::statement_gaps, k_day,
        "Hoeveel vereiste onderdelen ontbreken, en of de tekst nog met de feiten klopt.",
        "De verklaring loopt achter; bekijk de wijziging en teken", "" },
    Probe { "3.1b", k_mv, P::registers, k_open, k_own, "", L::site_mark_age, k_day,
        "Wanneer de website de geldende versie toonde, of de verklaring over de wachtkamer.",
        "Zet de nieuwe versie op uw website of in de wachtkamer", "" },

    Probe { "3.2a", k_mv, P::registers, k_open, k_own, "", L::agreements_missing, k_day,
        "Hoeveel verwerkers geen geldende overeenkomst met alle delen van artikel 28 hebben.",
        "Vernieuw de overeenkomst met deze partner; de poort is dicht", "" },
    Probe { "3.2b", k_m, P::registers, k_open, k_joins, "3.2a", L::unknown_recipients, k_day,
        "Hoeveel ontvangers van de laatste negentig dagen geen kaart hebben.", "Maak een kaart voor deze ontvanger",
        "" },
    Probe { "3.2c", k_mv, P::registers, k_open, k_own, "", L::subprocessor_list_age, k_day,
        "Wanneer de onderaannemers van de verwerkers zijn nagelopen.", "Vraag deze partner zijn onderaannemers op",
        "" },

    Probe { "3.3a", k_mv, P::registers, k_open, k_own, "", L::policy_age, k_day,
        "Wanneer het privacybeleid is goedgekeurd of herzien.", "Herzie en keur het beleid goed", "" },
    Probe { "3.3b", k_m, P::registers, k_open, k_joins, "3.3a", L::policy_unsigned, k_day,
        "Hoeveel medewerkers de geldende versie na dertig dagen niet tekenden.", "Laat deze collega's tekenen", "" },

    Probe { "3.4a", k_m, P::v1, k_open, k_here, "", L::undeclared_elements, k_day,
        "Hoeveel opgeslagen gegevens niet, of niet volledig, in de catalogus staan.",
        "Onverwacht gegeven gevonden: bel uw leverancier", "" },
    Probe { "3.4b", k_m, P::registers, k_open, k_joins, "3.4c", L::undeclared_purposes, k_day,
        "Hoeveel inzagen in negentig dagen een doel hadden dat niet in het getekende register staat.",
        "Vul het doel aan of stop de verwerking", "" },
    Probe { "3.4c", k_mv, P::registers, k_open, k_own, "", L::outside_list_age, k_day,
        "Wanneer de verwerkingen buiten de software zijn nagelopen en getekend.",
        "Loop de lijst buiten Zorgkluis na en teken", "" },

    Probe { "3.5a", k_mv, P::registers, k_drill, k_own, "", L::breach_entries_incomplete, k_day,
        "Hoeveel gesloten meldingen geen feiten, gevolgen of maatregelen hebben.", "Vul gevolgen en maatregelen in",
        "" },
    Probe { "3.5b", k_m, P::registers, k_moot, k_joins, "3.5a", L::signals_unjudged, k_day,
        "Hoeveel signalen na 72 uur niet beoordeeld zijn.", "Beoordeel dit signaal: datalek of niet, en waarom", "" },

    Probe { "3.6a", k_m, P::v1, k_open, k_here, "", L::patients_large_scale, k_day,
        "Hoeveel patiënten zijn ingeschreven, en hoeveel er per jaar worden behandeld.",
        "U hebt meer dan 10.000 patiënten, of een praktijk waarvoor het altijd geldt: maak een DPIA", "" },
    Probe { "3.6b", k_v, P::anywhere, k_open, k_own, "", k_no_limit, k_day,
        "Andere hoge risico's kent alleen de praktijk; daarom vragen we het.", "", "" },
    Probe { "3.6c", k_mv, P::registers, k_moot, k_own, "", L::dpia_parts_missing, k_day,
        "Hoeveel delen van de DPIA nog leeg of ongetekend zijn.", "Rond de DPIA af; de helft is al ingevuld", "" },

    Probe { "4.1a", k_mv, P::registers, k_drill, k_own, "", L::requests_past_due, k_day,
        "Hoeveel open verzoeken over hun termijn zijn.", "Antwoord vandaag, of verleng met reden (binnen de maand)",
        "" },
    Probe { "4.1b", k_m, P::registers, k_moot, k_joins, "4.1a", L::requests_late, k_day,
        "Hoeveel verzoeken van het afgelopen jaar te laat beantwoord zijn.",
        "Leg vast waardoor het te laat was en wat u verandert", "" },
    Probe { "4.1c", k_mv, P::registers, k_open, k_own, "", L::ways_in, k_day,
        "Langs hoeveel wegen een patiënt een verzoek kan doen.", "Zet een tweede weg open (formulier, portaal)", "" },
    Probe { "4.1d", k_m, P::v1, k_open, k_here, "", L::index_deviations, k_day,
        "Of het inzagelog per patiënt precies de regels van het log heeft.", "Herbouw de index", "journal reindex" },

    Probe { "4.2a", k_m, P::v1, k_open, k_here, "", L::widened_cells, k_day,
        "Hoeveel rechten ruimer staan dan geleverd, zonder reden, naam en datum.",
        "Geef een reden of draai de verruiming terug", "setting set" },
    Probe { "4.2b", k_m, P::v1, k_open, k_here, "", L::overdue_records, k_day,
        "Hoeveel gegevens meer dan dertig dagen over hun bewaartermijn en nog leesbaar zijn.",
        "Bekijk de lijst en laat vernietigen", "" },
    Probe { "4.2c", k_mv, P::billing, k_open, k_own, "", L::bsn_sent, k_day,
        "Hoeveel facturen en brieven in negentig dagen een BSN droegen zonder vastgelegde reden.",
        "Zet het BSN uit op facturen, of leg de reden vast", "" },
    Probe { "4.2d", k_mv, P::gate, k_open, k_own, "", L::bsn_in_text, k_day,
        "Hoeveel zekere vondsten van een BSN in vrije tekst langer dan dertig dagen open staan.",
        "Haal het BSN uit deze aantekening (lijst bij de behandelaar)", "" },
    Probe { "4.2e", k_mv, P::gate, k_moot, k_own, "", L::mailings_without_consent, k_day,
        "Hoeveel mailings zonder aantoonbare toestemming gingen.", "Haal deze adressen van de lijst", "" },

    Probe { "4.3a", k_mv, P::billing, k_open, k_own, "", L::invoicing_conditions_broken, k_day,
        "Of de voorwaarden van de gekozen manier van factureren gehouden worden.",
        "Kies uw manier van factureren en lees de voorwaarden", "" },
    Probe { "4.3b", k_m, P::billing, k_moot, k_joins, "4.3a", L::factored_without_consent, k_day,
        "Hoeveel verkochte vorderingen geen schriftelijke toestemming vooraf hebben, of een BSN dragen.",
        "Trek deze vorderingen terug of vraag toestemming", "" },
    Probe { "4.3c", k_m, P::billing, k_moot, k_joins, "4.3a", L::personal_at_finance, k_quarter,
        "Hoeveel persoonsgegevens er bij de eigenaar van de vorderingen gevonden zijn.",
        "Stop de uitwisseling en bel uw kantoor", "" },
    Probe { "4.3d", k_mv, P::billing, k_moot, k_own, "", L::certificates_ended, k_day,
        "Hoeveel partijen geen geldig certificaat of onderzoek hebben.", "Vraag het nieuwe certificaat op", "" },
    Probe { "4.3e", k_m, P::billing, k_moot, k_joins, "4.3a", L::invoices_by_plain_mail, k_day,
        "Hoeveel facturen met gezondheidsgegevens over gewone mail gingen.", "Stuur via portaal of beveiligde mail",
        "" },
};

} // namespace

std::span<Probe const> probes()
{
    return k_probes;
}

Probe const* find_probe(std::string_view id)
{
    auto const* found = std::ranges::find(k_probes, id, &Probe::id);
    return found == k_probes.end() ? nullptr : found;
}

std::span<Probe const> probes_of(std::string_view question_id)
{
    auto belongs = [question_id](Probe const& probe) { return probe.question() == question_id; };
    auto const* first = std::ranges::find_if(k_probes, belongs);
    auto const* last = std::find_if_not(first, k_probes.end(), belongs);
    return { first, last };
}

StatementSpec const* spokesman(Probe const& probe, Team team)
{
    return find_statement_spec(probe.absent == Absent::neighbours_statement ? probe.neighbour : probe.id, team);
}

bool moot_when_alone(Probe const& probe)
{
    return probe.id == "1.1b" || probe.id == "1.2b" || probe.id == "3.3b";
}

bool mends(Probe const& probe)
{
    return probe.id == "1.6a" || probe.id == "4.1b";
}

std::string_view name_of(ProbeMode mode)
{
    switch (mode) {
    case ProbeMode::measured:
        return "M";
    case ProbeMode::measured_or_stated:
        return "MV";
    case ProbeMode::stated:
        return "V";
    }
    return "";
}

} // namespace zk::care::check
