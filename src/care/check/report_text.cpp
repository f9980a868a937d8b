#include "care/check/report_text.hpp"

#include "base/amsterdam.hpp"
#include "care/check/wording.hpp"

#include <fmt/format.h>

#include <iterator>

namespace zk::care::check {

namespace {

using Out = std::back_insert_iterator<std::string>;

// One letter a question, in their order: N niet in orde, o open, v verklaard, A aangetoond.
std::string bar(CheckResult const& result)
{
    std::string out;
    for (QuestionResult const& one : result.questions) {
        switch (one.verdict.state) {
        case State::failed:
            out += 'N';
            break;
        case State::open:
            out += 'o';
            break;
        case State::declared:
            out += 'v';
            break;
        case State::proven:
        case State::na:
            out += 'A';
            break;
        }
    }
    return out;
}

std::string source_text(Threshold const& limit)
{
    std::string out = fmt::format("bron: {}", limit.source);
    if (limit.verified == Verified::no)
        out += "; nog te verifiëren";
    if (limit.contested == Contested::yes)
        out += "; omstreden";
    return out;
}

void write_measured(Out out, Evidence const& evidence, Context const& context)
{
    Measurement const& measurement = evidence.measurement;
    if (auto const limit = measurement.threshold(); limit && measurement.value) {
        fmt::format_to(out, "           gemeten: {}; grens: {} ({})\n", amount(*measurement.value, limit->unit),
            limit_text(*limit), source_text(*limit));
        fmt::format_to(out, "           {}\n", limit->reason);
    }
    if (measurement.observed_at)
        fmt::format_to(out, "           gezien op {}, geldig tot en met {}\n",
            dutch_date(amsterdam_date(*measurement.observed_at)),
            dutch_date(amsterdam_date(fresh_until(*evidence.probe, measurement, context))));
    for (Item const& item : measurement.items)
        fmt::format_to(
            out, "           - {}{}\n", item.label, item.date ? " (" + dutch_date(*item.date) + ")" : std::string());
}

void write_statement(Out out, Evidence const& evidence)
{
    bool const is_asked = evidence.mode != ProbeMode::measured || evidence.measurement.kind == Measurement::Kind::asks;
    if (evidence.spec == nullptr || evidence.finding.state == State::na || !is_asked)
        return;
    fmt::format_to(out, "           verklaring: {}\n", evidence.spec->text);
    if (!evidence.statement)
        return;
    Statement const& statement = *evidence.statement;
    fmt::format_to(out, "           antwoord: {}, door de {} op {}, over {}",
        statement.answer == Answer::weet_niet ? "weet niet" : name_of(statement.answer),
        catalogue::label_of(statement.role), dutch_date(amsterdam_date(statement.made_at)),
        dutch_date(statement.event_date));
    if (statement.answer == Answer::ja)
        fmt::format_to(out, ", geldig tot en met {}", dutch_date(statement.expires(*evidence.spec)));
    fmt::format_to(out, "\n");
}

void write_evidence(Out out, Evidence const& evidence, Context const& context)
{
    fmt::format_to(out, "      {} {} - ", evidence.probe->id, label_of(evidence.finding.state));
    // A neighbour's statement is shown with the neighbour.
    if (evidence.spec != nullptr && evidence.spec->probe != evidence.probe->id
        && evidence.measurement.kind == Measurement::Kind::unknown && evidence.finding.state != State::na) {
        fmt::format_to(out, "zie {}\n", evidence.spec->probe);
        return;
    }
    fmt::format_to(out, "{}\n", sentence_of(evidence.finding.reason));
    if (evidence.probe->part == Part::v1 || evidence.probe->part == Part::anywhere || evidence.measurement.value)
        fmt::format_to(out, "           hoe meten wij dit: {}\n", evidence.probe->measures);
    write_measured(out, evidence, context);
    write_statement(out, evidence);
}

void write_question(Out out, QuestionResult const& result, Context const& context, View view)
{
    Question const& question = *result.question;
    bool const applies = result.verdict.applies == Applies::yes;
    fmt::format_to(out, "\n  {} {}\n", question.id, question.text);
    if (view == View::score) {
        fmt::format_to(out, "      {}\n", label_of(result.verdict.state));
        return;
    }
    if (applies)
        fmt::format_to(out, "      {}: {}\n", label_of(result.verdict.state), sentence_of(result.verdict.reason));
    else
        fmt::format_to(out, "      niet van toepassing: {}\n", sentence_of(result.verdict.reason));
    fmt::format_to(out, "      {}", parts_measured(result));
    if (result.expires)
        fmt::format_to(out, "; verklaard tot en met {}", dutch_date(*result.expires));
    if (result.verdict.state == State::failed || result.verdict.state == State::open)
        fmt::format_to(out, "; een boete zou vallen onder art. 83 lid {}", static_cast<int>(question.fine));
    fmt::format_to(out, "\n");
    if (std::string const step = next_step(result, context.today()); !step.empty())
        fmt::format_to(out, "      Wat nu: {}\n", step);
    for (Evidence const& evidence : result.evidence)
        write_evidence(out, evidence, context);
}

void write_money(Out out, ReportHead const& head)
{
    fmt::format_to(out, "\nOp het spel: {}\n", at_stake_text(head.patients, head.cents_each));
    fmt::format_to(out, "Boete: {}. Dat is een maximum, geen voorspelling.\n", k_fine);
}

} // namespace

std::string report_text(CheckResult const& result, ReportHead const& head, Context const& context, View view)
{
    std::string text;
    Out out(text);
    fmt::format_to(out, "De check van {}, {}{}\n\n", head.practice_name, dutch_date(context.today()),
        context.mode == PracticeMode::test ? "   TEST" : "");
    fmt::format_to(out, "{}\n{}\n", heading(result), score(result.counts));
    fmt::format_to(out, "{}   (N niet in orde, o open, v verklaard, A aangetoond)\n", bar(result));
    if (view == View::all) {
        if (std::string const step = first_step(result, context.today()); !step.empty())
            fmt::format_to(out, "Eerst: {}\n", step);
        write_money(out, head);
    }

    std::string_view category;
    for (QuestionResult const& one : result.questions) {
        if (one.question->category != category) {
            category = one.question->category;
            fmt::format_to(out, "\n{} {}\n", one.question->id.substr(0, 1), category);
        }
        write_question(out, one, context, view);
    }
    fmt::format_to(out, "\nDit is {}.\n", k_no_legal_verdict);
    return text;
}

} // namespace zk::care::check
