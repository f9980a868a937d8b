#include "care/check/report_text.hpp"

#include "care/check/fixture_test.hpp"

#include <gtest/gtest.h>

namespace zk::care::check {
namespace {

ReportHead head()
{
    return { .practice_name = "Tandartspraktijk De Linde",
        .practice_kind = "tandarts",
        .practice_agb = "",
        .software_version = "0.1.0",
        .build_date = days_ago(3),
        .patients = 4'014,
        .journal_origin = "",
        .journal_root = "" };
}

std::string text_of(Practice const& practice, View view = View::all)
{
    return report_text(practice.check(), head(), practice.context, view);
}

TEST(ReportText, OpensWithTheHeadingTheScoreAndTheMoney)
{
    Practice practice;
    practice.facts.accounts->accounts[1].password_set_on = days_ago(400);
    EXPECT_TRUE(text_of(practice).starts_with(
        "De check van Tandartspraktijk De Linde, 22-11-2026\n"
        "\n"
        "Niet in orde: Worden wachtwoorden regelmatig veranderd & veilig bewaard?\n"
        "1 niet in orde · 0 open · 17 verklaard · 1 aangetoond (van 19)\n"
        "vvNvvvvAvvvvvvvvvvv   (N niet in orde, o open, v verklaard, A aangetoond)\n"
        "Eerst: Vraag deze collega's een nieuw wachtwoord te kiezen: `zorgkluis account reset`.\n"
        "\n"
        "Op het spel: 4.014 patiënten × € 200,00 = € 802.800,00 (rekenvoorbeeld uit de whitepaper van 2018)\n"
        "Boete: tot € 10 miljoen of 2% (art. 83 lid 4: beveiliging, registers, verwerkers, datalekken, DPIA) of tot € "
        "20 miljoen of 4% van de wereldwijde jaaromzet (lid 5: beginselen, rechten, doorgifte), steeds het hoogste van "
        "de twee. Dat is een maximum, geen voorspelling.\n"
        "\n"
        "1 Bewustzijn & Gedrag\n"))
        << text_of(practice);
}

TEST(ReportText, ShowsOfEachQuestionWhatWasMeasuredBesideItsLimitAndWhatToDo)
{
    Practice practice;
    practice.facts.accounts->accounts[1].password_set_on = days_ago(400);
    EXPECT_TRUE(text_of(practice).contains(
        "\n"
        "  1.3 Worden wachtwoorden regelmatig veranderd & veilig bewaard?\n"
        "      niet in orde: Gemeten, en buiten de grens.\n"
        "      3 van 3 gemeten; een boete zou vallen onder art. 83 lid 4\n"
        "      Wat nu: Vraag deze collega's een nieuw wachtwoord te kiezen: `zorgkluis account reset`.\n"
        "      1.3a niet in orde - Gemeten, en buiten de grens.\n"
        "           hoe meten wij dit: De leeftijd van het oudste wachtwoord van accounts die kunnen inloggen.\n"
        "           gemeten: 400 dagen; grens: hoogstens 365 dagen (bron: whitepaper 2018; eigen keuze)\n"
        "           Een jaar is de langste termijn die nog regelmatig heet; NCSC en NIST raden een vaste termijn af, "
        "dus "
        "de praktijk kiest.\n"
        "           - M-02 (18-10-2025)\n"
        "      1.3b aangetoond - Gemeten, en binnen de grens.\n"))
        << text_of(practice);
}

TEST(ReportText, ShowsWhoDeclaredWhatAndUntilWhen)
{
    std::string const text = text_of({});
    EXPECT_TRUE(text.contains("      verklaard: Niet gemeten; er loopt een verklaring.\n"
                              "      0 van 3 gemeten; verklaard tot en met 25-03-2027\n"
                              "      1.1a verklaard - Niet gemeten; er loopt een verklaring.\n"
                              "           verklaring: Het team heeft op deze dag overlegd"))
        << text;
    EXPECT_TRUE(text.contains("           antwoord: ja, door de praktijkhouder op 24-09-2026, over 23-09-2026, geldig "
                              "tot en met 25-03-2027\n"));
    EXPECT_TRUE(text.contains("      1.1b verklaard - zie 1.1a\n"));
    EXPECT_FALSE(text.contains("Fabrikant Voorbeeld"));
}

TEST(ReportText, StampsATestPractice)
{
    Practice practice;
    practice.context.mode = PracticeMode::test;
    EXPECT_TRUE(text_of(practice).starts_with("De check van Tandartspraktijk De Linde, 22-11-2026   TEST\n"));
    EXPECT_FALSE(text_of({}).contains("TEST"));
}

TEST(ReportText, SaysWhatDoesNotApply)
{
    CheckResult result = Practice().check();
    QuestionResult& question = result.questions[4];
    for (Evidence& evidence : question.evidence)
        evidence.finding = finding(Reason::nothing_there);
    question = conclude(*question.question, question.evidence);
    EXPECT_TRUE(report_text(result, head(), practice_context())
            .contains("      niet van toepassing: Gemeten: er is niets waarvoor dit geldt.\n"));
}

TEST(ReportText, ShowsTheScoreAloneToWhoMaySeeNoMore)
{
    std::string const text = text_of({}, View::score);
    EXPECT_TRUE(text.contains("  1.3 Worden wachtwoorden regelmatig veranderd & veilig bewaard?\n      aangetoond\n"));
    EXPECT_FALSE(text.contains("hoe meten wij dit"));
    EXPECT_FALSE(text.contains("Boete"));
    EXPECT_TRUE(text.ends_with("\nDit is geen juridisch oordeel.\n"));
}

TEST(ReportText, IsNoLegalVerdict)
{
    EXPECT_TRUE(text_of({}).ends_with("\nDit is geen juridisch oordeel.\n"));
}

} // namespace
} // namespace zk::care::check
