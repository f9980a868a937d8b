#include "app/routes/browser_for_tests.hpp"

namespace zk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

class SessionRoutes : public ::testing::Test {
protected:
    void SetUp() override { practice.let_in("balie", Role::receptie); }

    PracticeInTheBrowser practice;
    Browser browser { practice };
};

TEST_F(SessionRoutes, a_login_gives_a_session_that_a_page_can_show)
{
    http::Response const response = browser.log_in("balie");
    ASSERT_EQ(response.status, 200);
    std::string set_cookie;
    for (auto const& [name, value] : response.headers) {
        if (name == "Set-Cookie")
            set_cookie = value;
    }
    EXPECT_TRUE(set_cookie.starts_with("__Host-zorgkluis="));
    EXPECT_TRUE(set_cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    json const session = body_of(browser.get("/api/session"));
    EXPECT_EQ(session["account"]["role"], "receptie");
    EXPECT_EQ(session["account"]["first_week"], true);
    EXPECT_EQ(session["lock"]["after_seconds"], 300);
    EXPECT_EQ(session["practice"]["mode"], "test");
    EXPECT_EQ(session["csrf"], browser.csrf);
    EXPECT_EQ(text_of(response).find(browser.cookie), std::string::npos);
}

TEST_F(SessionRoutes, a_wrong_name_and_a_wrong_password_get_the_same_answer)
{
    std::string const code = practice.code_of("balie");
    auto const wrong_name
        = browser.post("/api/session", { { "login", "niemand" }, { "password", "x" }, { "code", code } });
    auto const wrong_password
        = browser.post("/api/session", { { "login", "balie" }, { "password", "x" }, { "code", code } });
    auto const wrong_code = browser.post("/api/session",
        { { "login", "balie" }, { "password", PracticeInTheBrowser::k_password }, { "code", "000000" } });
    EXPECT_EQ(wrong_name.status, 401);
    EXPECT_EQ(text_of(wrong_name), text_of(wrong_password));
    EXPECT_EQ(text_of(wrong_name), text_of(wrong_code));
    EXPECT_EQ(code_of(wrong_name), "login-failed");
    EXPECT_EQ(browser.get("/api/session").status, 401);

    auto const lines = practice.practice->log().lines_of(keep::LogEvent::login_failed);
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->size(), 3U);
}

TEST_F(SessionRoutes, guessing_is_slowed_down_and_told_how_long)
{
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(
            browser.post("/api/session", { { "login", "balie" }, { "password", "x" }, { "code", "1" } }).status, 401);
    auto const slowed = browser.post("/api/session", { { "login", "balie" }, { "password", "x" }, { "code", "1" } });
    EXPECT_EQ(slowed.status, 429);
    bool told = false;
    for (auto const& [name, value] : slowed.headers)
        told = told || (name == "Retry-After" && value == "1");
    EXPECT_TRUE(told);
}

TEST_F(SessionRoutes, a_change_needs_the_token_of_its_page)
{
    browser.log_in("balie");
    std::string const csrf = std::exchange(browser.csrf, "");
    EXPECT_EQ(code_of(browser.post("/api/session/lock")), "csrf");
    browser.csrf = std::string(csrf.size(), '0');
    EXPECT_EQ(browser.post("/api/session/lock").status, 403);
    browser.csrf = csrf;
    browser.more_headers = { { "sec-fetch-site", "cross-site" } };
    EXPECT_EQ(code_of(browser.post("/api/session/lock")), "csrf");
    browser.more_headers = { { "sec-fetch-site", "same-origin" } };
    EXPECT_EQ(browser.post("/api/session/lock").status, 204);
}

TEST_F(SessionRoutes, another_site_cannot_log_somebody_in)
{
    json const right { { "login", "balie" }, { "password", PracticeInTheBrowser::k_password },
        { "code", practice.code_of("balie") } };
    browser.more_headers = { { "sec-fetch-site", "cross-site" } };
    EXPECT_EQ(code_of(browser.post("/api/session", right)), "csrf");
    browser.more_headers = {};
    EXPECT_EQ(browser.post("/api/session", right).status, 200);
}

