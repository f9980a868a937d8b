#include "app/import/columns.hpp"

#include <gtest/gtest.h>
#include <set>

namespace zk::app {

namespace {

using Headers = std::vector<std::string>;

std::vector<std::string> keys(std::vector<std::optional<Column>> const& columns)
{
    std::vector<std::string> out;
    for (auto const& column : columns)
        out.emplace_back(column ? key_of(*column).text() : "-");
    return out;
}

std::string kind_of(Headers const& headers)
{
    auto const match = recognise_kind(headers);
    return match ? std::string(key_of(match->kind).text()) : "none";
}

TEST(Columns, KeysAreUniqueAndFindTheirColumn)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < k_column_count; ++i) {
        auto const column = static_cast<Column>(i);
        EXPECT_TRUE(seen.insert(key_of(column).text()).second);
        EXPECT_EQ(column_of(key_of(column).text()), column);
    }
    for (RowKind const kind : k_row_kinds)
        EXPECT_EQ(row_kind_of(key_of(kind).text()), kind);
    EXPECT_FALSE(column_of("patienten"));
    EXPECT_FALSE(row_kind_of(""));
}

TEST(Columns, HeadersFoldToLettersAndDigits)
{
    EXPECT_EQ(fold_header("Geb. datum"), "gebdatum");
    EXPECT_EQ(fold_header(" Patiënt-nr. "), "patientnr");
    EXPECT_EQ(fold_header("M/V"), "mv");
    EXPECT_EQ(fold_header("huis_nummer"), "huisnummer");
}

TEST(Columns, RecognisesTheDentistsPatients)
{
    Headers const headers { "patientnr", "BSN", "achternaam", "tussenvoegsel", "voorletters", "roepnaam", "geslacht",
        "geboortedatum", "straat", "huisnummer", "toevoeging", "postcode", "plaats", "telefoon", "mobiel", "e-mail",
        "UZOVI", "polisnummer", "inschrijfdatum", "uitschrijfdatum", "overlijdensdatum", "notitie" };
    EXPECT_EQ(kind_of(headers), "patients");
    EXPECT_EQ(keys(recognise_columns(RowKind::patients, headers)),
        (std::vector<std::string> { "patient_number", "bsn", "surname", "tussenvoegsel", "initials", "first_name",
            "sex", "birth_date", "street", "house_number", "house_number_addition", "postcode", "city", "phone",
            "mobile", "email", "uzovi", "policy_number", "registered", "deregistered", "deceased", "memo" }));
}

TEST(Columns, RecognisesThePhysiotherapistsClients)
{
    Headers const headers { "Clientnummer", "Roepnaam", "Voorvoegsel", "Achternaam", "Initialen", "Geb.datum", "M/V",
        "Burgerservicenummer", "Adres", "Postcode", "Woonplaats", "Tel. mobiel", "Tel. vast", "Email", "Verzekeraar",
        "Verzekerdenummer", "Ingeschreven sinds", "Uitgeschreven", "Overleden op", "Memo", "Parkeerkaart" };
    EXPECT_EQ(kind_of(headers), "patients");
    EXPECT_EQ(keys(recognise_columns(RowKind::patients, headers)),
        (std::vector<std::string> { "patient_number", "first_name", "tussenvoegsel", "surname", "initials",
            "birth_date", "sex", "bsn", "address", "postcode", "city", "mobile", "phone", "email", "uzovi",
            "policy_number", "registered", "deregistered", "deceased", "memo", "-" }));
}

TEST(Columns, RecognisesTheOtherFilesWhateverTheOrder)
{
    EXPECT_EQ(kind_of({ "notitie", "tarief", "patientnr", "regelnr", "datum", "behandelaar", "prestatiecode",
                  "omschrijving" }),
        "treatments");
    EXPECT_EQ(
        kind_of({ "betaald", "bedrag", "factuurnr", "vervaldatum", "patientnr", "datum", "betaaldatum" }), "invoices");
    EXPECT_EQ(kind_of({ "status", "soort", "duur", "tijd", "datum", "behandelaar", "patientnr", "afspraaknr" }),
        "appointments");
    EXPECT_EQ(kind_of({ "AGB", "BIG", "functie", "naam", "code" }), "staff");
}

TEST(Columns, TreatmentsWithTheInvoiceBesideThemAreTreatments)
{
    EXPECT_EQ(kind_of({ "factuurnr", "patientnr", "datum", "prestatiecode", "omschrijving", "bedrag" }), "treatments");
}

TEST(Columns, WhatIsNoneOfTheKindsIsNotRecognised)
{
    EXPECT_EQ(kind_of({ "patientnr", "recallsoort", "oproepen op", "verstuurd per" }), "none");
    EXPECT_EQ(kind_of({ "clientnr", "oefening", "herhalingen", "sinds" }), "none");
    EXPECT_EQ(kind_of({ "patientnr", "datum", "omschrijving" }), "none");
    EXPECT_EQ(kind_of({ "code", "naam", "AGB", "adres", "plaats" }), "none");
    EXPECT_EQ(kind_of({ "K1", "K2", "K3" }), "none");
    EXPECT_EQ(kind_of({}), "none");
}

TEST(Columns, TellsWhatANearlyRecognisedFileLacks)
{
    auto const match = recognise_kind(Headers { "K1", "achternaam", "BSN", "postcode", "K2" });
    ASSERT_TRUE(match);
    EXPECT_EQ(match->kind, RowKind::patients);
    EXPECT_EQ(match->missing, (std::vector { Column::patient_number, Column::birth_date }));
}

TEST(Columns, BetterKnownHeaderWinsAndFreeTextRepeats)
{
    EXPECT_EQ(keys(recognise_columns(RowKind::patients, Headers { "Voornamen", "Roepnaam", "Notitie", "Opmerkingen" })),
        (std::vector<std::string> { "-", "first_name", "memo", "memo" }));
    // "Naam" is the whole name, and a surname beside it is not asked for twice.
    EXPECT_EQ(keys(recognise_columns(RowKind::patients, Headers { "Naam", "Voorletters" })),
        (std::vector<std::string> { "name", "initials" }));
}

TEST(Columns, AppointmentsCanHaveDayAndTimeInOneColumn)
{
    EXPECT_EQ(kind_of({ "patientnr", "begin", "duur" }), "appointments");
}

} // namespace

} // namespace zk::app
