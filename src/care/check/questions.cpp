#include "care/check/questions.hpp"

#include <algorithm>
#include <array>

namespace zk::care::check {

namespace {

constexpr std::string_view k_people = "Bewustzijn & Gedrag";
constexpr std::string_view k_machines = "Hardware & Software";
constexpr std::string_view k_papers = "AVG: Eisen & Documentatie";
constexpr std::string_view k_work = "Processen & Facturatie";

constexpr auto k_four = FineParagraph::four;
constexpr auto k_five = FineParagraph::five;

constexpr std::array<Question, k_question_count> k_questions { {
    { "1.1", k_people, "Staat het bespreken van dataveiligheid & privacy hoog op de agenda?",
        "Is talking about data security and privacy high on the agenda?", k_four },
    { "1.2", k_people, "Is de bewustwording van het hele team op orde?", "Is the whole team aware?", k_four },
    { "1.3", k_people, "Worden wachtwoorden regelmatig veranderd & veilig bewaard?",
        "Are passwords changed regularly and kept safely?", k_four },
    { "1.4", k_people, "Zijn verlaten werkstations altijd vergrendeld?", "Are unattended workstations always locked?",
        k_four },
    { "1.5", k_people, "Wordt de clean desk policy goed nageleefd?", "Is the clean desk policy kept?", k_four },
    { "1.6", k_people, "Worden (vermoedelijke) datalekken gemeld bij de Autoriteit Persoonsgegevens?",
        "Are (suspected) breaches reported to the supervisory authority?", k_four },
    { "2.1", k_machines, "Zijn uw computers en beveiliging gecheckt en geüpgraded door een ICT-expert?",
        "Have your computers and security been checked and upgraded by an IT expert?", k_four },
    { "2.2", k_machines, "Is thuis- en on the road werken goed beveiligd?",
        "Is working at home and on the road well secured?", k_four },
    { "2.3", k_machines, "Zijn computers met patiëntendata onbereikbaar voor derden?",
        "Are computers with patient data out of reach of third parties?", k_four },
    { "2.4", k_machines, "Is de praktijksoftware en andere software die u gebruikt AVG-proof?",
        "Is the practice software and other software you use GDPR-proof?", k_four },
    { "3.1", k_papers, "Hebt u een privacyverklaring op de website/in de wachtkamer?",
        "Do you have a privacy statement on the website or in the waiting room?", k_five },
    { "3.2", k_papers, "Hebt u een verwerkersovereenkomst afgesloten met partijen die voor u gegevens verwerken?",
        "Do you have agreements with the parties that process data for you?", k_four },
    { "3.3", k_papers, "Hebt u een intern privacybeleid opgesteld?", "Have you drawn up an internal privacy policy?",
        k_four },
    { "3.4", k_papers, "Hebt u een verwerkingsregister?", "Do you have a register of processing?", k_four },
    { "3.5", k_papers, "Hebt u een register van (vermoedelijke) datalekken?",
        "Do you have a register of (suspected) breaches?", k_four },
    { "3.6", k_papers, "Hebt u (indien nodig) een DPIA (data protection impact assessment) uitgevoerd?",
        "Have you carried out a DPIA (where needed)?", k_four },
    { "4.1", k_work, "Kunnen patiënten eenvoudig hun rechten uitoefenen?", "Can patients easily exercise their rights?",
        k_five },
    { "4.2", k_work, "Let u actief op dataminimalisatie?", "Do you actively minimise data?", k_five },
    { "4.3", k_work, "Hebt u het proces van declareren & factureren AVG-proof ingericht?",
        "Is your claiming and invoicing GDPR-proof?", k_five },
} };

} // namespace

std::span<Question const, k_question_count> questions()
{
    return k_questions;
}

Question const* find_question(std::string_view id)
{
    auto const* found = std::ranges::find(k_questions, id, &Question::id);
    return found == k_questions.end() ? nullptr : found;
}

} // namespace zk::care::check
