#include "care/check/algebra.hpp"
#include "care/check/probe.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace zk::care::check {
namespace {

TEST(StatementSpecs, AreAskedOfTheRightRole)
{
    for (StatementSpec const& spec : statement_specs()) {
        bool const functionaris_too = spec.probe == "3.4c" || spec.probe == "3.6b";
        EXPECT_EQ(spec.by == MayState::praktijkhouder_or_functionaris, functionaris_too) << spec.probe;
        bool const needs_explanation
            = spec.probe == "2.1a" || spec.probe == "2.1b" || (spec.probe == "1.1a" && spec.team == Team::one_person);
        EXPECT_EQ(spec.explanation == Explanation::required, needs_explanation) << spec.probe;
        EXPECT_TRUE(spec.text.ends_with('.')) << spec.probe;
        EXPECT_TRUE(spec.step.ends_with('.')) << spec.probe;
    }
}

TEST(StatementSpecs, OfOnePersonAreTheirOwn)
{
    StatementSpec const* alone = find_statement_spec("1.1a", Team::one_person);
    StatementSpec const* team = find_statement_spec("1.1a", Team::several);
    ASSERT_NE(alone, team);
    EXPECT_EQ(alone->term_days, 365);
    EXPECT_NE(alone->text_version, team->text_version);
    EXPECT_EQ(mode_of(*find_probe("1.1a"), Team::one_person), ProbeMode::stated);
    EXPECT_EQ(mode_of(*find_probe("1.1a"), Team::several), ProbeMode::measured_or_stated);
    EXPECT_EQ(find_statement_spec("2.3f", Team::one_person), find_statement_spec("2.3f", Team::several));
}

// FNV-1a over what a person agreed to.
std::uint32_t fingerprint(StatementSpec const& spec)
{
    std::uint32_t hash = 2166136261U;
    for (char c : std::string(spec.text) + std::to_string(spec.term_days)) {
        hash ^= static_cast<std::uint8_t>(c);
        hash *= 16777619U;
    }
    return hash;
}

struct Agreed {
    const char* probe;
    int text_version;
    std::uint32_t fingerprint;
};

// When this test fails: raise the text_version of that row, so that old answers open again, and write the new number
// here.
constexpr Agreed k_agreed[] = {
    { "1.1a", 1, 0x901874caU },
    { "1.1a", 2, 0x4fa4be08U },
    { "1.2a", 1, 0x3a303085U },
    { "1.2c", 1, 0x8abf24dcU },
    { "1.3a", 1, 0xa9871a8cU },
    { "1.4c", 1, 0xcda2c4caU },
    { "1.5a", 1, 0xbd1dd6caU },
    { "1.6a", 1, 0x04cb59e9U },
    { "1.6d", 1, 0xb4c4d5efU },
    { "2.1a", 1, 0xb17b91c2U },
    { "2.1b", 1, 0x798ff484U },
    { "2.1c", 1, 0xe1e68916U },
    { "2.2c", 1, 0x68061626U },
    { "2.3f", 1, 0x647eccf1U },
    { "2.3g", 1, 0x0ab4dd14U },
    { "2.4d", 1, 0x5559e95cU },
    { "2.4e", 1, 0x83dba2e3U },
    { "3.1a", 1, 0x35efa779U },
    { "3.1b", 1, 0x7fe592e7U },
    { "3.2a", 1, 0xe4e51351U },
    { "3.2c", 1, 0x3ae33630U },
    { "3.3a", 1, 0x541f60bcU },
    { "3.4c", 1, 0x26f3f97cU },
    { "3.5a", 1, 0xd2521bdeU },
    { "3.6a", 1, 0xd2534612U },
    { "3.6b", 1, 0xdcd4948dU },
    { "3.6c", 1, 0xd3ad6681U },
    { "4.1a", 1, 0x50f37426U },
    { "4.1c", 1, 0xdc7d7ae0U },
    { "4.2c", 1, 0xea2e5377U },
    { "4.2d", 1, 0x04abece4U },
    { "4.2e", 1, 0x958cefe1U },
    { "4.3a", 1, 0xd4379a67U },
    { "4.3d", 1, 0xde854e7cU },
};

TEST(StatementSpecs, AnAgreedTextDoesNotChangeUnderItsVersion)
{
    ASSERT_EQ(statement_specs().size(), std::size(k_agreed));
    for (std::size_t i = 0; i < std::size(k_agreed); ++i) {
        StatementSpec const& spec = statement_specs()[i];
        EXPECT_EQ(spec.probe, k_agreed[i].probe);
        EXPECT_EQ(spec.text_version, k_agreed[i].text_version) << spec.probe;
        EXPECT_EQ(fingerprint(spec), k_agreed[i].fingerprint) << spec.probe;
    }
}

} // namespace
} // namespace zk::care::check
