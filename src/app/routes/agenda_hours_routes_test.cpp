#include "app/routes/agenda_routes_for_tests.hpp"

namespace zk::app {

namespace {

TEST_F(AgendaRoutes, the_waiting_list_is_kept_per_patient)
{
    Browser desk = as("balie");
    std::string const patient = id_of("wilgenbos");
    json const waits = body_of(desk.post("/api/waiting",
        { { "patient", patient }, { "minutes", 30 }, { "practitioner", "EV" }, { "wish", "dinsdag of vrijdag" } }));
    EXPECT_EQ(waits["since"], "2026-11-22");
    EXPECT_EQ(waits["name"], "Wilgenbos, C.");
    json const agenda = week(desk);
    ASSERT_EQ(agenda["waiting"].size(), 1U);
    EXPECT_EQ(agenda["waiting"][0], waits);
    EXPECT_FALSE(waits["alias"].get<std::string>().empty());

    json wanted = draft(patient, "2026-11-25", "14:00");
    wanted["waiting"] = waits["id"];
    EXPECT_EQ(desk.post("/api/appointments", wanted).status, 200);
    EXPECT_TRUE(week(desk)["waiting"].empty());

    json const again = body_of(desk.post("/api/waiting", { { "patient", patient }, { "minutes", 20 } }));
    std::string const path = "/api/waiting/" + again["id"].get<std::string>();
    EXPECT_EQ(code_of(desk.post(path, { { "patient", patient }, { "version", 9 } })), "changed-by-another");
    EXPECT_EQ(desk.post(path, { { "patient", patient }, { "version", again["version"] } }).status, 204);
    EXPECT_EQ(last_line().action.get(), keep::LogAction::remove);
    EXPECT_EQ(desk.post(path, { { "patient", patient }, { "version", again["version"] } }).status, 404);
    EXPECT_EQ(
        code_of(desk.post("/api/waiting", { { "patient", patient }, { "minutes", 20 }, { "practitioner", "X" } })),
        "practitioner-unknown");
}

TEST_F(AgendaRoutes, hours_are_set_by_the_praktijkhouder_or_by_himself)
{
    json const mornings { { "practitioner", "EV" },
        { "hours", { { { "practitioner", "EV" }, { "weekday", 2 }, { "from", "09:00" }, { "until", "12:00" } } } } };
    auto const set = [&](char const* login, json const& hours) {
        return as(login).send(http::Method::put, "/api/agenda/hours", hours);
    };
    EXPECT_EQ(code_of(set("joris", mornings)), "hours-of-another");
    EXPECT_EQ(code_of(set("balie", mornings)), "hours-of-another");
    EXPECT_EQ(set("boeken", mornings).status, 403);
    EXPECT_EQ(set("eva", mornings).status, 204);
    EXPECT_EQ(last_line().event.get(), keep::LogEvent::setting_changed);
    EXPECT_EQ(last_line().object.get(), "hours/EV");
    Browser desk = as("balie");
    std::size_t of_eva = 0;
    json const hours = week(desk)["hours"];
    for (json const& day : hours)
        of_eva += day["practitioner"] == "EV" ? 1U : 0U;
    EXPECT_EQ(of_eva, 1U);
    std::string const patient = id_of("wilgenbos");
    EXPECT_EQ(code_of(desk.post("/api/appointments", draft(patient, "2026-11-25", "14:00"))), "outside-working-hours");
    json free = body_of(desk.post(
        "/api/agenda/free", { { "from", "2026-11-22" }, { "minutes", 60 }, { "practitioner", "EV" }, { "limit", 4 } }));
    ASSERT_EQ(free["slots"].size(), 4U);
    EXPECT_EQ(free["slots"][0], json({ { "date", "2026-11-24" }, { "time", "09:00" }, { "practitioner", "EV" } }));
    EXPECT_EQ(free["slots"][3]["date"], "2026-12-01");

    json wrong = mornings;
    wrong["hours"][0]["until"] = "08:00";
    EXPECT_EQ(code_of(set("baas", wrong)), "hours-end-before-they-begin");
    wrong["hours"] = "altijd";
    EXPECT_EQ(code_of(set("baas", wrong)), "field-not-a-list");
    EXPECT_EQ(set("baas", { { "practitioner", "EV" }, { "hours", json::array() } }).status, 204);
    EXPECT_EQ(week(desk)["hours"].size(), 10U);
}

TEST_F(AgendaRoutes, who_is_absent_has_no_place)
{
    json const away { { "practitioner", "EV" }, { "from", "2026-11-23" }, { "until", "2026-11-27" } };
    EXPECT_EQ(code_of(as("joris").post("/api/agenda/absences", away)), "hours-of-another");
    json const absence = body_of(as("eva").post("/api/agenda/absences", away));
    Browser desk = as("balie");
    EXPECT_EQ(week(desk)["absences"], json::array({ absence }));
    EXPECT_TRUE(week(desk, "/api/agenda?from=2026-11-30&to=2026-12-06")["absences"].empty());
    std::string const patient = id_of("wilgenbos");
    EXPECT_EQ(code_of(desk.post("/api/appointments", draft(patient, "2026-11-25", "14:00"))), "outside-working-hours");
    auto const first_of
        = [&](json const& search) { return body_of(desk.post("/api/agenda/free", search))["slots"][0]; };
    EXPECT_EQ(
        first_of({ { "from", "2026-11-22" }, { "minutes", 30 }, { "practitioner", "EV" } })["date"], "2026-11-30");
    // Anybody: Joris, before his appointment of nine.
    EXPECT_EQ(first_of({ { "from", "2026-11-22" }, { "minutes", 30 } }),
        json({ { "date", "2026-11-23" }, { "time", "08:00" }, { "practitioner", "JW" } }));
    EXPECT_EQ(first_of({ { "from", "2026-11-22" }, { "minutes", 30 }, { "part", "afternoon" } })["time"], "12:00");
    EXPECT_EQ(code_of(desk.post("/api/agenda/free", { { "from", "2026-11-22" }, { "minutes", 30 }, { "part", "x" } })),
        "part-of-day-unknown");
    EXPECT_EQ(code_of(desk.post(
                  "/api/agenda/free", { { "from", "2026-11-22" }, { "minutes", 30 }, { "practitioner", "X" } })),
        "practitioner-unknown");

    std::string const path = "/api/agenda/absences/" + absence["id"].get<std::string>();
    EXPECT_EQ(code_of(as("joris").send(http::Method::remove, path)), "hours-of-another");
    EXPECT_EQ(as("baas").send(http::Method::remove, path).status, 204);
    EXPECT_EQ(as("baas").send(http::Method::remove, path).status, 404);
    EXPECT_TRUE(week(desk)["absences"].empty());
}

} // namespace

} // namespace zk::app
