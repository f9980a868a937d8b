// writing_routes_for_tests: a practice with a patient to write about, in the browser of each role.
// Used by the tests of the routes.
// Always: requests meet the real router, doors and handlers.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "app/moving_in/undo.hpp"
#include "app/routes/browser_for_tests.hpp"
#include "care/dossier/last_medical_change.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/task.hpp"

namespace zk::app {

using namespace std::chrono_literals;
using nlohmann::json;

class WritingRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto const report = practice.practice.move_in({
            { "patienten.csv",
                "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats;UZOVI;polisnummer;memo\n"
                "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater;7119;123456;Allergisch voor penicilline\n" },
            { "behandelingen.csv",
                "regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving;element;notitie\n"
                "1;1;01-10-2026;EV;C002;Controle;46 mod;Geen bijzonderheden\n" },
        });
        ASSERT_TRUE(report) << report.error().code();
        practice.learn_patients();
        practice.let_in("eva", Role::behandelaar, "EV");
        practice.let_in("joris", Role::behandelaar, "JW");
        practice.let_in("hulp", Role::assistent);
        practice.let_in("balie", Role::receptie);
        practice.let_in("boeken", Role::administratie);
        practice.let_in("baas", Role::praktijkhouder);
        practice.let_in("toezicht", Role::functionaris);
        for (char const* login : { "eva", "joris", "hulp", "balie", "boeken", "baas", "toezicht" })
            EXPECT_EQ(browsers.try_emplace(login, practice).first->second.log_in(login).status, 200) << login;
        id = body_of(as("balie").post("/api/patients/search", { { "text", "lindeboom" } }))["patients"][0]["id"];
    }

    Browser& as(std::string const& login) { return browsers.at(login); }
    std::string at(std::string const& what, std::string const& patient) { return "/api/patients/" + patient + what; }
    std::string at(std::string const& what) { return at(what, id); }
    http::Response put(std::string const& login, std::string const& path, json const& body)
    {
        return as(login).send(http::Method::put, path, body);
    }
    json page(std::string const& login, std::string const& patient)
    {
        return body_of(as(login).get("/api/patients/" + patient));
    }
    json page(std::string const& login) { return page(login, id); }
    std::size_t found(std::string const& text)
    {
        return body_of(as("balie").post("/api/patients/search", { { "text", text } }))["patients"].size();
    }

    // Event and action of each line about him, oldest first, from the given one on.
    std::vector<std::string> lines(std::string const& patient, std::size_t from = 0)
    {
        auto const all = practice.practice->log().lines_of(*PatientId::parse(patient));
        EXPECT_TRUE(all);
        std::vector<std::string> out;
        for (std::size_t i = from; i < all->size(); ++i) {
            keep::Line const& line = (*all)[i].line;
            out.push_back(
                std::string(keep::text_of(*line.event.get())) + " " + std::string(keep::text_of(*line.action.get())));
        }
        return out;
    }

    std::size_t open_tasks(std::string const& patient)
    {
        auto const tasks = care::open_tasks_of_identity(practice.practice->vault(), *PatientId::parse(patient));
        EXPECT_TRUE(tasks);
        return tasks->size();
    }

    static json somebody(std::string const& surname)
    {
        return { { "surname", surname }, { "initials", "C." }, { "first_name", "Cor" }, { "sex", "M" },
            { "birth_date", "1958-03-14" }, { "postcode", "3421ab" }, { "house_number", "12" },
            { "mobile", "06-12345678" }, { "gp", "Praktijk Waterpoort" }, { "emergency_contact", "P. Visser (broer)" },
            { "emergency_phone", "06-07654321" } };
    }

    std::string enrol(std::string const& login, json const& body)
    {
        http::Response const response = as(login).post("/api/patients", body);
        EXPECT_EQ(response.status, 200) << text_of(response);
        return body_of(response).value("id", "");
    }

    PracticeInTheBrowser practice;
    std::map<std::string, Browser> browsers;
    std::string id;
};

} // namespace zk::app
