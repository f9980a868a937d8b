#include "care/check/probe.hpp"

#include "care/check/questions.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace zk::care::check {
namespace {

struct Row {
    const char* id;
    const char* mode;
    char empty;         // 'o' open, 'n' makes it moot, 'd' a drill may prove it
    const char* absent; // "v1", "V" its own statement, "na", or whose statement speaks for it
    int term;           // of its own statement, in days; 0 none
};

// Written by hand from the table of probes.
constexpr Row k_rows[] = {
    { "1.1a", "MV", 'o', "V", 183 },
    { "1.1b", "M", 'o', "1.1a", 0 },
    { "1.1c", "M", 'o', "1.1a", 0 },
    { "1.2a", "MV", 'o', "V", 183 },
    { "1.2b", "M", 'n', "1.2a", 0 },
    { "1.2c", "V", 'o', "V", 183 },
    { "1.3a", "M", 'o', "v1", 365 },
    { "1.3b", "M", 'o', "v1", 0 },
    { "1.3c", "M", 'o', "v1", 0 },
    { "1.4a", "M", 'o', "v1", 0 },
    { "1.4b", "M", 'o', "v1", 0 },
    { "1.4c", "MV", 'o', "V", 183 },
    { "1.5a", "MV", 'o', "V", 92 },
    { "1.5b", "M", 'n', "1.5a", 0 },
    { "1.6a", "MV", 'd', "V", 183 },
    { "1.6b", "M", 'n', "1.6a", 0 },
    { "1.6c", "M", 'n', "1.6a", 0 },
    { "1.6d", "MV", 'o', "V", 365 },
    { "2.1a", "MV", 'o', "V", 365 },
    { "2.1b", "M", 'o', "v1", 183 },
    { "2.1c", "MV", 'o', "V", 183 },
    { "2.2a", "M", 'o', "v1", 0 },
    { "2.2b", "M", 'o', "v1", 0 },
    { "2.2c", "MV", 'n', "V", 183 },
    { "2.2d", "M", 'n', "na", 0 },
    { "2.3a", "M", 'o', "v1", 0 },
    { "2.3b", "M", 'o', "v1", 0 },
    { "2.3c", "M", 'o', "v1", 0 },
    { "2.3d", "M", 'o', "v1", 0 },
    { "2.3e", "M", 'o', "v1", 0 },
    { "2.3f", "V", 'o', "V", 365 },
    { "2.3g", "MV", 'o', "V", 183 },
    { "2.4a", "M", 'o', "v1", 0 },
    { "2.4b", "M", 'o', "v1", 0 },
    { "2.4c", "M", 'n', "na", 0 },
    { "2.4d", "MV", 'o', "V", 365 },
    { "2.4e", "MV", 'o', "V", 183 },
    { "2.4f", "M", 'o', "v1", 0 },
    { "3.1a", "MV", 'o', "V", 365 },
    { "3.1b", "MV", 'o', "V", 183 },
    { "3.2a", "MV", 'o', "V", 365 },
    { "3.2b", "M", 'o', "3.2a", 0 },
    { "3.2c", "MV", 'o', "V", 365 },
    { "3.3a", "MV", 'o', "V", 365 },
    { "3.3b", "M", 'o', "3.3a", 0 },
    { "3.4a", "M", 'o', "v1", 0 },
    { "3.4b", "M", 'o', "3.4c", 0 },
    { "3.4c", "MV", 'o', "V", 365 },
    { "3.5a", "MV", 'd', "V", 183 },
    { "3.5b", "M", 'n', "3.5a", 0 },
    { "3.6a", "M", 'o', "v1", 365 },
    { "3.6b", "V", 'o', "V", 365 },
    { "3.6c", "MV", 'n', "V", 365 },
    { "4.1a", "MV", 'd', "V", 183 },
    { "4.1b", "M", 'n', "4.1a", 0 },
    { "4.1c", "MV", 'o', "V", 365 },
    { "4.1d", "M", 'o', "v1", 0 },
    { "4.2a", "M", 'o', "v1", 0 },
    { "4.2b", "M", 'o', "v1", 0 },
    { "4.2c", "MV", 'o', "V", 183 },
    { "4.2d", "MV", 'o', "V", 183 },
    { "4.2e", "MV", 'n', "V", 365 },
    { "4.3a", "MV", 'o', "V", 365 },
    { "4.3b", "M", 'n', "4.3a", 0 },
    { "4.3c", "M", 'n', "4.3a", 0 },
    { "4.3d", "MV", 'n', "V", 365 },
    { "4.3e", "M", 'n', "4.3a", 0 },
};

Absent absent_of(std::string_view word)
{
    if (word == "v1")
        return Absent::nothing;
    if (word == "V")
        return Absent::own_statement;
    return word == "na" ? Absent::moot : Absent::neighbours_statement;
}

Empty empty_of(char letter)
{
    return letter == 'n' ? Empty::moot : letter == 'd' ? Empty::drill : Empty::open;
}

TEST(Probes, AreThoseOfTheTable)
{
    ASSERT_EQ(probes().size(), std::size(k_rows));
    for (std::size_t i = 0; i < std::size(k_rows); ++i) {
        Probe const& probe = probes()[i];
        Row const& row = k_rows[i];
        SCOPED_TRACE(row.id);
        EXPECT_EQ(probe.id, row.id);
        EXPECT_EQ(name_of(probe.mode), row.mode);
        EXPECT_EQ(probe.empty, empty_of(row.empty));
        EXPECT_EQ(probe.absent, absent_of(row.absent));
        EXPECT_EQ(probe.part == Part::v1, probe.absent == Absent::nothing);
        EXPECT_EQ(probe.neighbour, probe.absent == Absent::neighbours_statement ? row.absent : "");
        StatementSpec const* spec = find_statement_spec(row.id, Team::several);
        EXPECT_EQ(spec != nullptr ? spec->term_days : 0, row.term);
    }
}

TEST(Probes, BelongToOneQuestionEach)
{
    std::set<std::string_view> ids;
    std::size_t count = 0;
    for (Question const& question : questions()) {
        EXPECT_FALSE(probes_of(question.id).empty()) << question.id;
        count += probes_of(question.id).size();
        for (Probe const& probe : probes_of(question.id))
            EXPECT_TRUE(ids.insert(probe.id).second) << probe.id;
    }
    EXPECT_EQ(count, probes().size());
    EXPECT_TRUE(probes_of("9.9").empty());
}

TEST(Probes, HaveALimitOfTheirOwnUnlessNobodyMeasures)
{
    for (Probe const& probe : probes()) {
        EXPECT_EQ(probe.limit.has_value(), probe.mode != ProbeMode::stated) << probe.id;
        EXPECT_FALSE(probe.measures.empty()) << probe.id;
        if (probe.limit) {
            EXPECT_EQ(threshold(*probe.limit).probe, probe.id);
            EXPECT_FALSE(probe.next.empty()) << probe.id;
        }
    }
}

TEST(Probes, SpeakForEachOtherOnlyWithinAQuestion)
{
    for (Probe const& probe : probes()) {
        if (probe.absent != Absent::neighbours_statement)
            continue;
        Probe const* neighbour = find_probe(probe.neighbour);
        ASSERT_NE(neighbour, nullptr) << probe.id;
        EXPECT_EQ(neighbour->question(), probe.question());
        EXPECT_NE(find_statement_spec(neighbour->id, Team::several), nullptr) << probe.id;
        EXPECT_EQ(find_statement_spec(probe.id, Team::several), nullptr) << probe.id;
    }
}

struct Border {
    Limit limit;
    const char* op;
    std::int64_t value;
    const char* unit;
};

// The v1 limits, by hand.
constexpr Border k_borders[] = {
    { Limit::password_age, "<=", 365, "day" },
    { Limit::without_second_step, "=", 0, "count" },
    { Limit::weak_passwords, "=", 0, "count" },
    { Limit::lock_at_desk, "<=", 5, "minute" },
    { Limit::lock_elsewhere, "<=", 15, "minute" },
    { Limit::session_length, "<=", 12, "hour" },
    { Limit::answered_past_lock, "=", 0, "count" },
    { Limit::update_pending, "<=", 14, "day" },
    { Limit::package_lists_age, "<=", 7, "day" },
    { Limit::sessions_from_elsewhere, "=", 0, "count" },
    { Limit::ports_with_old_tls, "=", 0, "count" },
    { Limit::certificate_left, ">=", 14, "day" },
    { Limit::folder_deviations, "=", 0, "count" },
    { Limit::sample_size, ">=", 200, "count" },
    { Limit::plain_records, "=", 0, "count" },
    { Limit::shared_ids, "=", 0, "count" },
    { Limit::accounts_past_end, "=", 0, "count" },
    { Limit::process_weaknesses, "=", 0, "count" },
    { Limit::build_age, "<=", 183, "day" },
    { Limit::known_flaws, "=", 0, "count" },
    { Limit::log_deviations, "=", 0, "count" },
    { Limit::demo_data, "=", 0, "count" },
    { Limit::undeclared_elements, "=", 0, "count" },
    { Limit::patients_large_scale, "<=", 10'000, "patient" },
    { Limit::index_deviations, "=", 0, "count" },
    { Limit::widened_cells, "=", 0, "count" },
    { Limit::overdue_records, "=", 0, "count" },
};

TEST(Limits, AreThoseOfTheTable)
{
    for (Border const& border : k_borders) {
        Threshold const& limit = threshold(border.limit);
        SCOPED_TRACE(limit.probe);
        EXPECT_EQ(name_of(limit.op), border.op);
        EXPECT_EQ(limit.value, border.value);
        EXPECT_EQ(name_of(limit.unit), border.unit);
    }
}

TEST(Limits, AllHaveASourceAndAReason)
{
    for (Threshold const& limit : thresholds()) {
        EXPECT_NE(find_probe(limit.probe), nullptr) << limit.probe;
        EXPECT_FALSE(limit.source.empty()) << limit.probe;
        EXPECT_TRUE(limit.reason.ends_with('.')) << limit.reason;
    }
}

TEST(Limits, SayWhatJuristsDisagreeAbout)
{
    std::set<std::string_view> contested;
    for (Threshold const& limit : thresholds()) {
        if (limit.contested == Contested::yes)
            contested.insert(limit.probe);
    }
    EXPECT_EQ(contested, (std::set<std::string_view> { "4.2c", "4.3b" }));
}

TEST(Limits, ThoseFromMemoryStillHaveToBeVerified)
{
    for (Limit limit : { Limit::weak_passwords, Limit::lock_elsewhere, Limit::session_length })
        EXPECT_EQ(threshold(limit).verified, Verified::no);
    for (Limit limit : { Limit::password_age, Limit::lock_at_desk, Limit::patients_large_scale })
        EXPECT_EQ(threshold(limit).verified, Verified::yes);
}

// In a report the limit has no name: its operator, value and unit must tell those of one probe apart.
TEST(Limits, OfOneProbeDiffer)
{
    std::set<std::string> seen;
    for (Threshold const& limit : thresholds()) {
        std::string key = std::string(limit.probe) + std::string(name_of(limit.op)) + std::to_string(limit.value)
            + std::string(name_of(limit.unit));
        EXPECT_TRUE(seen.insert(key).second) << key;
    }
}

} // namespace
} // namespace zk::care::check
