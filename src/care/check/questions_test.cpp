#include "care/check/questions.hpp"

#include <gtest/gtest.h>

namespace zk::care::check {
namespace {

struct Wording {
    const char* id;
    const char* category;
    const char* text;
    int fine;
};

// Copied from the white paper; categories as its headings have them; fines by the paragraph of art. 83.
constexpr Wording k_wordings[] = {
    { "1.1", "Bewustzijn & Gedrag", "Staat het bespreken van dataveiligheid & privacy hoog op de agenda?", 4 },
    { "1.2", "Bewustzijn & Gedrag", "Is de bewustwording van het hele team op orde?", 4 },
    { "1.3", "Bewustzijn & Gedrag", "Worden wachtwoorden regelmatig veranderd & veilig bewaard?", 4 },
    { "1.4", "Bewustzijn & Gedrag", "Zijn verlaten werkstations altijd vergrendeld?", 4 },
    { "1.5", "Bewustzijn & Gedrag", "Wordt de clean desk policy goed nageleefd?", 4 },
    { "1.6", "Bewustzijn & Gedrag", "Worden (vermoedelijke) datalekken gemeld bij de Autoriteit Persoonsgegevens?", 4 },
    { "2.1", "Hardware & Software", "Zijn uw computers en beveiliging gecheckt en geüpgraded door een ICT-expert?", 4 },
    { "2.2", "Hardware & Software", "Is thuis- en on the road werken goed beveiligd?", 4 },
    { "2.3", "Hardware & Software", "Zijn computers met patiëntendata onbereikbaar voor derden?", 4 },
    { "2.4", "Hardware & Software", "Is de praktijksoftware en andere software die u gebruikt AVG-proof?", 4 },
    { "3.1", "AVG: Eisen & Documentatie", "Hebt u een privacyverklaring op de website/in de wachtkamer?", 5 },
    { "3.2", "AVG: Eisen & Documentatie",
        "Hebt u een verwerkersovereenkomst afgesloten met partijen die voor u gegevens verwerken?", 4 },
    { "3.3", "AVG: Eisen & Documentatie", "Hebt u een intern privacybeleid opgesteld?", 4 },
    { "3.4", "AVG: Eisen & Documentatie", "Hebt u een verwerkingsregister?", 4 },
    { "3.5", "AVG: Eisen & Documentatie", "Hebt u een register van (vermoedelijke) datalekken?", 4 },
    { "3.6", "AVG: Eisen & Documentatie",
        "Hebt u (indien nodig) een DPIA (data protection impact assessment) uitgevoerd?", 4 },
    { "4.1", "Processen & Facturatie", "Kunnen patiënten eenvoudig hun rechten uitoefenen?", 5 },
    { "4.2", "Processen & Facturatie", "Let u actief op dataminimalisatie?", 5 },
    { "4.3", "Processen & Facturatie", "Hebt u het proces van declareren & factureren AVG-proof ingericht?", 5 },
};

TEST(Questions, AreTheNineteenOfThePaperToTheLetter)
{
    ASSERT_EQ(questions().size(), std::size(k_wordings));
    for (std::size_t i = 0; i < std::size(k_wordings); ++i) {
        Question const& question = questions()[i];
        EXPECT_EQ(question.id, k_wordings[i].id);
        EXPECT_EQ(question.category, k_wordings[i].category);
        EXPECT_EQ(question.text, k_wordings[i].text);
        EXPECT_EQ(static_cast<int>(question.fine), k_wordings[i].fine);
        EXPECT_TRUE(question.text_en.ends_with('?')) << question.id;
    }
}

TEST(Questions, AreFoundByTheirNumber)
{
    EXPECT_EQ(find_question("4.3"), &questions()[18]);
    EXPECT_EQ(find_question("4.4"), nullptr);
    EXPECT_EQ(find_question(""), nullptr);
}

} // namespace
} // namespace zk::care::check
