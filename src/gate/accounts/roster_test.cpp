#include "gate/accounts/roster.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

Date day(unsigned number)
{
    return *Date::from(2026, 11, number);
}

std::string on(std::vector<RosterLine> const& lines, unsigned number)
{
    std::string out;
    for (WorksFor const& one : works_for(lines, day(number)))
        out += std::string(text_of(one.kind)) + " " + one.practitioner + ";";
    return out;
}

TEST(Roster, CountsFromItsFirstToItsLastDay)
{
    std::vector<RosterLine> const lines {
        { "EV", RosterKind::assists, day(10), day(12) },
        { "SB", RosterKind::stands_in, day(12), std::nullopt },
    };
    EXPECT_EQ(on(lines, 9), "");
    EXPECT_EQ(on(lines, 10), "assists EV;");
    EXPECT_EQ(on(lines, 12), "assists EV;stands_in SB;");
    EXPECT_EQ(on(lines, 13), "stands_in SB;");
    EXPECT_EQ(works_for(lines, *Date::from(2126, 1, 1)).size(), 1U);
}

TEST(Roster, NamesEachOnce)
{
    std::vector<RosterLine> const lines {
        { "EV", RosterKind::assists, day(1), day(20) },
        { "EV", RosterKind::assists, day(5), std::nullopt },
        { "EV", RosterKind::stands_in, day(5), day(5) },
    };
    EXPECT_EQ(on(lines, 5), "assists EV;stands_in EV;");
}

TEST(Roster, RefusesWhatCannotBe)
{
    auto const code_of = [](std::vector<RosterLine> const& lines) {
        auto const checked = check_roster(lines);
        return checked ? "good" : std::string(checked.error().code());
    };
    EXPECT_EQ(code_of({}), "good");
    EXPECT_EQ(code_of({ { "EV", RosterKind::assists, day(10), day(10) } }), "good");
    EXPECT_EQ(code_of({ { "EV", RosterKind::assists, day(10), day(9) } }), "roster-ends-before-it-begins");
    EXPECT_EQ(code_of({ { "", RosterKind::assists, day(10), day(10) } }), "roster-bad-practitioner");
    EXPECT_EQ(code_of({ { std::string(33, 'x'), RosterKind::assists, day(10), day(10) } }), "roster-bad-practitioner");
    RosterLine const line { "EV", RosterKind::assists, day(10), std::nullopt };
    EXPECT_EQ(code_of(std::vector(k_roster_lines_max, line)), "good");
    EXPECT_EQ(code_of(std::vector(k_roster_lines_max + 1, line)), "roster-too-long");
}

TEST(Roster, IsReadAsItWasWritten)
{
    using Codec = catalogue::Codec<RosterLine>;
    for (RosterLine const& line : { RosterLine { "EV", RosterKind::assists, day(10), std::nullopt },
             RosterLine { "Ü-1", RosterKind::stands_in, day(1), day(30) } }) {
        Writer out;
        Codec::encode(out, line);
        auto const read = Codec::decode(out.view());
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, line);
        for (std::size_t size = 0; size + 1 < out.size(); ++size) {
            auto const cut = Codec::decode(out.view().first(size));
            EXPECT_TRUE(!cut || !cut->until) << size;
        }
    }
    EXPECT_FALSE(Codec::decode(Bytes { 1, 'E', 3, 0, 0, 0, 0 }));
}

// docs/formats/account.md, version 1, written by hand.
TEST(Roster, TheBytesOfThisVersionOpenForEver)
{
    using Codec = catalogue::Codec<RosterLine>;
    EXPECT_EQ(*Codec::decode(*from_hex("024556011f510000")),
        (RosterLine { "EV", RosterKind::assists, day(10), std::nullopt }));
    EXPECT_EQ(*Codec::decode(*from_hex("024556021f51000033510000")),
        (RosterLine { "EV", RosterKind::stands_in, day(10), day(30) }));
    for (char const* const wrong : { "", "024556", "02455601", "024556031f510000", "024556011f5100",
             "024556011f51000033", "024556011f5100003351000000" })
        EXPECT_FALSE(Codec::decode(*from_hex(wrong))) << wrong;
}

} // namespace
} // namespace zk::gate
