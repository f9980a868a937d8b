// What the white paper got wrong must stand nowhere in our own words, in neither language, nor in the documents.
#include "care/check/limits.hpp"
#include "care/check/probe.hpp"
#include "care/check/questions.hpp"
#include "care/check/state.hpp"
#include "care/check/wording.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace zk::care::check {
namespace {

struct Text {
    std::string where;
    std::string text;
};

std::vector<Text> own_texts()
{
    std::vector<Text> out;
    for (Question const& question : questions()) {
        out.push_back({ std::string(question.id), std::string(question.text) });
        out.push_back({ std::string(question.id) + " en", std::string(question.text_en) });
    }
    for (Probe const& probe : probes()) {
        out.push_back({ std::string(probe.id), std::string(probe.measures) });
        out.push_back({ std::string(probe.id) + " next", std::string(probe.next) });
    }
    for (StatementSpec const& spec : statement_specs()) {
        out.push_back({ std::string(spec.probe) + " statement", std::string(spec.text) });
        out.push_back({ std::string(spec.probe) + " step", std::string(spec.step) });
    }
    for (Threshold const& limit : thresholds())
        out.push_back(
            { std::string(limit.probe) + " limit", std::string(limit.source) + ". " + std::string(limit.reason) });
    for (std::size_t i = 0; i < k_reason_count; ++i) {
        auto const reason = static_cast<Reason>(i);
        out.push_back({ std::string(name_of(reason)),
            std::string(sentence_of(reason)) + " " + std::string(step_of(reason).text) });
    }
    out.push_back({ "fine", std::string(k_fine) });
    out.push_back({ "money", at_stake_text(4'014, k_cents_each) });
    return out;
}

// All that we write for people; the tests run from the root of the sources.
std::vector<Text> documents()
{
    std::vector<std::filesystem::path> paths { "README.md" };
    for (auto const& entry : std::filesystem::recursive_directory_iterator("docs")) {
        if (entry.path().extension() == ".md")
            paths.push_back(entry.path());
    }
    std::vector<Text> out;
    for (auto const& path : paths) {
        std::ifstream file(path);
        std::string text { std::istreambuf_iterator<char>(file), {} };
        EXPECT_FALSE(text.empty()) << path;
        std::ranges::replace(text, '\n', ' ');
        out.push_back({ path.string(), std::move(text) });
    }
    return out;
}

struct Mistake {
    const char* pattern; // within a sentence
    const char* instead;
};

// The last table of the check's specification.
constexpr Mistake k_mistakes[] = {
    { "(maximum|hoogstens|ten hoogste|at most|up to a maximum)[^.;]{0,20}(€|eur)? ?20 (miljoen|million)",
        "two steps, whichever is higher" },
    { "4 ?%[^.]{0,40}(tot een maximum|with a maximum|capped)", "two steps, whichever is higher" },
    { "(ieder|elk|alle|every|each|any)[^.;]{0,30}(vermoeden|vermoedelijk|datalek|suspicion|breach)[^.;]{0,30}(moet|"
      "must)"
      "[^.;]{0,30}(autoriteit|AP |authority)",
        "every one in the register; to the authority unless a risk is unlikely" },
    { "(wachtwoord|password)[^.;]{0,30}(moet|moeten|must)[^.;]{0,30}(iedere|elke|vaste|every|fixed)",
        "the term is the practice's choice" },
    { "(valt|vallen|falls?)[^.;]{0,15}(niet|not|outside)[^.;]{0,10}(onder )?(de |the )?(AVG|GDPR)",
        "the AVG applies to the practice wherever the data lie" },
    { "(EU|europese)[- ](leverancier|supplier)[^.]{0,40}(zeker|voldoet|surely|complies)", "eases, proves nothing" },
    { "BSN[^.;]{0,40}(nieuwe regels|new rules|regels (zijn )?(veranderd|gewijzigd)|rules (have )?changed)",
        "unchanged" },
    { "BSN[^.;]{0,30}(verboden|mag nooit|nooit)[^.;]{0,20}(factuur|facturen|invoice)",
        "by default off, allowed, for some required" },
    { "(factor|wie vorderingen koopt|koper)[^.;]{0,30}(eigenaar|owner|owns)[^.;]{0,20}(gegevens|data)",
        "a claim can be sold, personal data are not owned" },
    { "(toestemming|consent)[^.;]{0,30}(nodig|vereist|needed|required)[^.;]{0,30}(behandel|treat)", "none is needed" },
    { "(overeenkomst|agreement)[^.;]{0,20}(met|with)[^.;]{0,20}(huisarts|GP\\b)", "none is needed" },
    { "(iedereen|iedere praktijk|elke praktijk|everyone|every practice)[^.;]{0,20}(moet|must)[^.;]{0,20}DPIA",
        "only at high risk" },
    { "(sms|e-mail)[^.;]{0,30}(even goed|net zo goed|as good)", "with its weakness named" },
    { "(strengste|strictest)", "security management, controls chosen" },
    { "(gecertificeerd|certified)[^.;]{0,20}(dus|so|therefore)[^.;]{0,20}(zorgvuldig|veilig|careful|safe)",
        "a certificate is evidence, not proof" },
    { "114 (norm|normen|standards)", "114 controls" },
    { "\\b30 ?%", "a figure of 2017" },
};

// W's own wording may stand in quotes beside its year.
std::string without_dated_quotes(std::string const& text)
{
    static std::regex const quote("\"[^\"]*\" ?\\([^)]*2018[^)]*\\)");
    return std::regex_replace(text, quote, "");
}

// A mistake is made within one sentence.
std::vector<std::string> sentences_of(std::string const& text)
{
    std::vector<std::string> out { "" };
    for (char c : text) {
        out.back() += c;
        if (c == '.' || c == ';')
            out.emplace_back();
    }
    return out;
}

std::vector<std::regex> const& patterns()
{
    static std::vector<std::regex> const compiled = [] {
        std::vector<std::regex> out;
        for (Mistake const& mistake : k_mistakes)
            out.emplace_back(mistake.pattern, std::regex::icase);
        return out;
    }();
    return compiled;
}

std::vector<std::string> mistakes_in(std::string const& text)
{
    std::vector<std::string> out;
    for (std::string const& sentence : sentences_of(without_dated_quotes(text))) {
        for (std::size_t i = 0; i < std::size(k_mistakes); ++i) {
            if (std::regex_search(sentence, patterns()[i]))
                out.push_back(std::string(k_mistakes[i].instead) + "\n" + sentence);
        }
    }
    return out;
}

TEST(Texts, RepeatNoMistakeOfThePaper)
{
    auto texts = own_texts();
    for (Text& document : documents())
        texts.push_back(std::move(document));
    for (Text const& one : texts) {
        for (std::string const& instead : mistakes_in(one.text))
            ADD_FAILURE() << one.where << ": " << instead;
    }
}

// An example is only one when it says so, and a fine has two steps.
TEST(Texts, MoneyIsLabelled)
{
    auto texts = own_texts();
    for (Text& document : documents())
        texts.push_back(std::move(document));
    std::regex const example("(€|EUR) ?200\\b");
    std::regex const fine("20 (miljoen|million)");
    for (Text const& one : texts) {
        bool const is_labelled = one.text.contains("rekenvoorbeeld uit de whitepaper van 2018");
        bool const has_two_steps = one.text.contains("steeds het hoogste van de twee");
        EXPECT_TRUE(is_labelled || !std::regex_search(one.text, example)) << one.where;
        EXPECT_TRUE(has_two_steps || !std::regex_search(one.text, fine)) << one.where;
    }
}

// The errors as the paper makes them are found, so the search is no empty promise.
TEST(Texts, TheMistakesWouldBeFound)
{
    for (const char* text : {
             "Boetes van 4% van de jaaromzet tot een maximum van 20 miljoen euro.",
             "Fines of 4% of turnover with a maximum of 20 million.",
             "Elk vermoeden van een datalek moet u melden bij de Autoriteit Persoonsgegevens.",
             "Every suspicion of a breach must go to the authority.",
             "Een wachtwoord moet elke drie maanden veranderen.",
             "Deze data vallen niet onder de AVG.",
             "Met een EU-leverancier weet u zeker dat het klopt.",
             "Voor het BSN gelden sinds de AVG nieuwe regels.",
             "Een BSN is verboden op iedere factuur.",
             "De factor wordt eigenaar van de gegevens.",
             "Toestemming is nodig voor behandelgegevens.",
             "Sluit een overeenkomst met de huisarts.",
             "Iedereen moet een DPIA doen.",
             "Een code per sms is net zo goed.",
             "ISO 27001 is het strengste certificaat.",
             "Gecertificeerd, dus zorgvuldig.",
             "Wij voldoen aan 114 normen.",
             "De zorg heeft 30% van de datalekken.",
         })
        EXPECT_FALSE(mistakes_in(text).empty()) << text;
    EXPECT_TRUE(mistakes_in("De paper schreef \"tot een maximum van 20 miljoen euro\" (whitepaper, 2018).").empty());
}

} // namespace
} // namespace zk::care::check
