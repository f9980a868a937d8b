#include "app/routes/agenda_routes_for_tests.hpp"

namespace zk::app {

namespace {

TEST_F(AgendaRoutes, a_week_shows_who_comes_and_when)
{
    Browser desk = as("balie");
    json const agenda = week(desk);
    ASSERT_EQ(agenda["appointments"].size(), 3U);
    json const& first = agenda["appointments"][0];
    EXPECT_EQ(first["date"], "2026-11-23");
    EXPECT_EQ(first["time"], "09:00");
    EXPECT_EQ(first["minutes"], 30);
    EXPECT_EQ(first["status"], "planned");
    json const lindeboom
        = *std::ranges::find_if(agenda["appointments"], [](json const& one) { return one["name"] == "Lindeboom, A."; });
    EXPECT_EQ(lindeboom["room"], "Kamer 1");
    EXPECT_EQ(lindeboom["birth_date"], "1980-02-01");
    EXPECT_EQ(lindeboom["phone"], "06-12345678");
    // She was registered three weeks before; he has been here since 2015.
    EXPECT_EQ(lindeboom["first_visit"], true);
    json const& called_off = agenda["appointments"][2];
    EXPECT_EQ(called_off["status"], "cancelled");
    EXPECT_FALSE(called_off.contains("first_visit"));
    EXPECT_EQ(agenda["rooms"], json({ "Kamer 1", "Kamer 2" }));
    EXPECT_EQ(agenda["practitioners"].size(), 2U);
    // Five days each, those of the practice.
    EXPECT_EQ(agenda["hours"].size(), 10U);
    EXPECT_EQ(agenda["hours"][0]["break_from"], "12:30");
}

// By hand, from the table of need-to-know: of whom each role sees the reason, when it sees the agenda at all.
TEST_F(AgendaRoutes, each_role_sees_what_it_may)
{
    struct Expected {
        char const* login;
        int status;
        std::vector<std::string> reasons;
    };
    std::vector<Expected> const table {
        { "eva", 200, { "Wortelkanaal" } },
        { "joris", 200, { "Kroon plaatsen", "Controle" } },
        { "assistent", 200, {} },
        { "balie", 200, {} },
        { "baas", 200, {} },
        { "boeken", 403, {} },
        { "toezicht", 403, {} },
    };
    for (Expected const& expected : table) {
        Browser browser = as(expected.login);
        http::Response const response = browser.get(k_week);
        EXPECT_EQ(response.status, expected.status) << expected.login;
        json const today = body_of(browser.get("/api/today"));
        EXPECT_EQ(today.contains("appointments"), expected.status == 200) << expected.login;
        if (expected.status != 200)
            continue;
        json const agenda = body_of(response);
        EXPECT_EQ(agenda["appointments"].size(), 3U) << expected.login;
        std::vector<std::string> reasons;
        for (json const& one : agenda["appointments"]) {
            EXPECT_TRUE(one.contains("name"));
            if (one.contains("reason"))
                reasons.push_back(one["reason"]);
        }
        EXPECT_EQ(reasons, expected.reasons) << expected.login;
    }
}

TEST_F(AgendaRoutes, a_screen_is_one_line_or_two_for_who_treats_some)
{
    struct Expected {
        char const* login;
        std::uint64_t lines;
    };
    for (auto const& [login, expected] :
        { Expected { "balie", 1 }, Expected { "assistent", 1 }, Expected { "eva", 2 }, Expected { "baas", 1 } }) {
        Browser browser = as(login);
        gate::Policy::Tally const before = practice.practice->policy().tally();
        std::uint64_t const lines_before = lines();
        EXPECT_EQ(browser.get(k_week).status, 200);
        gate::Policy::Tally const after = practice.practice->policy().tally();
        EXPECT_EQ(lines() - lines_before, expected) << login;
        EXPECT_EQ(after.grants - before.grants, expected) << login;
        EXPECT_EQ(after.lines - before.lines, expected) << login;
    }
    Browser desk = as("balie");
    EXPECT_EQ(desk.get(k_week).status, 200);
    keep::Line const line = last_line();
    EXPECT_EQ(line.event.get(), keep::LogEvent::looked);
    EXPECT_EQ(line.purpose.get(), catalogue::Purpose::planning);
    EXPECT_EQ(line.subjects.get()->size(), 2U);
    // Nobody is shown, so nobody was looked at.
    std::uint64_t const before = lines();
    EXPECT_EQ(desk.get("/api/agenda?from=2027-01-04&to=2027-01-10").status, 200);
    EXPECT_EQ(lines(), before);
}

TEST_F(AgendaRoutes, days_that_are_too_many_or_out_of_order_are_refused)
{
    Browser desk = as("balie");
    EXPECT_EQ(code_of(desk.get("/api/agenda?from=2026-11-23&to=2026-11-22")), "days-out-of-order");
    EXPECT_EQ(desk.get("/api/agenda?from=2026-11-23&to=2027-01-03").status, 200);
    EXPECT_EQ(code_of(desk.get("/api/agenda?from=2026-11-23&to=2027-01-04")), "days-too-many");
    EXPECT_EQ(code_of(desk.get("/api/agenda?from=2026-11-23")), "field-missing");
    EXPECT_EQ(desk.get("/api/agenda?from=maandag&to=2026-11-23").status, 422);
}

TEST_F(AgendaRoutes, an_appointment_is_made_moved_and_called_off)
{
    Browser desk = as("balie");
    std::string const patient = id_of("wilgenbos");
    json wanted = draft(patient, "2026-11-25", "14:00");
    wanted["room"] = "Kamer 2";
    http::Response const made_response = desk.post("/api/appointments", wanted);
    ASSERT_EQ(made_response.status, 200) << text_of(made_response);
    json const made = body_of(made_response);
    EXPECT_EQ(made["status"], "planned");
    EXPECT_EQ(made["name"], "Wilgenbos, C.");
    EXPECT_EQ(made["version"], 1);
    EXPECT_EQ(made["room"], "Kamer 2");
    EXPECT_EQ(last_line().event.get(), keep::LogEvent::planned);
    EXPECT_EQ(last_line().action.get(), keep::LogAction::create);

    json const moved = body_of(move(desk, made, { { "date", "2026-11-26" }, { "time", "15:30" } }));
    EXPECT_EQ(moved["date"], "2026-11-26");
    EXPECT_EQ(moved["time"], "15:30");
    EXPECT_EQ(moved["id"], made["id"]);
    EXPECT_FALSE(moved.contains("room"));
    EXPECT_EQ(last_line().action.get(), keep::LogAction::update);

    json const arrived = body_of(set_status(desk, moved, "arrived"));
    EXPECT_EQ(arrived["status"], "arrived");
    EXPECT_TRUE(arrived["since"].get<std::string>().ends_with("+01:00"));
    json const back = body_of(set_status(desk, arrived, "planned"));
    EXPECT_FALSE(back.contains("since"));
    json const called_off = body_of(set_status(desk, back, "cancelled"));
    EXPECT_EQ(called_off["status"], "cancelled");
    EXPECT_EQ(set_status(desk, called_off, "gepland").status, 422);
    // The day shows it as it is now.
    json const agenda = week(desk);
    auto const shown
        = std::ranges::find_if(agenda["appointments"], [&](json const& one) { return one["id"] == made["id"]; });
    ASSERT_NE(shown, agenda["appointments"].end());
    EXPECT_EQ((*shown)["status"], "cancelled");
    EXPECT_EQ((*shown)["version"], called_off["version"]);
    // And so does the page of the patient.
    json const page = body_of(desk.get("/api/patients/" + patient));
    ASSERT_EQ(page["appointments"].size(), 1U);
    EXPECT_EQ(page["appointments"][0]["id"], made["id"]);
    EXPECT_EQ(page["appointments"][0]["version"], called_off["version"]);
    EXPECT_EQ(page["appointments"][0]["status"], "cancelled");
}

TEST_F(AgendaRoutes, what_overlaps_or_lies_outside_the_hours_asks_for_despite)
{
    Browser desk = as("balie");
    std::string const patient = id_of("wilgenbos");
    auto const make = [&](json wanted, bool despite = false) {
        if (despite)
            wanted["despite"] = true;
        return desk.post("/api/appointments", wanted);
    };
    std::uint64_t const before = lines();
    http::Response const taken = make(draft(patient, "2026-11-23", "09:15"));
    EXPECT_EQ(taken.status, 409);
    EXPECT_EQ(code_of(taken), "appointment-overlaps");
    EXPECT_EQ(body_of(taken)["error"]["place"], "practitioner");
    json before_it = draft(patient, "2026-11-23", "08:50", "JW", 10);
    before_it["room"] = "Kamer 1";
    EXPECT_EQ(make(before_it).status, 200); // ends where the other begins
    std::string const of_lindeboom = id_of("lindeboom");
    json same_room = draft(patient, "2026-11-24", "08:00", "JW");
    same_room["room"] = "Kamer 1";
    ASSERT_EQ(make(same_room).status, 200);
    http::Response const in_two_places = make(draft(patient, "2026-11-24", "08:15", "EV"));
    EXPECT_EQ(code_of(in_two_places), "appointment-overlaps");
    EXPECT_EQ(body_of(in_two_places)["error"]["place"], "patient");
    json other = draft(of_lindeboom, "2026-11-24", "08:00", "EV");
    other["room"] = "Kamer 1";
    EXPECT_EQ(body_of(make(other))["error"]["place"], "room");
    // What was called off is free.
    EXPECT_EQ(make(draft(patient, "2026-11-24", "10:00")).status, 200);

    for (char const* time : { "07:30", "12:15", "16:45", "20:00" }) {
        http::Response const outside = make(draft(patient, "2026-11-25", time));
        EXPECT_EQ(outside.status, 409) << time;
        EXPECT_EQ(code_of(outside), "outside-working-hours") << time;
    }
    EXPECT_EQ(code_of(make(draft(patient, "2026-11-28", "10:00"))), "outside-working-hours");
    EXPECT_EQ(make(draft(patient, "2026-11-28", "10:00"), true).status, 200);
    EXPECT_EQ(make(draft(of_lindeboom, "2026-11-28", "10:00"), true).status, 200);
    EXPECT_GT(lines(), before);
}

TEST_F(AgendaRoutes, what_cannot_be_an_appointment_is_refused_at_its_field)
{
    Browser desk = as("balie");
    std::string const patient = id_of("wilgenbos");
    struct Wrong {
        json with;
        char const* code;
    };
    std::vector<Wrong> const table {
        { { { "date", "2026-02-30" } }, "date-impossible" },
        { { { "date", "morgen" } }, "date-unreadable" },
        { { { "date", "2046-11-25" } }, "appointment-date-far" },
        { { { "date", "1926-11-25" } }, "appointment-date-far" },
        { { { "time", "25:00" } }, "time-impossible" },
        { { { "time", "negen" } }, "time-unreadable" },
        { { { "minutes", 0 } }, "appointment-minutes" },
        { { { "minutes", 481 } }, "field-not-a-number" },
        { { { "minutes", "30" } }, "field-not-a-number" },
        { { { "time", "23:50" } }, "appointment-past-midnight" },
        { { { "practitioner", "XX" } }, "practitioner-unknown" },
        { { { "practitioner", "" } }, "practitioner-unknown" },
        { { { "room", std::string(61, 'x') } }, "field-too-long" },
        { { { "reason", "kroon" } }, "reason-not-for-this-role" },
        { { { "despite", "ja" } }, "field-not-yes-or-no" },
        { { { "patient", "x" } }, "patient-unknown" },
        { { { "patient", std::string(32, '0') } }, "patient-unknown" },
        { { { "waiting", std::string(32, '0') } }, "waiting-unknown" },
    };
    for (Wrong const& wrong : table) {
        json wanted = draft(patient, "2026-11-25", "14:00");
        wanted.update(wrong.with);
        http::Response const response = desk.post("/api/appointments", wanted);
        EXPECT_GE(response.status, 400) << wrong.with;
        EXPECT_EQ(code_of(response), wrong.code) << wrong.with;
    }
    EXPECT_TRUE(body_of(desk.get("/api/patients/" + patient))["appointments"].empty());
}

TEST_F(AgendaRoutes, of_two_who_change_one_appointment_the_second_is_told)
{
    Browser desk = as("balie");
    Browser eva = as("eva");
    json const seen = week(desk)["appointments"][0];
    ASSERT_EQ(move(eva, seen, { { "time", "11:00" } }).status, 200);
    http::Response const late = move(desk, seen, { { "time", "14:00" } });
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(code_of(late), "changed-by-another");
    EXPECT_EQ(code_of(set_status(desk, seen, "arrived")), "changed-by-another");
    json const now = week(desk)["appointments"];
    auto const it = std::ranges::find_if(now, [&](json const& one) { return one["id"] == seen["id"]; });
    EXPECT_EQ((*it)["time"], "11:00");
    EXPECT_EQ(move(desk, *it, { { "time", "14:00" } }).status, 200);
}

TEST_F(AgendaRoutes, who_was_called_off_comes_back_when_his_place_is_free)
{
    Browser desk = as("balie");
    json const agenda = week(desk);
    json const called_off = agenda["appointments"][2];
    std::string const patient = id_of("wilgenbos");
    json const instead = body_of(desk.post("/api/appointments", draft(patient, "2026-11-24", "10:15")));
    EXPECT_EQ(code_of(set_status(desk, called_off, "planned")), "appointment-overlaps");
    EXPECT_EQ(set_status(desk, instead, "no_show").status, 200);
    EXPECT_EQ(set_status(desk, called_off, "planned").status, 200);
}

// The appointment makes the relation, and takes it away again: with it the reason, the notes and the rest.
TEST_F(AgendaRoutes, an_appointment_makes_somebody_treat_a_patient_until_it_is_called_off)
{
    std::string const patient = id_of("wilgenbos");
    Browser desk = as("balie");
    auto const relation_of = [&](char const* login) {
        return body_of(as(login).get("/api/patients/" + patient))["look"]["relation"].get<std::string>();
    };
    EXPECT_EQ(relation_of("eva"), "none");
    json const made = body_of(desk.post("/api/appointments", draft(patient, "2026-11-25", "14:00")));
    EXPECT_EQ(relation_of("eva"), "treating");
    EXPECT_EQ(relation_of("joris"), "none");
    json const moved = body_of(move(desk, made, { { "practitioner", "JW" } }));
    EXPECT_EQ(relation_of("eva"), "none");
    EXPECT_EQ(relation_of("joris"), "treating");
    json const called_off = body_of(set_status(desk, moved, "cancelled"));
    EXPECT_EQ(relation_of("joris"), "none");
    EXPECT_EQ(set_status(desk, called_off, "planned").status, 200);
    EXPECT_EQ(relation_of("joris"), "treating");
    // What came along cancelled gave none.
    std::string const lindehof = id_of("lindehof");
    EXPECT_EQ(body_of(as("eva").get("/api/patients/" + lindehof))["look"]["relation"], "none");
    EXPECT_EQ(body_of(as("joris").get("/api/patients/" + lindehof))["look"]["relation"], "treating");
}

TEST_F(AgendaRoutes, who_treats_writes_the_reason_and_nobody_writes_over_what_he_may_not_see)
{
    Browser eva = as("eva");
    std::string const patient = id_of("wilgenbos");
    json wanted = draft(patient, "2026-11-25", "14:00");
    wanted["reason"] = "Pijn linksonder";
    json const made = body_of(eva.post("/api/appointments", wanted));
    EXPECT_EQ(made["reason"], "Pijn linksonder");
    // At the desk it moves along unseen.
    Browser desk = as("balie");
    http::Response const moved_response = move(desk, made, { { "time", "15:00" } });
    EXPECT_EQ(text_of(moved_response).find("Pijn"), std::string::npos);
    json const moved = body_of(moved_response);
    Browser joris = as("joris");
    EXPECT_EQ(code_of(move(joris, moved, { { "reason", "iets anders" } })), "no-treatment-relation");
    json const seen = week(eva)["appointments"];
    auto const it = std::ranges::find_if(seen, [&](json const& one) { return one["id"] == made["id"]; });
    EXPECT_EQ((*it)["reason"], "Pijn linksonder");
    EXPECT_EQ((*it)["time"], "15:00");
}

TEST_F(AgendaRoutes, today_shows_each_his_own_day)
{
    practice.practice.clock().advance(24h); // Monday
    json const eva = body_of(as("eva").get("/api/today"));
    ASSERT_EQ(eva["appointments"].size(), 1U);
    EXPECT_EQ(eva["appointments"][0]["reason"], "Wortelkanaal");
    ASSERT_EQ(eva["practitioners"].size(), 1U);
    EXPECT_EQ(eva["practitioners"][0]["own"], true);
    json const desk = body_of(as("balie").get("/api/today"));
    EXPECT_EQ(desk["appointments"].size(), 2U);
    EXPECT_EQ(desk["practitioners"].size(), 2U);
    // It is past ten.
    EXPECT_EQ(desk["first_free"]["date"], "2026-11-23");
    EXPECT_GE(desk["first_free"]["time"].get<std::string>(), "10:00");
    for (char const* login : { "boeken", "toezicht" }) {
        json const none = body_of(as(login).get("/api/today"));
        EXPECT_FALSE(none.contains("appointments")) << login;
        EXPECT_FALSE(none.contains("practitioners")) << login;
        EXPECT_FALSE(none.contains("first_free")) << login;
        EXPECT_TRUE(none.contains("tasks")) << login;
    }
}

TEST_F(AgendaRoutes, the_session_names_the_place_and_the_right_of_who_plans)
{
    for (char const* login : { "eva", "assistent", "balie", "baas", "boeken", "toezicht" }) {
        bool const plans = std::string_view(login) != "boeken" && std::string_view(login) != "toezicht";
        json const session = body_of(as(login).get("/api/session"));
        EXPECT_EQ(std::ranges::count(session["may"], json("appointment.plan")), plans ? 1 : 0) << login;
        auto const is_agenda = [](json const& place) { return place["key"] == "agenda"; };
        EXPECT_EQ(std::ranges::count_if(session["places"], is_agenda), plans ? 1 : 0) << login;
    }
}

TEST_F(AgendaRoutes, a_name_has_another_alias_each_day_and_one_within_a_day)
{
    std::string const patient = id_of("lindeboom");
    Browser desk = as("balie");
    ASSERT_EQ(desk.post("/api/appointments", draft(patient, "2026-11-24", "11:00")).status, 200);
    ASSERT_EQ(desk.post("/api/appointments", draft(patient, "2026-11-23", "16:00")).status, 200);
    std::map<std::string, std::set<std::string>> of_day;
    json const of_week = week(desk)["appointments"];
    for (json const& one : of_week) {
        if (one["patient"] == patient)
            of_day[one["date"]].insert(one["alias"].get<std::string>());
    }
    ASSERT_EQ(of_day["2026-11-23"].size(), 1U);
    ASSERT_EQ(of_day["2026-11-24"].size(), 1U);
    EXPECT_NE(of_day["2026-11-23"], of_day["2026-11-24"]);

    practice.practice.clock().advance(24h);
    std::string const monday = *of_day["2026-11-23"].begin();
    Browser later = as("balie");
    EXPECT_EQ(body_of(later.get("/api/patients/" + patient))["alias"], monday);
    EXPECT_EQ(body_of(later.get("/api/recent"))["patients"][0]["alias"], monday);
    EXPECT_EQ(body_of(later.post("/api/patients/search", { { "text", "lindeboom" } }))["patients"][0]["alias"], monday);
    std::set<std::string> of_today;
    json const today = body_of(later.get("/api/today"))["appointments"];
    for (json const& one : today)
        of_today.insert(one["alias"].get<std::string>());
    EXPECT_TRUE(of_today.contains(monday));
    EXPECT_EQ(of_today.size(), 2U);
}

TEST_F(AgendaRoutes, the_practice_chooses_how_and_when_names_are_hidden)
{
    auto const set = [&](char const* key, char const* value) {
        return practice.practice->set(practice.practice.somebody(Role::praktijkhouder), key, value, "");
    };
    json const as_shipped = body_of(as("balie").get("/api/session"))["names"];
    EXPECT_EQ(as_shipped, json({ { "hidden", false }, { "style", "alias" }, { "hide_after_seconds", 0 } }));
    ASSERT_TRUE(set("names.style", "initials"));
    ASSERT_TRUE(set("names.hide_after_minutes", "2"));
    ASSERT_TRUE(set("names.desk_hidden", "1"));
    EXPECT_FALSE(set("names.style", "vogels"));
    json const desk = body_of(as("balie").get("/api/session"))["names"];
    EXPECT_EQ(desk, json({ { "hidden", true }, { "style", "initials" }, { "hide_after_seconds", 120 } }));
    EXPECT_EQ(body_of(as("eva").get("/api/session"))["names"]["hidden"], false);

    Browser browser = as("balie");
    json const agenda = week(browser);
    EXPECT_EQ(agenda["appointments"][2]["alias"], "B.L.");
    std::string const patient = id_of("lindeboom");
    EXPECT_EQ(body_of(browser.get("/api/patients/" + patient))["alias"], "A.L.");
    json const found = body_of(browser.post("/api/patients/search", { { "text", "wilgenbos" } }));
    EXPECT_EQ(found["patients"][0]["alias"], "C.W.");
}

// On 28 March 2027 the clock goes from 2 to 3, on 25 October 2026 and 31 October 2027 from 3 to 2. Nine is nine.
TEST_F(AgendaRoutes, no_appointment_shifts_when_the_clock_does)
{
    std::string const patient = id_of("wilgenbos");
    Browser desk = as("balie");
    for (char const* date : { "2027-03-27", "2027-03-28", "2027-03-29", "2027-10-31", "2027-11-01" }) {
        for (char const* time : { "02:30", "09:00" }) {
            json wanted = draft(patient, date, time);
            wanted["despite"] = true;
            ASSERT_EQ(desk.post("/api/appointments", wanted).status, 200) << date << " " << time;
        }
    }
    auto const times = [&](Browser& browser, std::string const& path) {
        std::vector<std::string> out;
        json const shown = week(browser, path)["appointments"];
        for (json const& one : shown)
            out.push_back(one["date"].get<std::string>() + " " + one["time"].get<std::string>());
        return out;
    };
    std::vector<std::string> const march { "2027-03-27 02:30", "2027-03-27 09:00", "2027-03-28 02:30",
        "2027-03-28 09:00", "2027-03-29 02:30", "2027-03-29 09:00" };
    std::vector<std::string> const october { "2027-10-31 02:30", "2027-10-31 09:00", "2027-11-01 02:30",
        "2027-11-01 09:00" };
    EXPECT_EQ(times(desk, "/api/agenda?from=2027-03-22&to=2027-03-29"), march);
    EXPECT_EQ(times(desk, "/api/agenda?from=2027-10-31&to=2027-11-07"), october);
    // In summer time, and after a restart.
    practice.practice.clock().advance(24h * 150);
    ASSERT_TRUE(practice.served().agenda.refresh());
    Browser in_summer = as("balie");
    EXPECT_EQ(times(in_summer, "/api/agenda?from=2027-03-22&to=2027-03-29"), march);
    EXPECT_EQ(times(in_summer, "/api/agenda?from=2027-10-31&to=2027-11-07"), october);
    json const free = body_of(in_summer.post(
        "/api/agenda/free", { { "from", "2027-11-01" }, { "minutes", 60 }, { "practitioner", "EV" }, { "limit", 3 } }));
    EXPECT_EQ(free["slots"][0]["time"], "08:00");
    EXPECT_EQ(free["slots"][1]["time"], "09:30"); // nine is taken until half past
}

TEST_F(AgendaRoutes, the_index_knows_what_is_on_disk)
{
    std::string const patient = id_of("wilgenbos");
    Browser desk = as("balie");
    json const made = body_of(desk.post("/api/appointments", draft(patient, "2026-11-25", "14:00")));
    ASSERT_EQ(move(desk, made, { { "time", "15:00" } }).status, 200);
    json const before = week(desk);
    auto fresh = care::Agenda::load(*practice.practice, practice.practice.accounts());
    ASSERT_TRUE(fresh);
    Date const from = *Date::from(2026, 11, 23);
    EXPECT_EQ(fresh->index().between(from, from.plus_days(6)),
        practice.served().agenda.index().between(from, from.plus_days(6)));
    EXPECT_EQ(fresh->index().size(), 4U);
    EXPECT_EQ(before["appointments"].size(), 4U);
}

} // namespace

} // namespace zk::app
