// The move through the browser: the same as by the command, with the project's own sample export.
#include "app/routes/browser_for_tests.hpp"
#include "testing/script.hpp"

#include <fstream>
#include <thread>

namespace zk::app {

namespace {

using nlohmann::json;

// From the repository's root, where tests run.
constexpr char const* k_sample = "tests/data/tandarts";

class MovingInRoutes : public ::testing::Test {
protected:
    void SetUp() override
    {
        practice.let_in("baas", Role::praktijkhouder);
        ASSERT_EQ(owner.log_in("baas").status, 200);
    }

    http::Response send_piece(std::string const& name, std::uint64_t offset, std::string const& bytes)
    {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/moving-in/files";
        request.peer = owner.address;
        request.headers = { { "cookie", std::string(k_session_cookie) + "=" + owner.cookie },
            { "x-zorgkluis-csrf", owner.csrf }, { "content-type", "application/octet-stream" },
            { "x-zorgkluis-file", to_base64(as_bytes(name)) }, { "x-zorgkluis-offset", std::to_string(offset) } };
        request.body = bytes;
        return practice.ask(std::move(request));
    }

    // In two pieces, as a larger file comes.
    void send_file(std::string const& name, std::string const& bytes)
    {
        std::size_t const half = bytes.size() / 2;
        ASSERT_EQ(send_piece(name, 0, bytes.substr(0, half)).status, 200);
        ASSERT_EQ(body_of(send_piece(name, half, bytes.substr(half)))["bytes"], bytes.size());
    }

