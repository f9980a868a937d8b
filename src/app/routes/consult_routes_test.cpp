#include "app/routes/writing_routes_for_tests.hpp"

namespace zk::app {

namespace {

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
