#include "gate/policy.hpp"

#include "gate/practice_for_tests.hpp"

#include <algorithm>
#include <set>

namespace zk::gate {
namespace {

using catalogue::ElementSet;
using keep::LogAction;
using keep::LogEvent;
using keep::LogReason;

constexpr std::array k_roles { Role::praktijkhouder, Role::behandelaar, Role::assistent, Role::receptie,
    Role::administratie, Role::functionaris };

ElementSet elements_of(Category category)
{
    return catalogue::elements_where([&](catalogue::Element const& element) {
        auto const compartment = catalogue::compartment_of(element);
        return element.category == category && element.shown == catalogue::Shown::with_the_rest
            && compartment != catalogue::Compartment::practice;
    });
}

class PolicyTest : public ::testing::Test {
protected:
    // A patient whom practitioner "RJ" treated a month ago.
    PatientId patient_of_rj()
    {
        PatientId const id = practice.a_patient();
        Who const owner = practice.somebody(Role::praktijkhouder);
        auto const grant = practice->policy().for_moving_in(owner, LogEvent::imported, { id }, "proef");
        EXPECT_TRUE(grant);
        keep::Change change = practice->vault().change();
        RelationRecord const record { catalogue::Field<"relation.practitioners", std::vector<Treats>>(
            std::vector<Treats> { { "RJ", practice->today().plus_days(-30) } }) };
        practice->vault().insert(change, *grant, id, record);
        EXPECT_TRUE(practice->vault().commit(std::move(change)));
        return id;
    }

    bool sees(Who const& who, PatientId const& patient, Category category, LogEvent event = LogEvent::looked,
        std::optional<LogReason> reason = std::nullopt)
    {
        Request request { .event = event,
            .action = LogAction::read,
            .purpose = catalogue::Purpose::care,
            .patients = { patient },
            .wanted = elements_of(category) };
        request.reason = reason;
        auto const grant = practice->policy().ask(who, request);
        if (!grant) {
            EXPECT_EQ(grant.error().fault(), Fault::refused);
            return false;
        }
        return (grant->elements() & elements_of(category)).any();
    }

    keep::Line last_line()
    {
        auto line = practice->log().line(practice->log().size() - 1);
        EXPECT_TRUE(line);
        return std::move(*line);
    }

