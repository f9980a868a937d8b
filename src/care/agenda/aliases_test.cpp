#include "care/agenda/aliases.hpp"

#include "testing/seeded_random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

namespace zk::care {
namespace {

crypto::Key key_of(std::uint8_t byte)
{
    Bytes const bytes(32, byte);
    return std::move(*crypto::Key::from(bytes));
}

std::vector<PatientId> patients(std::size_t count, std::uint8_t salt = 0)
{
    std::vector<PatientId> out;
    for (std::size_t i = 0; i < count; ++i) {
        PatientId::Raw raw {};
        raw[0] = salt;
        raw[1] = static_cast<std::uint8_t>(i);
        raw[2] = static_cast<std::uint8_t>(i >> 8U);
        out.push_back(PatientId::from_raw(raw));
    }
    return out;
}

Date day(int offset)
{
    return Date::from(2026, 11, 23)->plus_days(offset);
}

class AliasesTest : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(crypto::start()); }
};

TEST_F(AliasesTest, are_a_short_bird_and_a_number)
{
    Aliases const aliases(key_of(1));
    for (auto const& [patient, name] : aliases.of_day(day(0), patients(40))) {
        std::size_t const blank = name.find(' ');
        ASSERT_NE(blank, std::string::npos) << name;
        EXPECT_LE(blank, 4U) << name;
        EXPECT_NE(name[0], std::tolower(name[0])) << name;
        std::string const number = name.substr(blank + 1);
        EXPECT_GE(number.size(), 2U) << name;
        EXPECT_EQ(number.find_first_not_of("0123456789"), std::string::npos) << name;
        EXPECT_NE(number[0], '0') << name;
    }
}

// A day of a large post has 1,500 and more: many would be alike with two digits.
TEST_F(AliasesTest, nobody_has_the_name_of_another_on_one_day)
{
    Aliases const aliases(key_of(2));
    for (int offset = 0; offset < 5; ++offset) {
        auto const regulars = patients(1500);
        auto const others = patients(300, 7);
        auto const names = aliases.of_day(day(offset), regulars, others);
        std::set<std::string> seen;
        for (auto const& [patient, name] : names)
            EXPECT_TRUE(seen.insert(name).second) << name;
        EXPECT_EQ(seen.size(), 1800U);
    }
}

TEST_F(AliasesTest, change_every_day_and_stay_after_a_restart)
{
    auto const all = patients(200);
    auto const monday = Aliases(key_of(3)).of_day(day(0), all);
    EXPECT_EQ(Aliases(key_of(3)).of_day(day(0), all), monday);
    auto const tuesday = Aliases(key_of(3)).of_day(day(1), all);
    std::size_t same = 0;
    for (PatientId const& patient : all)
        same += monday.at(patient) == tuesday.at(patient) ? 1U : 0U;
    // By chance one in some two thousand keeps his.
    EXPECT_LE(same, 2U);
}

TEST_F(AliasesTest, cannot_be_told_without_the_key)
{
    auto const all = patients(200);
    auto const here = Aliases(key_of(4)).of_day(day(0), all);
    auto const elsewhere = Aliases(key_of(5)).of_day(day(0), all);
    std::size_t same = 0;
    for (PatientId const& patient : all)
        same += here.at(patient) == elsewhere.at(patient) ? 1U : 0U;
    EXPECT_LE(same, 2U);
}

TEST_F(AliasesTest, of_regulars_do_not_hang_on_who_is_looked_up_beside_them)
{
    Aliases const aliases(key_of(6));
    auto const regulars = patients(300);
    auto const alone = aliases.of_day(day(0), regulars);
    auto const beside = aliases.of_day(day(0), regulars, patients(300, 9));
    for (auto const& [patient, name] : alone)
        EXPECT_EQ(beside.at(patient), name);
    // Who is looked up and comes today has the name that he has in the agenda.
    auto const himself = aliases.of_day(day(0), regulars, std::array { regulars[17] });
    EXPECT_EQ(himself.at(regulars[17]), alone.at(regulars[17]));
}

// Somebody who is added takes nobody's name; at most he makes one longer.
RC_GTEST_PROP(AliasesProperty, a_newcomer_leaves_names_as_they_begin, (std::uint8_t salt))
{
    RC_ASSERT(crypto::start().has_value());
    Aliases const aliases(key_of(7));
    auto all = patients(150, salt);
    auto const before = aliases.of_day(day(0), all);
    all.push_back(PatientId::from_raw({ 0xff, 0xfe, salt }));
    auto const after = aliases.of_day(day(0), all);
    for (auto const& [patient, name] : before)
        RC_ASSERT(after.at(patient).starts_with(name));
}

} // namespace
} // namespace zk::care
