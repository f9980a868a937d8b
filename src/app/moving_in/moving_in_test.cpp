// The rules of the import, row by row, on a practice on the real disk; what people type stands in the test.
#include "app/moving_in/correct.hpp"
#include "app/moving_in/undo.hpp"
#include "app/practice_on_disk_for_tests.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

namespace zk::app {

namespace {

constexpr char const* k_head = "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats\n";
constexpr char const* k_treatments_head = "regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n";

class MovingIn : public ::testing::Test {
protected:
    ImportReport move_in(std::string const& patients, std::string const& treatments = "")
    {
        std::vector<RawFile> files { { "patienten.csv", k_head + patients } };
        if (!treatments.empty())
            files.push_back({ "behandelingen.csv", k_treatments_head + treatments });
        auto report = practice.move_in(files);
        EXPECT_TRUE(report) << report.error().code();
        return std::move(*report);
    }

    TakenRows patients_of(ImportReport const& report)
    {
        auto const found = report.taken.find(RowKind::patients);
        return found == report.taken.end() ? TakenRows {} : found->second;
    }

    std::vector<care::FoundPatient> find(std::string_view typed)
    {
        auto patients = care::Patients::load(*practice);
        EXPECT_TRUE(patients);
        auto found = patients->find(practice.somebody(Role::receptie), typed);
        EXPECT_TRUE(found);
        return std::move(*found);
    }

    std::vector<WaitingRecord> waiting()
    {
        auto rows = waiting_rows(*practice, practice.somebody(Role::praktijkhouder));
        EXPECT_TRUE(rows);
        return std::move(*rows);
    }

    PracticeOnDisk practice;
};

TEST_F(MovingIn, a_wrong_bsn_is_accepted_without_it_and_raises_a_task)
{
    TakenRows const taken = patients_of(move_in("1;999990018;Lindeboom;A.;V;01-02-1980;Oudewater\n"));
    EXPECT_EQ(taken.accepted, 1U);
    EXPECT_EQ(taken.without_bsn, 1U);
    auto const tasks = practice->vault().read_practice<care::TaskRecord>();
    ASSERT_TRUE(tasks);
    ASSERT_EQ(tasks->size(), 1U);
    EXPECT_EQ(tasks->front().record.task_kind.get(), care::TaskKind::verify_identity);
}

TEST_F(MovingIn, one_person_twice_becomes_one_whom_both_numbers_find)
{
    TakenRows const taken = patients_of(move_in("101;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n"
                                                "102;999990019;Lindeboom;A.;V;01-02-1980;Woerden\n"));
    EXPECT_EQ(taken.accepted, 1U);
    EXPECT_EQ(taken.merged, 1U);
    auto const first = find("101");
    auto const second = find("102");
    ASSERT_EQ(first.size(), 1U);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(first.front().id, second.front().id);
}

TEST_F(MovingIn, a_bsn_of_somebody_else_waits)
{
    TakenRows const taken = patients_of(move_in("101;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n"
                                                "102;999990019;Waterhuis;B.;M;03-04-1970;Woerden\n"));
    EXPECT_EQ(taken.accepted + taken.merged, 1U);
    EXPECT_EQ(taken.quarantined, 1U);
    EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(MovingIn, what_belongs_to_a_waiting_patient_waits_with_him_and_comes_with_him)
{
    move_in("1;999990019;Lindeboom;A.;V;31-02-1980;Oudewater\n",
        "1;1;01-10-2026;EV;C002;Controle\n2;1;02-10-2026;EV;M03;Reiniging\n");
    auto const rows = waiting();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(find("Lindeboom").empty());

    auto const row = std::ranges::find(rows, RowKind::patients, &WaitingRecord::kind);
    ASSERT_NE(row, rows.end());
    auto const corrected = correct(
        *practice, practice.somebody(Role::praktijkhouder), row->stored.id, { { "birth_date", "28-02-1980" } });
    ASSERT_TRUE(corrected) << corrected.error().code();
    EXPECT_EQ(corrected->accepted, 3U);
    EXPECT_EQ(corrected->still_waiting, 0U);
    EXPECT_TRUE(waiting().empty());
    ASSERT_EQ(find("Lindeboom").size(), 1U);
    EXPECT_EQ(find("Lindeboom").front().birth_date, "1980-02-28");

    // The export again does not bring the wrong row back.
    TakenRows const again = patients_of(move_in("1;999990019;Lindeboom;A.;V;31-02-1980;Oudewater\n"));
    EXPECT_EQ(again.accepted + again.quarantined, 0U);
    EXPECT_TRUE(waiting().empty());
}

TEST_F(MovingIn, the_same_rows_again_change_nothing_and_a_new_one_is_added)
{
    std::string const first = "1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n";
    move_in(first, "1;1;01-10-2026;EV;C002;Controle\n");
    practice.open_again();
    ImportReport const again = move_in(first, "1;1;01-10-2026;EV;C002;Controle\n");
    EXPECT_FALSE(again.import);
    EXPECT_EQ(patients_of(again).accepted, 0U);

    TakenRows const more = patients_of(move_in(first + "2;999971013;Waterhuis;B.;M;03-04-1970;Woerden\n"));
    EXPECT_EQ(more.accepted, 1U);
}

TEST_F(MovingIn, an_import_is_undone_as_a_whole)
{
    ImportReport const first = move_in("1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n");
    ImportReport const second = move_in("2;999971013;Waterhuis;B.;M;03-04-1970;Woerden\n3;;;C.;V;01-01-1990;Woerden\n",
        "1;1;01-10-2026;EV;C002;Controle\n");
    ASSERT_TRUE(first.import && second.import);
    ASSERT_EQ(waiting().size(), 1U);

    auto const undone
        = undo_import(*practice, practice.accounts(), practice.somebody(Role::praktijkhouder), *second.import);
    ASSERT_TRUE(undone) << undone.error().code();
    EXPECT_EQ(undone->patients, 1U);
    EXPECT_EQ(undone->waiting_rows, 1U);
    EXPECT_EQ(find("Lindeboom").size(), 1U);
    EXPECT_TRUE(find("Waterhuis").empty());
    EXPECT_TRUE(waiting().empty());
    // What the second import added to somebody of the first is gone too: the first can be undone as if it stood alone.
    auto const rest
        = undo_import(*practice, practice.accounts(), practice.somebody(Role::praktijkhouder), *first.import);
    ASSERT_TRUE(rest) << rest.error().code();
    EXPECT_TRUE(find("Lindeboom").empty());
}

TEST_F(MovingIn, only_a_praktijkhouder_undoes)
{
    ImportReport const report = move_in("1;999990019;Lindeboom;A.;V;01-02-1980;Oudewater\n");
    auto const undone
        = undo_import(*practice, practice.accounts(), practice.somebody(Role::behandelaar, "EV"), *report.import);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().fault(), Fault::refused);
    EXPECT_EQ(find("Lindeboom").size(), 1U);
}

} // namespace

} // namespace zk::app
