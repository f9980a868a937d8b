#include "gate/accounts/account_record.hpp"

#include <gtest/gtest.h>

namespace zk::gate {
namespace {

// docs/formats/account.md, version 1, written by hand: 21 characters, own choice, clear, 2026-11-23T09:00Z.
TEST(PasswordFacts, TheBytesOfThisVersionOpenForEver)
{
    using Codec = catalogue::Codec<PasswordFacts>;
    Instant const nine = std::chrono::sys_days { std::chrono::year(2026) / 11 / 23 } + std::chrono::hours(9);
    auto const facts = Codec::decode(*from_hex("1501018032a207a2010000"));
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->characters, 21U);
    EXPECT_EQ(facts->origin, PasswordOrigin::own_choice);
    EXPECT_EQ(facts->at_last_login, Blocklist::clear);
    EXPECT_EQ(facts->given_at, nine);
    auto const given = Codec::decode(*from_hex("0b02028032a207a2010000"));
    ASSERT_TRUE(given);
    EXPECT_EQ(given->origin, PasswordOrigin::given_by_another);
    EXPECT_EQ(given->at_last_login, Blocklist::listed);
    Writer out;
    Codec::encode(out, *given);
    EXPECT_EQ(to_hex(out.view()), "0b02028032a207a2010000");
    for (char const* const wrong : { "", "15", "150101", "1500018032a207a2010000", "1501038032a207a2010000",
             "1501018032a207a20100", "1501018032a207a201000000" })
        EXPECT_FALSE(Codec::decode(*from_hex(wrong))) << wrong;
}

TEST(SecondStepSecret, HasTwentyBytes)
{
    using Codec = catalogue::Codec<SecondStepSecret>;
    ASSERT_TRUE(crypto::start());
    Bytes const bytes = *from_hex("0102030405060708090a0b0c0d0e0f1011121314");
    Writer out;
    Codec::encode(out, *Codec::decode(bytes));
    EXPECT_EQ(out.take(), bytes);
    EXPECT_FALSE(Codec::decode(ByteView(bytes).first(19)));
}

} // namespace
} // namespace zk::gate
