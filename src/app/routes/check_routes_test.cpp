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
    EXPECT_EQ(owner.get("/api/check").status, 404);
    EXPECT_EQ(owner.get("/api/check/report").status, 404);
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
    EXPECT_FALSE(score.contains("texts"));
    EXPECT_EQ(desk.post("/api/check").status, 403);
    EXPECT_EQ(desk.get("/api/check/report").status, 403);
    EXPECT_TRUE(body_of(desk.get("/api/today")).contains("check"));
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
