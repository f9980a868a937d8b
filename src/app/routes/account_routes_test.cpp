#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

class AccountRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("eva", Role::behandelaar, "EV");
        practice.let_in("anna", Role::assistent);
        ASSERT_EQ(owner.log_in("baas").status, 200);
    }

    json account(std::string const& login)
    {
        json const all = body_of(owner.get("/api/accounts"));
        for (json const& one : all["accounts"]) {
            if (one["login"] == login)
                return one;
        }
        ADD_FAILURE() << "no account " << login;
        return nullptr;
    }
    std::string path_of(std::string const& login, std::string const& rest = "")
    {
        return "/api/accounts/" + account(login)["id"].get<std::string>() + rest;
    }
    std::size_t account_lines()
    {
        auto const lines = practice.practice->log().lines_of(keep::LogEvent::account_changed);
        return lines ? lines->size() : 0;
    }

    PracticeInTheBrowser practice;
    Browser owner { practice };
};

TEST_F(AccountRoutes, the_list_tells_how_each_stands_and_no_secret)
{
    http::Response const answer = owner.get("/api/accounts");
    json const eva = account("eva");
    EXPECT_EQ(eva["role"], "behandelaar");
    EXPECT_EQ(eva["practitioner"], "EV");
    EXPECT_EQ(eva["state"], "active");
    EXPECT_EQ(eva["second_step"], true);
    EXPECT_EQ(eva["me"], false);
    // Chosen on 22 November 2026, and it lasts 365 days.
    EXPECT_EQ(eva["password_set_on"], "2026-11-22");
    EXPECT_EQ(eva["password_ends_on"], "2027-11-22");
    EXPECT_EQ(account("baas")["me"], true);
    EXPECT_EQ(account("baas")["sessions"], 1);
    EXPECT_EQ(text_of(answer).find("argon2"), std::string::npos);
}

TEST_F(AccountRoutes, a_new_colleague_is_invited_activates_and_comes_in)
{
    std::size_t const lines = account_lines();
    http::Response const added = owner.post("/api/accounts",
        { { "login", "joris" }, { "name", "Joris Wiersma" }, { "role", "behandelaar" }, { "practitioner", "JW" },
            { "big", "12345678901" }, { "agb", "12000001" } });
    ASSERT_EQ(added.status, 200) << text_of(added);
    EXPECT_EQ(body_of(added)["state"], "invited");
    EXPECT_EQ(body_of(added)["big"], "12345678901");
    json const code = body_of(owner.post(path_of("joris", "/invite")));
    EXPECT_TRUE(code["valid_until"].get<std::string>().starts_with("2026-11-29T"));
    EXPECT_EQ(account_lines(), lines + 2);
    // Shown once: no list holds it.
    EXPECT_EQ(text_of(owner.get("/api/accounts")).find(code["code"].get<std::string>()), std::string::npos);

    Browser his(practice);
    ASSERT_EQ(
        his.post("/api/activation",
               { { "login", "joris" }, { "code", code["code"] }, { "password", PracticeInTheBrowser::k_password } })
            .status,
        200);
    ASSERT_EQ(his.post("/api/activation/confirm",
                     { { "login", "joris" }, { "code", code["code"] }, { "second_step", practice.code_of("joris") } })
                  .status,
        200);
    practice.practice.clock().advance(30s);
    EXPECT_EQ(his.log_in("joris").status, 200);
    EXPECT_EQ(account("joris")["state"], "active");
}

