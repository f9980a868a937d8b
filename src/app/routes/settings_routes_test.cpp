#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

using nlohmann::json;

class SettingsRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("toezicht", Role::functionaris);
        ASSERT_EQ(owner.log_in("baas").status, 200);
    }

    http::Response set(std::string const& key, std::string const& value, std::string const& reason = "")
    {
        return owner.send(
            http::Method::put, "/api/settings", { { "key", key }, { "value", value }, { "reason", reason } });
    }
    static json setting(json const& answer, std::string const& key)
    {
        for (json const& one : answer["settings"]) {
            if (one["key"] == key)
                return one;
        }
        return nullptr;
    }

    PracticeInTheBrowser practice;
    Browser owner { practice };
};

TEST_F(SettingsRoutes, every_rule_is_shown_with_its_bounds_and_the_check)
{
    json const answer = body_of(owner.get("/api/settings"));
    EXPECT_EQ(answer["settings"].size(), gate::setting_rules().size());
    json const lock = setting(answer, "lock.desk_minutes");
    EXPECT_EQ(lock["value"], "5");
    EXPECT_EQ(lock["otherwise"], "5");
    EXPECT_EQ(lock["smallest"], 1);
    EXPECT_EQ(lock["largest"], 60);
    EXPECT_EQ(lock["chosen"], false);
    EXPECT_EQ(lock["check"]["probe"], "1.4a");
    EXPECT_EQ(lock["check"]["value"], 5);
    EXPECT_EQ(lock["check"]["holds"], true);
    EXPECT_EQ(setting(answer, "lock.desk_pin")["type"], "yes_no");
    EXPECT_EQ(setting(answer, "names.style")["type"], "choice");
    EXPECT_EQ(setting(answer, "names.style")["choices"], json({ "alias", "initials" }));
    EXPECT_FALSE(setting(answer, "log.years").contains("check"));
}

TEST_F(SettingsRoutes, a_change_tells_who_when_and_why)
{
    json const lock = setting(body_of(set("lock.desk_minutes", "10", "nieuwe balie")), "lock.desk_minutes");
    EXPECT_EQ(lock["value"], "10");
    EXPECT_EQ(lock["chosen"], true);
    EXPECT_EQ(lock["by"], "baas");
    EXPECT_EQ(lock["reason"], "nieuwe balie");
    EXPECT_TRUE(lock["at"].get<std::string>().starts_with("2026-11-22T"));
    EXPECT_EQ(lock["check"]["holds"], false);
    EXPECT_EQ(practice.practice->log().lines_of(keep::LogEvent::setting_changed)->size(), 1U);
}

TEST_F(SettingsRoutes, bounds_hold)
{
    struct Wrong {
        char const* key;
        char const* value;
        char const* code;
    };
    for (Wrong const& wrong : {
             Wrong { "lock.desk_minutes", "0", "setting-out-of-bounds" },
             Wrong { "lock.desk_minutes", "61", "setting-out-of-bounds" },
             Wrong { "lock.desk_minutes", "vijf", "setting-not-a-number" },
             Wrong { "lock.desk_pin", "2", "setting-out-of-bounds" },
             Wrong { "password.term_days", "89", "setting-out-of-bounds" },
             Wrong { "backup.hour", "24", "setting-out-of-bounds" },
             Wrong { "lock.nergens", "5", "setting-unknown" },
             Wrong { "networks", "thuis", "network-unreadable" },
             Wrong { "networks", "192.168.1.0/24,,10.0.0.0/8", "network-unreadable" },
             Wrong { "networks", "192.168.1.0/33", "network-unreadable" },
             Wrong { "backup.place", "map", "backup-place-not-a-path" },
             Wrong { "widen/receptie/note", "always", "widening-needs-a-reason" },
             Wrong { "widen/niemand/note", "always", "widening-unknown-cell" },
         })
        EXPECT_EQ(code_of(set(wrong.key, wrong.value)), wrong.code) << wrong.key << "=" << wrong.value;
    EXPECT_EQ(
        code_of(set("backup.place", (practice.practice.path() / "kopie").string())), "backup-inside-the-practice");
    EXPECT_TRUE(practice.practice->log().lines_of(keep::LogEvent::setting_changed)->empty());
}

