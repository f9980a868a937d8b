// Who may say who a patient is, what comes of each answer of SBV-Z, and what is kept of it.
#include "care/patients/patients.hpp"
#include "care/patients/task.hpp"
#include "gate/practice_for_tests.hpp"

namespace zk::care {

namespace {

using catalogue::Field;
using catalogue::Role;
using keep::LogEvent;

Bsn const k_bsn = *Bsn::parse("999990019");
Bsn const k_other_bsn = *Bsn::parse("999971013");

// Answers as the test wants, and remembers what it was asked.
class SbvzDouble final : public Sbvz {
public:
    Result<BsnAnswer> verify(BsnQuestion const& question) override
    {
        asked.push_back(question);
        return answer;
    }
    Result<DocumentAnswer> check(DocumentQuestion const& question) override
    {
        documents.push_back(question);
        return document;
    }

    Result<BsnAnswer> answer = BsnAnswer::confirmed;
    Result<DocumentAnswer> document = DocumentAnswer::in_circulation;
    std::vector<BsnQuestion> asked;
    std::vector<DocumentQuestion> documents;
};

class Identify : public ::testing::Test {
protected:
    PatientId somebody(std::string surname, std::optional<Bsn> bsn)
    {
        PatientId const id = practice.a_patient();
        auto const grant = practice->policy().for_moving_in(
            practice.somebody(Role::praktijkhouder), LogEvent::imported, { id }, "proef");
        EXPECT_TRUE(grant);
        keep::Vault& vault = practice->vault();
        keep::Change change = vault.change();
        PersonRecord person;
        person.surname = Field<"patient.surname", std::string>(std::move(surname));
        person.sex = Field<"patient.sex", Sex>(Sex::female);
        person.birth_date = Field<"patient.birth_date", Date>(*Date::from(1980, 2, 1));
        person.house_number = Field<"patient.house_number", std::string>("12");
        person.postcode = Field<"patient.postcode", std::string>("3421 AB");
        vault.insert(change, *grant, id, person);
        IdentificationRecord identification;
        if (bsn)
            identification.bsn = Field<"patient.bsn", Bsn>(*bsn);
        else
            identification.bsn_unverified = Field<"patient.bsn_unverified", std::string>("123456789");
        vault.insert(change, *grant, id, identification);
        vault.insert(change, *grant, id,
            gate::RelationRecord { Field<"relation.practitioners", std::vector<gate::Treats>>(
                std::vector<gate::Treats> { { "EV", practice->today() } }) });
        if (!bsn)
            vault.insert_practice(change, TaskRecord::verify_identity(id, practice->clock().now()));
        EXPECT_TRUE(vault.commit(std::move(change)));
        return id;
    }

    static Identification passport_of(PatientId const& patient, std::optional<Bsn> bsn)
    {
        return { .patient = patient,
            .kind = DocumentKind::passport,
            .number = *DocumentNumber::parse("SPECI2014"),
            .bsn = std::move(bsn),
            .checked_by = "balie" };
    }

    Result<Identified> identify(Identification const& seen, Role role = Role::receptie, std::string practitioner = "")
    {
        auto patients = Patients::load(*practice);
        EXPECT_TRUE(patients);
        auto done = patients->identify(practice.somebody(role, std::move(practitioner)), sbvz, seen);
        if (done && seen.bsn && done->bsn != BsnOutcome::not_taken) {
            EXPECT_EQ(patients->index()->with_bsn(*seen.bsn), std::vector { seen.patient });
        }
        return done;
    }

    // What administratie, who sees insurance and documents, is shown.
    std::string shown(PatientId const& patient, std::string_view item)
    {
        gate::Request request = reveal_document(patient, keep::LogReason::identification);
        auto const grant = practice->policy().ask(practice.somebody(Role::administratie), request);
        EXPECT_TRUE(grant);
        auto const view = identity(practice->vault(), *grant, patient);
        EXPECT_TRUE(view);
        catalogue::View::Item const* const found = view->find(item);
        return found == nullptr ? "" : std::get<std::string>(found->value);
    }

    std::string bsn_of(PatientId const& patient)
    {
        auto const grant = practice->policy().ask(
            practice.somebody(Role::administratie), reveal_bsn(patient, keep::LogReason::identification));
        EXPECT_TRUE(grant);
        auto const view = identity(practice->vault(), *grant, patient);
        catalogue::View::Item const* const found = view->find("bsn");
        return found == nullptr ? "" : std::get<std::string>(found->value);
    }

