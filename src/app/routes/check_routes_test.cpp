#include "app/check/check_history.hpp"
#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

using nlohmann::json;

class CheckRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("balie", Role::receptie);
    }

    PracticeInTheBrowser practice;
};

TEST_F(CheckRoutes, who_oversees_measures_and_sees_all)
{
    Browser owner(practice);
    owner.log_in("baas");
    // Nobody measured yet, so the program does.
    EXPECT_EQ(owner.get("/api/check").status, 200);
    json const check = body_of(owner.post("/api/check"));
    EXPECT_EQ(check["questions"].size(), 19U);
    EXPECT_FALSE(check["texts"]["heading"].get<std::string>().empty());
    EXPECT_EQ(check["texts"]["probes"]["1.2c"]["statement"]["may"], true);
    EXPECT_FALSE(check["texts"]["probes"]["1.3b"]["measures"].get<std::string>().empty());
    EXPECT_EQ(body_of(owner.get("/api/check"))["made"], check["made"]);

    http::Response const report = owner.get("/api/check/report");
    EXPECT_EQ(report.status, 200);
    EXPECT_NE(text_of(report).find("zorgkluis-check/1"), std::string::npos);
}

TEST_F(CheckRoutes, others_see_the_score)
{
    Browser owner(practice);
    owner.log_in("baas");
    ASSERT_EQ(owner.post("/api/check").status, 200);
    Browser desk(practice);
    desk.log_in("balie");
    json const score = body_of(desk.get("/api/check"));
    EXPECT_TRUE(score.contains("counts"));
    EXPECT_FALSE(score.contains("history"));
    EXPECT_FALSE(score.contains("recent"));
    EXPECT_FALSE(score.contains("texts"));
    EXPECT_EQ(desk.post("/api/check").status, 403);
    EXPECT_EQ(desk.get("/api/check/report").status, 403);
    json const brief = body_of(desk.get("/api/today"))["check"];
    EXPECT_EQ(brief["proven"], score["counts"]["proven"]);
    EXPECT_FALSE(brief.contains("next"));
    json const whole = body_of(owner.get("/api/today"))["check"];
    EXPECT_FALSE(whole["next"].get<std::string>().empty());
    EXPECT_FALSE(whole["worst"]["text"].get<std::string>().empty());
}

TEST_F(CheckRoutes, the_desk_is_served_the_score_of_a_check_that_it_may_not_ask_for)
{
    Browser desk(practice);
    desk.log_in("balie");
    json const score = body_of(desk.get("/api/check"));
    EXPECT_EQ(score["questions"].size(), 19U);
    EXPECT_TRUE(score["questions"][0]["evidence"].empty());
}

TEST_F(CheckRoutes, history_has_a_record_at_each_change_and_one_a_day)
{
    Browser owner(practice);
    owner.log_in("baas");
    auto const checks = [&] { return load_checks(practice.practice->vault())->size(); };
    ASSERT_EQ(owner.post("/api/check").status, 200);
    EXPECT_EQ(checks(), 1U);
    json const same = body_of(owner.post("/api/check"));
    EXPECT_EQ(checks(), 1U) << "nothing changed";
    // Records lie in the order of their time.
    practice.practice.clock().advance(std::chrono::minutes(1));
    json const no = body_of(owner.post("/api/check/statements", { { "probe", "1.2c" }, { "answer", "nee" } }));
    EXPECT_EQ(checks(), 2U);
    // The one before is named in the report, by the hash that its line in the log holds.
    auto const kept = load_checks(practice.practice->vault());
    EXPECT_EQ(no["previous"]["sha256"], to_hex(kept->front().report_hash));
    auto const lines = practice.practice->log().lines_of(keep::LogEvent::checked);
    ASSERT_EQ(lines->size(), 3U);
    EXPECT_EQ(lines->front().line.digest.get(), to_bytes(kept->front().report_hash));

    practice.practice.clock().advance(std::chrono::hours(24));
    owner.log_in("baas");
    json const tomorrow = body_of(owner.post("/api/check"));
    EXPECT_EQ(checks(), 3U);
    ASSERT_EQ(tomorrow["history"].size(), 2U);
    for (json const& day : tomorrow["history"])
        EXPECT_EQ(
            day["proven"].get<int>() + day["declared"].get<int>() + day["open"].get<int>() + day["failed"].get<int>(),
            19);
    json const& bars = tomorrow["recent"]["1.2"];
    ASSERT_EQ(bars.size(), 30U);
    EXPECT_EQ(bars[28], "failed");
    EXPECT_EQ(bars[29], "failed");
    EXPECT_TRUE(bars[27].is_null());
}

TEST_F(CheckRoutes, a_statement_changes_the_answer)
{
    Browser owner(practice);
    owner.log_in("baas");
    auto state_of = [](json const& check, std::string_view question) {
        for (json const& one : check["questions"]) {
            if (one["id"] == question)
                return one["state"].get<std::string>();
        }
        return std::string();
    };
    EXPECT_EQ(state_of(body_of(owner.post("/api/check")), "3.1"), "open");
    for (char const* wrong : { "misschien", "" })
        EXPECT_EQ(owner.post("/api/check/statements", { { "probe", "3.1a" }, { "answer", wrong } }).status, 422);
    json const no = body_of(owner.post("/api/check/statements", { { "probe", "3.1a" }, { "answer", "nee" } }));
    EXPECT_EQ(state_of(no, "3.1"), "failed");
}

} // namespace

} // namespace zk::app