TEST_F(SettingsRoutes, a_list_of_networks_without_ones_own_asks_again)
{
    json const before = body_of(owner.get("/api/settings"))["network"];
    EXPECT_EQ(before["yours"], "192.168.1.0/24");
    EXPECT_EQ(before["listed"], false);
    EXPECT_EQ(code_of(set("networks", "10.0.0.0/8")), "network-leaves-you-out");
    EXPECT_EQ(practice.practice->settings().text("networks"), "");
    EXPECT_EQ(set("networks", "10.0.0.0/8, 192.168.1.0/24").status, 200);
    EXPECT_EQ(body_of(owner.get("/api/settings"))["network"]["inside"], true);
    http::Response const even_so = owner.send(
        http::Method::put, "/api/settings", { { "key", "networks" }, { "value", "10.0.0.0/8" }, { "even_so", "yes" } });
    EXPECT_EQ(body_of(even_so)["network"]["inside"], false);
}

TEST_F(SettingsRoutes, a_right_is_widened_with_a_reason_and_turned_back)
{
    json const wider = body_of(set("widen/receptie/note", "always", "proef tot maart"));
    ASSERT_EQ(wider["widenings"].size(), 1U);
    EXPECT_EQ(wider["widenings"][0]["role"], "receptie");
    EXPECT_EQ(wider["widenings"][0]["shipped_value"], "never");
    EXPECT_EQ(wider["widenings"][0]["in_force"], true);
    EXPECT_EQ(wider["widenings"][0]["reason"], "proef tot maart");
    EXPECT_EQ(practice.practice->policy().sight(Role::receptie, catalogue::Category::note), gate::Sight::always);
    json const back = body_of(set("widen/receptie/note", "never", "teruggedraaid"));
    EXPECT_EQ(back["widenings"][0]["in_force"], false);
    EXPECT_EQ(practice.practice->policy().sight(Role::receptie, catalogue::Category::note), gate::Sight::never);
}

TEST_F(SettingsRoutes, the_practice_gets_another_name_and_the_check_still_counts_right)
{
    json const facts = body_of(owner.get("/api/practice"));
    EXPECT_EQ(facts["name"], "Praktijk De Linde");
    EXPECT_EQ(facts["founded_on"], "2026-11-22");
    auto const change = [&](json const& body) { return owner.send(http::Method::put, "/api/practice", body); };
    EXPECT_EQ(code_of(change({ { "name", "  " }, { "kind", "fysio" } })), "practice-name-missing");
    EXPECT_EQ(code_of(change({ { "name", "A" }, { "kind", "kapper" } })), "practice-kind-unknown");
    EXPECT_EQ(code_of(change({ { "name", "A" }, { "kind", "fysio" }, { "agb", "12" } })), "agb-not-eight-digits");
    EXPECT_EQ(body_of(owner.get("/api/practice")), facts);

    json const renamed = body_of(change({ { "name", "Praktijk De Eik" }, { "kind", "fysio" }, { "agb", "04000001" } }));
    EXPECT_EQ(renamed["name"], "Praktijk De Eik");
    EXPECT_EQ(renamed["agb"], "04000001");
    EXPECT_EQ(body_of(owner.get("/api/session"))["practice"]["name"], "Praktijk De Eik");
    // As many lines as changes: probe 2.4b.
    json const check = body_of(owner.post("/api/check"));
    for (json const& question : check["questions"]) {
        for (json const& evidence : question["evidence"]) {
            bool const holds = evidence["probe"] != "2.4b" || evidence["state"] == "proven";
            EXPECT_TRUE(holds) << evidence;
        }
    }
    practice.practice.open_again();
    EXPECT_EQ(practice.practice->facts().name, "Praktijk De Eik");
    EXPECT_EQ(practice.practice->facts().kind, gate::PracticeKind::fysio);
}

TEST_F(SettingsRoutes, who_oversees_reads_them)
{
    Browser oversight(practice);
    ASSERT_EQ(oversight.log_in("toezicht").status, 200);
    EXPECT_EQ(oversight.get("/api/settings").status, 200);
    EXPECT_EQ(oversight.get("/api/practice").status, 200);
    EXPECT_EQ(oversight.get("/api/accounts").status, 200);
    EXPECT_EQ(oversight.get("/api/backup").status, 200);
}

} // namespace

} // namespace zk::app
