// agenda_routes_for_tests: a practice with a week of appointments, in the browser of each role.
// Used by the tests of the routes.
// Always: requests meet the real router, doors and handlers.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/routes/browser_for_tests.hpp"

#include <chrono>

namespace zk::app {

using namespace std::chrono_literals;
using nlohmann::json;

inline constexpr char const* k_week = "/api/agenda?from=2026-11-23&to=2026-11-29";

// The clock stands at Sunday 22 November 2026, 10:00.
class AgendaRoutes : public RoutesTest {
protected:
    void SetUp() override
    {
        auto const report = practice.practice.move_in({
            { "patienten.csv",
                "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats;mobiel;inschrijfdatum\n"
                "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater;06-12345678;01-11-2026\n"
                "2;999971013;Lindehof;B.;M;03-04-1970;Woerden;;01-01-2015\n"
                "3;999990020;Wilgenbos;C.;M;03-04-1990;Woerden;;\n" },
            { "afspraken.csv",
                "afspraaknr;patientnr;behandelaar;datum;tijd;duur;soort;status;kamer\n"
                "1;1;EV;23-11-2026;09:00;30;Wortelkanaal;gepland;Kamer 1\n"
                "2;2;JW;23-11-2026;09:00;30;Kroon plaatsen;gepland;Kamer 2\n"
                "3;2;EV;24-11-2026;10:00;30;Controle;geannuleerd;Kamer 1\n" },
        });
        ASSERT_TRUE(report) << report.error().code();
        practice.learn_patients();
        practice.let_in("eva", Role::behandelaar, "EV");
        practice.let_in("joris", Role::behandelaar, "JW");
        practice.let_in("assistent", Role::assistent);
        practice.let_in("balie", Role::receptie);
        practice.let_in("boeken", Role::administratie);
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("toezicht", Role::functionaris);
    }

    static json draft(std::string const& patient, char const* date, char const* time, char const* practitioner = "EV",
        int minutes = 30)
    {
        return { { "patient", patient }, { "date", date }, { "time", time }, { "minutes", minutes },
            { "practitioner", practitioner } };
    }

    static json changed(json const& appointment, json const& with)
    {
        json out = draft(appointment["patient"], appointment["date"].get<std::string>().c_str(),
            appointment["time"].get<std::string>().c_str(), appointment["practitioner"].get<std::string>().c_str());
        out["version"] = appointment["version"];
        out.update(with);
        return out;
    }

    http::Response move(Browser& browser, json const& appointment, json const& with)
    {
        return browser.send(
            http::Method::put, "/api/appointments/" + appointment["id"].get<std::string>(), changed(appointment, with));
    }

    static http::Response set_status(Browser& browser, json const& appointment, char const* status)
    {
        return browser.post("/api/appointments/" + appointment["id"].get<std::string>() + "/status",
            { { "patient", appointment["patient"] }, { "version", appointment["version"] }, { "status", status } });
    }

    json week(Browser& browser, std::string const& path = k_week)
    {
        http::Response const response = browser.get(path);
        EXPECT_EQ(response.status, 200) << text_of(response);
        return body_of(response);
    }

    std::uint64_t lines() { return practice.practice->log().size(); }

    keep::Line last_line() { return std::move(*practice.practice->log().line(lines() - 1)); }
};

} // namespace zk::app
