// One merge taken apart, on a practice on the real disk: what comes along, what stays, and what both keep.
#include "app/moving_in/undo.hpp"
#include "app/moving_in/unmerge.hpp"
#include "app/practice_on_disk_for_tests.hpp"
#include "care/agenda/agenda.hpp"
#include "care/billing/billing.hpp"
#include "care/dossier/dossier.hpp"
#include "care/moving_in/records.hpp"
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"

namespace zk::app {

namespace {

using catalogue::Grant;

constexpr char const* k_patients = "patientnr;BSN;achternaam;voorletters;geslacht;geboortedatum;plaats;memo\n"
                                   "101;999990019;Lindeboom;A.;V;01-02-1980;Oudewater;Allergisch voor penicilline\n"
                                   "102;999990019;Lindeboom;A.;V;01-02-1980;Woerden;Komt met de bus\n";
constexpr char const* k_treatments = "regelnr;patientnr;datum;behandelaar;prestatiecode;omschrijving\n"
                                     "1;101;01-10-2026;EV;C002;Controle\n"
                                     "2;102;02-10-2026;JB;M03;Reiniging\n";
constexpr char const* k_appointments = "afspraaknr;patientnr;behandelaar;datum;tijd;duur;reden;status\n"
                                       "1;102;JB;01-12-2026;09:30;20;Controle;gepland\n";
constexpr char const* k_invoices = "factuurnr;patientnr;datum;bedrag;betaald\n"
                                   "F1;101;01-10-2026;25,00;ja\n"
                                   "F2;102;02-10-2025;30,00;nee\n";

class Unmerge : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto const report = practice.move_in({ { "patienten.csv", k_patients }, { "behandelingen.csv", k_treatments },
            { "afspraken.csv", k_appointments }, { "facturen.csv", k_invoices } });
        ASSERT_TRUE(report) << report.error().code();
        ASSERT_EQ(report->taken.at(RowKind::patients).merged, 1U);
        import = *report->import;
        first = found("101").at(0);
        ASSERT_EQ(found("102").at(0), first);
    }

    std::vector<PatientId> found(std::string_view typed)
    {
        auto patients = care::Patients::load(*practice);
        EXPECT_TRUE(patients);
        auto const all = patients->find(practice.somebody(Role::receptie), typed);
        EXPECT_TRUE(all);
        std::vector<PatientId> out;
        for (care::FoundPatient const& one : *all)
            out.push_back(one.id);
        return out;
    }

    Result<Unmerged> take_apart(std::string const& number, Role role = Role::praktijkhouder)
    {
        return unmerge(*practice, practice.somebody(role), first, number);
    }

    Grant everything()
    {
        auto grant = practice->policy().for_maintenance(catalogue::ElementSet().set(), "test");
        EXPECT_TRUE(grant);
        return std::move(*grant);
    }

    std::vector<std::string> texts(Result<std::vector<catalogue::View>> const& views, std::string_view item)
    {
        EXPECT_TRUE(views);
        std::vector<std::string> out;
        for (catalogue::View const& view : *views)
            out.push_back(std::get<std::string>(view.find(item)->value));
        std::ranges::sort(out);
        return out;
    }

    std::vector<std::string> texts(Result<std::vector<care::PatientAppointment>> const& all, std::string_view item)
    {
        EXPECT_TRUE(all);
        std::vector<catalogue::View> views;
        for (care::PatientAppointment const& one : *all)
            views.push_back(one.view);
        return texts(Result<std::vector<catalogue::View>>(std::move(views)), item);
    }

    std::vector<PatientId> tasks()
    {
        auto const all = practice->vault().read_practice<care::TaskRecord>();
        EXPECT_TRUE(all);
        std::vector<PatientId> out;
        for (auto const& stored : *all)
            out.push_back(stored.record.subject.get_or(first));
        return out;
    }

    PracticeOnDisk practice;
    ImportId import = ImportId::from_raw({});
    PatientId first = PatientId::from_raw({});
};

using Texts = std::vector<std::string>;

TEST_F(Unmerge, gives_the_second_row_all_that_came_with_its_number)
{
    auto const done = take_apart("102");
    ASSERT_TRUE(done) << done.error().code();
    EXPECT_EQ(done->treatments, 1U);
    EXPECT_EQ(done->appointments, 1U);
    EXPECT_EQ(done->invoices, 1U);
    EXPECT_EQ(done->notes, 1U);
    practice.open_again();
    PatientId const second = done->patient;
    EXPECT_EQ(found("101"), std::vector { first });
    EXPECT_EQ(found("102"), std::vector { second });
    EXPECT_EQ(found("Lindeboom").size(), 2U);

    Grant const grant = everything();
    keep::Vault const& vault = practice->vault();
    EXPECT_EQ(texts(care::treatments(vault, grant, first), "description"), Texts { "Controle" });
    EXPECT_EQ(texts(care::treatments(vault, grant, second), "description"), Texts { "Reiniging" });
    EXPECT_EQ(texts(care::appointments(vault, grant, first), "date"), Texts {});
    EXPECT_EQ(texts(care::appointments(vault, grant, second), "date"), Texts { "2026-12-01" });
    EXPECT_EQ(texts(care::invoices(vault, grant, first), "number"), Texts { "F1" });
    EXPECT_EQ(texts(care::invoices(vault, grant, second), "number"), Texts { "F2" });
    EXPECT_EQ(texts(care::notes(vault, grant, first), "text"), Texts { "Allergisch voor penicilline" });
    EXPECT_EQ(texts(care::notes(vault, grant, second), "text"), Texts { "Komt met de bus" });
    auto const identity = care::identity(vault, grant, second);
    ASSERT_TRUE(identity);
    EXPECT_EQ(std::get<std::string>(identity->find("city")->value), "Woerden");
}

