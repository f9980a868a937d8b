#include "care/patients/search_column.hpp"

#include <gtest/gtest.h>

namespace zk::care::patients {
namespace {

std::vector<std::size_t> cards_with(SearchColumn const& column, std::string_view needle)
{
    std::vector<std::size_t> out;
    column.each_with(needle, [&](std::size_t card, std::string_view) { out.push_back(card); });
    return out;
}

using Cards = std::vector<std::size_t>;

SearchColumn column_of(std::initializer_list<std::string_view> texts)
{
    SearchColumn out;
    for (std::string_view text : texts)
        out.add(text);
    return out;
}

TEST(SearchColumn, finds_each_card_once)
{
    auto const column = column_of({ ";12;12;", "", ";3;", ";12;", "" });
    EXPECT_EQ(cards_with(column, ";12;"), (Cards { 0, 3 }));
    EXPECT_EQ(cards_with(column, ";3;"), Cards { 2 });
    EXPECT_EQ(cards_with(column, ";4;"), Cards {});
    EXPECT_EQ(cards_with(SearchColumn(), "a"), Cards {});
}

TEST(SearchColumn, tells_what_is_behind_a_needle)
{
    auto const column = column_of({ ":1234ab/12a;", ":1234ab/123;" });
    std::vector<std::string> behind;
    auto const found = [&](std::size_t, std::string_view rest) { behind.emplace_back(rest); };
    column.each_with("/12", found);
    column.if_with("ab/", 1, found);
    column.if_with("ac/", 1, found);
    EXPECT_EQ(behind, (std::vector<std::string> { "a;", "3;", "123;" }));
}

TEST(SearchColumn, closes_up_when_a_card_is_erased)
{
    auto column = column_of({ "a;", "bb;", "ccc;", "" });
    column.erase(1);
    EXPECT_EQ(column.text_of(0), "a;");
    EXPECT_EQ(column.text_of(1), "ccc;");
    EXPECT_EQ(column.text_of(2), "");
    EXPECT_EQ(cards_with(column, "b"), Cards {});
    EXPECT_EQ(cards_with(column, "c;"), Cards { 1 });
    column.erase(2);
    column.erase(1);
    column.erase(0);
    EXPECT_EQ(cards_with(column, "a"), Cards {});
}

TEST(SearchColumn, leaves_no_bytes_of_an_erased_card)
{
    auto column = column_of({ " jong", " secret", " vries" });
    std::string_view const before = column.text_of(0);
    constexpr std::size_t k_total = 5 + 7 + 6;
    column.erase(1);
    // The memory is still the column's own: it was not given back.
    ASSERT_EQ(column.text_of(0).data(), before.data());
    std::string const left(before.data(), k_total);
    EXPECT_EQ(left, " jong vries" + std::string(7, '\0'));
    column.erase(0);
    column.erase(0);
    EXPECT_EQ(std::string(before.data(), k_total), std::string(k_total, '\0'));
}

TEST(WipedVector, overwrites_what_it_takes_out)
{
    WipedVector<std::uint32_t> numbers { 1, 2, 3 };
    std::uint32_t const* const memory = numbers.data();
    erase_wiped(numbers, 0, 1);
    EXPECT_EQ(numbers, (WipedVector<std::uint32_t> { 2, 3 }));
    EXPECT_EQ(memory[2], 0U);
}

} // namespace
} // namespace zk::care::patients
