#include "app/import/guess.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace zk::app {

namespace {

std::vector<Table> tables_of(std::vector<std::pair<std::string, std::string>> const& files)
{
    std::vector<Table> out;
    for (auto const& [name, text] : files) {
        auto table = read_table(name, text);
        EXPECT_TRUE(table) << table.error().code();
        if (table)
            out.push_back(std::move(*table));
    }
    return out;
}

// The proposal for one column of one file; "" when it is ignored.
std::string meaning(Mapping const& mapping, std::size_t file, std::string_view header)
{
    auto const& columns = mapping.files.at(file).columns;
    auto const found = std::ranges::find(columns, header, &MappedColumn::header);
    return found == columns.end() ? "" : std::string(key_of(found->column).text());
}

constexpr std::string_view k_patients = "patientnr;BSN;achternaam;geboortedatum;postcode\n"
                                        "1;999950666;Vos;23-09-1994;3972 AB\n"
                                        "2;999919751;Bos;24-10-1951;3972 AC\n"
                                        "3;999949056;Mos;25-11-1932;3941 AA\n";

TEST(Guess, KnownHeadersAreNotGuessed)
{
    auto const tables = tables_of({ { "p.csv", std::string(k_patients) } });
    Mapping const mapping = propose(tables);
    EXPECT_EQ(mapping.files.at(0).kind, RowKind::patients);
    EXPECT_TRUE(mapping.files[0].guessed.empty());
    EXPECT_TRUE(mapping.files[0].ignored.empty());
}

TEST(Guess, OnlyWhatHeadersLeaveOpenIsGuessedAndNamed)
{
    auto const tables = tables_of({ { "p.csv",
        "klant;BSN;achternaam;veld 4;veld "
        "5;leeg\n1;999950666;Vos;23-09-1994;vos@example.org;\n2;999919751;Bos;24-10-1951;bos@example.org;\n" } });
    Mapping const mapping = propose(tables);
    EXPECT_EQ(meaning(mapping, 0, "klant"), "patient_number");
    EXPECT_EQ(meaning(mapping, 0, "veld 4"), "birth_date");
    EXPECT_EQ(meaning(mapping, 0, "veld 5"), "email");
    EXPECT_EQ(mapping.files.at(0).guessed, (std::vector<std::string> { "klant", "veld 4", "veld 5" }));
    EXPECT_EQ(mapping.files.at(0).ignored, (std::vector<std::string> { "leeg" }));
}

TEST(Guess, PatientsAreWhoOtherFilesPointTo)
{
    // Both numbers are unique; only one of them comes back elsewhere. The numbers of appointments fit too, by accident.
    auto const tables = tables_of({
        { "p.csv", "A;B;C;D\n901;1;999950666;23-09-1994\n902;2;999919751;24-10-1951\n903;3;999949056;25-11-1932\n" },
        { "a.csv", "A;B;C;D\n1;3;02-11-2026;08:30\n2;2;02-11-2026;09:30\n3;3;03-11-2026;08:30\n" },
    });
    Mapping const mapping = propose(tables);
    EXPECT_EQ(meaning(mapping, 0, "B"), "patient_number");
    EXPECT_EQ(mapping.files.at(1).kind, RowKind::appointments);
    EXPECT_EQ(meaning(mapping, 1, "B"), "patient_number");
    EXPECT_EQ(meaning(mapping, 1, "A"), "number");
}

TEST(Guess, OrderOfDaysAndTimesTellsThemApart)
{
    auto const tables = tables_of({
        { "p.csv", std::string(k_patients) },
        { "f.csv",
            "K1;K2;K3;K4;K5;K6;K7\n"
            "02-12-2025;1;J;09-11-2025;F1;12,50;02-11-2025\n"
            "03-12-2025;2;N;;F2;13,50;03-11-2025\n"
            "04-12-2025;2;J;20-12-2025;F3;14,50;04-11-2025\n" },
        { "a.csv", "K1;K2;K3;K4\n1;09:00;02-11-2026;08:30\n1;10:00;03-11-2026;09:45\n" },
    });
    Mapping const mapping = propose(tables);
    EXPECT_EQ(mapping.files.at(1).kind, RowKind::invoices);
    EXPECT_EQ(meaning(mapping, 1, "K7"), "date");
    EXPECT_EQ(meaning(mapping, 1, "K1"), "due_date");
    EXPECT_EQ(meaning(mapping, 1, "K4"), "paid_date");
    EXPECT_EQ(meaning(mapping, 2, "K4"), "time");
    EXPECT_EQ(meaning(mapping, 2, "K2"), "end_time");
}

TEST(Guess, AFileOfNoKindIsLeftOut)
{
    auto const tables = tables_of({
        { "p.csv", std::string(k_patients) },
        { "recalls.csv", "K1;K2;K3\n1;halfjaarlijks;12-12-2026\n2;halfjaarlijks;27-12-2026\n" },
        { "artsen.csv", "K1;K2\nHuisarts A;Doorn\nHuisarts B;Zeist\n" },
    });
    Mapping const mapping = propose(tables);
    EXPECT_FALSE(mapping.files.at(1).kind);
    EXPECT_FALSE(mapping.files.at(2).kind);
}

TEST(Guess, NothingIsGuessedFromNothing)
{
    EXPECT_TRUE(propose({}).files.empty());
    auto const tables = tables_of({ { "leeg.csv", "K1;K2\n" } });
    EXPECT_FALSE(propose(tables).files.at(0).kind);
}

} // namespace

} // namespace zk::app