    PracticeForTests practice;
};

// By hand, from the rules of the issue: p praktijkhouder, b behandelaar, a assistent, r receptie, d administratie,
// f functionaris. Upper case: sees it. In the first column without a treatment relation, in the second with one.
struct Cell {
    Category category;
    std::string_view without;
    std::string_view with;
};
constexpr std::array k_expected {
    Cell { Category::name_contact, "PBARDf", "PBARDf" },
    Cell { Category::bsn_insurance, "pbarDf", "pBArDf" },
    Cell { Category::appointment_time, "PBARdf", "PBARdf" },
    Cell { Category::appointment_reason, "pbardf", "PBArdf" },
    Cell { Category::alert, "pBArdf", "PBArdf" }, // a praktijkhouder with a practitioner code treats
    Cell { Category::treatment_code, "pbarDf", "PBArDf" },
    Cell { Category::note, "pbardf", "PBArdf" },
    Cell { Category::invoice, "PbarDf", "PbarDf" },
};

TEST_F(PolicyTest, EveryRoleSeesWhatTheTableSays)
{
    PatientId const patient = patient_of_rj();
    for (Cell const& cell : k_expected) {
        for (std::size_t i = 0; i < k_roles.size(); ++i) {
            Who const stranger = practice.somebody(k_roles[i]);
            EXPECT_EQ(sees(stranger, patient, cell.category), std::isupper(cell.without[i]) != 0)
                << catalogue::name_of(k_roles[i]) << " " << catalogue::name_of(cell.category) << " without relation";
            Who const treats = practice.somebody(k_roles[i], "RJ");
            bool const expected = cell.category == Category::bsn_insurance && k_roles[i] == Role::praktijkhouder
                ? false
                : std::isupper(cell.with[i]) != 0;
            EXPECT_EQ(sees(treats, patient, cell.category), expected)
                << catalogue::name_of(k_roles[i]) << " " << catalogue::name_of(cell.category) << " with relation";
        }
    }
}

TEST_F(PolicyTest, TheGlassOpensForWhoTreatsOnly)
{
    PatientId const patient = patient_of_rj();
    for (Role const role : k_roles) {
        bool const opens = role == Role::behandelaar || role == Role::assistent;
        EXPECT_EQ(
            sees(practice.somebody(role, "MB"), patient, Category::note, LogEvent::glass_broken, LogReason::emergency),
            opens)
            << catalogue::name_of(role);
    }
    EXPECT_FALSE(sees(practice.somebody(Role::behandelaar, "MB"), patient, Category::note, LogEvent::glass_broken));
    EXPECT_FALSE(sees(
        practice.somebody(Role::behandelaar, "MB"), patient, Category::note, LogEvent::glass_broken, LogReason::claim));
    EXPECT_TRUE(sees(
        practice.somebody(Role::behandelaar, "MB"), patient, Category::note, LogEvent::glass_broken, LogReason::other));
    EXPECT_EQ(last_line().event.get(), LogEvent::glass_broken);
    EXPECT_EQ(last_line().relation.get(), keep::LogRelation::none);
}

TEST_F(PolicyTest, ABrokenGlassLastsUntilTheEveningForOneAccountAndOnePatient)
{
    PatientId const patient = patient_of_rj();
    Who const locum = practice.somebody(Role::behandelaar, "MB");
    EXPECT_FALSE(practice->policy().broken_glass(locum, patient));
    EXPECT_TRUE(sees(locum, patient, Category::note, LogEvent::glass_broken, LogReason::emergency));
    auto const glass = practice->policy().broken_glass(locum, patient);
    ASSERT_TRUE(glass);
    EXPECT_EQ(glass->since, practice.clock().now());
    EXPECT_EQ(glass->until, practice.clock().now() + std::chrono::hours(8)); // 18:00

    // A look of its own, that says why it could be.
    EXPECT_TRUE(sees(locum, patient, Category::note));
    EXPECT_EQ(last_line().event.get(), LogEvent::looked);
    EXPECT_EQ(last_line().reason.get(), LogReason::emergency);
    EXPECT_EQ(last_line().relation.get(), keep::LogRelation::none);
    EXPECT_FALSE(sees(practice.somebody(Role::behandelaar, "MB"), patient, Category::note));
    EXPECT_FALSE(sees(locum, patient_of_rj(), Category::note));
    // It opens the dossier, and nothing that the glass never opened.
    EXPECT_FALSE(sees(locum, patient, Category::invoice));

    practice.clock().advance(std::chrono::hours(8));
    EXPECT_FALSE(practice->policy().broken_glass(locum, patient));
    EXPECT_FALSE(sees(locum, patient, Category::note));
}

TEST_F(PolicyTest, AGlassBrokenInTheEveningLastsTwoHours)
{
    PatientId const patient = patient_of_rj();
    Who const locum = practice.somebody(Role::behandelaar, "MB");
    practice.clock().advance(std::chrono::hours(9)); // 19:00
    EXPECT_TRUE(sees(locum, patient, Category::note, LogEvent::glass_broken, LogReason::emergency));
    EXPECT_EQ(practice->policy().broken_glass(locum, patient)->until, practice.clock().now() + std::chrono::hours(2));
}

TEST_F(PolicyTest, AStandInAndAnAssistantHaveTheRelationOfWhomTheyWorkFor)
{
    PatientId const patient = patient_of_rj();
    Who locum = practice.somebody(Role::behandelaar, "WN");
    EXPECT_FALSE(sees(locum, patient, Category::note));
    locum.works_for = { { "RJ", RosterKind::stands_in } };
    EXPECT_TRUE(sees(locum, patient, Category::note));
    EXPECT_EQ(last_line().relation.get(), keep::LogRelation::standing_in);
    Who assistant = practice.somebody(Role::assistent);
    assistant.works_for = { { "RJ", RosterKind::assists } };
    EXPECT_TRUE(sees(assistant, patient, Category::note));
    EXPECT_EQ(last_line().relation.get(), keep::LogRelation::assisting);
}

TEST_F(PolicyTest, ARelationEndsAfterTheTermOfThePractice)
{
    PatientId const patient = patient_of_rj();
    Who const rj = practice.somebody(Role::behandelaar, "RJ");
    EXPECT_TRUE(sees(rj, patient, Category::note));
    ASSERT_TRUE(practice->set(practice.somebody(Role::praktijkhouder), "relation.months", "1", ""));
    practice.clock().advance(std::chrono::hours(24 * 40));
    EXPECT_FALSE(sees(rj, patient, Category::note));
}

TEST_F(PolicyTest, TheBsnComesOnDemandAndWithAReasonOnly)
{
    PatientId const patient = patient_of_rj();
    auto const bsn = catalogue::elements_where([](auto const& element) { return element.key == "patient.bsn"; });
    auto ask = [&](Role role, LogEvent event, std::optional<LogReason> reason) {
        Request request { .event = event,
            .action = LogAction::read,
            .purpose = catalogue::Purpose::identification,
            .patients = { patient },
            .wanted = bsn };
        request.reason = reason;
        return practice->policy().ask(practice.somebody(role), request).has_value();
    };
    EXPECT_FALSE(ask(Role::administratie, LogEvent::looked, std::nullopt));
    EXPECT_FALSE(ask(Role::administratie, LogEvent::revealed, std::nullopt));
    EXPECT_TRUE(ask(Role::administratie, LogEvent::revealed, LogReason::claim));
    EXPECT_TRUE(ask(Role::receptie, LogEvent::revealed, LogReason::identification));
    EXPECT_TRUE(ask(Role::praktijkhouder, LogEvent::revealed, LogReason::identification));
    EXPECT_FALSE(ask(Role::functionaris, LogEvent::revealed, LogReason::identification));
}

TEST_F(PolicyTest, EveryAnswerHasItsLineAndARefusalToo)
{
    PatientId const patient = patient_of_rj();
    std::uint64_t const before = practice->log().size();
    EXPECT_FALSE(sees(practice.somebody(Role::receptie), patient, Category::note));
    ASSERT_EQ(practice->log().size(), before + 1);
    keep::Line const refused = last_line();
    EXPECT_EQ(refused.event.get(), LogEvent::refused);
    EXPECT_EQ(refused.outcome.get(), keep::LogOutcome::serious_failure);
    EXPECT_EQ(refused.subjects.get()->at(0).patient, patient);
    EXPECT_TRUE(sees(practice.somebody(Role::receptie), patient, Category::name_contact));
    EXPECT_EQ(practice->log().size(), before + 2);
    EXPECT_EQ(last_line().categories.get(), std::vector { Category::name_contact });
    EXPECT_EQ(practice->policy().tally().grants, practice->policy().tally().lines);
}

TEST_F(PolicyTest, ADiskThatFailsGivesNoGrant)
{
    PatientId const patient = patient_of_rj();
    Request const request { .event = LogEvent::looked,
        .action = LogAction::read,
        .purpose = catalogue::Purpose::care,
        .patients = { patient },
        .wanted = elements_of(Category::name_contact) };
    Who const desk = practice.somebody(Role::receptie);
    ASSERT_TRUE(practice->policy().ask(desk, request));
    // The next step appends the line, the one after it is the sync.
    practice.disk().fail(
        { .step = practice.disk().steps() + 1, .left = testing::Left::nothing, .then = testing::Then::works });
    auto const grant = practice->policy().ask(desk, request);
    ASSERT_FALSE(grant);
    EXPECT_EQ(grant.error().fault(), Fault::storage);
    // Nobody knows what the disk holds: nothing more is granted until the practice is opened again.
    EXPECT_FALSE(practice->policy().ask(desk, request));
    practice.open_again();
    EXPECT_TRUE(practice->policy().ask(desk, request));
}

TEST_F(PolicyTest, APatientsLinesFollowEachOtherByNumberAndHash)
{
    PatientId const one = patient_of_rj();
    PatientId const other = patient_of_rj();
    Who const desk = practice.somebody(Role::receptie);
    for (int i = 0; i < 3; ++i) {
        Request const both { .event = LogEvent::searched,
            .action = LogAction::read,
            .purpose = catalogue::Purpose::planning,
            .patients = { one, other },
            .wanted = elements_of(Category::name_contact) };
        ASSERT_TRUE(practice->policy().ask(desk, both));
        EXPECT_TRUE(sees(desk, one, Category::name_contact));
        if (i == 1)
            practice.open_again();
    }
    auto const lines = practice->log().lines_of(one);
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 7U); // the import, three searches, three looks
    std::uint64_t number = 0;
    for (keep::ReadLine const& read : *lines) {
        auto const& subjects = *read.line.subjects.get();
        auto const mine = std::ranges::find(subjects, one, &keep::LineSubject::patient);
        ASSERT_NE(mine, subjects.end());
        EXPECT_EQ(mine->number, ++number);
        EXPECT_EQ(mine->previous == crypto::Digest {}, number == 1);
    }
}

TEST_F(PolicyTest, ASearchThatShowsThousandsIsOneEventInSeveralLines)
{
    std::vector<PatientId> patients;
    for (int i = 0; i < 2500; ++i)
        patients.push_back(practice.a_patient());
    Request const request { .event = LogEvent::searched,
        .action = LogAction::read,
        .purpose = catalogue::Purpose::planning,
        .patients = patients,
        .wanted = elements_of(Category::name_contact) };
    std::uint64_t const before = practice->log().size();
    auto const grant = practice->policy().ask(practice.somebody(Role::receptie), request);
    ASSERT_TRUE(grant);
    EXPECT_EQ(practice->log().size(), before + 3);
    EXPECT_EQ(last_line().continues.get(), grant->entry());
    EXPECT_EQ(practice->log().lines_of(patients.back())->size(), 1U);
}

} // namespace
} // namespace zk::gate
