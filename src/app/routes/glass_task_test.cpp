#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

using nlohmann::json;

TEST(GlassTask, stands_there_until_the_praktijkhouder_has_seen_it)
{
    PracticeInTheBrowser practice;
    ASSERT_TRUE(practice.practice.move_in({ { "patienten.csv",
        "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum\n1;999990019;Lindeboom;A.;V;01-02-1980\n" } }));
    practice.learn_patients();
    practice.let_in("baas", Role::praktijkhouder);
    practice.let_in("joris", Role::behandelaar, "JW");
    Browser joris(practice);
    Browser owner(practice);
    ASSERT_EQ(joris.log_in("joris").status, 200);
    ASSERT_EQ(owner.log_in("baas").status, 200);
    std::string const id = body_of(joris.post("/api/patients/search", { { "text", "linde" } }))["patients"][0]["id"];
    auto const break_glass
        = [&] { return joris.post("/api/patients/" + id + "/glass", { { "reason", "emergency" } }).status; };
    auto const task = [&]() -> json {
        json const today = body_of(owner.get("/api/today"));
        for (json const& one : today["tasks"]) {
            if (one["kind"] == "glass_broken")
                return one;
        }
        return nullptr;
    };
    EXPECT_TRUE(task().is_null());
    ASSERT_EQ(break_glass(), 200);
    json const first = task();
    EXPECT_EQ(first["count"], 1);
    EXPECT_EQ(code_of(owner.post("/api/today/glass-seen", { { "entry", 0 } })), "glass-seen-unknown");
    // What breaks after he looked is not ticked off with it.
    ASSERT_EQ(break_glass(), 200);
    EXPECT_EQ(owner.post("/api/today/glass-seen", { { "entry", first["entry"] } }).status, 204);
    json const second = task();
    EXPECT_EQ(second["count"], 1);
    EXPECT_NE(second["entry"], first["entry"]);
    EXPECT_EQ(owner.post("/api/today/glass-seen", { { "entry", second["entry"] } }).status, 204);
    EXPECT_TRUE(task().is_null());
    // With who, in the log.
    auto const lines = practice.practice->log().lines_of(keep::LogEvent::log_read);
    ASSERT_EQ(lines->size(), 2U);
    EXPECT_EQ(lines->back().line.object.get(), "glass-seen");
    EXPECT_EQ(lines->back().line.on_behalf_of.get(), practice.practice.accounts().find("baas")->id);
}

} // namespace

} // namespace zk::app