    // With dates around the day of the practice's clock.
    void send_sample()
    {
        testing::TempFolder const folder;
        std::string const made = (folder / "export").string();
        testing::run_script("tools/sample_dates.sh " + std::string(k_sample) + " " + made + " 2026-11-22");
        for (auto const& entry : std::filesystem::directory_iterator(made)) {
            std::ifstream in(entry.path(), std::ios::binary);
            send_file(entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }

    // Until it is done.
    json run()
    {
        EXPECT_EQ(owner.post("/api/moving-in/run").status, 200);
        for (;;) {
            json state = body_of(owner.get("/api/moving-in"));
            if (state["state"] != "running")
                return state;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }

    static json expected()
    {
        std::ifstream file(std::string(k_sample) + "/expected.json");
        return json::parse(file);
    }
    static json sorted(json list)
    {
        std::sort(list.begin(), list.end());
        return list;
    }
    static void expect_as_by_hand(json const& report)
    {
        json const by_hand = expected();
        for (char const* kind : { "patients", "treatments", "invoices", "appointments", "staff" })
            EXPECT_EQ(report[kind], by_hand[kind]) << kind;
        EXPECT_EQ(sorted(report["not_taken"]), sorted(by_hand["not_taken"]));
        EXPECT_TRUE(sorted(report["problems"]) == sorted(by_hand["problems"]));
    }
    std::size_t found(std::string const& text)
    {
        return body_of(owner.post("/api/patients/search", { { "text", text } }))["patients"].size();
    }

    static constexpr char const* k_head = "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats\n";

    PracticeInTheBrowser practice;
    Browser owner { practice };
};

TEST_F(MovingInRoutes, the_sample_comes_in_as_was_reckoned_by_hand)
{
    send_sample();
    json const preview = body_of(owner.get("/api/moving-in/preview"));
    ASSERT_FALSE(preview.contains("error")) << preview["error"];
    // What it would do is what it does.
    expect_as_by_hand(preview["report"]);
    EXPECT_TRUE(practice.practice->vault().patients()->empty());

    json const done = run();
    ASSERT_EQ(done["state"], "done") << done;
    expect_as_by_hand(done["report"]);
    EXPECT_TRUE(done["files"].empty());
    // Found at once, without a restart.
    EXPECT_EQ(practice.practice->vault().patients()->size(), 36U);
    EXPECT_EQ(practice.served().patients.index()->size(), 36U);
    json const imports = body_of(owner.get("/api/imports"))["imports"];
    ASSERT_EQ(imports.size(), 1U);
    EXPECT_EQ(imports[0]["state"], "done");
    expect_as_by_hand(imports[0]["report"]);
    EXPECT_EQ(body_of(owner.get("/api/quarantine"))["rows"].size(), 7U + 9U + 8U + 8U);

    // The same again changes nothing.
    send_sample();
    json const again = run();
    EXPECT_EQ(again["state"], "done");
    EXPECT_EQ(again["report"]["import"], nullptr);
    for (char const* kind : { "patients", "treatments", "invoices", "appointments", "staff" })
        EXPECT_EQ(again["report"][kind]["accepted"], 0) << kind;
    EXPECT_EQ(practice.practice->vault().patients()->size(), 36U);
    EXPECT_EQ(body_of(owner.get("/api/imports"))["imports"].size(), 1U);
}

TEST_F(MovingInRoutes, a_preview_shows_shapes_and_no_person)
{
    send_file("patienten.csv", std::string(k_head) + "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n");
    http::Response const answer = owner.get("/api/moving-in/preview");
    for (char const* value : { "Lindeboom", "999990019", "01-02-1980", "Oudewater" })
        EXPECT_EQ(text_of(answer).find(value), std::string::npos) << value;
    json const file = body_of(answer)["files"][0];
    EXPECT_EQ(file["kind"], "patients");
    EXPECT_EQ(file["rows"], 1);
    EXPECT_EQ(file["columns"][2]["column"], "surname");
    EXPECT_EQ(file["columns"][2]["samples"][0], "Aaaaaaaaa");
    EXPECT_EQ(file["columns"][5]["samples"][0], "00-00-0000");
}

TEST_F(MovingInRoutes, columns_that_nobody_knows_are_told_by_a_person)
{
    send_file("klanten.csv", "kenmerk;familie;wieg\n1;Lindeboom;01-02-1980\n2;Waterhuis;03-04-1970\n");
    json const preview = body_of(owner.get("/api/moving-in/preview"));
    ASSERT_TRUE(preview.contains("error"));
    EXPECT_FALSE(preview.contains("report"));
    json mapping { { "format", "zorgkluis-mapping/1" },
        { "files",
            { { { "file", "klanten.csv" }, { "kind", "patients" },
                { "columns",
                    { { "kenmerk", "patient_number" }, { "familie", "surname" }, { "wieg", "birth_date" } } } } } } };
    json wrong = mapping;
    wrong["files"][0]["columns"]["familie"] = "birth_date";
    EXPECT_EQ(code_of(owner.send(http::Method::put, "/api/moving-in/mapping", wrong)), "mapping-column-twice");
    json const mapped = body_of(owner.send(http::Method::put, "/api/moving-in/mapping", mapping));
    EXPECT_EQ(mapped["report"]["patients"]["accepted"], 2) << mapped;
    EXPECT_EQ(run()["report"]["patients"]["accepted"], 2);
    EXPECT_EQ(found("linde"), 1U);
}

TEST_F(MovingInRoutes, a_wrong_file_names_file_and_row)
{
    send_file("patienten.csv", std::string(k_head) + "1;;Lindeboom;A.;V;01-02-1980;Oudewater\n2;\"Water;;;;;\n");
    json const preview = body_of(owner.get("/api/moving-in/preview"));
    EXPECT_EQ(preview["files"][0]["error"]["code"], "csv-quote-not-closed");
    EXPECT_EQ(preview["files"][0]["error"]["place"], "patienten.csv:3");
    EXPECT_NE(preview["files"][0]["error"]["message"].get<std::string>().find("aanhalingsteken"), std::string::npos);
    json const failed = run();
    EXPECT_EQ(failed["state"], "failed");
    EXPECT_EQ(failed["error"]["place"], "patienten.csv:3");
    EXPECT_TRUE(practice.practice->vault().patients()->empty());
    // The files are still there, to drop or to replace.
    EXPECT_EQ(failed["files"].size(), 1U);
    EXPECT_TRUE(body_of(owner.post("/api/moving-in/files/remove", { { "name", "patienten.csv" } }))["files"].empty());
}

TEST_F(MovingInRoutes, pieces_come_in_order_and_the_desk_has_its_limits)
{
    EXPECT_EQ(code_of(send_piece("a.csv", 5, "x")), "piece-out-of-order");
    EXPECT_EQ(send_piece("a.csv", 0, "abc").status, 200);
    EXPECT_EQ(code_of(send_piece("a.csv", 2, "d")), "piece-out-of-order");
    EXPECT_EQ(body_of(send_piece("a.csv", 0, "abcd"))["bytes"], 4);
    for (char const* name : { "", "../a.csv", "a\\b", "a\nb" })
        EXPECT_EQ(code_of(send_piece(name, 0, "x")), "file-name-unusable") << name;
    EXPECT_EQ(send_piece("foto.png", 0, std::string("\x89PNG\0\0", 6)).status, 200);
    json const state = body_of(owner.get("/api/moving-in"));
    ASSERT_EQ(state["files"].size(), 2U);
    EXPECT_EQ(state["files"][1]["text"], false);
    EXPECT_EQ(owner.send(http::Method::remove, "/api/moving-in", json::object()).status, 204);
    EXPECT_TRUE(body_of(owner.get("/api/moving-in"))["files"].empty());
    EXPECT_EQ(code_of(owner.post("/api/moving-in/run")), "moving-in-without-files");
}

TEST_F(MovingInRoutes, what_is_left_alone_is_forgotten)
{
    send_file("a.csv", "abcd");
    practice.practice.clock().advance(std::chrono::minutes(29));
    practice.served().moving_in.forget_when_left_alone();
    EXPECT_EQ(practice.served().moving_in.status().files.size(), 1U);
    practice.practice.clock().advance(std::chrono::minutes(1));
    practice.served().moving_in.forget_when_left_alone();
    EXPECT_TRUE(practice.served().moving_in.status().files.empty());
}

TEST_F(MovingInRoutes, a_waiting_row_is_mended_and_comes_with_what_waited)
{
    send_file("patienten.csv", std::string(k_head) + "1;999990019;Lindeboom;A.;V;31-02-1980;Oudewater\n");
    send_file("behandelingen.csv",
        "regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n1;1;01-10-2026;EV;C002;Controle\n");
    ASSERT_EQ(run()["report"]["patients"]["quarantined"], 1);
    json const today = body_of(owner.get("/api/today"))["tasks"];
    EXPECT_TRUE(std::ranges::any_of(
        today, [](json const& task) { return task["kind"] == "quarantine" && task["count"] == 2; }));
    json const rows = body_of(owner.get("/api/quarantine"))["rows"];
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0]["reason"], "impossible_birth_date");
    EXPECT_EQ(rows[0]["file"], "patienten.csv");
    EXPECT_EQ(rows[0]["row"], 2);
    EXPECT_EQ(rows[0]["with"], 1);
    std::string const path = "/api/quarantine/" + rows[0]["id"].get<std::string>();
    json const row = body_of(owner.get(path));
    EXPECT_EQ(row["cells"][5]["header"], "geboortedatum");
    EXPECT_EQ(row["cells"][5]["column"], "birth_date");
    EXPECT_EQ(row["cells"][5]["text"], "31-02-1980");
    json const other = body_of(owner.get("/api/quarantine/" + rows[1]["id"].get<std::string>()));
    EXPECT_EQ(other["waits_for"], rows[0]["id"]);

    EXPECT_EQ(code_of(owner.post(path, { { "set", { { "kleur", "blauw" } } } })), "column-unknown");
    json const mended = body_of(owner.post(path, { { "set", { { "birth_date", "28-02-1980" } } } }));
    EXPECT_EQ(mended["accepted"], 2);
    EXPECT_EQ(mended["still_waiting"], 0);
    EXPECT_EQ(found("linde"), 1U);
    EXPECT_TRUE(body_of(owner.get("/api/quarantine"))["rows"].empty());
    EXPECT_EQ(owner.get(path).status, 404);
}

TEST_F(MovingInRoutes, an_import_is_undone_until_somebody_works_on_it)
{
    send_file("patienten.csv", std::string(k_head) + "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n");
    std::string const first = run()["report"]["import"];
    EXPECT_EQ(found("linde"), 1U);
    json const undone = body_of(owner.post("/api/imports/" + first + "/undo"));
    EXPECT_EQ(undone["patients"], 1);
    EXPECT_EQ(found("linde"), 0U);
    EXPECT_EQ(body_of(owner.get("/api/imports"))["imports"][0]["state"], "undone");
    EXPECT_EQ(owner.post("/api/imports/" + first + "/undo").status, 404);
}

TEST_F(MovingInRoutes, a_merge_is_taken_apart)
{
    send_file("patienten.csv",
        std::string(k_head)
            + "101;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n102;999990019;Lindeboom;A.;V;01-02-1980;Woerden\n");
    ASSERT_EQ(run()["report"]["patients"]["merged"], 1);
    json const merges = body_of(owner.get("/api/merges"))["merges"];
    ASSERT_EQ(merges.size(), 1U);
    EXPECT_EQ(merges[0]["number"], "102");
    EXPECT_NE(merges[0]["name"].get<std::string>().find("Lindeboom"), std::string::npos);
    std::string const path = "/api/merges/" + merges[0]["patient"].get<std::string>() + "/undo";
    EXPECT_EQ(owner.post(path, { { "number", "999" } }).status, 404);
    json const apart = body_of(owner.post(path, { { "number", "102" } }));
    EXPECT_NE(apart["patient"], merges[0]["patient"]);
    EXPECT_EQ(found("linde"), 2U);
    EXPECT_TRUE(body_of(owner.get("/api/merges"))["merges"].empty());
}

} // namespace

} // namespace zk::app