    std::size_t open_tasks()
    {
        auto const tasks = practice->vault().read_practice<TaskRecord>();
        EXPECT_TRUE(tasks);
        return static_cast<std::size_t>(
            std::ranges::count_if(*tasks, [](auto const& stored) { return !stored.record.done_at.get(); }));
    }

    gate::PracticeForTests practice;
    SbvzDouble sbvz;
};

TEST_F(Identify, records_the_document_the_bsn_and_the_answer_and_closes_the_task)
{
    PatientId const patient = somebody("Lindeboom", std::nullopt);
    EXPECT_EQ(open_tasks(), 1U);
    auto const done = identify(passport_of(patient, k_bsn));
    ASSERT_TRUE(done) << done.error().code();
    EXPECT_EQ(done->bsn, BsnOutcome::taken);
    EXPECT_EQ(done->task, TaskOutcome::closed);
    EXPECT_EQ(done->answer, BsnAnswer::confirmed);
    practice.open_again();
    EXPECT_EQ(open_tasks(), 0U);
    EXPECT_EQ(bsn_of(patient), k_bsn.digits());
    EXPECT_EQ(shown(patient, "document_kind"), "paspoort");
    EXPECT_EQ(shown(patient, "document_number"), "SPECI2014");
    EXPECT_EQ(shown(patient, "document_checked_by"), "balie");
    EXPECT_EQ(shown(patient, "document_checked_on"), "2026-11-22");
    EXPECT_EQ(shown(patient, "bsn_answer"), "bevestigd");
    EXPECT_EQ(shown(patient, "bsn_verified_on"), "2026-11-22");
}

TEST_F(Identify, asks_sbvz_with_a_search_path_and_the_document)
{
    PatientId const patient = somebody("Lindeboom", k_bsn);
    ASSERT_TRUE(identify(passport_of(patient, std::nullopt)));
    ASSERT_EQ(sbvz.asked.size(), 1U);
    EXPECT_EQ(sbvz.asked.front().bsn, k_bsn);
    auto const* const address = std::get_if<SearchPath::Address>(&sbvz.asked.front().path.by());
    ASSERT_NE(address, nullptr);
    EXPECT_EQ(address->house_number, 12U);
    ASSERT_EQ(sbvz.documents.size(), 1U);
    EXPECT_EQ(sbvz.documents.front().number.text(), "SPECI2014");
}

TEST_F(Identify, takes_a_bsn_with_differences_and_says_so)
{
    PatientId const patient = somebody("Lindeboom", std::nullopt);
    sbvz.answer = BsnAnswer::confirmed_with_differences;
    auto const done = identify(passport_of(patient, k_bsn));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->answer, BsnAnswer::confirmed_with_differences);
    EXPECT_EQ(done->task, TaskOutcome::closed);
    EXPECT_EQ(bsn_of(patient), k_bsn.digits());
    EXPECT_EQ(shown(patient, "bsn_answer"), "gelukt, met afwijkende gegevens");
}

TEST_F(Identify, takes_a_bsn_that_is_not_found_only_when_a_person_is_certain)
{
    PatientId const patient = somebody("Lindeboom", std::nullopt);
    sbvz.answer = BsnAnswer::not_found;
    Identification seen = passport_of(patient, k_bsn);
    auto const doubted = identify(seen);
    ASSERT_TRUE(doubted);
    EXPECT_EQ(doubted->bsn, BsnOutcome::not_taken);
    EXPECT_EQ(doubted->task, TaskOutcome::open);
    EXPECT_EQ(bsn_of(patient), "");
    EXPECT_EQ(shown(patient, "document_kind"), "paspoort");
    EXPECT_EQ(shown(patient, "bsn_answer"), "");

    seen.when_not_found = WhenNotFound::take_it;
    auto const certain = identify(seen);
    ASSERT_TRUE(certain);
    EXPECT_EQ(certain->bsn, BsnOutcome::taken);
    EXPECT_EQ(certain->task, TaskOutcome::closed);
    EXPECT_EQ(bsn_of(patient), k_bsn.digits());
    EXPECT_EQ(shown(patient, "bsn_answer"), "niet gevonden");
}

TEST_F(Identify, goes_on_without_sbvz_and_says_why)
{
    PatientId const patient = somebody("Lindeboom", k_bsn);
    ASSERT_TRUE(identify(passport_of(patient, std::nullopt)));
    sbvz.answer = fail(Fault::unavailable, "sbvz-no-certificate");
    auto const again = identify(passport_of(patient, k_other_bsn));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->answer, std::nullopt);
    ASSERT_TRUE(again->not_asked);
    EXPECT_EQ(again->not_asked->code(), "sbvz-no-certificate");
    EXPECT_EQ(bsn_of(patient), k_other_bsn.digits());
    // The answer was about the number before.
    EXPECT_EQ(shown(patient, "bsn_answer"), "");
}

