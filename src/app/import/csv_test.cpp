#include "app/import/csv.hpp"

#include "base/limits.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::app {

namespace {

using Fields = std::vector<std::string>;

std::vector<CsvRecord> read(std::string_view text, Separator separator = Separator::semicolon)
{
    auto records = read_csv(text, separator, Place::path("a.csv"));
    EXPECT_TRUE(records) << records.error().code();
    return records ? *records : std::vector<CsvRecord> {};
}

std::string fault(std::string_view text)
{
    auto const records = read_csv(text, Separator::semicolon, Place::path("a.csv"));
    return records ? "none" : std::string(records.error().code()) + " " + records.error().place();
}

TEST(Csv, ReadsEveryLineEnd)
{
    for (std::string_view const text :
        { "a;b\r\n1;2\r\n", "a;b\n1;2\n", "a;b\r1;2\r", "a;b\r\n1;2", "\n\na;b\n\r\n1;2\n\n\n" }) {
        auto const records = read(text);
        ASSERT_EQ(records.size(), 2U);
        EXPECT_EQ(records[0].fields, (Fields { "a", "b" }));
        EXPECT_EQ(records[1].fields, (Fields { "1", "2" }));
        EXPECT_EQ(records[1].row, 2U);
    }
}

TEST(Csv, KeepsWhatQuotesHold)
{
    auto const records = read("a;b;c\n\"x;y\";\"Zegt: \"\"liever niet\"\";\r\nalleen via e-mail\";\"\"\nlast;1;2\n");
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[1].fields, (Fields { "x;y", "Zegt: \"liever niet\";\r\nalleen via e-mail", "" }));
    EXPECT_EQ(records[1].quoting, Quoting::sound);
    EXPECT_EQ(records[2].row, 3U);
    EXPECT_EQ(records[2].line, 4U);
}

TEST(Csv, QuoteInsideAnUnquotedFieldIsText)
{
    auto const records = read("a;b\n5\" buis; \"x\"\n");
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[1].fields, (Fields { "5\" buis", " \"x\"" }));
    EXPECT_EQ(records[1].quoting, Quoting::sound);
}

TEST(Csv, TextBehindAClosingQuoteIsKeptAndTold)
{
    auto const records = read("a;b\n\"Zegt \"niet\" nu\";2\n3;4\n");
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[1].quoting, Quoting::broken);
    EXPECT_EQ(records[1].fields, (Fields { "Zegt niet\" nu\"", "2" }));
    EXPECT_EQ(records[2].quoting, Quoting::sound);
}

TEST(Csv, OpenQuoteIsAFaultWithItsRow)
{
    EXPECT_EQ(fault("a;b\n1;2\n3;\"open\n5;6\n"), "csv-quote-not-closed a.csv:3");
}

TEST(Csv, LimitsAreFaultsWithTheirRow)
{
    std::string const too_long(k_csv_field_bytes_max + 1, 'x');
    EXPECT_EQ(fault("a;b\n1;" + too_long + "\n"), "csv-field-too-long a.csv:2");
    EXPECT_EQ(fault("a;b\n1;\"" + too_long + "\"\n"), "csv-field-too-long a.csv:2");
    std::string const longest(k_csv_field_bytes_max, 'x');
    EXPECT_EQ(fault("a;" + longest), "none");
    std::string const half(k_csv_field_bytes_max / 2 + 1, 'x');
    EXPECT_EQ(fault("a\n\"" + half + "\"\"" + half + "\"\n"), "csv-field-too-long a.csv:2");

    std::string row = longest;
    while (row.size() <= k_csv_row_bytes_max)
        row += ";" + longest;
    EXPECT_EQ(fault(row), "csv-row-too-long a.csv:1");

    EXPECT_EQ(fault(std::string(k_csv_columns_max - 1, ';')), "none");
    EXPECT_EQ(fault(std::string(k_csv_columns_max, ';')), "csv-too-many-columns a.csv:1");
}

TEST(Csv, DetectsTheSeparatorBesideQuotes)
{
    EXPECT_EQ(detect_separator("a;b;c\n1;2;3\n"), Separator::semicolon);
    EXPECT_EQ(detect_separator("a,b,c\n1,\"2;3;4;5;6\",3\n"), Separator::comma);
    EXPECT_EQ(detect_separator("\"a,b,c,d\";b\n\"1,2,3,4\";2\n"), Separator::semicolon);
    EXPECT_EQ(detect_separator("a\tb\n1,5\t2,5\n"), Separator::tab);
    EXPECT_EQ(detect_separator("a|b|c\n1|2|3\n"), Separator::pipe);
    EXPECT_EQ(detect_separator("a;b\n1,5;2,5\n1,5;3,5\n"), Separator::semicolon);
    EXPECT_EQ(detect_separator(""), Separator::semicolon);
    EXPECT_EQ(detect_separator("one column\n"), Separator::semicolon);
}

TEST(Csv, SeparatorLineOfExcelDecidesAndIsNoRecord)
{
    std::string_view const text = "sep=|\r\na;b|c\r\n1;2|3\r\n";
    EXPECT_EQ(detect_separator(text), Separator::pipe);
    auto const records = read(text, Separator::pipe);
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].fields, (Fields { "a;b", "c" }));
    EXPECT_EQ(records[0].row, 1U);
    EXPECT_EQ(records[0].line, 2U);
}

std::string quoted(std::string const& field)
{
    std::string out = "\"";
    for (char const c : field)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

RC_GTEST_PROP(Csv, EveryQuotedTextComesBack, (std::vector<std::pair<std::string, std::string>> const& rows))
{
    std::string text;
    for (auto const& [a, b] : rows)
        text += quoted(a) + ";" + quoted(b) + "\n";
    auto const records = read_csv(text, Separator::semicolon, {});
    RC_ASSERT(records.has_value());
    RC_ASSERT(records->size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        RC_ASSERT((*records)[i].fields == (Fields { rows[i].first, rows[i].second }));
}

} // namespace

} // namespace zk::app
