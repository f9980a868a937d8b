#include "app/import/folder.hpp"

#include <gtest/gtest.h>

namespace zk::app {

namespace {

// Invented, as all BSNs of tests are.
constexpr std::string_view k_patients
    = "patientnr;BSN;achternaam;tussenvoegsel;voorletters;roepnaam;geslacht;geboortedatum;notitie\n"
      "1;999950666;Velde;van der;J.;Jildou;V;23-09-1994;Allergisch\n";

SourceFolder read(std::vector<std::pair<std::string, std::string>> const& files, Mapping const& mapping = {})
{
    std::vector<RawFile> raw;
    for (auto const& [name, text] : files)
        raw.push_back({ name, text });
    auto folder = read_files(raw, mapping);
    EXPECT_TRUE(folder) << folder.error().code() << " " << folder.error().place();
    return folder ? std::move(*folder) : SourceFolder {};
}

std::string fault(std::vector<std::pair<std::string, std::string>> const& files, Mapping const& mapping = {})
{
    std::vector<RawFile> raw;
    for (auto const& [name, text] : files)
        raw.push_back({ name, text });
    auto const folder = read_files(raw, mapping);
    return folder ? "none" : std::string(folder.error().code()) + " " + folder.error().place();
}

// One patient's file with these headers and cells.
SourceFolder read_patients(std::string const& headers, std::string const& cells)
{
    return read({ { "p.csv", headers + "\n" + cells + "\n" } });
}

// Why the only row of such a file is quarantined.
std::string reason(std::string const& headers, std::string const& cells)
{
    SourceFolder const folder = read({ { "f.csv", headers + "\n" + cells + "\n" } });
    return folder.quarantined.size() == 1 ? std::string(folder.quarantined[0].reason.text()) : "accepted";
}

TEST(Folder, ReadsAPatient)
{
    SourceFolder const folder = read({ { "p.csv", std::string(k_patients) } });
    ASSERT_EQ(folder.patients.size(), 1U);
    SourcePatient const& patient = folder.patients[0];
    EXPECT_EQ(patient.number, "1");
    EXPECT_EQ(patient.bsn->digits(), "999950666");
    EXPECT_EQ(patient.surname, "Velde");
    EXPECT_EQ(patient.tussenvoegsel, "van der");
    EXPECT_EQ(patient.initials, "J.");
    EXPECT_EQ(patient.first_name, "Jildou");
    EXPECT_EQ(patient.sex, Sex::female);
    EXPECT_EQ(patient.birth_date.iso(), "1994-09-23");
    EXPECT_EQ(patient.memo, "Allergisch");
    EXPECT_EQ(patient.origin.row, 2U);
    EXPECT_EQ(folder.files[0].kind, RowKind::patients);
    EXPECT_EQ(folder.files[0].rows, 1U);
    EXPECT_TRUE(folder.not_taken.empty());
    EXPECT_TRUE(folder.problems.empty());
}

TEST(Folder, ReadsEveryEncoding)
{
    std::string const utf8 = "patientnr;achternaam;geboortedatum\n1;Özdemir;23-09-1994\n";
    std::string utf16 = "\xff\xfe";
    for (char const c : std::string("patientnr;achternaam;geboortedatum\n1;"))
        utf16 += { c, '\0' };
    utf16 += { '\xd6', '\0' };
    for (char const c : std::string("zdemir;23-09-1994\n"))
        utf16 += { c, '\0' };
    for (std::string const& text : { utf8, "\xef\xbb\xbf" + utf8,
             std::string("patientnr;achternaam;geboortedatum\n1;\xd6zdemir;23-09-1994\n"), utf16 }) {
        SourceFolder const folder = read({ { "p.csv", text } });
        ASSERT_EQ(folder.patients.size(), 1U);
        EXPECT_EQ(folder.patients[0].surname, "Özdemir");
    }
}

TEST(Folder, KeepsAWrongBsnApartFromNone)
{
    std::string const headers = "patientnr;BSN;achternaam;geboortedatum";
    SourceFolder folder = read_patients(headers, "1;999950667;Vos;23-09-1994");
    ASSERT_EQ(folder.patients.size(), 1U);
    EXPECT_FALSE(folder.patients[0].bsn);
    EXPECT_EQ(folder.patients[0].bsn_as_written, "999950667");
    ASSERT_EQ(folder.problems.size(), 1U);
    EXPECT_EQ(folder.problems[0].reason.text(), "bsn_check_failed");
    EXPECT_EQ(folder.problems[0].row, 2U);
    for (std::string const none : { "", "000000000", "0" }) {
        folder = read_patients(headers, "1;" + none + ";Vos;23-09-1994");
        EXPECT_FALSE(folder.patients.at(0).bsn);
        EXPECT_EQ(folder.patients.at(0).bsn_as_written, "");
        EXPECT_TRUE(folder.problems.empty());
    }
    folder = read_patients(headers, "1;9999.50.666;Vos;23-09-1994");
    EXPECT_EQ(folder.patients.at(0).bsn->digits(), "999950666");
}

TEST(Folder, OddOptionalValuesNeverQuarantine)
{
    SourceFolder const folder = read_patients("patientnr;achternaam;geboortedatum;M/V;postcode;tel;mobiel;e-mail;UZOVI",
        "1;Vos;23-09-1994;onbekend?;B-2000;zie memo;bellen;geen;CZ");
    ASSERT_EQ(folder.patients.size(), 1U);
    SourcePatient const& patient = folder.patients[0];
    EXPECT_EQ(patient.sex, Sex::unspecified);
    EXPECT_EQ(patient.sex_as_written, "onbekend?");
    EXPECT_EQ(patient.postcode, "B-2000");
    EXPECT_EQ(patient.phone, "zie memo");
    EXPECT_EQ(patient.mobile, "bellen");
    EXPECT_EQ(patient.email, "geen");
    EXPECT_EQ(patient.uzovi, "CZ");
}

TEST(Folder, SplitsCombinedColumns)
{
    SourceFolder folder = read_patients("clientnr;naam;geboren;adres;postcode/plaats",
        "1;Velde, J. van der;1994-09-23;P.J. Oudweg 224 bis;1234 AB Den Haag");
    SourcePatient const& all = folder.patients.at(0);
    EXPECT_EQ(all.surname + "|" + all.tussenvoegsel + "|" + all.initials, "Velde|van der|J.");
    EXPECT_EQ(all.street + "|" + all.house_number + "|" + all.house_number_addition, "P.J. Oudweg|224|bis");
    EXPECT_EQ(all.postcode + "|" + all.city, "1234 AB|Den Haag");
    // With the particles apart, the surname is not searched for them.
    folder = read_patients("patientnr;naam;tussenvoegsel;geboren", "1;El Amrani;;1994-09-23");
    EXPECT_EQ(folder.patients.at(0).surname, "El Amrani");
    folder = read_patients("patientnr;achternaam;roepnaam;geboren", "1;van der Velde;Jildou;1994-09-23");
    EXPECT_EQ(folder.patients.at(0).surname, "Velde");
    EXPECT_EQ(folder.patients.at(0).tussenvoegsel, "van der");
    folder = read_patients("patientnr;achternaam;geboren;notitie;opmerkingen", "1;Vos;1994-09-23;eerste;tweede");
    EXPECT_EQ(folder.patients.at(0).memo, "eerste\ntweede");
}

TEST(Folder, QuarantinesPatientsWithAReason)
{
    std::string const headers = "patientnr;achternaam;roepnaam;geboortedatum;overlijdensdatum";
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994;"), "accepted");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;31-02-1980;"), "impossible_birth_date");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;00-00-1980;"), "impossible_birth_date");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;;"), "impossible_birth_date");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994;31-02-2020"), "impossible_date");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994;00-00-0000"), "accepted");
    EXPECT_EQ(reason(headers, "1; ;Anna;23-09-1994;"), "no_name");
    EXPECT_EQ(reason(headers, "1;?;Anna;23-09-1994;"), "no_name");
    EXPECT_EQ(reason(headers, ";Vos;Anna;23-09-1994;"), "no_patient_number");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994;;x"), "too_many_columns");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994;;;"), "accepted");
    EXPECT_EQ(reason(headers, "1;Vos;Anna;23-09-1994"), "accepted");
    EXPECT_EQ(reason(headers, "1;\"Vos\" de;Anna;23-09-1994;"), "broken_quotes");
    EXPECT_EQ(reason(headers, "1;" + std::string(1000, 'x') + ";Anna;23-09-1994;"), "value_too_long");
}