TEST_F(AccountRoutes, what_cannot_be_says_where)
{
    struct Wrong {
        json body;
        char const* code;
        char const* place;
    };
    Wrong const wrongs[] {
        { { { "login", "" }, { "role", "receptie" } }, "login-not-usable", "login" },
        { { { "login", "nieuw" }, { "role", "baas" } }, "role-unknown", "role" },
        { { { "login", "nieuw" }, { "role", "receptie" }, { "big", "123" } }, "big-not-eleven-digits", "big" },
        { { { "login", "nieuw" }, { "role", "receptie" }, { "agb", "abc" } }, "agb-not-eight-digits", "agb" },
        { { { "login", "nieuw" }, { "role", "receptie" }, { "ends_on", "31-02-2026" } }, "date-unknown", "ends_on" },
        { { { "login", "EVA" }, { "role", "receptie" } }, "login-taken", "" },
        { { { "login", "nieuw" }, { "role", "behandelaar" }, { "practitioner", "EV" } }, "practitioner-code-taken",
            "" },
    };
    std::size_t const before = body_of(owner.get("/api/accounts"))["accounts"].size();
    for (Wrong const& wrong : wrongs) {
        json const answer = body_of(owner.post("/api/accounts", wrong.body));
        EXPECT_EQ(answer["error"]["code"], wrong.code);
        EXPECT_EQ(answer["error"].value("place", ""), wrong.place) << wrong.code;
    }
    EXPECT_EQ(body_of(owner.get("/api/accounts"))["accounts"].size(), before);
}

TEST_F(AccountRoutes, another_role_ends_the_sessions)
{
    Browser eva(practice);
    ASSERT_EQ(eva.log_in("eva").status, 200);
    http::Response const changed
        = owner.send(http::Method::put, path_of("eva"), { { "name", "Eva V." }, { "role", "administratie" } });
    ASSERT_EQ(changed.status, 200) << text_of(changed);
    EXPECT_EQ(body_of(changed)["role"], "administratie");
    EXPECT_EQ(body_of(changed)["practitioner"], "");
    EXPECT_EQ(eva.get("/api/session").status, 401);
    // A name alone does not.
    ASSERT_EQ(eva.log_in("eva").status, 200);
    owner.send(http::Method::put, path_of("eva"), { { "name", "Eva Vos" }, { "role", "administratie" } });
    EXPECT_EQ(body_of(eva.get("/api/session"))["account"]["name"], "Eva Vos");
}

TEST_F(AccountRoutes, the_owner_cannot_lock_himself_out)
{
    auto const refused = [&](http::Response const& answer) { return code_of(answer) == "last-praktijkhouder"; };
    json const as_he_is { { "name", "baas" }, { "role", "praktijkhouder" } };
    json demoted = as_he_is;
    demoted["role"] = "receptie";
    json leaving = as_he_is;
    leaving["ends_on"] = "2026-12-31";
    auto const tries_all = [&] {
        EXPECT_TRUE(refused(owner.post(path_of("baas", "/disable"))));
        EXPECT_TRUE(refused(owner.send(http::Method::put, path_of("baas"), demoted)));
        EXPECT_TRUE(refused(owner.send(http::Method::put, path_of("baas"), leaving)));
        EXPECT_EQ(code_of(owner.post(path_of("baas", "/reset"))), "own-account-not-reset");
    };
    tries_all();
    // Somebody who was invited and never came in does not help.
    ASSERT_EQ(owner.post("/api/accounts", { { "login", "opvolger" }, { "role", "praktijkhouder" } }).status, 200);
    owner.post(path_of("opvolger", "/invite"));
    tries_all();
    // Somebody who leaves soon neither: then nobody stays.
    practice.let_in("waarnemer", Role::praktijkhouder);
    json guest { { "name", "waarnemer" }, { "role", "praktijkhouder" }, { "ends_on", "2026-12-31" } };
    ASSERT_EQ(owner.send(http::Method::put, path_of("waarnemer"), guest).status, 200);
    EXPECT_TRUE(refused(owner.send(http::Method::put, path_of("baas"), leaving)));
    // With a successor who stays he may go.
    guest["ends_on"] = "";
    ASSERT_EQ(owner.send(http::Method::put, path_of("waarnemer"), guest).status, 200);
    EXPECT_EQ(owner.send(http::Method::put, path_of("baas"), leaving).status, 200);
    EXPECT_EQ(account("baas")["ends_on"], "2026-12-31");
}

