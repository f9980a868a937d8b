#include "catalogue/register_table.hpp"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace zk::catalogue {
namespace {

constexpr char const* k_document = "docs/catalogus.md";
// Above it people write; below it stands the catalogue.
constexpr std::string_view k_mark = "<!-- hieronder: gemaakt uit de catalogus -->\n\n";
constexpr char const* k_remedy = "docs/catalogus.md is not what the catalogue says. To refresh it:\n"
                                 "  ZK_REFRESH=1 build/dev/catalogue_test --gtest_filter='RegisterTable.*'";

std::string document()
{
    std::ifstream file(k_document);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Leaves what people wrote as it is.
std::string refreshed(std::string const& text)
{
    return text.substr(0, text.find(k_mark)) + std::string(k_mark) + register_table();
}

TEST(RegisterTable, is_what_the_document_says)
{
    std::string const before = document();
    ASSERT_NE(before.find(k_mark), std::string::npos) << k_document << " has lost its mark: " << k_mark;
    std::string const after = refreshed(before);
    if (std::getenv("ZK_REFRESH") != nullptr)
        std::ofstream(k_document) << after;
    else
        EXPECT_TRUE(before == after) << k_remedy;
}

TEST(RegisterTable, has_a_line_for_each_element_and_class)
{
    std::string const table = register_table();
    EXPECT_NE(
        table.find(
            "| 30 | BSN | `patient.bsn` | BSN en verzekering | identiteit | identiteit vaststellen | "
            "wettelijke plicht (AVG 6 lid 1 c; Wabvpz 4 tot en met 9, UAVG 46) | zo lang als het dossier | ja |\n"),
        std::string::npos);
    EXPECT_NE(table.find("| 67 | aantekening | `treatment.note` | aantekeningen | zorg | behandeling | "
                         "behandelingsovereenkomst (AVG 6 lid 1 b en 9 lid 2 h; BW 7:446 en 7:454) | "
                         "20 jaar na de laatste medische wijziging | nee, wel in het afschrift |\n"),
        std::string::npos);
    EXPECT_NE(table.find("| 8 | facturen | geld | per jaar | 7 jaar na het eind van het eigen jaar | "
                         "AWR 52 lid 4: zeven jaar na het eigen jaar | ja |\n"),
        std::string::npos);
}

} // namespace
} // namespace zk::catalogue