TEST(Folder, QuarantinesOtherRowsWithAReason)
{
    std::string const treatments = "patientnr;datum;prestatiecode;aantal;tarief";
    EXPECT_EQ(reason(treatments, "1;02-11-2026;V71;1;53,94"), "accepted");
    EXPECT_EQ(reason(treatments, "1;02-11-2026;V71;;"), "accepted");
    EXPECT_EQ(reason(treatments, "1;02-11-2026;V71;-1;-53,94"), "accepted");
    EXPECT_EQ(reason(treatments, ";02-11-2026;V71;1;53,94"), "no_patient_number");
    EXPECT_EQ(reason(treatments, "1;31-11-2026;V71;1;53,94"), "impossible_date");
    EXPECT_EQ(reason(treatments, "1;00-00-0000;V71;1;53,94"), "impossible_date");
    EXPECT_EQ(reason(treatments, "1;02-11-2026;V71;half;53,94"), "unreadable_quantity");
    EXPECT_EQ(reason(treatments, "1;02-11-2026;V71;1;PM"), "unreadable_amount");

    std::string const invoices = "factuurnr;patientnr;datum;bedrag;betaald;betaaldatum";
    EXPECT_EQ(reason(invoices, "F1;1;02-11-2026;79,63;N;"), "accepted");
    EXPECT_EQ(reason(invoices, ";1;02-11-2026;79,63;N;"), "no_invoice_number");
    EXPECT_EQ(reason(invoices, "F1;;02-11-2026;79,63;N;"), "no_patient_number");
    EXPECT_EQ(reason(invoices, "F1;1;02-13-2026;79,63;N;"), "accepted") << "one row decides the order of its column";
    EXPECT_EQ(reason(invoices, "F1;1;02-11-2026;7O,00;N;"), "unreadable_amount");
    EXPECT_EQ(reason(invoices, "F1;1;02-11-2026;;N;"), "unreadable_amount");
    EXPECT_EQ(reason(invoices, "F1;1;02-11-2026;79,63;J;31-02-2026"), "impossible_date");

    std::string const appointments = "patientnr;behandelaar;datum;tijd;duur";
    EXPECT_EQ(reason(appointments, "1;RJ;02-11-2026;08:30;30"), "accepted");
    EXPECT_EQ(reason(appointments, "1;RJ;02-11-2026;25:10;30"), "impossible_time");
    EXPECT_EQ(reason(appointments, "1;RJ;02-11-2026;;30"), "impossible_time");
    EXPECT_EQ(reason(appointments, "1;RJ;02-11-2026;08:30;lang"), "impossible_time");
    EXPECT_EQ(reason(appointments, "1;RJ;31-11-2026;08:30;30"), "impossible_date");
    EXPECT_EQ(reason("patientnr;begin;eindtijd", "1;02-11-2026 08:30;09:10"), "accepted");
    EXPECT_EQ(reason("patientnr;datum;begin;eindtijd", "1;02-11-2026;08:30;09:10"), "accepted");
    EXPECT_EQ(reason("patientnr;datum;tijd", "1;02-11-2026;1899-12-30 08:30:00"), "accepted");
    EXPECT_EQ(reason("patientnr;begin;eindtijd", "1;02-11-2026;09:10"), "impossible_time");
    EXPECT_EQ(reason("patientnr;begin;eindtijd", "1;02-11-2026 08:30;08:10"), "impossible_time");

    EXPECT_EQ(reason("code;naam;functie", "RJ;R. Jansen;receptie"), "accepted");
    EXPECT_EQ(reason("code;naam;functie", ";R. Jansen;receptie"), "no_practitioner_code");
    EXPECT_EQ(reason("code;naam;functie", "RJ;;receptie"), "no_name");
}

