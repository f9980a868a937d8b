#include "care/check/report.hpp"

#include "base/amsterdam.hpp"
#include "base/bytes.hpp"
#include "base/require.hpp"
#include "care/check/wording.hpp"

#include <string>
#include <utility>

namespace zk::care::check {

namespace {

Json threshold_json(std::optional<Threshold> const& limit)
{
    if (!limit)
        return {};
    return Json::object({ { "op", name_of(limit->op) }, { "value", limit->value }, { "unit", name_of(limit->unit) },
        { "source", limit->source }, { "reason", limit->reason }, { "verified", limit->verified == Verified::yes },
        { "contested", limit->contested == Contested::yes } });
}

Json items_json(std::vector<Item> const& items)
{
    Json::Array out;
    for (Item const& item : items)
        out.emplace_back(Json::object({ { "kind", name_of(item.kind) }, { "label", item.label },
            { "date", item.date ? Json(item.date->iso()) : Json() } }));
    return out;
}

Json statement_json(Evidence const& evidence)
{
    if (!evidence.statement)
        return {};
    Statement const& statement = *evidence.statement;
    return Json::object({ { "answer", name_of(statement.answer) }, { "role", catalogue::name_of(statement.role) },
        { "event_date", statement.event_date.iso() }, { "made_at", iso_with_offset(statement.made_at) },
        { "expires", statement.expires(*evidence.spec).iso() }, { "text_version", statement.text_version } });
}

// Whether it was looked at all: then it says when, and until when that counts.
bool was_looked_at(Measurement const& measurement)
{
    return measurement.kind == Measurement::Kind::measured || measurement.kind == Measurement::Kind::not_applicable
        || measurement.value || measurement.observed_at;
}

Json evidence_json(Evidence const& evidence, Context const& context)
{
    Measurement const& measurement = evidence.measurement;
    Json measured, seen, fresh;
    std::optional<Threshold> limit = measurement.threshold();
    if (measurement.value && limit)
        measured = Json::object({ { "value", *measurement.value }, { "unit", name_of(limit->unit) } });
    else if (!limit && evidence.probe->limit)
        limit = threshold(*evidence.probe->limit);
    if (was_looked_at(measurement)) {
        seen = iso_with_offset(observed_at(measurement, context));
        fresh = iso_with_offset(fresh_until(*evidence.probe, measurement, context));
    }
    return Json::object({ { "probe", evidence.probe->id }, { "mode", name_of(evidence.mode) },
        { "state", name_of(evidence.finding.state) }, { "reason", name_of(evidence.finding.reason) },
        { "measured", std::move(measured) },
        { "population", measurement.population ? Json(*measurement.population) : Json() },
        { "observed_at", std::move(seen) }, { "fresh_until", std::move(fresh) }, { "threshold", threshold_json(limit) },
        { "items", items_json(measurement.items) }, { "statement", statement_json(evidence) } });
}

Json question_json(QuestionResult const& result, Context const& context, View view)
{
    Question const& question = *result.question;
    Json::Object out { { "id", question.id }, { "category", question.category }, { "text", question.text },
        { "text_en", question.text_en }, { "state", name_of(result.verdict.state) },
        { "applicable", result.verdict.applies == Applies::yes } };
    Json::Array evidence;
    if (view == View::all) {
        for (Evidence const& one : result.evidence)
            evidence.push_back(evidence_json(one, context));
        out.emplace("why", name_of(result.verdict.reason));
        out.emplace("next", next_step(result, context.today()));
        out.emplace("expires", result.expires ? Json(result.expires->iso()) : Json());
    }
    out.emplace("evidence", std::move(evidence));
    return out;
}

Json previous_json(std::optional<ReportHead::Previous> const& previous)
{
    if (!previous)
        return {};
    return Json::object({ { "sha256", to_hex(previous->sha256) }, { "made", iso_with_offset(previous->made) } });
}

Json at_stake_json(ReportHead const& head)
{
    auto const total = head.cents_each.times(head.patients);
    ZK_REQUIRE(total.has_value());
    return Json::object({ { "patients", head.patients }, { "cents_each", head.cents_each.count() },
        { "cents", total->count() }, { "label", "rekenvoorbeeld" } });
}

} // namespace

Json report_json(CheckResult const& result, ReportHead const& head, Context const& context, View view)
{
    Json::Array questions;
    for (QuestionResult const& question : result.questions)
        questions.push_back(question_json(question, context, view));
    StateCounts const& counts = result.counts;
    return Json::object({ { "format", k_report_format }, { "mode", name_of(context.mode) },
        { "practice",
            Json::object(
                { { "name", head.practice_name }, { "kind", head.practice_kind }, { "agb", head.practice_agb } }) },
        { "made", iso_with_offset(context.now) },
        { "software",
            Json::object({ { "version", head.software_version }, { "build_date", head.build_date.iso() },
                { "probe_set", k_probe_set } }) },
        { "headline", name_of(result.headline) },
        { "counts",
            Json::object({ { "proven", counts.proven }, { "declared", counts.declared }, { "open", counts.open },
                { "failed", counts.failed } }) },
        { "questions", std::move(questions) }, { "further", Json::Array {} }, { "controls", Json::Array {} },
        { "at_stake", at_stake_json(head) }, { "limits", Json::Array { k_no_legal_verdict } },
        { "journal",
            Json::object({ { "origin", head.journal_origin }, { "size", static_cast<std::int64_t>(head.journal_size) },
                { "root", head.journal_root } }) },
        { "previous", previous_json(head.previous) } });
}

crypto::Digest report_hash(Json const& unsigned_report)
{
    return crypto::sha256(as_bytes(unsigned_report.canonical()));
}

std::string sign_report(Json const& unsigned_report, keep::VerifierKey const& key, NoteSigner const& sign)
{
    // A signed note is a text that ends in a newline, and then its signature: we keep the latter beside the former.
    std::string const text = unsigned_report.canonical() + "\n";
    std::string const note = sign(text);
    ZK_REQUIRE(note.starts_with(text));
    Json::Object signed_report = **unsigned_report.object();
    signed_report.emplace("signature", Json::object({ { "key", key.text() }, { "note", note.substr(text.size()) } }));
    return Json(std::move(signed_report)).canonical() + "\n";
}

} // namespace zk::care::check
