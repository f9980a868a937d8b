#include "app/routes/browser_for_tests.hpp"
#include "keep/sqlite/database.hpp"

#include <fstream>

namespace zk::app {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr char const* k_bsn = "999990019";

class PatientRoutes : public RoutesTest {
protected:
    void SetUp() override
    {
        auto const report = practice.practice.move_in({
            { "patienten.csv",
                "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats;UZOVI;polisnummer;memo\n"
                "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater;7119;123456;Allergisch voor penicilline\n"
                "2;999971013;Lindehof;B.;M;03-04-1970;Woerden;;;\n" },
            { "behandelingen.csv",
                "regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving;notitie\n"
                "1;1;01-10-2026;EV;C002;Controle;Geen bijzonderheden\n" },
        });
        ASSERT_TRUE(report) << report.error().code();
        practice.learn_patients();
        practice.let_in("eva", Role::behandelaar, "EV");
        practice.let_in("joris", Role::behandelaar, "JW");
        practice.let_in("balie", Role::receptie);
        practice.let_in("boeken", Role::administratie);
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("toezicht", Role::functionaris);
    }

    std::size_t lines_of(std::string const& id, keep::LogEvent event)
    {
        auto const lines = practice.practice->log().lines_of(*PatientId::parse(id));
        return static_cast<std::size_t>(
            std::ranges::count_if(*lines, [&](auto const& read) { return read.line.event.get() == event; }));
    }
};

TEST_F(PatientRoutes, a_search_journals_who_is_shown)
{
    Browser desk = as("balie");
    json const both = body_of(desk.post("/api/patients/search", { { "text", "linde" } }));
    EXPECT_EQ(both["patients"].size(), 2U);
    EXPECT_EQ(both["more"], false);
    json const first = body_of(desk.post("/api/patients/search", { { "text", "linde" }, { "limit", 1 } }));
    ASSERT_EQ(first["patients"].size(), 1U);
    EXPECT_EQ(first["more"], true);
    EXPECT_EQ(first["found"], 2);
    std::string const shown = first["patients"][0]["id"];
    std::string const other
        = both["patients"][0]["id"] == shown ? both["patients"][1]["id"] : both["patients"][0]["id"];
    EXPECT_EQ(lines_of(shown, keep::LogEvent::searched), 2U);
    EXPECT_EQ(lines_of(other, keep::LogEvent::searched), 1U);
}

TEST_F(PatientRoutes, each_role_gets_what_the_table_says_and_no_more)
{
    std::string const id = id_of("lindeboom");
    std::string const page = "/api/patients/" + id;

    json const eva = body_of(as("eva").get(page));
    EXPECT_EQ(eva["look"]["relation"], "treating");
    EXPECT_EQ(eva["alerts"][0]["text"], "Allergisch voor penicilline");
    EXPECT_EQ(eva["treatments"].size(), 1U);
    EXPECT_TRUE(eva.contains("notes"));
    EXPECT_FALSE(eva.contains("invoices"));
    EXPECT_FALSE(eva.contains("glass"));

    json const desk = body_of(as("balie").get(page));
    EXPECT_EQ(desk["identity"]["city"], "Oudewater");
    for (char const* absent : { "alerts", "treatments", "notes", "invoices" })
        EXPECT_FALSE(desk.contains(absent)) << absent;
    EXPECT_FALSE(desk["identity"].contains("policy_number"));
    EXPECT_FALSE(desk["left_out"].empty());
    // It has the BSN on demand, so that is not left out.
    for (json const& one : desk["left_out"])
        EXPECT_NE(one["category"], "bsn_insurance");
    EXPECT_FALSE(desk["left_out"][0]["source"].get<std::string>().empty());

    json const books = body_of(as("boeken").get(page));
    EXPECT_EQ(books["identity"]["policy_number"], "123456");
    EXPECT_TRUE(books.contains("treatments"));
    EXPECT_FALSE(books["treatments"][0].contains("note"));
    EXPECT_FALSE(books.contains("notes"));

    EXPECT_EQ(as("toezicht").get(page).status, 403);
}

TEST_F(PatientRoutes, the_bsn_comes_on_demand_alone)
{
    std::string const id = id_of("lindeboom");
    for (char const* login : { "eva", "balie", "boeken", "baas" }) {
        Browser browser = as(login);
        http::Response const page = browser.get("/api/patients/" + id);
        EXPECT_EQ(text_of(page).find(k_bsn), std::string::npos) << login;
        EXPECT_EQ(body_of(page)["bsn"]["state"], "on_demand") << login;
    }
    // Who does not treat him has no line BSN at all.
    EXPECT_FALSE(body_of(as("joris").get("/api/patients/" + id)).contains("bsn"));
    Browser desk = as("balie");
    std::size_t const before = lines_of(id, keep::LogEvent::revealed);
    EXPECT_EQ(desk.post("/api/patients/" + id + "/bsn", { { "reason", "omdat" } }).status, 422);
    EXPECT_EQ(desk.post("/api/patients/" + id + "/bsn").status, 422);
    EXPECT_EQ(lines_of(id, keep::LogEvent::revealed), before);
    json const shown = body_of(desk.post("/api/patients/" + id + "/bsn", { { "reason", "identification" } }));
    EXPECT_EQ(shown["bsn"], k_bsn);
    EXPECT_EQ(lines_of(id, keep::LogEvent::revealed), before + 1);
}

TEST_F(PatientRoutes, the_glass_opens_a_dossier_until_the_evening)
{
    std::string const id = id_of("lindeboom");
    Browser joris = as("joris");
    json const closed = body_of(joris.get("/api/patients/" + id));
    EXPECT_FALSE(closed.contains("notes"));
    EXPECT_EQ(closed["glass"]["may"], true);
    // Medical alerts are never shielded from who treats.
    EXPECT_EQ(closed["alerts"].size(), 1U);

    EXPECT_EQ(joris.post("/api/patients/" + id + "/glass", { { "reason", "other" } }).status, 422);
    EXPECT_EQ(joris.post("/api/patients/" + id + "/glass", { { "reason", "claim" } }).status, 422);
    json const open = body_of(joris.post("/api/patients/" + id + "/glass", { { "reason", "emergency" } }));
    EXPECT_TRUE(open.contains("notes"));
    EXPECT_EQ(open["glass"]["reason"], "emergency");
    EXPECT_TRUE(open["glass"]["until"].get<std::string>().ends_with("T18:00:00+01:00"));
    EXPECT_TRUE(body_of(joris.get("/api/patients/" + id)).contains("notes"));
    EXPECT_EQ(lines_of(id, keep::LogEvent::glass_broken), 1U);
    auto const glass_tasks = [&](char const* login) {
        json const today = body_of(as(login).get("/api/today"));
        return std::ranges::count(today["tasks"], json("glass_broken"), [](json const& task) { return task["kind"]; });
    };
    EXPECT_EQ(glass_tasks("baas"), 1);
    EXPECT_EQ(glass_tasks("balie"), 0);

    EXPECT_EQ(as("balie").post("/api/patients/" + id + "/glass", { { "reason", "emergency" } }).status, 403);
    practice.practice.clock().advance(9h);
    EXPECT_FALSE(body_of(as("joris").get("/api/patients/" + id)).contains("notes"));
}

TEST_F(PatientRoutes, the_log_tells_who_looked_to_who_oversees)
{
    std::string const id = id_of("lindeboom");
    EXPECT_EQ(as("eva").get("/api/patients/" + id).status, 200);
    json const log = body_of(as("baas").get("/api/patients/" + id + "/log"));
    auto const look = std::ranges::find_if(log["lines"], [](json const& line) { return line["event"] == "looked"; });
    ASSERT_NE(look, log["lines"].end());
    EXPECT_EQ((*look)["who"], "eva");
    EXPECT_EQ((*look)["relation"], "treating");
    EXPECT_EQ(as("toezicht").get("/api/patients/" + id + "/log").status, 200);
    EXPECT_EQ(as("balie").get("/api/patients/" + id + "/log").status, 403);
    EXPECT_EQ(as("eva").get("/api/patients/" + id + "/log").status, 403);
}

// The chain of a patient's lines, in every place where one can be taken out.
TEST_F(PatientRoutes, the_log_is_complete_until_a_line_is_dropped)
{
    std::string const id = id_of("lindeboom");
    Browser overseer = as("toezicht");
    auto const log = [&] { return body_of(overseer.get("/api/patients/" + id + "/log")); };
    auto const sql = [&](std::string const& statement) {
        auto database = keep::Database::open(practice.practice.path() / "index.db", keep::OpenMode::read_write);
        ASSERT_TRUE(database);
        ASSERT_TRUE(database->execute(statement.c_str()));
    };
    EXPECT_EQ(as("eva").get("/api/patients/" + id).status, 200);
    json const whole = log();
    EXPECT_EQ(whole["complete"], true);
    // Of him alone: eva's look is the newest but that of the log itself.
    std::string const his
        = "(SELECT subject FROM line WHERE entry = " + std::to_string(whole["lines"][1]["entry"].get<int>()) + ")";
    std::size_t const count = whole["lines"].size();
    ASSERT_GE(count, 3U);
    for (std::size_t const number : { std::size_t { 1 }, std::size_t { 2 }, count }) {
        sql("DELETE FROM line WHERE number = " + std::to_string(number) + " AND subject = " + his);
        EXPECT_EQ(log()["complete"], false) << number;
        ASSERT_TRUE(practice.practice->log().reindex());
        EXPECT_EQ(log()["complete"], true) << number;
    }
    // Another's line in the place of his.
    sql("UPDATE line SET entry = (SELECT max(entry) FROM line WHERE subject <> " + his
        + ") WHERE number = 2 AND subject = " + his);
    EXPECT_EQ(log()["complete"], false);
}

TEST_F(PatientRoutes, whom_somebody_opened_today_he_finds_back)
{
    std::string const id = id_of("lindeboom");
    Browser eva = as("eva");
    EXPECT_TRUE(body_of(eva.get("/api/recent"))["patients"].empty());
    EXPECT_EQ(eva.get("/api/patients/" + id).status, 200);
    EXPECT_EQ(eva.get("/api/patients/" + id).status, 200);
    json const recent = body_of(eva.get("/api/recent"));
    ASSERT_EQ(recent["patients"].size(), 1U);
    EXPECT_EQ(recent["patients"][0]["id"], id);
    EXPECT_TRUE(body_of(as("joris").get("/api/recent"))["patients"].empty());
    practice.practice.clock().advance(24h);
    EXPECT_TRUE(body_of(as("eva").get("/api/recent"))["patients"].empty());
}

TEST_F(PatientRoutes, a_patient_who_is_not_there_is_not_found)
{
    Browser eva = as("eva");
    EXPECT_EQ(eva.get("/api/patients/00000000000000000000000000000000").status, 404);
    EXPECT_EQ(eva.get("/api/patients/x").status, 404);
}

// Every route, as every role, with a body that could be meant for it: no grant without its line in the journal, no
// door open to who has no session.
TEST_F(PatientRoutes, every_route_has_its_door_and_every_grant_its_line)
{
    std::string const id = id_of("lindeboom");
    json const anything { { "text", "linde" }, { "reason", "emergency" }, { "hidden", false }, { "by", "password" },
        { "value", "x" }, { "probe", "1.2c" }, { "answer", "ja" }, { "login", "x" }, { "password", "x" },
        { "code", "x" }, { "second_step", "x" }, { "patient", id }, { "version", 1 }, { "date", "2026-11-22" },
        { "time", "09:00" }, { "minutes", 30 }, { "practitioner", "EV" }, { "status", "arrived" },
        { "from", "2026-11-24" }, { "until", "2026-11-25" }, { "hours", json::array() }, { "surname", "Nieuw" },
        { "birth_date", "1990-05-06" }, { "anyway", true }, { "city", "Woerden" }, { "policy_number", "77" },
        { "s", "Pijn" }, { "kind", "allergie" }, { "despite", true } };
    for (char const* login : { "eva", "joris", "balie", "boeken", "baas", "toezicht" }) {
        std::optional<Browser> at_work;
        for (DeclaredRoute const& route : all_routes()) {
            // Some routes log out or lock; where they do not, he goes on: logging in takes long on purpose.
            if (!at_work || !body_of(at_work->get("/api/session")).contains("places"))
                at_work.emplace(as(login));
            Browser& browser = *at_work;
            std::string path(route.pattern.text());
            if (auto const at = path.find("{id}"); at != std::string::npos)
                path.replace(at, 4, id);
            if (path == "/api/agenda")
                path += "?from=2026-11-23&to=2026-11-29";
            bool const reads = route.method == http::Method::get;
            gate::Policy::Tally const before = practice.practice->policy().tally();
            http::Response const response = browser.send(route.method, path, reads ? json() : anything);
            gate::Policy::Tally const after = practice.practice->policy().tally();
            EXPECT_EQ(after.grants - before.grants, after.lines - before.lines) << path;
            // The account that asks may do this, and the body is meant for it.
            if (path == "/api/patients" || path.ends_with("/consults") || path.ends_with("/alerts")
                || path == "/api/appointments" || path == "/api/waiting") {
                bool const by_eva = std::string_view(login) == "eva" && route.method == http::Method::post;
                EXPECT_TRUE(!by_eva || response.status == 200) << path << text_of(response);
            }
            EXPECT_LT(response.status, 500) << path << " as " << login;

            if (route.door != Door::street) {
                Browser nobody(practice);
                EXPECT_EQ(nobody.send(route.method, path, reads ? json() : anything).status, 401) << path;
            }
        }
    }
    EXPECT_TRUE(practice.practice->log().verify());
}

// What the document of the API names is what is served.
TEST(OpenApi, names_the_routes_that_there_are)
{
    std::ifstream file("docs/openapi.json");
    json const document = json::parse(file, nullptr, false);
    ASSERT_FALSE(document.is_discarded());
    EXPECT_EQ(document["openapi"].get<std::string>().substr(0, 4), "3.1.");
    std::set<std::string> documented;
    for (auto const& [path, methods] : document["paths"].items()) {
        for (auto const& [method, what] : methods.items()) {
            if (method != "parameters")
                documented.insert(method + " " + path);
        }
    }
    std::set<std::string> served;
    for (DeclaredRoute const& route : all_routes()) {
        std::string method(http::log_name(route.method).text());
        std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
        served.insert(method + " " + std::string(route.pattern.text()));
    }
    EXPECT_EQ(documented, served);
}

} // namespace

} // namespace zk::app
