#include "scan/needles.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

namespace zk::scan {

namespace {

ByteView bytes_of(std::string const& text)
{
    return { reinterpret_cast<std::uint8_t const*>(text.data()), text.size() };
}

TEST(Needles, finds_each_that_occurs_once)
{
    Needles const needles({ "Meulendijk", "Lindelaan", "Oudewater" });
    EXPECT_EQ(needles.count_in(bytes_of("")), 0U);
    EXPECT_EQ(needles.count_in(bytes_of("Meulendij")), 0U);
    EXPECT_EQ(needles.count_in(bytes_of("xMeulendijk")), 1U);
    EXPECT_EQ(needles.count_in(bytes_of("Lindelaan 3, Lindelaan 5")), 1U);
    EXPECT_EQ(needles.count_in(bytes_of("OudewaterMeulendijkLindelaan")), 3U);
}

TEST(Needles, leaves_short_and_double_ones_out)
{
    EXPECT_EQ(Needles({ "kort", "zes123", "zeven12", "zeven12" }).size(), 1U);
    EXPECT_EQ(Needles({ "kort" }).count_in(bytes_of("kort kort")), 0U);
}

TEST(Needles, finds_needles_that_begin_alike_or_overlap)
{
    Needles const needles({ "Hoogstraat", "Hoogstraten", "straten" });
    EXPECT_EQ(needles.count_in(bytes_of("Hoogstraten")), 2U);
    EXPECT_EQ(needles.count_in(bytes_of("Hoogstraat en Hoogstraten")), 3U);
}

RC_GTEST_PROP(Needles, agree_with_searching_one_by_one, (std::vector<std::string> const& texts))
{
    // Few letters, so that texts overlap and nearly match.
    auto const few = rc::gen::container<std::string>(rc::gen::element('a', 'b'));
    std::string hay = *rc::gen::resize(400, few);
    std::vector<std::string> wanted = *rc::gen::container<std::vector<std::string>>(few);
    wanted.insert(wanted.end(), texts.begin(), texts.end());
    std::set<std::string> expected;
    for (std::string const& text : wanted) {
        if (text.size() >= Needles::k_bytes_min && hay.find(text) != std::string::npos)
            expected.insert(text);
    }
    RC_ASSERT(Needles(wanted).count_in(bytes_of(hay)) == expected.size());
}

} // namespace

} // namespace zk::scan