TEST_F(AccountRoutes, a_lost_device_is_logged_out_and_a_reset_ends_all)
{
    Browser anna(practice);
    ASSERT_EQ(anna.log_in("anna").status, 200);
    EXPECT_EQ(account("anna")["sessions"], 1);
    EXPECT_EQ(owner.send(http::Method::remove, path_of("anna", "/sessions"), json::object()).status, 204);
    EXPECT_EQ(anna.get("/api/session").status, 401);
    ASSERT_EQ(anna.log_in("anna").status, 200);
    json const code = body_of(owner.post(path_of("anna", "/reset")));
    EXPECT_FALSE(code["code"].get<std::string>().empty());
    EXPECT_EQ(anna.get("/api/session").status, 401);
    EXPECT_EQ(account("anna")["state"], "invited");
    EXPECT_EQ(account("anna")["second_step"], false);
    EXPECT_EQ(code_of(owner.post(path_of("eva", "/invite"))), "account-is-active");
}

TEST_F(AccountRoutes, a_closed_account_opens_by_a_new_invitation)
{
    EXPECT_EQ(body_of(owner.post(path_of("anna", "/disable")))["state"], "disabled");
    Browser anna(practice);
    EXPECT_EQ(owner.post(path_of("anna", "/reset")).status, 403);
    EXPECT_EQ(owner.post(path_of("anna", "/invite")).status, 200);
    EXPECT_EQ(account("anna")["state"], "invited");
}

TEST_F(AccountRoutes, the_roster_gives_a_relation_on_its_days)
{
    json const line { { "kind", "assists" }, { "practitioner", "EV" }, { "from", "2026-11-22" },
        { "until", "2026-11-30" } };
    json const anna = body_of(owner.post(path_of("anna", "/roster"), line));
    ASSERT_EQ(anna["roster"].size(), 1U);
    EXPECT_EQ(anna["roster"][0], line);
    // Twice is once.
    EXPECT_EQ(body_of(owner.post(path_of("anna", "/roster"), line))["roster"].size(), 1U);
    json wrong = line;
    wrong["until"] = "2026-11-01";
    EXPECT_EQ(code_of(owner.post(path_of("anna", "/roster"), wrong)), "roster-ends-before-it-begins");
    wrong = line;
    wrong["kind"] = "kijkt";
    EXPECT_EQ(code_of(owner.post(path_of("anna", "/roster"), wrong)), "roster-kind-unknown");
    EXPECT_TRUE(body_of(owner.post(path_of("anna", "/roster/remove"), line))["roster"].empty());
    EXPECT_EQ(owner.post(path_of("anna", "/roster/remove"), line).status, 404);
}

TEST_F(AccountRoutes, the_day_names_what_runs_out)
{
    auto const tasks_of = [&] {
        std::map<std::string, int> out;
        json const today = body_of(owner.get("/api/today"));
        for (json const& task : today["tasks"])
            out[task["kind"].get<std::string>()] = task["count"];
        return out;
    };
    EXPECT_FALSE(tasks_of().contains("password_ends"));
    EXPECT_EQ(tasks_of().at("backup_none"), 1);
    ASSERT_EQ(owner.post("/api/accounts", { { "login", "nieuw" }, { "role", "receptie" } }).status, 200);
    EXPECT_FALSE(tasks_of().contains("not_activated"));
    owner.post(path_of("nieuw", "/invite"));
    EXPECT_EQ(tasks_of().at("not_activated"), 1);
    // Thirty days before 22 November 2027 all three who log in are told.
    practice.practice.clock().advance(std::chrono::days(335));
    ASSERT_EQ(owner.log_in("baas").status, 200);
    json const today = body_of(owner.get("/api/today"));
    auto const task
        = std::ranges::find_if(today["tasks"], [](json const& one) { return one["kind"] == "password_ends"; });
    ASSERT_NE(task, today["tasks"].end());
    EXPECT_EQ((*task)["count"], 3);
    EXPECT_EQ((*task)["due"], "2027-11-22");
    // Others have no such tasks.
    Browser eva(practice);
    ASSERT_EQ(eva.log_in("eva").status, 200);
    EXPECT_TRUE(body_of(eva.get("/api/today"))["tasks"].empty());
}

} // namespace

} // namespace zk::app