TEST(Folder, ReadsTheOtherRows)
{
    SourceFolder const folder = read({
        { "a.csv", "patientnr;datum;prestatiecode;omschrijving;tarief\n1;02-11-2026;V71;vulling;1.053,94\n" },
        { "b.csv", "factuurnr;patientnr;datum;bedrag;betaald;betaaldatum\nF1;1;02-11-2026;-79,63;?;03-11-2026\n" },
        { "c.csv", "patientnr;begin;eindtijd;soort;status\n1;02-11-2026 08:30;09:10;controle;gepland\n" },
        { "d.csv", "code;naam;functie\nRJ;R. Jansen;receptie\n" },
    });
    ASSERT_EQ(folder.treatments.size(), 1U);
    EXPECT_EQ(folder.treatments[0].quantity, 1);
    EXPECT_EQ(folder.treatments[0].tariff->count(), 105394);
    ASSERT_EQ(folder.invoices.size(), 1U);
    EXPECT_EQ(folder.invoices[0].amount.count(), -7963);
    EXPECT_EQ(folder.invoices[0].paid, Answer::yes);
    EXPECT_EQ(folder.invoices[0].paid_as_written, "?");
    ASSERT_EQ(folder.appointments.size(), 1U);
    EXPECT_EQ(folder.appointments[0].date.iso() + " " + folder.appointments[0].time.text(), "2026-11-02 08:30");
    EXPECT_EQ(folder.appointments[0].minutes, 40);
    ASSERT_EQ(folder.staff.size(), 1U);
    EXPECT_EQ(folder.staff[0].name, "R. Jansen");
}