TEST_F(SessionRoutes, a_locked_screen_shows_a_name_and_no_more)
{
    browser.log_in("balie");
    EXPECT_EQ(browser.post("/api/session/lock").status, 204);
    EXPECT_EQ(browser.get("/api/today").status, 423);
    EXPECT_EQ(browser.post("/api/patients/search", { { "text", "linde" } }).status, 423);
    json const locked = body_of(browser.get("/api/session"));
    EXPECT_EQ(locked["lock"]["locked"], true);
    EXPECT_EQ(locked["account"], json({ { "name", "balie" } }));
    EXPECT_FALSE(locked.contains("places"));

    EXPECT_EQ(browser.post("/api/session/unlock", { { "by", "password" }, { "value", "mis" } }).status, 401);
    EXPECT_EQ(browser.get("/api/today").status, 423);
    EXPECT_EQ(
        browser.post("/api/session/unlock", { { "by", "password" }, { "value", PracticeInTheBrowser::k_password } })
            .status,
        200);
    EXPECT_EQ(browser.get("/api/today").status, 200);
}

TEST_F(SessionRoutes, the_server_locks_by_itself)
{
    browser.log_in("balie");
    practice.practice.clock().advance(4min);
    EXPECT_EQ(browser.get("/api/today").status, 200); // a page that asks by itself
    practice.practice.clock().advance(1min);
    EXPECT_EQ(browser.get("/api/today").status, 423);
}

TEST_F(SessionRoutes, who_types_or_reads_keeps_his_screen)
{
    browser.log_in("balie");
    for (int minute = 0; minute < 12; minute += 4) {
        practice.practice.clock().advance(4min);
        EXPECT_EQ(browser.post("/api/session/active").status, 204);
    }
    practice.practice.clock().advance(5min);
    EXPECT_EQ(browser.post("/api/session/active").status, 423);
}

TEST_F(SessionRoutes, a_stolen_cookie_opens_nothing_from_elsewhere)
{
    browser.log_in("balie");
    Browser thief(practice);
    thief.cookie = browser.cookie;
    thief.csrf = browser.csrf;
    thief.address = "203.0.113.7";
    EXPECT_EQ(code_of(thief.get("/api/session")), "no-session");
    EXPECT_EQ(code_of(browser.get("/api/session")), "no-session");
}

TEST_F(SessionRoutes, after_logging_out_the_cookie_is_nothing)
{
    browser.log_in("balie");
    std::string const cookie = browser.cookie;
    EXPECT_EQ(browser.send(http::Method::remove, "/api/session").status, 204);
    EXPECT_TRUE(browser.cookie.empty());
    browser.cookie = cookie;
    EXPECT_EQ(browser.get("/api/session").status, 401);
}

TEST_F(SessionRoutes, somebody_new_activates_his_account_himself)
{
    ASSERT_TRUE(practice.practice.accounts().add({ .login = "nieuw", .name = "", .role = Role::assistent }));
    auto const code = practice.practice.accounts().invite("nieuw");
    ASSERT_TRUE(code);
    json const begin { { "login", "nieuw" }, { "code", code->for_paper() },
        { "password", PracticeInTheBrowser::k_password } };
    json wrong = begin;
    wrong["code"] = "AAAA-AAAA-AAAA-AAAA";
    EXPECT_NE(browser.post("/api/activation", wrong).status, 200);
    json weak = begin;
    weak["password"] = "kort";
    EXPECT_EQ(browser.post("/api/activation", weak).status, 422);

    json const setup = body_of(browser.post("/api/activation", begin));
    ASSERT_TRUE(setup.contains("secret"));
    EXPECT_TRUE(setup["uri"].get<std::string>().starts_with("otpauth://totp/"));
    EXPECT_EQ(setup["qr"].size(), setup["qr"][0].get<std::string>().size());

    json const done = body_of(browser.post("/api/activation/confirm",
        { { "login", "nieuw" }, { "code", code->for_paper() }, { "second_step", practice.code_of("nieuw") } }));
    EXPECT_EQ(done["recovery_codes"].size(), gate::k_recovery_codes);
    practice.practice.clock().advance(30s);
    EXPECT_EQ(browser.log_in("nieuw").status, 200);
}

TEST_F(SessionRoutes, a_body_that_is_no_json_object_is_refused)
{
    http::Request request;
    request.method = http::Method::post;
    request.path = "/api/session";
    request.peer = "192.168.1.20";
    for (std::string const body : { "", "[]", "null", "{", R"({"login":)", R"({"a":{"b":{"c":{"d":{"e":1}}}}})" }) {
        request.headers = { { "content-type", "application/json" } };
        request.body = body;
        EXPECT_EQ(practice.ask(request).status, 422) << body;
    }
    request.headers = { { "content-type", "text/plain" } };
    request.body = R"({"login":"balie","password":"x","code":"1"})";
    EXPECT_EQ(practice.ask(request).status, 422);
    EXPECT_EQ(browser.post("/api/session", { { "login", 3 }, { "password", "x" }, { "code", "1" } }).status, 422);
}

} // namespace

} // namespace zk::app
