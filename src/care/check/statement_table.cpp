#include "care/check/probe.hpp"

#include <algorithm>
#include <array>

namespace zk::care::check {

namespace {

constexpr auto k_owner = MayState::praktijkhouder;
constexpr auto k_either = MayState::praktijkhouder_or_functionaris;
constexpr auto k_free = Explanation::optional;
constexpr auto k_explained = Explanation::required;
constexpr auto k_always = Counts::always;
constexpr auto k_until = Counts::until_measured;
constexpr auto k_asked = Counts::when_asked;
constexpr auto k_team = Team::several;
constexpr auto k_alone = Team::one_person;

constexpr int k_quarter = 92;
constexpr int k_half_year = 183;
constexpr int k_year = 365;

// probe, text version, team, term in days, who, explanation, when it counts; what "ja" says; the step after "nee".
constexpr std::array k_specs {
    StatementSpec { "1.1a", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Het team heeft op deze dag overlegd over dataveiligheid en privacy. In het verslag staat of de maatregelen "
        "nog genoeg zijn en of er nieuwe risico's zijn; wie er niet was, heeft het gelezen.",
        "Plan het privacyoverleg en leg de uitkomst vast in een verslag." },
    StatementSpec { "1.1a", 2, k_alone, k_year, k_owner, k_explained, k_always,
        "U hebt op deze dag zelf nagelopen of uw maatregelen nog genoeg zijn en of er nieuwe risico's zijn; uw "
        "aantekeningen staan in de toelichting.",
        "Loop uw maatregelen en risico's na en maak er aantekeningen van." },
    StatementSpec { "1.2a", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Iedere medewerker deed het afgelopen jaar minstens twee keer mee aan een training of toets over privacy, en "
        "nieuwe collega's binnen dertig dagen na hun start.",
        "Plan een training of toets voor wie nog geen twee keer meedeed." },
    StatementSpec { "1.2c", 1, k_team, k_half_year, k_owner, k_free, k_always,
        "Patiënten worden niet besproken waar anderen meeluisteren, en er gaan geen patiëntgegevens over gewone mail.",
        "Bespreek dit in het team en leg het vast." },
    StatementSpec { "1.3a", 1, k_team, k_year, k_owner, k_free, k_asked,
        "De praktijk kiest ervoor wachtwoorden alleen bij aanleiding te wijzigen, zoals een vermoeden van misbruik, en "
        "niet op een termijn.",
        "Kies een termijn voor wachtwoorden." },
    StatementSpec { "1.4c", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Iedere werkplek vergrendelt zichzelf, aan de balie binnen vijf en elders binnen vijftien minuten, en vraagt "
        "daarna om een wachtwoord.",
        "Stel schermvergrendeling in op iedere werkplek." },
    StatementSpec { "1.5a", 1, k_team, k_quarter, k_owner, k_free, k_until,
        "Op deze dag is de ronde langs lege bureaus gelopen: papier, kasten, schermen en zichtbare wachtwoorden. Wat "
        "een eerdere ronde vond, is binnen veertien dagen opgelost.",
        "Loop de ronde langs papier, kasten, schermen en zichtbare wachtwoorden." },
    StatementSpec { "1.6a", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Ieder vermoeden van een datalek is beoordeeld. Wat gemeld moest worden, is binnen 72 uur bij de Autoriteit "
        "Persoonsgegevens gemeld, en bij een hoog risico zijn de betrokkenen ingelicht; of er was geen vermoeden.",
        "Beoordeel het risico; meld wat gemeld moet worden, met de reden van de vertraging." },
    StatementSpec { "1.6d", 1, k_team, k_year, k_owner, k_free, k_until,
        "Er is een melder van datalekken aangewezen en een vervanger, en het melden is op deze dag geoefend.",
        "Wijs een melder en vervanger aan en oefen een keer." },
    StatementSpec { "2.1a", 1, k_team, k_year, k_owner, k_explained, k_until,
        "Een ICT-expert van buiten heeft op deze dag de computers en de beveiliging nagelopen, en wat ernstig was, is "
        "binnen dertig dagen verholpen. De naam van het bedrijf staat in de toelichting.",
        "Plan de jaarlijkse ICT-controle." },
    StatementSpec { "2.1b", 1, k_team, k_half_year, k_owner, k_explained, k_asked,
        "Het systeem van de server wordt ondersteund en de beveiligingsupdates zijn geïnstalleerd; dat heeft een "
        "ICT-expert op deze dag vastgesteld. De naam staat in de toelichting.",
        "Laat een ICT-expert het systeem en de updates van de server nalopen." },
    StatementSpec { "2.1c", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Van iedere werkplek wordt het systeem ondersteund, zijn de updates niet ouder dan dertig dagen, is de schijf "
        "versleuteld en staat bescherming tegen kwaadaardige software aan.",
        "Laat de werkplekken bijwerken en hun schijven versleutelen." },
    StatementSpec { "2.2c", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Apparaten die buiten de praktijk gebruikt worden, hebben een versleutelde schijf en een slot op het scherm; "
        "of zulke apparaten zijn er niet.",
        "Beveilig of verwijder deze apparaten." },
    StatementSpec { "2.3f", 1, k_team, k_year, k_owner, k_free, k_always,
        "De server staat achter slot, en patiënten kunnen geen scherm lezen.",
        "Controleer slot en beeldschermen en leg vast." },
    StatementSpec { "2.3g", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Op iedere werkplek is USB-opslag geblokkeerd, of vraagt de werkplek eerst om toestemming.",
        "Blokkeer USB-opslag op de werkplekken." },
    StatementSpec { "2.4d", 1, k_team, k_year, k_owner, k_free, k_until,
        "De lijst van andere software met patiëntgegevens is op deze dag nagelopen: de maker, waar de gegevens staan, "
        "en de overeenkomst of waarom die niet nodig is.",
        "Maak een lijst van de andere software en loop die na." },
    StatementSpec { "2.4e", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "In mappen die met een clouddienst meelopen (Drive, Dropbox, OneDrive, iCloud) staan geen patiëntgegevens.",
        "Haal patiëntgegevens uit mappen die met een clouddienst meelopen." },
    StatementSpec { "3.1a", 1, k_team, k_year, k_owner, k_free, k_until,
        "De privacyverklaring bevat wat artikel 13 en 14 van de AVG vragen, klopt met wat de praktijk doet, en is op "
        "deze dag goedgekeurd.",
        "Maak de privacyverklaring compleet en keur haar goed." },
    StatementSpec { "3.1b", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "De geldende privacyverklaring staat op de website of hangt in de wachtkamer.",
        "Zet de verklaring op uw website of hang haar in de wachtkamer." },
    StatementSpec { "3.2a", 1, k_team, k_year, k_owner, k_free, k_until,
        "Met iedere partij die voor de praktijk gegevens verwerkt, is een overeenkomst van kracht zoals artikel 28 van "
        "de AVG die vraagt, en er gaan geen gegevens naar partijen die de praktijk niet in kaart heeft; of er zijn "
        "geen verwerkers.",
        "Sluit of vernieuw de ontbrekende overeenkomsten." },
    StatementSpec { "3.2c", 1, k_team, k_year, k_owner, k_free, k_until,
        "Van iedere verwerker zijn de onderaannemers bekend en op deze dag nagelopen; of er zijn geen verwerkers.",
        "Vraag de verwerkers naar hun onderaannemers." },
    StatementSpec { "3.3a", 1, k_team, k_year, k_owner, k_free, k_until,
        "Het interne privacybeleid is op deze dag goedgekeurd of herzien, en alle medewerkers hebben het getekend.",
        "Schrijf of herzie het privacybeleid en laat het tekenen." },
    StatementSpec { "3.4c", 1, k_team, k_year, k_either, k_free, k_until,
        "De verwerkingen buiten de software (personeel, camera, papier, website) staan in het register en zijn op deze "
        "dag nagelopen, en gegevens worden alleen gebruikt voor de doelen die daar staan.",
        "Loop de verwerkingen buiten Zorgkluis na en teken de lijst." },
    StatementSpec { "3.5a", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "De praktijk heeft een register van datalekken. Ieder datalek en ieder vermoeden staat erin, met feiten, "
        "gevolgen en maatregelen, en is binnen 72 uur beoordeeld.",
        "Leg een register van datalekken aan en vul gevolgen en maatregelen in." },
    StatementSpec { "3.6a", 1, k_team, k_year, k_owner, k_free, k_asked,
        "De praktijk is van een zelfstandige zorgverlener die alleen werkt, geen instelling.", "Maak een DPIA." },
    StatementSpec { "3.6b", 1, k_team, k_year, k_either, k_free, k_always,
        "De risicolijst van de Autoriteit Persoonsgegevens is nagelopen (camera, AI, grote uitwisseling, nieuwe "
        "techniek): er is geen ander hoog risico, of er is een DPIA voor gemaakt.",
        "Maak een DPIA voor dit risico." },
    StatementSpec { "3.6c", 1, k_team, k_year, k_owner, k_free, k_until,
        "De DPIA is klaar en getekend: beschrijving en doelen, noodzaak, risico's en maatregelen (AVG art. 35 lid 7).",
        "Rond de DPIA af en teken haar." },
    StatementSpec { "4.1a", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Geen verzoek van een patiënt is over zijn termijn, en de verzoeken van het afgelopen jaar zijn binnen een "
        "maand beantwoord, of binnen drie met een brief in de eerste; of er was geen verzoek.",
        "Antwoord vandaag, of verleng met reden (binnen de maand)." },
    StatementSpec { "4.1c", 1, k_team, k_year, k_owner, k_free, k_until,
        "Een patiënt kan een verzoek doen aan de balie en op nog een manier; voor ieder soort verzoek is er een brief, "
        "en de privacyverklaring noemt ze.",
        "Zet een tweede weg open, zoals een formulier." },
    StatementSpec { "4.2c", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Op facturen staat een BSN alleen als de reden daarvan is vastgelegd; in brieven, bevestigingen, herinneringen "
        "en aanmaningen staat het nooit.",
        "Zet het BSN uit op facturen, of leg de reden vast." },
    StatementSpec { "4.2d", 1, k_team, k_half_year, k_owner, k_free, k_until,
        "Aantekeningen zijn op deze dag nagelopen op burgerservicenummers, en wat gevonden is, is weggehaald.",
        "Haal het BSN uit de aantekeningen." },
    StatementSpec { "4.2e", 1, k_team, k_year, k_owner, k_free, k_until,
        "Mailings gaan alleen naar patiënten die daar aantoonbaar om vroegen, zonder vooraf aangekruiste vakjes; of er "
        "zijn geen mailings.",
        "Haal van de lijst wie er niet aantoonbaar om vroeg." },
    StatementSpec { "4.3a", 1, k_team, k_year, k_owner, k_free, k_until,
        "De praktijk heeft een manier van factureren gekozen en houdt de voorwaarden ervan: een kantoor krijgt alleen "
        "wat een factuur nodig heeft; een partij die vorderingen koopt, krijgt geen BSN, en zonder schriftelijke "
        "toestemming niets over de patiënt (juristen verschillen hierover van mening); rekeningen met "
        "gezondheidsgegevens gaan niet over gewone mail.",
        "Kies uw manier van factureren en lees de voorwaarden." },
    StatementSpec { "4.3d", 1, k_team, k_year, k_owner, k_free, k_until,
        "Het kantoor, de drukker en wie vorderingen koopt, hebben een geldig certificaat (ISO 27001:2022 of NEN 7510), "
        "of de praktijk heeft hen op deze dag zelf onderzocht; of zulke partijen zijn er niet.",
        "Vraag het certificaat op, of onderzoek de partij zelf." },
};

} // namespace

std::span<StatementSpec const> statement_specs()
{
    return k_specs;
}

StatementSpec const* find_statement_spec(std::string_view probe_id, Team team)
{
    auto is_for = [probe_id](Team wanted) {
        return [probe_id, wanted](StatementSpec const& spec) { return spec.probe == probe_id && spec.team == wanted; };
    };
    // Where one person has no text of his own, that of the team holds.
    for (Team wanted : { team, Team::several }) {
        auto const* found = std::ranges::find_if(k_specs, is_for(wanted));
        if (found != k_specs.end())
            return found;
    }
    return nullptr;
}

} // namespace zk::care::check