TEST(Folder, QuarantineKeepsTheWholeRow)
{
    SourceFolder const folder
        = read_patients("patientnr;achternaam;geboortedatum;auto", "7;Vos;31-02-1980; rood ;extra");
    ASSERT_EQ(folder.quarantined.size(), 1U);
    Quarantined const& row = folder.quarantined[0];
    EXPECT_EQ(row.patient_number, "7");
    EXPECT_EQ(row.kind, RowKind::patients);
    EXPECT_EQ(row.origin.row, 2U);
    ASSERT_EQ(row.fields.size(), 5U);
    EXPECT_EQ(row.fields[3].header + "=" + row.fields[3].text, "auto= rood ");
    EXPECT_EQ(row.fields[4].header + "=" + row.fields[4].text, "#5=extra");
}

TEST(Folder, BlankRowsAreNoRows)
{
    SourceFolder const folder
        = read_patients("patientnr;achternaam;geboortedatum", "1;Vos;23-09-1994\n;;\n\n ; ;\n2;Vos;23-09-1995");
    EXPECT_EQ(folder.files[0].rows, 2U);
    EXPECT_EQ(folder.patients.size(), 2U);
    EXPECT_TRUE(folder.quarantined.empty());
    EXPECT_EQ(folder.patients[1].origin.row, 5U);
}

TEST(Folder, MonthsFirstIsSeenInTheColumnOrItsFile)
{
    SourceFolder const folder = read_patients(
        "patientnr;achternaam;geboortedatum;overleden", "1;Vos;09/23/1994;\n2;Vos;03/04/1995;05/06/2020");
    EXPECT_EQ(folder.patients.at(1).birth_date.iso(), "1995-03-04");
    EXPECT_EQ(folder.patients.at(1).deceased->iso(), "2020-05-06");
}

TEST(Folder, NamesWhatDidNotComeAlong)
{
    std::vector<RawFile> const files {
        { "a.csv", std::string(k_patients) },
        { "brief.docx", std::nullopt },
        { "leesmij.txt", "Een \"open aanhalingsteken\nen meer" },
        { "p2.csv", "patientnr;achternaam;geboren;auto;;auto\n3;Vos;23-09-1994;rood;;blauw\n" },
        { "leeg.csv", "" },
    };
    auto const folder = read_files(files, {});
    ASSERT_TRUE(folder) << folder.error().code();
    EXPECT_EQ(folder->patients.size(), 2U);
    EXPECT_EQ(folder->not_taken,
        (std::vector<NotTaken> { { "p2.csv", "auto" }, { "p2.csv", "#5" }, { "p2.csv", "#6" }, { "brief.docx", "" },
            { "leesmij.txt", "" }, { "leeg.csv", "" } }));
}

