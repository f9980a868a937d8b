// Writing about a patient: who may, what is refused, what stands in the log and in the history afterwards.
#include "app/moving_in/undo.hpp"
#include "app/routes/browser_for_tests.hpp"
#include "care/dossier/last_medical_change.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/task.hpp"

namespace zk::app {

namespace {

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

// By hand from docs/need-to-know.md: what a role may not see it may not write, and the desk says who somebody is.
struct MayWrite {
    char const* login;
    int add;
    int identity;
    int insurance;
    int consult;
    int alert;
};
constexpr MayWrite k_may_write[] = {
    { "eva", 200, 200, 200, 200, 200 },
    { "joris", 200, 200, 403, 403, 200 }, // no relation; an alert everybody who treats sees and writes
    { "hulp", 200, 200, 403, 403, 200 },  // helps nobody of his
    { "balie", 200, 200, 200, 403, 403 },
    { "boeken", 403, 200, 200, 403, 403 },
    { "baas", 200, 200, 200, 403, 403 }, // treats nobody
    { "toezicht", 403, 403, 403, 403, 403 },
};

TEST_F(WritingRoutes, each_role_writes_what_the_table_says)
{
    for (MayWrite const& may : k_may_write) {
        SCOPED_TRACE(may.login);
        json one = somebody("Van Nieuw");
        one["bsn"] = "";
        one["anyway"] = true;
        EXPECT_EQ(as(may.login).post("/api/patients", one).status, may.add);
        std::uint64_t const version = page("balie")["version"];
        EXPECT_EQ(
            put(may.login, at("/identity"), { { "version", version }, { "city", may.login } }).status, may.identity);
        EXPECT_EQ(as(may.login).post(at("/insurance")).status, may.insurance);
        std::uint64_t const insurance = body_of(as("boeken").post(at("/insurance")))["version"];
        EXPECT_EQ(put(may.login, at("/insurance"), { { "version", insurance }, { "policy_number", may.login } }).status,
            may.insurance);
        EXPECT_EQ(as(may.login).post(at("/consults"), { { "date", "2026-11-22" }, { "text", "Gesprek" } }).status,
            may.consult);
        EXPECT_EQ(as(may.login).post(at("/alerts"), { { "kind", "anders" }, { "text", "Let op" } }).status, may.alert);
    }
    EXPECT_EQ(page("eva")["notes"].size(), 2U); // the memo, and Eva's own
    EXPECT_EQ(page("boeken")["identity"]["policy_number"], "baas");
}

TEST_F(WritingRoutes, the_session_tells_what_the_page_may_offer)
{
    auto const may = [&](char const* login, char const* right) {
        json const rights = body_of(as(login).get("/api/session"))["may"];
        return std::ranges::find(rights, json(right)) != rights.end();
    };
    for (char const* login : { "eva", "joris", "hulp", "balie", "baas" })
        EXPECT_TRUE(may(login, "patient.add")) << login;
    EXPECT_FALSE(may("boeken", "patient.add") || may("toezicht", "patient.add"));
    EXPECT_TRUE(may("boeken", "patient.edit"));
    EXPECT_FALSE(may("toezicht", "patient.edit"));
    EXPECT_TRUE(may("eva", "consult.write") && may("hulp", "consult.write"));
    EXPECT_FALSE(may("balie", "consult.write") || may("baas", "consult.write") || may("boeken", "consult.write"));
}

TEST_F(WritingRoutes, a_new_patient_is_found_at_once_and_has_his_task_and_his_line)
{
    std::string const fresh = enrol("balie", somebody("Visser"));
    EXPECT_EQ(lines(fresh), std::vector<std::string> { "patient_created C" });
    EXPECT_EQ(found("visser 58"), 1U);
    EXPECT_EQ(open_tasks(fresh), 1U);
    json const shown = page("balie", fresh);
    EXPECT_EQ(shown["identity"]["name"], "Visser, C. (Cor)");
    EXPECT_EQ(shown["identity"]["postcode"], "3421 AB");
    EXPECT_EQ(shown["identity"]["gp"], "Praktijk Waterpoort");
    EXPECT_EQ(shown["identity"]["emergency_contact"], "P. Visser (broer)");
    EXPECT_EQ(shown["identity"]["registered"], "2026-11-22");

    json with_bsn = somebody("Bakker");
    with_bsn["bsn"] = "9999 71 013";
    with_bsn["insurer"] = "7119";
    std::string const known = enrol("balie", with_bsn);
    EXPECT_EQ(open_tasks(known), 0U);
    EXPECT_EQ(found("999971013"), 1U);
    EXPECT_EQ(page("boeken", known)["identity"]["insurer"], "7119");
    EXPECT_EQ(text_of(as("balie").get("/api/patients/" + known)).find("999971013"), std::string::npos);
}

struct Wrong {
    char const* field;
    char const* text;
    char const* code;
};
constexpr Wrong k_wrong[] = {
    { "bsn", "999990018", "bsn-check-failed" },
    { "bsn", "12345", "bsn-not-nine-digits" },
    { "surname", " ", "field-missing" },
    { "birth_date", "", "field-missing" },
    { "birth_date", "1958-02-30", "date-impossible" },
    { "birth_date", "14-03-1958", "date-unreadable" },
    { "birth_date", "2026-11-23", "day-in-the-future" },
    { "postcode", "342 AB", "postcode-unreadable" },
    { "mobile", "061234", "phone-unreadable" },
    { "email", "cor bij thuis", "email-unreadable" },
    { "insurer", "71", "uzovi-not-four-digits" },
    { "emergency_phone", "broer", "phone-unreadable" },
};

TEST_F(WritingRoutes, a_wrong_field_is_named_and_nobody_is_enrolled)
{
    std::size_t const before = found("visser");
    for (auto const& [field, text, code] : k_wrong) {
        json body = somebody("Visser");
        body[field] = text;
        http::Response const response = as("balie").post("/api/patients", body);
        EXPECT_EQ(response.status, 422) << field << text;
        EXPECT_EQ(code_of(response), code) << text;
        EXPECT_EQ(body_of(response)["error"]["place"], field) << text;
    }
    EXPECT_EQ(found("visser"), before);
    // Another country has another shape.
    json abroad = somebody("Visser");
    abroad["postcode"] = "48455";
    EXPECT_EQ(page("balie", enrol("balie", abroad))["identity"]["postcode"], "48455");
}

TEST_F(WritingRoutes, a_likely_duplicate_is_shown_and_one_with_the_same_bsn_refused)
{
    json alike = somebody("Lindeboom-Smit");
    alike["birth_date"] = "1980-02-01";
    http::Response const asked = as("balie").post("/api/patients", alike);
    EXPECT_EQ(asked.status, 409);
    EXPECT_EQ(code_of(asked), "maybe-duplicate");
    EXPECT_EQ(body_of(asked)["error"]["patients"][0]["id"], id);
    EXPECT_EQ(lines(id).back(), "searched R");
    alike["anyway"] = true;
    EXPECT_FALSE(enrol("balie", alike).empty());

    json same = somebody("Heel Anders");
    same["bsn"] = "999990019";
    same["anyway"] = true;
    http::Response const refused = as("balie").post("/api/patients", same);
    EXPECT_EQ(code_of(refused), "bsn-of-another-patient");
    EXPECT_EQ(body_of(refused)["error"]["patients"][0]["id"], id);
    EXPECT_EQ(found("heel anders"), 0U);
}

TEST_F(WritingRoutes, who_treats_the_one_he_enrols_may_go_on)
{
    json mine = somebody("Visser");
    mine["mine"] = true;
    mine["bsn"] = "999971013";
    std::string const fresh = enrol("joris", mine);
    EXPECT_EQ(page("joris", fresh)["look"]["relation"], "treating");
    EXPECT_EQ(as("joris").post(at("/consults", fresh), { { "date", "2026-11-22" }, { "s", "Pijn" } }).status, 200);
    EXPECT_EQ(page("eva", fresh)["look"]["relation"], "none");
    // The desk has no relation to give.
    json at_desk = somebody("Bakker");
    at_desk["mine"] = true;
    EXPECT_EQ(page("joris", enrol("balie", at_desk))["look"]["relation"], "none");
}

TEST_F(WritingRoutes, of_two_editors_the_second_is_shown_what_the_first_wrote)
{
    json const before = page("balie");
    json const first { { "version", before["version"] }, { "surname", "Lindenberg" }, { "phone", "0348-561234" } };
    EXPECT_EQ(put("balie", at("/identity"), first).status, 200);
    json const second { { "version", before["version"] }, { "phone", "0348-999999" } };
    http::Response const conflict = put("eva", at("/identity"), second);
    EXPECT_EQ(conflict.status, 409);
    json const error = body_of(conflict)["error"];
    EXPECT_EQ(error["code"], "changed-by-another");
    EXPECT_EQ(error["by"], "balie");
    EXPECT_EQ(error["theirs"]["phone"], "0348-561234");
    EXPECT_FALSE(error["theirs"].contains("policy_number"));
    EXPECT_EQ(text_of(conflict).find("999990019"), std::string::npos);
    EXPECT_EQ(page("balie")["identity"]["phone"], "0348-561234");
    json again = second;
    again["version"] = error["version"];
    EXPECT_EQ(put("eva", at("/identity"), again).status, 200);

    EXPECT_EQ(found("lindenberg"), 1U);
    EXPECT_EQ(found("lindeboom"), 0U);
    EXPECT_EQ(found("999990019"), 1U); // the BSN stayed in the index, though this editor did not see it
    json const history = body_of(as("balie").get(at("/history")));
    ASSERT_EQ(history["identity"].size(), 2U);
    EXPECT_EQ(history["identity"][0]["by"], "eva");
    EXPECT_EQ(history["identity"][0]["fields"][0],
        json({ { "field", "phone" }, { "before", "0348-561234" }, { "after", "0348-999999" } }));
    EXPECT_EQ(history["identity"][1]["fields"][0]["before"], "Lindeboom");
    for (char const* absent : { "notes", "treatments", "alerts" })
        EXPECT_FALSE(history.contains(absent)) << absent;
}

TEST_F(WritingRoutes, who_died_or_left_stands_there_and_in_the_history)
{
    std::uint64_t const version = page("balie")["version"];
    json const early { { "version", version }, { "deceased", "1979-01-01" } };
    EXPECT_EQ(code_of(put("balie", at("/identity"), early)), "day-before-birth");
    json const left { { "version", version }, { "deregistered", "2026-11-20" }, { "deceased", "2026-11-19" } };
    EXPECT_EQ(put("balie", at("/identity"), left).status, 200);
    EXPECT_EQ(page("balie")["identity"]["deceased"], "2026-11-19");
    json const back { { "version", version + 1 }, { "deregistered", "" } };
    EXPECT_EQ(put("balie", at("/identity"), back).status, 200);
    EXPECT_FALSE(page("balie")["identity"].contains("deregistered"));
    // What changes nothing is no change.
    std::size_t const lines_before = lines(id).size();
    EXPECT_EQ(put("balie", at("/identity"), { { "version", version + 2 }, { "city", "Oudewater" } }).status, 200);
    EXPECT_EQ(lines(id, lines_before), std::vector<std::string> { "looked R" });
    EXPECT_EQ(body_of(as("balie").get(at("/history")))["identity"].size(), 2U);
}

TEST_F(WritingRoutes, a_bsn_that_comes_later_closes_the_task_and_is_shown_on_demand)
{
    std::string const fresh = enrol("balie", somebody("Visser"));
    json const shown = body_of(as("balie").post(at("/insurance", fresh)));
    EXPECT_EQ(shown["bsn"], "missing");
    json const taken { { "version", shown["version"] }, { "bsn", "999990019" } };
    EXPECT_EQ(code_of(put("balie", at("/insurance", fresh), taken)), "bsn-of-another-patient");
    json const good { { "version", shown["version"] }, { "bsn", "999971013" } };
    std::size_t const before = lines(fresh).size();
    EXPECT_EQ(put("balie", at("/insurance", fresh), good).status, 200);
    EXPECT_EQ(lines(fresh, before), (std::vector<std::string> { "revealed R", "patient_changed U" }));
    EXPECT_EQ(open_tasks(fresh), 0U);
    EXPECT_EQ(found("999971013"), 1U);
    EXPECT_EQ(body_of(as("balie").post(at("/insurance", fresh)))["bsn"], "on_demand");
    http::Response const history = as("boeken").get(at("/history", fresh));
    EXPECT_EQ(
        body_of(history)["insurance"][0]["fields"][0], json({ { "field", "bsn" }, { "before", "" }, { "after", "" } }));
    EXPECT_EQ(text_of(history).find("999971013"), std::string::npos);
    EXPECT_FALSE(body_of(as("balie").get(at("/history", fresh))).contains("insurance"));
}

TEST_F(WritingRoutes, a_consult_is_read_back_with_its_codes_and_keeps_the_relation)
{
    json const consult { { "date", "2026-11-21" }, { "s", "Pijn linksonder" }, { "o", "Koud +" }, { "p", "Vulling" },
        { "treatments",
            { { { "code", "V92" }, { "description", "Driedelige vulling" }, { "element", "36" }, { "quantity", "2" },
                { "tariff", "79,63" } } } } };
    std::size_t const before = lines(id).size();
    http::Response const written = as("eva").post(at("/consults"), consult);
    ASSERT_EQ(written.status, 200) << text_of(written);
    EXPECT_EQ(lines(id, before), std::vector<std::string> { "patient_changed C" });
    json const shown = page("eva");
    json const& note = shown["notes"][1]["kind"] == "consult" ? shown["notes"][1] : shown["notes"][0];
    EXPECT_EQ(note["kind"], "consult");
    EXPECT_EQ(note["s"], "Pijn linksonder");
    EXPECT_FALSE(note.contains("e"));
    EXPECT_EQ(note["author"], "eva");
    EXPECT_EQ(note["practitioner_name"], "eva");
    json const& code = shown["treatments"][0];
    EXPECT_EQ(code["element"], "36");
    EXPECT_EQ(code["quantity"], 2);
    EXPECT_EQ(code["tariff_cents"], 7963);
    EXPECT_EQ(code["consult"], note["id"]);
    EXPECT_EQ(shown["look"]["relation_since"], "2026-10-01");
    EXPECT_FALSE(page("boeken")["treatments"][0].contains("s"));

    for (char const* tooth : { "19", "49", "56", "86", "91", "3", "036", "aa" }) {
        json wrong = consult;
        wrong["treatments"][0]["element"] = tooth;
        http::Response const response = as("eva").post(at("/consults"), wrong);
        EXPECT_EQ(code_of(response), "element-not-a-tooth") << tooth;
        EXPECT_EQ(body_of(response)["error"]["place"], "element 1") << tooth;
    }
    EXPECT_EQ(code_of(as("eva").post(at("/consults"), { { "date", "2026-11-21" } })), "consult-empty");
    EXPECT_EQ(
        code_of(as("eva").post(at("/consults"), { { "date", "2026-11-23" }, { "s", "x" } })), "day-in-the-future");
    EXPECT_EQ(page("eva")["notes"].size(), 2U);
}

TEST_F(WritingRoutes, a_correction_keeps_what_stood_there)
{
    json const id_of_note
        = body_of(as("eva").post(at("/consults"), { { "date", "2026-11-22" }, { "s", "Linksonder" } }))["id"];
    std::size_t const before = lines(id).size();
    json const correction { { "note", id_of_note }, { "version", 1 }, { "s", "Rechtsonder" } };
    EXPECT_EQ(put("eva", at("/note"), correction).status, 200);
    EXPECT_EQ(lines(id, before), (std::vector<std::string> { "looked R", "patient_changed U" }));
    EXPECT_EQ(code_of(put("eva", at("/note"), correction)), "changed-by-another");
    json const nothing { { "note", id_of_note }, { "version", 2 }, { "s", "" } };
    EXPECT_EQ(code_of(put("eva", at("/note"), nothing)), "consult-empty");
    json const notes = page("eva")["notes"];
    auto const note = std::ranges::find_if(notes, [&](json const& one) { return one["id"] == id_of_note; });
    ASSERT_NE(note, notes.end());
    EXPECT_EQ((*note)["s"], "Rechtsonder");
    EXPECT_EQ((*note)["corrected"], 1);
    json const history = body_of(as("eva").get(at("/history")));
    EXPECT_EQ(history["notes"][0]["of"], id_of_note);
    EXPECT_EQ(history["notes"][0]["by"], "eva");
    EXPECT_EQ(history["notes"][0]["fields"],
        json::array({ { { "field", "s" }, { "before", "Linksonder" }, { "after", "Rechtsonder" } } }));
    EXPECT_FALSE(body_of(as("joris").get(at("/history"))).contains("notes"));
    EXPECT_EQ(put("joris", at("/note"), { { "note", id_of_note }, { "version", 2 }, { "s", "x" } }).status, 403);
}

TEST_F(WritingRoutes, a_code_is_corrected_or_withdrawn_and_stays_readable)
{
    json const code = page("eva")["treatments"][0];
    json correction { { "treatment", code["id"] }, { "version", code["version"] }, { "code", "C003" },
        { "description", "Controle" }, { "element", "46 mod" }, { "quantity", "1" } };
    EXPECT_EQ(put("eva", at("/treatment"), correction).status, 200); // what the old software called it may stay
    correction["version"] = 2;
    correction["element"] = "47 mod";
    EXPECT_EQ(code_of(put("eva", at("/treatment"), correction)), "element-not-a-tooth");
    json const withdrawn { { "treatment", code["id"] }, { "version", 2 }, { "withdrawn", true } };
    EXPECT_EQ(put("eva", at("/treatment"), withdrawn).status, 200);
    json const now = page("eva")["treatments"][0];
    EXPECT_EQ(now["code"], "C003");
    EXPECT_EQ(now["withdrawn"], "2026-11-22");
    EXPECT_EQ(now["note"], "Geen bijzonderheden");
    EXPECT_EQ(body_of(as("eva").get(at("/history")))["treatments"].size(), 2U);
}

TEST_F(WritingRoutes, an_alert_is_written_and_ended)
{
    json const id_of_alert
        = body_of(as("eva").post(at("/alerts"), { { "kind", "antistolling" }, { "text", "Apixaban" } }))["id"];
    EXPECT_EQ(code_of(as("eva").post(at("/alerts"), { { "kind", "koorts" }, { "text", "x" } })), "alert-kind-unknown");
    json const ended { { "alert", id_of_alert }, { "version", 1 }, { "ended", true } };
    EXPECT_EQ(put("joris", at("/alerts"), ended).status, 200);
    json const alerts = page("joris")["alerts"];
    ASSERT_EQ(alerts.size(), 2U);
    auto const alert = std::ranges::find_if(alerts, [&](json const& one) { return one["id"] == id_of_alert; });
    ASSERT_NE(alert, alerts.end());
    EXPECT_EQ((*alert)["ended"], "2026-11-22");
    EXPECT_EQ((*alert)["written_by"], "eva");
}

TEST_F(WritingRoutes, a_look_stands_in_the_log_since_the_first_of_the_day)
{
    json const first = page("eva");
    practice.practice.clock().advance(2min);
    EXPECT_EQ(page("eva")["look"]["since"], first["look"]["since"]);
    EXPECT_NE(page("joris")["look"]["since"], first["look"]["since"]);
}

// law.md 0.6: the 20 years run from the last medical change; an import or an address restarts nothing.
TEST_F(WritingRoutes, the_term_runs_from_what_was_written_here)
{
    PatientId const patient = *PatientId::parse(id);
    auto const last = [&] {
        auto const grant = practice.practice->policy().for_maintenance(catalogue::ElementSet().set(), "test");
        care::LastMedicalChange out;
        keep::Vault& vault = practice.practice->vault();
        auto const treatments = vault.read<care::TreatmentRecord>(*grant, patient);
        for (auto const& one : *treatments)
            out.note(one.record, *grant);
        auto const notes = vault.read<care::NoteRecord>(*grant, patient);
        for (auto const& one : *notes)
            out.note(one.record, *grant);
        auto const alerts = vault.read<care::AlertRecord>(*grant, patient);
        for (auto const& one : *alerts)
            out.note(one.record, *grant);
        return out.day() ? out.day()->iso() : "";
    };
    EXPECT_EQ(last(), "2026-10-01"); // the memo and the alert bear the day of the import
    std::uint64_t const version = page("balie")["version"];
    EXPECT_EQ(put("balie", at("/identity"), { { "version", version }, { "city", "Woerden" } }).status, 200);
    EXPECT_EQ(last(), "2026-10-01");
    EXPECT_EQ(as("eva").post(at("/consults"), { { "date", "2026-11-01" }, { "text", "Gesprek" } }).status, 200);
    EXPECT_EQ(last(), "2026-11-22");
}

// All that was written goes with the keys of its class.
TEST_F(WritingRoutes, what_was_written_goes_with_the_class_it_belongs_to)
{
    std::string const fresh = enrol("joris", [] {
        json body = somebody("Visser");
        body["mine"] = true;
        return body;
    }());
    PatientId const patient = *PatientId::parse(fresh);
    EXPECT_EQ(put("balie", at("/identity", fresh), { { "version", 1 }, { "city", "Woerden" } }).status, 200);
    EXPECT_EQ(put("balie", at("/insurance", fresh), { { "version", 1 }, { "insurer", "7119" } }).status, 200);
    json const note = body_of(as("joris").post(at("/consults", fresh),
        { { "date", "2026-11-22" }, { "s", "x" }, { "treatments", { { { "code", "C002" } } } } }));
    EXPECT_EQ(put("joris", at("/note", fresh), { { "note", note["id"] }, { "version", 1 }, { "s", "y" } }).status, 200);
    json const code = page("joris", fresh)["treatments"][0];
    EXPECT_EQ(
        put("joris", at("/treatment", fresh), { { "treatment", code["id"] }, { "version", 1 }, { "code", "C003" } })
            .status,
        200);
    json const alert = body_of(as("joris").post(at("/alerts", fresh), { { "kind", "anders" }, { "text", "Let op" } }));
    EXPECT_EQ(
        put("joris", at("/alerts", fresh), { { "alert", alert["id"] }, { "version", 1 }, { "ended", true } }).status,
        200);

    keep::Vault& vault = practice.practice->vault();
    auto const grant = practice.practice->policy().for_maintenance(catalogue::ElementSet().set(), "test");
    ASSERT_TRUE(grant);
    auto const counts = [&] {
        return std::vector<std::size_t> { vault.read<care::PersonRecord>(*grant, patient)->size(),
            vault.read<care::IdentityChangeRecord>(*grant, patient)->size(),
            vault.read<care::IdentificationRecord>(*grant, patient)->size(),
            vault.read<care::InsuranceChangeRecord>(*grant, patient)->size(),
            vault.read<care::NoteRecord>(*grant, patient)->size(),
            vault.read<care::NoteChangeRecord>(*grant, patient)->size(),
            vault.read<care::TreatmentRecord>(*grant, patient)->size(),
            vault.read<care::TreatmentChangeRecord>(*grant, patient)->size(),
            vault.read<care::AlertRecord>(*grant, patient)->size(),
            vault.read<care::AlertChangeRecord>(*grant, patient)->size() };
    };
    auto const destroy = [&](catalogue::RetentionClass which) {
        keep::Change change = vault.change();
        vault.destroy(change, *grant, patient, which);
        EXPECT_TRUE(vault.commit(std::move(change)));
    };
    EXPECT_EQ(counts(), (std::vector<std::size_t> { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }));
    destroy(catalogue::RetentionClass::dossier);
    EXPECT_EQ(counts(), (std::vector<std::size_t> { 1, 1, 1, 1, 0, 0, 0, 0, 0, 0 }));
    destroy(catalogue::RetentionClass::identification);
    EXPECT_EQ(counts(), (std::vector<std::size_t> { 1, 1, 0, 0, 0, 0, 0, 0, 0, 0 }));
    destroy(catalogue::RetentionClass::person);
    EXPECT_EQ(counts(), (std::vector<std::size_t> { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }));
}

TEST_F(WritingRoutes, an_import_that_was_worked_on_is_not_undone)
{
    EXPECT_EQ(as("eva").post(at("/alerts"), { { "kind", "anders" }, { "text", "Let op" } }).status, 200);
    auto const imports = practice.practice->vault().read_practice<care::ImportRecord>();
    ASSERT_TRUE(imports);
    auto const undone = undo_import(*practice.practice, practice.practice.accounts(),
        practice.practice.somebody(Role::praktijkhouder), ImportId::from_raw(imports->front().id.raw()));
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code(), "import-worked-on");
    EXPECT_EQ(page("eva")["alerts"].size(), 2U);
}

} // namespace

} // namespace zk::app