TEST_F(Unmerge, leaves_every_alert_with_both)
{
    auto const done = take_apart("102");
    ASSERT_TRUE(done);
    Grant const grant = everything();
    for (PatientId const& patient : { first, done->patient })
        EXPECT_EQ(
            texts(care::alerts(practice->vault(), grant, patient), "text"), Texts { "Allergisch voor penicilline" });
}

TEST_F(Unmerge, leaves_the_bsn_with_the_first_and_asks_who_the_other_is)
{
    EXPECT_TRUE(tasks().empty());
    auto const done = take_apart("102");
    ASSERT_TRUE(done);
    EXPECT_EQ(found("999990019"), std::vector { first });
    EXPECT_EQ(tasks(), std::vector { done->patient });
    Grant const grant = everything();
    auto const second = practice->vault().read<care::IdentificationRecord>(grant, done->patient);
    ASSERT_TRUE(second);
    EXPECT_FALSE(second->front().record.bsn.has_value());
    EXPECT_EQ(second->front().record.bsn_unverified.reveal(grant), "999990019");
}

TEST_F(Unmerge, lets_each_be_seen_by_who_treats_him)
{
    using keep::LogRelation;
    gate::Who const of_first = practice.somebody(Role::behandelaar, "EV");
    gate::Who const of_second = practice.somebody(Role::behandelaar, "JB");
    EXPECT_EQ(practice->policy().relation(of_second, first), LogRelation::treating);
    auto const done = take_apart("102");
    ASSERT_TRUE(done);
    EXPECT_EQ(practice->policy().relation(of_first, first), LogRelation::treating);
    EXPECT_EQ(practice->policy().relation(of_first, done->patient), LogRelation::none);
    EXPECT_EQ(practice->policy().relation(of_second, first), LogRelation::none);
    EXPECT_EQ(practice->policy().relation(of_second, done->patient), LogRelation::treating);
}

TEST_F(Unmerge, leaves_what_people_wrote_since_with_the_first)
{
    {
        Grant const grant = everything();
        keep::Change change = practice->vault().change();
        care::NoteRecord note;
        note.text = catalogue::Field<"note.text", std::string>("Gebeld over de afspraak");
        practice->vault().insert(change, grant, first, note);
        ASSERT_TRUE(practice->vault().commit(std::move(change)));
    }
    auto const done = take_apart("102");
    ASSERT_TRUE(done);
    Grant const grant = everything();
    EXPECT_EQ(texts(care::notes(practice->vault(), grant, first), "text"),
        (Texts { "Allergisch voor penicilline", "Gebeld over de afspraak" }));
}

TEST_F(Unmerge, stands_in_the_log_of_both)
{
    auto const done = take_apart("102");
    ASSERT_TRUE(done);
    gate::Who const overseer = practice.somebody(Role::functionaris);
    for (PatientId const& patient : { first, done->patient }) {
        auto const lines = practice->policy().read_log(overseer, patient);
        ASSERT_TRUE(lines);
        EXPECT_EQ(std::ranges::count_if(
                      *lines, [](auto const& read) { return read.line.event.get() == keep::LogEvent::unmerged; }),
            1);
    }
}

TEST_F(Unmerge, happens_once_and_only_to_a_number_that_was_merged)
{
    ASSERT_TRUE(take_apart("102"));
    for (char const* number : { "102", "101", "103", "" }) {
        auto const again = take_apart(number);
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().code(), "number-not-merged");
    }
    EXPECT_EQ(found("Lindeboom").size(), 2U);
    auto const nobody = unmerge(*practice, practice.somebody(Role::praktijkhouder), PatientId::from_raw({}), "102");
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().code(), "patient-unknown");
}

TEST_F(Unmerge, is_for_the_praktijkhouder)
{
    for (Role const role :
        { Role::behandelaar, Role::assistent, Role::receptie, Role::administratie, Role::functionaris })
        EXPECT_EQ(take_apart("102", role).error().code(), "not-for-this-role");
    EXPECT_EQ(found("102"), std::vector { first });
}

TEST_F(Unmerge, is_known_to_the_same_export_and_to_undoing_the_import)
{
    ASSERT_TRUE(take_apart("102"));
    auto const again = practice.move_in({ { "patienten.csv", k_patients }, { "behandelingen.csv", k_treatments } });
    ASSERT_TRUE(again) << again.error().code();
    EXPECT_FALSE(again->import);
    EXPECT_EQ(found("Lindeboom").size(), 2U);
    // Somebody has worked on it.
    auto const undone = undo_import(*practice, practice.accounts(), practice.somebody(Role::praktijkhouder), import);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code(), "import-worked-on");
}

} // namespace

} // namespace zk::app