TEST(Folder, RefusesWhatItWouldOtherwiseMiss)
{
    EXPECT_EQ(fault({ { "p.csv", "Klant;achternaam;BSN;geboren\n1;Vos;999950666;23-09-1994\n" } }),
        "import-columns-missing p.csv patient_number");
    EXPECT_EQ(fault({ { "p.csv", "K1;K2;K3;K4\n1;Vos;999950666;23-09-1994\n" } }),
        "import-columns-missing p.csv patient_number surname birth_date");
    EXPECT_EQ(fault({ { "p.csv", "K1;achternaam;K3;K4\n1;Vos;999950666;23-09-1994\n" } }),
        "import-columns-missing p.csv patient_number birth_date");
    EXPECT_EQ(fault({ { "p.csv", "1;Vos;999950666;23-09-1994\n2;Vos;999919751;23-09-1995\n" } }),
        "import-columns-missing p.csv patient_number surname birth_date");
    EXPECT_EQ(fault({ { "a.csv", "appels;peren\n1;2\n" } }), "import-nothing-recognised ");
    EXPECT_EQ(fault({}), "import-nothing-recognised ");
    EXPECT_EQ(fault({ { "p.csv", std::string(k_patients) + "2;\"Vos" } }), "csv-quote-not-closed p.csv:3");
}

TEST(Folder, HeadersOfAFileWithoutHeadersAreNotItsFirstRow)
{
    SourceFolder const folder
        = read({ { "a.csv", std::string(k_patients) }, { "b.csv", "1;Vos;999950666;23-09-1994\n" } });
    EXPECT_EQ(folder.files[1].header_row, HeaderRow::absent);
    EXPECT_EQ(folder.not_taken, (std::vector<NotTaken> { { "b.csv", "" } }));
}

Mapping mapping_of(std::string_view json)
{
    auto mapping = parse_mapping(json, Place::path("m.json"));
    EXPECT_TRUE(mapping) << mapping.error().code();
    return mapping ? std::move(*mapping) : Mapping {};
}

TEST(Folder, MappingSaysWhatHeadersDoNot)
{
    Mapping const mapping = mapping_of(R"({"format":"zorgkluis-mapping/1","files":[{"file":"p.csv","kind":"patients",
        "columns":{"K1":"patient_number","achternaam":"first_name","K3":"surname"},"ignored":["memo"]}]})");
    SourceFolder const folder
        = read({ { "p.csv", "K1;achternaam;K3;geboren;memo\n1;Anna;Vos;23-09-1994;x\n" } }, mapping);
    SourcePatient const& patient = folder.patients.at(0);
    EXPECT_EQ(patient.number + "|" + patient.first_name + "|" + patient.surname + "|" + patient.memo, "1|Anna|Vos|");
    EXPECT_EQ(patient.birth_date.iso(), "1994-09-23") << "what the mapping leaves open, the headers tell";
    EXPECT_EQ(folder.not_taken, (std::vector<NotTaken> { { "p.csv", "memo" } }));
}

TEST(Folder, MappingNamesColumnsOfAFileWithoutHeadersByPlace)
{
    Mapping const mapping = mapping_of(R"({"format":"zorgkluis-mapping/1","files":[{"file":"p.csv","kind":"patients",
        "columns":{"#1":"patient_number","#2":"surname","#4":"birth_date","#3":"bsn"}}]})");
    SourceFolder const folder
        = read({ { "p.csv", "1;Vos;999950666;23-09-1994\n2;Bos;999919751;23-09-1995\n" } }, mapping);
    ASSERT_EQ(folder.patients.size(), 2U);
    EXPECT_EQ(folder.patients[0].surname, "Vos");
    EXPECT_EQ(folder.patients[0].origin.row, 1U);
}

