#include "care/patients/search_query.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace zk::care::patients {
namespace {

// The keys that the only part of what was typed can be, in their order.
std::vector<SearchKey> keys_of(std::string_view typed)
{
    SearchQuery const query = parse_search(typed).value();
    std::vector<SearchKey> out;
    for (SearchReading const& reading : query.at(0).at(0).at(0))
        out.push_back(reading.key);
    return out;
}

using Keys = std::vector<SearchKey>;

TEST(SearchQuery, reads_the_likeliest_first)
{
    EXPECT_EQ(keys_of("jong"), Keys { SearchKey::name });
    EXPECT_EQ(keys_of("999950666").front(), SearchKey::bsn);
    EXPECT_EQ(keys_of("0612345678").front(), SearchKey::phone);
    EXPECT_EQ(keys_of("01-02-1953").front(), SearchKey::birth_date);
    EXPECT_EQ(keys_of("01021953").front(), SearchKey::birth_date);
    EXPECT_EQ(keys_of("100539").front(), SearchKey::number);
    EXPECT_EQ(keys_of("1234ab"), Keys { SearchKey::postcode });
}

TEST(SearchQuery, reads_eight_digits_as_a_bsn_that_lost_its_zero)
{
    SearchQuery const query = parse_search("99.99.50.66").value();
    SearchPart const& part = query.at(0).at(0).at(0);
    auto const bsn = std::ranges::find(part, SearchKey::bsn, &SearchReading::key);
    ASSERT_NE(bsn, part.end());
    EXPECT_EQ(bsn->number, 99'995'066U);
}

TEST(SearchQuery, keeps_both_ways_when_numbers_stand_together)
{
    SearchQuery const query = parse_search("100539 1953").value();
    ASSERT_EQ(query.size(), 1U);
    ASSERT_EQ(query[0].size(), 2U);
    EXPECT_EQ(query[0][0].size(), 1U);
    EXPECT_EQ(query[0][1].size(), 2U);
}

TEST(SearchQuery, keeps_both_ways_when_a_year_looks_like_a_postcode)
{
    SearchQuery const query = parse_search("1953 de vries").value();
    ASSERT_EQ(query.size(), 2U);
    ASSERT_EQ(query[0].size(), 2U);
    EXPECT_EQ(query[0][0].at(0).at(0).key, SearchKey::postcode);
    EXPECT_EQ(query[0][1].at(0).at(0).key, SearchKey::birth_year);
    EXPECT_EQ(query[0][1].at(1).at(0).key, SearchKey::name);
}

TEST(SearchQuery, looks_for_both_centuries_beside_a_name)
{
    auto const years = [](std::string_view typed) {
        std::vector<std::uint32_t> out;
        SearchQuery const query = parse_search(typed).value();
        for (SearchTerm const& term : query)
            for (SearchWay const& way : term)
                for (SearchPart const& part : way)
                    for (SearchReading const& reading : part)
                        if (reading.key == SearchKey::birth_year)
                            out.push_back(reading.number);
        return out;
    };
    EXPECT_EQ(years("meulen 58"), (std::vector { 1958U, 2058U }));
    // Beside a postcode it is a house, and alone it would list half the practice.
    EXPECT_TRUE(years("3972 AB 12").empty());
    EXPECT_TRUE(years("58").empty());
    EXPECT_TRUE(years("12 58").empty());
}

TEST(SearchQuery, takes_a_day_apart_from_the_number_beside_it)
{
    EXPECT_EQ(parse_search("01-02-1953 0612345678")->size(), 2U);
    EXPECT_EQ(parse_search("06 12 34 56 78")->size(), 1U);
    EXPECT_TRUE(parse_search(" , - ")->empty());
}

} // namespace
} // namespace zk::care::patients
