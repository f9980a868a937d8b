#include "gate/need_to_know.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace zk::gate {
namespace {

std::string document()
{
    std::ifstream file("docs/need-to-know.md");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

TEST(NeedToKnow, TheDocumentHoldsTheTable)
{
    EXPECT_NE(document().find(need_to_know_table()), std::string::npos)
        << "docs/need-to-know.md must hold this table:\n"
        << need_to_know_table();
}

TEST(NeedToKnow, EveryRowHasASource)
{
    for (NeedToKnow const& row : need_to_know()) {
        EXPECT_FALSE(row.source.empty());
        EXPECT_FALSE(row.valid_from.empty());
    }
}

} // namespace
} // namespace zk::gate
