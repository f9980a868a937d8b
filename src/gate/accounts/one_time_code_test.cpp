#include "gate/accounts/one_time_code.hpp"

#include "base/ascii.hpp"
#include "testing/seeded_random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::gate {
namespace {

using testing::SeededRandom;
using Use = OneTimeCode::Use;

AccountId account(std::uint8_t number)
{
    return AccountId::from_raw({ number });
}

std::string parsed(std::string_view typed)
{
    auto const code = OneTimeCode::parse(typed);
    return code ? code->for_paper() : std::string(code.error().code());
}

TEST(OneTimeCode, ReadsWhatAHurriedHandTyped)
{
    EXPECT_EQ(parsed("ABCD-EFGH-JKMN-PQRS"), "ABCD-EFGH-JKMN-PQRS");
    EXPECT_EQ(parsed("abcdefghjkmnpqrs"), "ABCD-EFGH-JKMN-PQRS");
    EXPECT_EQ(parsed(" abcd efgh jkmn pqrs\r\n"), "ABCD-EFGH-JKMN-PQRS");
    EXPECT_EQ(parsed("oOiI-lL00-1111-TVWX"), "0011-1100-1111-TVWX");
}

TEST(OneTimeCode, RefusesWhatIsNone)
{
    EXPECT_EQ(parsed(""), "one-time-code-mistyped");
    EXPECT_EQ(parsed("123456"), "one-time-code-mistyped");
    EXPECT_EQ(parsed("ABCD-EFGH-JKMN-PQR"), "one-time-code-mistyped");
    EXPECT_EQ(parsed("ABCD-EFGH-JKMN-PQRST"), "one-time-code-mistyped");
    EXPECT_EQ(parsed("ABCD-EFGH-JKMN-PQRU"), "one-time-code-mistyped");
    EXPECT_EQ(parsed(std::string(100000, '-')), "one-time-code-mistyped");
}

TEST(OneTimeCode, IsKeptOnlyForItsUseAndItsAccount)
{
    OneTimeCode const code = *OneTimeCode::parse("ABCD-EFGH-JKMN-PQRS");
    Bytes const kept = code.hash(Use::invitation, account(1));
    EXPECT_EQ(kept, code.hash(Use::invitation, account(1)));
    EXPECT_NE(kept, code.hash(Use::recovery, account(1)));
    EXPECT_NE(kept, code.hash(Use::invitation, account(2)));
    EXPECT_NE(kept, OneTimeCode::parse("ABCD-EFGH-JKMN-PQRT")->hash(Use::invitation, account(1)));
}

// docs/formats/account.md, version 1: made with sha256sum.
TEST(OneTimeCode, WhatThisVersionKeptFitsForEver)
{
    OneTimeCode const code = *OneTimeCode::parse("ABCD-EFGH-JKMN-PQRS");
    EXPECT_EQ(to_hex(code.hash(Use::invitation, account(1))),
        "addac8c87ae39509b4662d22c792cc2a6ee014dee2ef6a7b4f67d12e3a0ed287");
    EXPECT_EQ(to_hex(code.hash(Use::recovery, account(1))),
        "6520399ca6ef313db3281fbf6eba69c04c487e70fdc2a8aa2fac575509217013");
}

TEST(OneTimeCode, IsNotPrinted)
{
    EXPECT_EQ(::testing::PrintToString(*OneTimeCode::parse("ABCD-EFGH-JKMN-PQRS")), "[code]");
}

RC_GTEST_PROP(OneTimeCode, ReadsWhatItWrote, (std::uint64_t seed))
{
    SeededRandom random(seed);
    OneTimeCode const code = OneTimeCode::random(random);
    auto const read = OneTimeCode::parse(ascii::lower(code.for_paper()));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->hash(Use::recovery, account(1)) == code.hash(Use::recovery, account(1)));
    RC_ASSERT(OneTimeCode::random(random).for_paper() != code.for_paper());
}

} // namespace
} // namespace zk::gate