TEST_F(Identify, leaves_the_task_open_without_a_bsn)
{
    PatientId const patient = somebody("Lindeboom", std::nullopt);
    auto const done = identify(passport_of(patient, std::nullopt));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->bsn, BsnOutcome::none);
    EXPECT_EQ(done->task, TaskOutcome::open);
    EXPECT_TRUE(sbvz.asked.empty());
    EXPECT_EQ(open_tasks(), 1U);
}

TEST_F(Identify, refuses_a_document_that_is_not_in_circulation)
{
    PatientId const patient = somebody("Lindeboom", k_bsn);
    sbvz.document = DocumentAnswer::not_in_circulation;
    auto const done = identify(passport_of(patient, std::nullopt));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code(), "document-not-in-circulation");
    EXPECT_EQ(shown(patient, "document_kind"), "");
}

TEST_F(Identify, does_not_give_one_bsn_to_two_people)
{
    somebody("Waterhuis", k_bsn);
    PatientId const patient = somebody("Lindeboom", std::nullopt);
    auto const done = identify(passport_of(patient, k_bsn));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().fault(), Fault::conflict);
    EXPECT_EQ(done.error().code(), "bsn-of-another-patient");
    EXPECT_EQ(bsn_of(patient), "");
    EXPECT_TRUE(sbvz.asked.empty());
}

TEST_F(Identify, is_for_who_has_the_patient_before_him)
{
    PatientId const patient = somebody("Lindeboom", k_bsn);
    Identification const seen = passport_of(patient, std::nullopt);
    EXPECT_TRUE(identify(seen, Role::receptie));
    EXPECT_TRUE(identify(seen, Role::praktijkhouder));
    EXPECT_TRUE(identify(seen, Role::behandelaar, "EV"));
    EXPECT_TRUE(identify(seen, Role::assistent, "EV"));
    EXPECT_EQ(identify(seen, Role::behandelaar, "JB").error().code(), "no-treatment-relation");
    EXPECT_EQ(identify(seen, Role::administratie).error().code(), "not-for-this-role");
    EXPECT_EQ(identify(seen, Role::functionaris).error().code(), "not-for-this-role");
}

TEST_F(Identify, stands_in_the_log_of_the_patient)
{
    PatientId const patient = somebody("Lindeboom", k_bsn);
    ASSERT_TRUE(identify(passport_of(patient, std::nullopt)));
    ASSERT_FALSE(identify(passport_of(patient, std::nullopt), Role::administratie));
    auto const lines = practice->policy().read_log(practice.somebody(Role::functionaris), patient);
    ASSERT_TRUE(lines);
    std::vector<LogEvent> events;
    for (keep::ReadLine const& read : *lines)
        events.push_back(read.line.event.get_or(LogEvent::opened));
    EXPECT_EQ(events,
        (std::vector { LogEvent::imported, LogEvent::revealed, LogEvent::patient_changed, LogEvent::refused,
            LogEvent::log_read }));
}

TEST(IdentifyInProduction, RefusesTestNumbers)
{
    gate::PracticeForTests practice(gate::Mode::production);
    auto patients = Patients::load(*practice);
    ASSERT_TRUE(patients);
    SbvzDouble sbvz;
    auto const done = patients->identify(practice.somebody(Role::receptie), sbvz,
        { .patient = practice.a_patient(),
            .kind = DocumentKind::passport,
            .number = *DocumentNumber::parse("SPECI2014"),
            .bsn = k_bsn,
            .checked_by = "balie" });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code(), "test-bsn-in-production");
}

} // namespace

} // namespace zk::care
