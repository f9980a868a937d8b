// Who may do what in Beheer: a table by hand, from the issue: the praktijkhouder runs it, the functionaris looks along,
// others have no business there.
#include "app/routes/browser_for_tests.hpp"

#include <set>

namespace zk::app {

namespace {

using http::Method;
using nlohmann::json;

enum class Who : std::uint8_t { owner, overseers };

struct Doorway {
    Method method;
    char const* path;
    Who who;
};

constexpr std::array k_doorways {
    Doorway { Method::get, "/api/accounts", Who::overseers },
    Doorway { Method::post, "/api/accounts", Who::owner },
    Doorway { Method::put, "/api/accounts/{id}", Who::owner },
    Doorway { Method::post, "/api/accounts/{id}/invite", Who::owner },
    Doorway { Method::post, "/api/accounts/{id}/reset", Who::owner },
    Doorway { Method::post, "/api/accounts/{id}/disable", Who::owner },
    Doorway { Method::remove, "/api/accounts/{id}/sessions", Who::owner },
    Doorway { Method::post, "/api/accounts/{id}/roster", Who::owner },
    Doorway { Method::post, "/api/accounts/{id}/roster/remove", Who::owner },
    Doorway { Method::get, "/api/settings", Who::overseers },
    Doorway { Method::put, "/api/settings", Who::owner },
    Doorway { Method::get, "/api/practice", Who::overseers },
    Doorway { Method::put, "/api/practice", Who::owner },
    Doorway { Method::get, "/api/moving-in", Who::owner },
    Doorway { Method::remove, "/api/moving-in", Who::owner },
    Doorway { Method::post, "/api/moving-in/files", Who::owner },
    Doorway { Method::post, "/api/moving-in/files/remove", Who::owner },
    Doorway { Method::get, "/api/moving-in/preview", Who::owner },
    Doorway { Method::put, "/api/moving-in/mapping", Who::owner },
    Doorway { Method::post, "/api/moving-in/run", Who::owner },
    Doorway { Method::get, "/api/imports", Who::overseers },
    Doorway { Method::post, "/api/imports/{id}/undo", Who::owner },
    Doorway { Method::get, "/api/quarantine", Who::owner },
    Doorway { Method::get, "/api/quarantine/{id}", Who::owner },
    Doorway { Method::post, "/api/quarantine/{id}", Who::owner },
    Doorway { Method::get, "/api/merges", Who::owner },
    Doorway { Method::post, "/api/merges/{id}/undo", Who::owner },
    Doorway { Method::get, "/api/backup", Who::overseers },
    Doorway { Method::post, "/api/backup", Who::owner },
    Doorway { Method::post, "/api/today/glass-seen", Who::owner },
};

struct Person {
    char const* login;
    Role role;
    bool owns;
    bool oversees;
};
constexpr std::array k_people {
    Person { "baas", Role::praktijkhouder, true, true },
    Person { "eva", Role::behandelaar, false, false },
    Person { "assistent", Role::assistent, false, false },
    Person { "balie", Role::receptie, false, false },
    Person { "boeken", Role::administratie, false, false },
    Person { "toezicht", Role::functionaris, false, true },
};

TEST(ManageDoors, open_for_who_has_business_there)
{
    PracticeInTheBrowser practice;
    for (Person const& person : k_people)
        practice.let_in(person.login, person.role);
    for (Person const& person : k_people) {
        Browser browser(practice);
        ASSERT_EQ(browser.log_in(person.login).status, 200);
        for (Doorway const& doorway : k_doorways) {
            std::string path(doorway.path);
            if (auto const at = path.find("{id}"); at != std::string::npos)
                path.replace(at, 4, "00000000000000000000000000000000");
            bool const reads = doorway.method == Method::get;
            http::Response const answer = browser.send(doorway.method, path, reads ? json() : json::object());
            bool const may = doorway.who == Who::owner ? person.owns : person.oversees;
            if (may)
                EXPECT_NE(answer.status, 403) << doorway.path << " as " << person.login;
            else
                EXPECT_EQ(code_of(answer), "not-for-this-role") << doorway.path << " as " << person.login;
        }
        json const session = body_of(browser.get("/api/session"));
        bool const has_place
            = std::ranges::any_of(session["places"], [](json const& place) { return place["key"] == "beheer"; });
        EXPECT_EQ(has_place, person.oversees) << person.login;
        bool const manages
            = std::ranges::any_of(session["may"], [](json const& right) { return right == "account.manage"; });
        EXPECT_EQ(manages, person.owns) << person.login;
    }
}

TEST(ManageDoors, none_is_forgotten_here)
{
    std::set<std::string> listed;
    for (Doorway const& doorway : k_doorways)
        listed.insert(std::string(http::log_name(doorway.method).text()) + doorway.path);
    constexpr std::array starts { "/api/accounts", "/api/settings", "/api/practice", "/api/moving-in", "/api/imports",
        "/api/quarantine", "/api/merges", "/api/backup", "/api/today/" };
    for (DeclaredRoute const& route : all_routes()) {
        std::string_view const path = route.pattern.text();
        if (std::ranges::none_of(starts, [&](char const* start) { return path.starts_with(start); }))
            continue;
        EXPECT_TRUE(listed.contains(std::string(http::log_name(route.method).text()) + std::string(path))) << path;
    }
}

} // namespace

} // namespace zk::app
