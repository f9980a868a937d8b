#include "app/import/values.hpp"

#include <gtest/gtest.h>

namespace zk::app {

namespace {

DateOrder order_of(std::initializer_list<std::string_view> cells)
{
    DateVotes votes;
    for (std::string_view const cell : cells)
        votes.add(cell);
    return votes.order();
}

std::string iso(std::string_view cell, DateOrder order = DateOrder::day_first)
{
    auto const date = read_date(cell, order);
    return date ? date->iso() : std::string(date.error().code());
}

TEST(Values, OrderOfADateIsDecidedByTheWholeColumn)
{
    EXPECT_EQ(order_of({}), DateOrder::day_first);
    EXPECT_EQ(order_of({ "01-02-1980", "03-04-1981" }), DateOrder::day_first);
    EXPECT_EQ(order_of({ "01-02-1980", "14-04-1981" }), DateOrder::day_first);
    EXPECT_EQ(order_of({ "01/02/1980", "04/14/1981" }), DateOrder::month_first);
    EXPECT_EQ(order_of({ "14-04-1981", "15-04-1981", "04/16/1981" }), DateOrder::day_first);
    // Days that exist in neither order have no say.
    EXPECT_EQ(order_of({ "00-14-1981", "14-14-1981", "04/14/1981" }), DateOrder::month_first);
    EXPECT_EQ(order_of({ "1981-04-14", "19810414" }), DateOrder::day_first);
}

TEST(Values, ReadsDatesInBothOrdersWithAndWithoutTime)
{
    EXPECT_EQ(iso("14-09-1953"), "1953-09-14");
    EXPECT_EQ(iso(" 1953-09-14 "), "1953-09-14");
    EXPECT_EQ(iso("09/14/1953", DateOrder::month_first), "1953-09-14");
    EXPECT_EQ(iso("1953-09-14", DateOrder::month_first), "1953-09-14");
    EXPECT_EQ(iso("14-09-1953 13:45:00"), "1953-09-14");
    EXPECT_EQ(iso("1953-09-14T13:45:00.000Z"), "1953-09-14");
    EXPECT_EQ(iso("31-02-1980"), "date-impossible");
    EXPECT_EQ(iso("00-00-1975"), "date-impossible");
    EXPECT_EQ(iso("14-09-53"), "date-unreadable");
    EXPECT_EQ(iso(""), "date-unreadable");
}

TEST(Values, TellsTheTimeBehindADate)
{
    EXPECT_EQ(time_behind_date("02-11-2026 08:30")->text(), "08:30");
    EXPECT_EQ(time_behind_date("2026-11-02T13:05:00+01:00")->text(), "13:05");
    EXPECT_FALSE(time_behind_date("02-11-2026"));
    EXPECT_FALSE(time_behind_date("02-11-2026 25:10"));
}

TEST(Values, ZeroDateMeansNone)
{
    EXPECT_TRUE(is_zero_date("00-00-0000"));
    EXPECT_TRUE(is_zero_date("0000-00-00 00:00:00"));
    EXPECT_TRUE(is_zero_date("00000000"));
    EXPECT_FALSE(is_zero_date("00-00-1975"));
    EXPECT_FALSE(is_zero_date(""));
    EXPECT_FALSE(is_zero_date("0"));
}

TEST(Values, ReadsAmountsOfDatabases)
{
    EXPECT_EQ(read_amount("25,6900")->count(), 2569);
    EXPECT_EQ(read_amount("25.6900")->count(), 2569);
    EXPECT_EQ(read_amount("-12,50")->count(), -1250);
    EXPECT_FALSE(read_amount("25.6950"));
    EXPECT_FALSE(read_amount("n.n.b."));
}

TEST(Values, ReadsWholeNumbersAndMinutes)
{
    EXPECT_EQ(read_whole("3"), 3);
    EXPECT_EQ(read_whole("3,00"), 3);
    EXPECT_EQ(read_whole("3.0"), 3);
    EXPECT_EQ(read_whole("-1"), -1);
    EXPECT_EQ(read_whole("--1"), std::nullopt);
    EXPECT_EQ(read_whole("0,5"), std::nullopt);
    EXPECT_EQ(read_whole("1.000"), std::nullopt);
    EXPECT_EQ(read_whole(""), std::nullopt);
    EXPECT_EQ(read_minutes("30"), 30);
    EXPECT_EQ(read_minutes("30 min"), 30);
    EXPECT_EQ(read_minutes("1:15"), 75);
    EXPECT_EQ(read_minutes("half uur"), std::nullopt);
}

TEST(Values, ReadsAnswers)
{
    EXPECT_EQ(read_answer("J"), Answer::yes);
    EXPECT_EQ(read_answer(" Voldaan "), Answer::yes);
    EXPECT_EQ(read_answer("nee"), Answer::no);
    EXPECT_EQ(read_answer("deels"), std::nullopt);
    EXPECT_EQ(read_answer(""), std::nullopt);
}

TEST(Values, SplitsAddresses)
{
    EXPECT_EQ(split_address("P.J. Oudweg 224 bis"), (Address { "P.J. Oudweg", "224", "bis" }));
    EXPECT_EQ(split_address("2e Jan Steenstraat 145 2 hoog"), (Address { "2e Jan Steenstraat", "145", "2 hoog" }));
    EXPECT_EQ(split_address("'s-Gravelandseweg 28"), (Address { "'s-Gravelandseweg", "28", "" }));
    EXPECT_EQ(split_address("Plein 1940 12"), (Address { "Plein 1940", "12", "" }));
    EXPECT_EQ(split_address("Dorpsstraat 12a"), (Address { "Dorpsstraat", "12", "a" }));
    EXPECT_EQ(split_address("Dorpsstraat 12-3"), (Address { "Dorpsstraat", "12", "3" }));
    EXPECT_EQ(split_address("Laan van NOI"), (Address { "Laan van NOI", "", "" }));
    EXPECT_EQ(split_address(""), (Address {}));
}

TEST(Values, SplitsPostcodeAndCity)
{
    EXPECT_EQ(split_postcode_and_city("1234 AB  Den Haag"), (PostcodeAndCity { "1234 AB", "Den Haag" }));
    EXPECT_EQ(split_postcode_and_city("1234AB, 's-Hertogenbosch"), (PostcodeAndCity { "1234AB", "'s-Hertogenbosch" }));
    EXPECT_EQ(split_postcode_and_city("1234 ABcoude"), (PostcodeAndCity { "", "1234 ABcoude" }));
    EXPECT_EQ(split_postcode_and_city("Antwerpen"), (PostcodeAndCity { "", "Antwerpen" }));
}

TEST(Values, SplitsNamesInOneCell)
{
    EXPECT_EQ(split_name("Velde, J. van der"), (PersonName { "Velde", "van der", "J.", "" }));
    EXPECT_EQ(split_name("Velde, Jildou van der"), (PersonName { "Velde", "van der", "", "Jildou" }));
    EXPECT_EQ(split_name("Velde, van der"), (PersonName { "Velde", "van der", "", "" }));
    EXPECT_EQ(split_name("J.B. van der Velde"), (PersonName { "Velde", "van der", "J.B.", "" }));
    EXPECT_EQ(split_name("van der Velde"), (PersonName { "Velde", "van der", "", "" }));
    EXPECT_EQ(split_name("Jildou van der Velde"), (PersonName { "Velde", "van der", "", "Jildou" }));
    EXPECT_EQ(split_name("J. Jansen van der Velde"), (PersonName { "Jansen van der Velde", "", "J.", "" }));
    EXPECT_EQ(split_name("Anna Jansen"), (PersonName { "Anna Jansen", "", "", "" }));
    EXPECT_EQ(split_name("J B Jansen"), (PersonName { "Jansen", "", "J B", "" }));
    EXPECT_EQ(split_name(" "), (PersonName {}));
}

} // namespace

} // namespace zk::app
