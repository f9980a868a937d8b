#include "app/routes/writing_routes_for_tests.hpp"

namespace zk::app {

namespace {

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
    // The history is in order of time, so the clock may not stand still.
    practice.practice.clock().advance(1min);
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

} // namespace

} // namespace zk::app
