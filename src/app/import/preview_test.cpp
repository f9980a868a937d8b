#include "app/import/preview.hpp"

#include <gtest/gtest.h>

namespace zk::app {

namespace {

TEST(Preview, shows_the_shape_of_a_cell_alone)
{
    EXPECT_EQ(masked("Van der Linde"), "Aaa aaa Aaaaa");
    EXPECT_EQ(masked("14-03-1958"), "00-00-0000");
    EXPECT_EQ(masked("1234 AB"), "0000 AA");
    EXPECT_EQ(masked("Loïc"), "Aaaa");
    EXPECT_EQ(masked("a@b.nl"), "a@a.aa");
    EXPECT_EQ(masked(std::string(40, 'x')), std::string(24, 'a') + "…");
    EXPECT_EQ(masked("a\nb"), "a a");
}

TEST(Preview, tells_what_each_file_and_column_is)
{
    std::vector<RawFile> const files {
        { "patienten.csv", "patientnr;achternaam;geboortedatum;kamer\n1;Vos;01-02-1980;\n2;Mol;;3\n" },
        { "foto.png", std::nullopt },
        { "leeg.csv", "" },
    };
    Preview const preview = preview_files(files, {});
    EXPECT_FALSE(preview.error);
    ASSERT_EQ(preview.files.size(), 3U);
    PreviewFile const& patients = preview.files[0];
    EXPECT_EQ(patients.kind, RowKind::patients);
    EXPECT_EQ(patients.rows, 2U);
    EXPECT_TRUE(patients.missing.empty());
    ASSERT_EQ(patients.columns.size(), 4U);
    EXPECT_EQ(patients.columns[1].column, Column::surname);
    // Two names of one shape are one example.
    EXPECT_EQ(patients.columns[1].samples, std::vector<std::string> { "Aaa" });
    EXPECT_EQ(patients.columns[2].filled, 1U);
    EXPECT_EQ(patients.columns[3].column, std::nullopt);
    ASSERT_TRUE(preview.files[1].error);
    EXPECT_EQ(preview.files[1].error->code(), "file-not-text");
    EXPECT_FALSE(preview.files[2].error);
    EXPECT_TRUE(preview.files[2].columns.empty());
}

TEST(Preview, says_what_a_mapping_leaves_out)
{
    std::vector<RawFile> const files { { "klanten.csv", "kenmerk;familie;wieg\n1;Vos;01-02-1980\n" } };
    Mapping const mapping { { { .file = "klanten.csv",
        .kind = RowKind::patients,
        .columns = { { "kenmerk", Column::patient_number }, { "familie", Column::surname } },
        .ignored = { "wieg" },
        .guessed = {} } } };
    Preview const preview = preview_files(files, mapping);
    ASSERT_TRUE(preview.error);
    EXPECT_EQ(preview.error->code(), "import-columns-missing");
    EXPECT_EQ(preview.files[0].missing, std::vector<Column> { Column::birth_date });
    EXPECT_EQ(preview.files[0].columns[1].column, Column::surname);
    EXPECT_FALSE(preview.files[0].columns[1].guessed);
}

} // namespace

} // namespace zk::app