TEST(Folder, MappingFitsAnotherFolderWithTheSameHeaders)
{
    Mapping const mapping = mapping_of(R"({"format":"zorgkluis-mapping/1","files":[{"file":"p.csv","kind":"patients",
        "columns":{"K1":"patient_number","K2":"surname","K3":"birth_date"},"ignored":["K4"]}]})");
    SourceFolder const folder
        = read({ { "x.csv", "K3;K2;K1;K4\n23-09-1994;Vos;1;a\n" }, { "y.csv", "K1;K2;K3;K4\n2;Bos;23-09-1994;b\n" } },
            mapping);
    EXPECT_EQ(folder.patients.size(), 2U);
}

TEST(Folder, MappingThatDoesNotFitIsRefused)
{
    std::string const start = R"({"format":"zorgkluis-mapping/1","files":[)";
    std::string const file = R"({"file":"p.csv","kind":"patients","columns":{"K1":"patient_number"}})";
    EXPECT_EQ(fault({ { "p.csv", std::string(k_patients) } }, mapping_of(start + file + "]}")),
        "mapping-column-not-in-file p.csv \"K1\"");
    EXPECT_EQ(fault({ { "q.csv", std::string(k_patients) } }, mapping_of(start + file + "]}")),
        "mapping-file-not-in-folder p.csv");
    EXPECT_EQ(fault({ { "p.csv", "K1;naam\n1;Vos\n" } }, mapping_of(start + file + "]}")),
        "import-columns-missing p.csv birth_date");
    std::string const other = R"({"file":"q.csv","kind":"staff","columns":{"K1":"code"}})";
    EXPECT_EQ(
        fault({ { "z.csv", "K1\n1\n" } }, mapping_of(start + file + "," + other + "]}")), "mapping-ambiguous z.csv");
    // A file that the mapping leaves out is left out, whatever it looks like.
    std::string const ignored = R"({"file":"q.csv","kind":"ignored"})";
    SourceFolder const folder = read({ { "p.csv", std::string(k_patients) }, { "q.csv", std::string(k_patients) } },
        mapping_of(start + ignored + "]}"));
    EXPECT_EQ(folder.patients.size(), 1U);
    EXPECT_EQ(folder.not_taken, (std::vector<NotTaken> { { "q.csv", "" } }));
}

TEST(Folder, FingerprintIsOfTheRowAndNotOfItsFile)
{
    SourceFolder const a
        = read({ { "a.csv", "patientnr;achternaam;geboren;auto\n1;Vos;23-09-1994;rood\n2;Bos;23-09-1994;\n" } });
    SourceFolder const b
        = read({ { "b.csv", "Geboortedatum,Clientnr,Achternaam\n23-09-1994,2, Bos \n23-09-1994,1,Vos\n" } });
    EXPECT_EQ(a.patients.at(0).origin.fingerprint, b.patients.at(1).origin.fingerprint);
    EXPECT_EQ(a.patients.at(1).origin.fingerprint, b.patients.at(0).origin.fingerprint);
    EXPECT_NE(a.patients.at(0).origin.fingerprint, a.patients.at(1).origin.fingerprint);
}

TEST(Folder, EqualRowsHaveTheirOwnFingerprints)
{
    std::string const text = "patientnr;datum;prestatiecode\n1;02-11-2026;V71\n1;02-11-2026;V71\n";
    SourceFolder const once = read({ { "a.csv", text } });
    SourceFolder const again = read({ { "a.csv", text } });
    ASSERT_EQ(once.treatments.size(), 2U);
    EXPECT_NE(once.treatments[0].origin.fingerprint, once.treatments[1].origin.fingerprint);
    EXPECT_EQ(once.treatments[0].origin.fingerprint, again.treatments[0].origin.fingerprint);
    EXPECT_EQ(once.treatments[1].origin.fingerprint, again.treatments[1].origin.fingerprint);
}

} // namespace

} // namespace zk::app
