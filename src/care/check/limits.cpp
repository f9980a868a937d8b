#include "care/check/limits.hpp"

#include "base/require.hpp"

#include <array>
#include <cstddef>

namespace zk::care::check {

namespace {

using L = Limit;
constexpr auto k_most = Op::at_most;
constexpr auto k_none = Op::equal;
constexpr auto k_least = Op::at_least;
constexpr auto k_once = Duty::once;
constexpr auto k_again = Duty::recurring;

constexpr std::array k_thresholds {
    Threshold { L::meeting_age, "1.1a", k_most, 183, Unit::day, k_again, "whitepaper 2018",
        "De whitepaper noemt geen termijn; de eigen bijeenkomsten ervan zijn twee keer per jaar." },
    Threshold { L::minutes_unread, "1.1b", k_none, 0, Unit::count, k_once,
        "whitepaper 2018 (alle medewerkers); eigen keuze", "Dertig dagen na het overleg; dat dekt verlof." },
    Threshold { L::agenda_items_empty, "1.1c", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.18.2.2",
        "Zonder uitkomst is een agendapunt niet besproken." },
    Threshold { L::units_missing, "1.2a", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.7.2.2",
        "Twee keer per jaar, iedereen." },
    Threshold { L::start_module_missing, "1.2b", k_none, 0, Unit::count, k_once, "eigen keuze; NEN 7510 A.7.2.2",
        "Binnen dertig dagen: voordat de proefmaand eindigt." },
    Threshold { L::password_age, "1.3a", k_most, 365, Unit::day, k_once, "whitepaper 2018; eigen keuze",
        "Een jaar is de langste termijn die nog regelmatig heet; NCSC en NIST raden een vaste termijn af, dus de "
        "praktijk kiest." },
    Threshold { L::without_second_step, "1.3b", k_none, 0, Unit::count, k_once,
        "Autoriteit Persoonsgegevens, besluit Haga 2019 (AVG art. 32); NEN 7510 A.9.4.2", "Eén gat is genoeg." },
    Threshold { L::weak_passwords, "1.3c", k_none, 0, Unit::count, k_once,
        "whitepaper 2018; NIST SP 800-63B-4; NORA/BIO",
        "NIST vraagt 15 tekens alleen en 8 met een tweede stap; 12 ligt ertussen. Eén werkdag is genoeg om te "
        "wisselen.",
        Verified::no },
    Threshold { L::lock_at_desk, "1.4a", k_most, 5, Unit::minute, k_once,
        "whitepaper 2018; NEN 7510 A.11.2.8; eigen keuze",
        "Aan de balie zijn seconden genoeg; vijf minuten is het kortste waar mensen niet omheen werken." },
    Threshold { L::lock_elsewhere, "1.4a", k_most, 15, Unit::minute, k_once, "NIST SP 800-63B; NEN 7510 A.11.2.8",
        "De langste rusttijd die de norm toelaat.", Verified::no },
    Threshold { L::lock_switched_off, "1.4a", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.11.2.8",
        "Een slot dat nooit dichtvalt, is geen slot." },
    Threshold { L::session_length, "1.4a", k_most, 12, Unit::hour, k_once, "NIST SP 800-63B",
        "Een werkdag met uitloop; daarna opnieuw inloggen.", Verified::no },
    Threshold { L::answered_past_lock, "1.4b", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.11.2.8",
        "Het slot is van de server, niet van de pagina." },
    Threshold { L::workstations_not_locking, "1.4c", k_none, 0, Unit::count, k_once,
        "whitepaper 2018; NEN 7510 A.11.2.8; eigen keuze",
        "Vijf minuten aan de balie, vijftien elders; een melding per week dekt een week vrij." },
    Threshold { L::round_age, "1.5a", k_most, 92, Unit::day, k_again, "whitepaper 2018 (strikt); eigen keuze",
        "Elk kwartaal, voordat gewoonten verslappen." },
    Threshold { L::round_findings_open, "1.5b", k_none, 0, Unit::count, k_once, "eigen keuze",
        "Langer dan veertien dagen open; twee weken dekken de diensten van deeltijders." },
    Threshold { L::reported_after, "1.6a", k_most, 72, Unit::hour, k_once, "AVG art. 33(1)",
        "Gerekend vanaf de kennisneming; later alleen met de reden van de vertraging." },
    Threshold { L::without_verdict, "1.6b", k_none, 0, Unit::count, k_once, "AVG art. 33(1)",
        "Binnen 72 uur: zwijgen is geen oordeel." },
    Threshold { L::persons_not_informed, "1.6c", k_none, 0, Unit::count, k_once, "AVG art. 34; eigen keuze",
        "De wet zegt onverwijld; 72 uur naar analogie." },
    Threshold { L::breach_drill_age, "1.6d", k_most, 365, Unit::day, k_again, "NEN 7510 A.16.1.1; eigen keuze",
        "Een weg die nooit gelopen is, wordt 's nachts niet gevonden." },
    Threshold { L::expert_visit_age, "2.1a", k_most, 365, Unit::day, k_again,
        "whitepaper 2018; NEN 7510 A.18.2.3; eigen keuze",
        "Jaarlijks, ongeveer zoals een contract met een ICT-expert loopt." },
    Threshold { L::system_out_of_support, "2.1b", k_most, 0, Unit::day, k_once, "whitepaper 2018; NEN 7510 A.12.6.1",
        "Zonder ondersteuning komen er geen beveiligingsupdates meer." },
    Threshold { L::update_pending, "2.1b", k_most, 14, Unit::day, k_once,
        "whitepaper 2018; NEN 7510 A.12.6.1; eigen keuze", "Twee onderhoudsweken voor een praktijk zonder eigen ICT." },
    Threshold { L::package_lists_age, "2.1b", k_most, 7, Unit::day, k_once, "NEN 7510 A.12.6.1; eigen keuze",
        "Met oudere lijsten is niet te zien wat er openstaat." },
    Threshold { L::workstations_unsafe, "2.1c", k_none, 0, Unit::count, k_once, "NEN 7510 A.12.2.1, A.12.6.1",
        "Fabrikanten brengen maandelijks updates uit." },
    Threshold { L::networks_missing, "2.2a", k_least, 1, Unit::count, k_once, "NEN 7510 A.6.2.2",
        "Zonder lijst van eigen netwerken is buiten niet van binnen te onderscheiden." },
    Threshold { L::sessions_from_elsewhere, "2.2a", k_none, 0, Unit::count, k_once,
        "whitepaper 2018 (VPN); NEN 7510 A.6.2.2", "Dertig dagen laten een gewoonte zien." },
    Threshold { L::ports_with_old_tls, "2.2b", k_none, 0, Unit::count, k_once, "whitepaper 2018; AVG art. 32(1)(a)",
        "Alleen TLS 1.3 mag antwoorden." },
    Threshold { L::certificate_left, "2.2b", k_least, 14, Unit::day, k_once,
        "whitepaper 2018; AVG art. 32(1)(a); eigen keuze", "Veertien dagen om te vernieuwen." },
    Threshold { L::outside_devices_unsafe, "2.2c", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.11.2.6",
        "Negentig dagen dekken een kwartaal met vakantie." },
    Threshold { L::lost_devices_alive, "2.2d", k_none, 0, Unit::count, k_once, "eigen keuze",
        "Binnen een uur: een dief heeft minuten nodig, afsluiten is één klik." },
    Threshold { L::folder_deviations, "2.3a", k_none, 0, Unit::count, k_once, "NEN 7510 A.9.4.1",
        "Iedere andere lezer is een derde." },
    Threshold { L::sample_size, "2.3b", k_least, 200, Unit::count, k_once, "eigen keuze",
        "Tweehonderd vindt een fout in 1,5% van de gegevens met 95% zekerheid." },
    Threshold { L::plain_records, "2.3b", k_none, 0, Unit::count, k_once, "whitepaper 2018 (alle data versleuteld)",
        "Eén leesbaar gegeven is er één te veel." },
    Threshold { L::shared_ids, "2.3c", k_none, 0, Unit::count, k_once, "whitepaper 2018 (twee verschillende plekken)",
        "Een gedeeld nummer voegt de twee plekken weer samen." },
    Threshold { L::accounts_past_end, "2.3d", k_none, 0, Unit::count, k_once, "NEN 7510 A.9.2.6",
        "Wie vertrokken is, is vanaf middernacht een derde." },
    Threshold { L::process_weaknesses, "2.3e", k_none, 0, Unit::count, k_once, "ontwerp van Zorgkluis",
        "Sleutels mogen niet op schijf komen, en de server luistert alleen waar dat is ingesteld." },
    Threshold { L::usb_open, "2.3g", k_none, 0, Unit::count, k_once, "whitepaper 2018 (USB-stick); NEN 7510 A.8.3.1",
        "Een stick aan de balie is in seconden gebruikt." },
    Threshold { L::build_age, "2.4a", k_most, 183, Unit::day, k_again, "whitepaper 2018; eigen keuze",
        "Zorgkluis belt niet naar huis, dus de leeftijd telt; er zijn twee uitgaven per jaar." },
    Threshold { L::known_flaws, "2.4a", k_none, 0, Unit::count, k_once, "whitepaper 2018; NEN 7510 A.12.6.1",
        "Een bekende zwakke plek in deze versie is een reden om bij te werken." },
    Threshold { L::log_deviations, "2.4b", k_none, 0, Unit::count, k_once, "Begz art. 5; NEN 7513; NEN 7510 A.12.4.1-2",
        "Een log dat niet klopt, bewijst niets." },
    Threshold { L::patients_without_second_step, "2.4c", k_none, 0, Unit::count, k_once, "whitepaper 2018; AVG art. 32",
        "Een dossier is niet achter een wachtwoord alleen te leggen." },
    Threshold { L::software_list_age, "2.4d", k_most, 365, Unit::day, k_again, "whitepaper 2018; NEN 7510 A.8.1.1",
        "Jaarlijks: software komt en gaat ongemerkt." },
    Threshold { L::cloud_finds, "2.4e", k_none, 0, Unit::count, k_once, "whitepaper 2018; eigen keuze",
        "Maandelijks gescand: er komen nieuwe apparaten." },
    Threshold { L::demo_data, "2.4f", k_none, 0, Unit::count, k_once, "NEN 7510 A.12.1.4, A.14.3.1",
        "Demogegevens en echte gegevens staan niet in één praktijk." },
    Threshold { L::statement_gaps, "3.1a", k_none, 0, Unit::count, k_once, "AVG art. 13, 14; eigen keuze",
        "Een nieuw doel eerst melden (13(3)); voor een ander gewijzigd feit dertig dagen, naar analogie van 12(3)." },
    Threshold { L::site_mark_age, "3.1b", k_most, 30, Unit::day, k_again, "whitepaper 2018; eigen keuze",
        "Websites worden ongezien herbouwd, dus maandelijks." },
    Threshold { L::agreements_missing, "3.2a", k_none, 0, Unit::count, k_once, "AVG art. 28",
        "De einddatum is hard; zorgverleners en andere verantwoordelijken tellen niet mee." },
    Threshold { L::unknown_recipients, "3.2b", k_none, 0, Unit::count, k_once, "AVG art. 28, 30(1)(d)",
        "Negentig dagen dekken werk dat eens per kwartaal gebeurt." },
    Threshold { L::subprocessor_list_age, "3.2c", k_most, 365, Unit::day, k_again,
        "AVG art. 28(2), (4); whitepaper 2018 (kring 3)", "Jaarlijks, met de overeenkomst.", Verified::no },
    Threshold { L::policy_age, "3.3a", k_most, 365, Unit::day, k_again,
        "whitepaper 2018; NEN 7510 A.5.1.2; eigen keuze", "Jaarlijks herzien." },
    Threshold { L::policy_unsigned, "3.3b", k_none, 0, Unit::count, k_once, "whitepaper 2018 (alle medewerkers)",
        "Dertig dagen na een nieuwe versie." },
    Threshold { L::undeclared_elements, "3.4a", k_none, 0, Unit::count, k_once, "AVG art. 30(1)",
        "Wat niet in de catalogus staat, staat niet in het register." },
    Threshold { L::undeclared_purposes, "3.4b", k_none, 0, Unit::count, k_once, "AVG art. 5(1)(b), 30(1)(b)",
        "Een doel dat niet in het getekende register staat, is geen doel." },
    Threshold { L::outside_list_age, "3.4c", k_most, 365, Unit::day, k_again, "AVG art. 30; NEN 7510 A.18.1.4",
        "Jaarlijks: camera, papier, website en personeel staan buiten de software." },
    Threshold { L::breach_entries_incomplete, "3.5a", k_none, 0, Unit::count, k_once, "AVG art. 33(5)",
        "Feiten, gevolgen en maatregelen; een leeg register alleen bewijst niets." },
    Threshold { L::signals_unjudged, "3.5b", k_none, 0, Unit::count, k_once, "AVG art. 33(1)",
        "Binnen 72 uur; later kan de termijn van de melding al verstreken zijn." },
    Threshold { L::patients_large_scale, "3.6a", k_most, 10000, Unit::patient, k_once,
        "Autoriteit Persoonsgegevens, grootschalige verwerking in de zorg; AVG art. 35(3)(b)",
        "Ingeschreven, of per jaar behandeld gemiddeld over drie jaar: dat vlakt een piek af." },
    Threshold { L::dpia_missing, "3.6a", k_none, 0, Unit::count, k_once, "AVG art. 35",
        "Boven de grens, of bij een ander hoog risico, hoort er een DPIA te zijn." },
    Threshold { L::dpia_parts_missing, "3.6c", k_none, 0, Unit::count, k_once, "AVG art. 35(7), (11)",
        "De vier delen van lid 7, getekend; herzien na drie jaar of bij wijziging." },
    Threshold { L::requests_past_due, "4.1a", k_none, 0, Unit::count, k_once, "AVG art. 12(3); Verordening 1182/71",
        "De termijn is van de wet en kent geen uitloop.", Verified::no },
    Threshold { L::requests_late, "4.1b", k_none, 0, Unit::count, k_once, "AVG art. 12(3)-(4)",
        "Binnen een maand, of drie met een brief in de eerste." },
    Threshold { L::ways_in, "4.1c", k_least, 2, Unit::count, k_once, "AVG art. 12(2); whitepaper 2018 (eenvoudig)",
        "Een formulier aan de balie en nog een weg." },
    Threshold { L::index_deviations, "4.1d", k_none, 0, Unit::count, k_once, "Wabvpz art. 15e",
        "Een patiënt mag zien wie keek; een regel die ontbreekt, is een blik die hij niet ziet.", Verified::no },
    Threshold { L::widened_cells, "4.2a", k_none, 0, Unit::count, k_once, "AVG art. 5(1)(c), 25(2)",
        "Ruimer dan geleverd mag, met reden, naam en datum." },
    Threshold { L::overdue_records, "4.2b", k_none, 0, Unit::count, k_once,
        "whitepaper 2018; AVG art. 5(1)(e); BW 7:454",
        "Dertig dagen na het einde van de termijn: een maandelijkse ronde." },
    Threshold { L::bsn_sent, "4.2c", k_none, 0, Unit::count, k_once, "whitepaper 2018; FAQ van Intramed; UAVG art. 46",
        "Standaard uit; op facturen met vastgelegde keuze of beroepsregel, in brieven en herinneringen nooit.",
        Verified::yes, Contested::yes },
    Threshold { L::bsn_in_text, "4.2d", k_none, 0, Unit::count, k_once, "AVG art. 5(1)(c); UAVG art. 46",
        "Een nummer in vrije tekst reist ongezien mee; dertig dagen om het weg te halen." },
    Threshold { L::mailings_without_consent, "4.2e", k_none, 0, Unit::count, k_once,
        "whitepaper 2018; AVG art. 7(1), 25(2)", "Wie een nieuwsbrief krijgt, heeft daar aantoonbaar om gevraagd.",
        Verified::no },
    Threshold { L::invoicing_conditions_broken, "4.3a", k_none, 0, Unit::count, k_once,
        "whitepaper 2018 (drie manieren)", "Iedere manier van factureren heeft eigen voorwaarden." },
    Threshold { L::factored_without_consent, "4.3b", k_none, 0, Unit::count, k_once, "whitepaper 2018; UAVG art. 46",
        "Juristen verschillen hierover van mening; Zorgkluis kiest de strenge lezing.", Verified::yes, Contested::yes },
    Threshold { L::personal_at_finance, "4.3c", k_none, 0, Unit::count, k_once, "whitepaper 2018 (drie partijen)",
        "De eigenaar van de vordering kan en mag geen persoonsgegevens zien." },
    Threshold { L::certificates_ended, "4.3d", k_none, 0, Unit::count, k_once,
        "whitepaper 2018 (kring 2 en 3); AVG art. 28(1)",
        "Een certificaat is een aanwijzing, geen bewijs; ISO 27001:2013 eindigde op 31 oktober 2025." },
    Threshold { L::invoices_by_plain_mail, "4.3e", k_none, 0, Unit::count, k_once, "whitepaper 2018; FAQ van Intramed",
        "Gewone mail is niet veilig voor gezondheidsgegevens." },
};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < k_thresholds.size(); ++i) {
        if (k_thresholds[i].limit != static_cast<Limit>(i))
            return false;
    }
    return k_thresholds.size() == static_cast<std::size_t>(Limit::invoices_by_plain_mail) + 1;
}
static_assert(in_order(), "the table follows the enum");

} // namespace

Threshold const& threshold(Limit limit)
{
    auto index = static_cast<std::size_t>(limit);
    ZK_REQUIRE(index < k_thresholds.size());
    return k_thresholds[index];
}

std::span<Threshold const> thresholds()
{
    return k_thresholds;
}

std::string_view name_of(Op op)
{
    switch (op) {
    case Op::at_most:
        return "<=";
    case Op::equal:
        return "=";
    case Op::at_least:
        return ">=";
    }
    return "";
}

std::string_view name_of(Unit unit)
{
    switch (unit) {
    case Unit::count:
        return "count";
    case Unit::day:
        return "day";
    case Unit::hour:
        return "hour";
    case Unit::minute:
        return "minute";
    case Unit::patient:
        return "patient";
    }
    return "";
}

} // namespace zk::care::check
