// browser_for_tests: a practice that is served without a network, and a browser that keeps its cookie.
// Used by the tests of the routes.
// Always: requests meet the real router, doors and handlers.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/practice_on_disk_for_tests.hpp"
#include "app/routes/cookie.hpp"
#include "app/routes/declared_route.hpp"
#include "gate/accounts/account_record.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

class PracticeInTheBrowser {
public:
    static constexpr std::string_view k_password = "vier blauwe olifanten";

    PracticeInTheBrowser()
    {
        auto loaded = care::Patients::load(*practice);
        EXPECT_TRUE(loaded);
        m_patients = std::make_unique<care::Patients>(std::move(*loaded));
        auto agenda = care::Agenda::load(*practice, practice.accounts());
        EXPECT_TRUE(agenda);
        m_agenda = std::make_unique<care::Agenda>(std::move(*agenda));
        m_sessions
            = std::make_unique<gate::Sessions>(practice.accounts(), practice->settings(), practice.clock(), m_random);
        m_served
            = std::make_unique<ServedPractice>(*practice, practice.accounts(), *m_sessions, *m_patients, *m_agenda);
        m_router = std::make_unique<http::Router>(behind_doors(*m_served));
    }

    // After an import.
    void learn_patients()
    {
        auto loaded = care::Patients::load(*practice);
        ASSERT_TRUE(loaded);
        *m_patients = std::move(*loaded);
        ASSERT_TRUE(m_agenda->refresh());
    }

    // Somebody with password and second step.
    void let_in(std::string const& login, Role role, std::string const& code = "")
    {
        ASSERT_TRUE(practice.accounts().add({ .login = login, .name = login, .role = role, .practitioner = code }));
        auto const invitation = practice.accounts().invite(login);
        ASSERT_TRUE(invitation);
        std::string const paper = invitation->for_paper();
        ASSERT_TRUE(
            practice.accounts().activate({ .login = login, .one_time_code = paper, .new_password = k_password }));
        ASSERT_TRUE(practice.accounts().confirm_second_step(
            { .login = login, .one_time_code = paper, .second_step = code_of(login) }));
        practice.clock().advance(std::chrono::seconds(30));
    }

    // What his authenticator shows.
    std::string code_of(std::string const& login)
    {
        auto const all = practice->vault().read_practice<gate::AccountRecord>();
        for (auto const& one : *all) {
            if (one.record.login.get() == login)
                return gate::code_of_step(*one.record.second_step.get(), gate::step_at(practice.clock().now()));
        }
        return "";
    }

    [[nodiscard]] http::Response ask(http::Request request) { return m_router->answer(request); }
    [[nodiscard]] ServedPractice& served() { return *m_served; }

    PracticeOnDisk practice;

private:
    crypto::SystemRandom m_random;
    std::unique_ptr<care::Patients> m_patients;
    std::unique_ptr<care::Agenda> m_agenda;
    std::unique_ptr<gate::Sessions> m_sessions;
    std::unique_ptr<ServedPractice> m_served;
    std::unique_ptr<http::Router> m_router;
};

inline nlohmann::json body_of(http::Response const& response)
{
    auto const* text = std::get_if<std::string>(&response.body);
    return text == nullptr || text->empty() ? nlohmann::json() : nlohmann::json::parse(*text);
}

inline std::string text_of(http::Response const& response)
{
    auto const* text = std::get_if<std::string>(&response.body);
    return text == nullptr ? std::string() : *text;
}

// "no-session": the code of an answer that refuses.
inline std::string code_of(http::Response const& response)
{
    nlohmann::json const body = body_of(response);
    return body.contains("error") ? body["error"]["code"].get<std::string>() : "";
}

class Browser {
public:
    explicit Browser(PracticeInTheBrowser& practice)
        : m_practice(practice)
    {
    }

    http::Response send(http::Method method, std::string path, nlohmann::json const& body = nullptr)
    {
        http::Request request;
        request.method = method;
        // "/api/agenda?from=2026-11-23&to=2026-11-29"
        auto target = http::Target::parse(path);
        EXPECT_TRUE(target) << path;
        request.path = std::move(target->path);
        request.query = std::move(target->query);
        request.peer = address;
        if (!cookie.empty())
            request.headers.emplace_back("cookie", std::string(k_session_cookie) + "=" + cookie);
        if (!csrf.empty())
            request.headers.emplace_back("x-zorgkluis-csrf", csrf);
        if (!body.is_null()) {
            request.headers.emplace_back("content-type", "application/json");
            request.body = body.dump();
        }
        for (auto const& header : more_headers)
            request.headers.push_back(header);
        http::Response response = m_practice.ask(std::move(request));
        take_cookie(response);
        return response;
    }
    http::Response get(std::string path) { return send(http::Method::get, std::move(path)); }
    http::Response post(std::string path, nlohmann::json const& body = nlohmann::json::object())
    {
        return send(http::Method::post, std::move(path), body);
    }

    http::Response log_in(std::string const& login)
    {
        http::Response response = post("/api/session",
            { { "login", login }, { "password", PracticeInTheBrowser::k_password },
                { "code", m_practice.code_of(login) } });
        if (response.status == 200)
            csrf = body_of(response)["csrf"].get<std::string>();
        m_practice.practice.clock().advance(std::chrono::seconds(30));
        return response;
    }

    std::string address = "192.168.1.20";
    std::string cookie;
    std::string csrf;
    std::vector<std::pair<std::string, std::string>> more_headers;

private:
    void take_cookie(http::Response const& response)
    {
        for (auto const& [name, value] : response.headers) {
            if (name != "Set-Cookie")
                continue;
            std::size_t const start = value.find('=') + 1;
            cookie = value.substr(start, value.find(';') - start);
        }
    }

    PracticeInTheBrowser& m_practice;
};

// A practice in which its tests let people in.
class RoutesTest : public ::testing::Test {
protected:
    Browser as(std::string const& login)
    {
        Browser browser(practice);
        EXPECT_EQ(browser.log_in(login).status, 200) << login;
        return browser;
    }

    // Of the one patient whom the desk finds so.
    std::string id_of(std::string const& name)
    {
        nlohmann::json const found = body_of(as("balie").post("/api/patients/search", { { "text", name } }));
        EXPECT_EQ(found["patients"].size(), 1U) << name;
        return found["patients"][0]["id"];
    }

    PracticeInTheBrowser practice;
};

} // namespace zk::app
