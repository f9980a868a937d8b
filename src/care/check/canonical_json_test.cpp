#include "care/check/canonical_json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zk::care::check {
namespace {

std::string again(std::string_view text)
{
    auto json = Json::parse(text);
    return json ? json->canonical() : std::string(json.error().code());
}

// The strings and literals of the example in RFC 8785, section 3.2.2.
TEST(CanonicalJson, WritesAsTheRfcDoes)
{
    EXPECT_EQ(
        again(R"({ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] })"),
        "{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, SortsKeysAndLeavesNoSpace)
{
    EXPECT_EQ(again("{\n \"b\" : 1,\t\"a\" : { \"z\": [ ], \"A\": { } } }"), R"({"a":{"A":{},"z":[]},"b":1})");
}

TEST(CanonicalJson, EscapesControlCharactersAndNothingElse)
{
    EXPECT_EQ(Json("\b\t\n\f\r\x01\x1f\x7f é").canonical(), "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f é\"");
}

TEST(CanonicalJson, HoldsWholeNumbersThatEveryReaderHolds)
{
    EXPECT_EQ(again("[0,-1,9007199254740991,-9007199254740991]"), "[0,-1,9007199254740991,-9007199254740991]");
    for (const char* text : { "9007199254740992", "-9007199254740992", "1.5", "1e3", "-0.0", "18446744073709551615" })
        EXPECT_EQ(again(text), "json-not-readable") << text;
    EXPECT_DEATH(Json(k_json_number_max + 1), "k_json_number_max");
}

TEST(CanonicalJson, RefusesWhatHasTwoMeanings)
{
    for (const char* text : { R"({"a":1,"a":1})", R"({"a":{"b":1,"b":2}})", R"({"é":1})", "{} {}", "", "[1,]", "nul",
             "\"\xff\"", "[NaN]", "{\"a\":1}x" })
        EXPECT_EQ(again(text), "json-not-readable") << text;
}

TEST(CanonicalJson, RefusesWhatIsTooDeepOrTooLarge)
{
    auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(again(nested(k_json_depth_max)), nested(k_json_depth_max));
    EXPECT_EQ(again(nested(k_json_depth_max + 1)), "json-not-readable");
    EXPECT_EQ(again(nested(100'000)), "json-not-readable");
    EXPECT_EQ(again(std::string(k_json_bytes_max + 1, ' ')), "json-too-large");
}

TEST(CanonicalJson, BytesThatAreNoUtf8AreRead)
{
    EXPECT_EQ(Json("caf\xe9").canonical(), "\"café\"");
    EXPECT_EQ(Json("café").canonical(), "\"café\"");
}

TEST(CanonicalJson, GivesOnlyWhatIsThere)
{
    Json const json = Json::Object { { "n", 7 }, { "t", "x" }, { "b", true }, { "a", Json::Array { 1 } } };
    EXPECT_EQ((*json.at("n"))->number(), 7);
    EXPECT_EQ((*json.at("t"))->text(), "x");
    EXPECT_EQ((*json.at("b"))->boolean(), true);
    EXPECT_EQ((*(*json.at("a"))->array())->size(), 1U);
    EXPECT_EQ(json.at("x").error().code(), "json-member-missing");
    EXPECT_EQ((*json.at("n"))->text().error().code(), "json-not-text");
    EXPECT_EQ((*json.at("t"))->number().error().code(), "json-not-number");
    EXPECT_EQ((*json.at("t"))->boolean().error().code(), "json-not-boolean");
    EXPECT_EQ((*json.at("t"))->array().error().code(), "json-not-array");
    EXPECT_EQ((*json.at("t"))->object().error().code(), "json-not-object");
    EXPECT_EQ((*json.at("t"))->at("y").error().code(), "json-not-object");
    EXPECT_TRUE(Json().is_null());
}

RC_GTEST_PROP(CanonicalJson, ReadsBackWhatItWrote, (std::string const& text, std::int32_t number))
{
    Json const json = Json::Object { { "text", text }, { "list", Json::Array { number, Json(), text } } };
    RC_ASSERT(again(json.canonical()) == json.canonical());
}

RC_GTEST_PROP(CanonicalJson, TakesAnyBytesWithoutAFault, (std::string const& bytes))
{
    auto json = Json::parse(bytes);
    if (json)
        RC_ASSERT(again(json->canonical()) == json->canonical());
}

} // namespace
} // namespace zk::care::check
