// Verifies a report: rebuilds the evidence from the paper, judges it again by the same rules, and compares.
#include "care/check/report.hpp"

#include "base/amsterdam.hpp"
#include "care/check/algebra.hpp"
#include "care/check/report_fields.hpp"

#include <algorithm>
#include <chrono>

namespace zk::care::check {

namespace {

enum class HasStatement : std::uint8_t { no, yes };

Result<std::optional<Statement>> read_statement(Json const& evidence, StatementSpec const* spec)
{
    ZK_TRY(Json const* json, evidence.at("statement"));
    if (json->is_null())
        return std::optional<Statement> {};
    if (spec == nullptr)
        return fail(Fault::tampered, "report-statement-not-accepted");
    ZK_TRY(std::string_view answer_text, text_at(*json, "answer"));
    ZK_TRY(Answer answer, parse_answer(answer_text));
    ZK_TRY(std::string_view role_text, text_at(*json, "role"));
    ZK_TRY(Role role, parse_role(role_text));
    ZK_TRY(Date event_date, date_at(*json, "event_date"));
    ZK_TRY(Instant made_at, moment_at(*json, "made_at"));
    ZK_TRY(Date expires, date_at(*json, "expires"));
    ZK_TRY(std::int64_t version, number_at(*json, "text_version"));
    if (!may_state(spec->by, role))
        return fail(Fault::tampered, "report-statement-wrong-role");
    Statement out { .probe = std::string(spec->probe),
        .answer = answer,
        .role = role,
        .account = {},
        .event_date = event_date,
        .made_at = made_at,
        .explanation = {},
        .attachment_sha256 = std::nullopt,
        .text_version = static_cast<int>(std::clamp<std::int64_t>(version, 0, INT16_MAX)) };
    if (out.text_version == spec->text_version && out.expires(*spec) != expires)
        return fail(Fault::tampered, "report-statement-wrong-term");
    return std::optional(std::move(out));
}

// The limit in the paper must be one of this probe's own; the practice may set the term of a password.
Result<> read_limit(Json const& evidence, Probe const& probe, Measurement& out)
{
    ZK_TRY(Json const* json, evidence.at("threshold"));
    if (json->is_null())
        return {};
    ZK_TRY(std::string_view op, text_at(*json, "op"));
    ZK_TRY(std::string_view unit, text_at(*json, "unit"));
    ZK_TRY(std::int64_t value, number_at(*json, "value"));
    for (Threshold const& known : thresholds()) {
        bool const settable = known.limit == Limit::password_age && value >= k_password_term_days_min
            && value <= k_password_term_days_max;
        if (known.probe == probe.id && name_of(known.op) == op && name_of(known.unit) == unit
            && (known.value == value || settable)) {
            out.limit = known.limit;
            if (known.value != value)
                out.own_limit = value;
            return {};
        }
    }
    return fail(Fault::tampered, "report-threshold-unknown");
}

// A doubt about time is that of the look when there was one, else that of the statement.
bool is_doubt_of_look(Probe const& probe, Reason reason, Measurement const& found, HasStatement has_statement)
{
    if (found.value || (reason != Reason::stale && reason != Reason::clock))
        return false;
    return found.observed_at || probe.mode == ProbeMode::measured || has_statement == HasStatement::no;
}

// Which kind of measurement leads to this reason.
Measurement::Kind kind_behind(Probe const& probe, Reason reason, Measurement const& found)
{
    using Kind = Measurement::Kind;
    switch (state_of(reason)) {
    case State::na:
        return reason == Reason::part_absent                 ? Kind::unknown
            : reason == Reason::nothing_there && found.value ? Kind::measured
                                                             : Kind::not_applicable;
    case State::open:
        if (reason == Reason::never_done)
            return Kind::never_done;
        if (reason != Reason::stale && reason != Reason::clock && reason != Reason::expired && reason != Reason::empty
            && !asks_for_statement(reason))
            return Kind::unknown;
        break;
    case State::failed:
        if (reason == Reason::not_done && !found.value)
            return Kind::never_done;
        break;
    case State::proven:
    case State::declared:
        break;
    }
    if (found.value)
        return Kind::measured;
    return probe.mode == ProbeMode::measured && probe.absent == Absent::nothing ? Kind::asks : Kind::unknown;
}

// An `na` that a measurement claims must be one that this probe can have.
bool can_be_na(Probe const& probe, Reason reason, Context const& context)
{
    switch (reason) {
    case Reason::nothing_there:
        return probe.empty == Empty::moot;
    case Reason::part_absent:
        return probe.absent == Absent::moot;
    case Reason::test_mode:
        return probe.id == "2.4f" && context.mode == PracticeMode::test;
    case Reason::small_practice:
        return probe.id == "3.6a";
    case Reason::not_due:
        return probe.id == "3.6c";
    case Reason::one_person:
        return moot_when_alone(probe) && context.team() == Team::one_person;
    default:
        return false;
    }
}

Result<Measurement> read_measurement(
    Json const& json, Probe const& probe, Reason reason, Context const& context, HasStatement has_statement)
{
    Measurement out = Measurement::unknown(state_of(reason) == State::open ? reason : Reason::not_built);
    ZK_TRY(Json const* measured, json.at("measured"));
    ZK_CHECK(read_limit(json, probe, out));
    if (!measured->is_null()) {
        ZK_TRY(std::int64_t value, number_at(*measured, "value"));
        ZK_TRY(std::int64_t population, number_at(json, "population"));
        if (!out.limit)
            return fail(Fault::tampered, "report-threshold-missing");
        out.value = value;
        out.population = population;
    }
    ZK_TRY(out.observed_at, moment_or_null(json, "observed_at"));
    ZK_TRY(out.fresh_until, moment_or_null(json, "fresh_until"));
    if (is_doubt_of_look(probe, reason, out, has_statement))
        return out;
    out.kind = kind_behind(probe, reason, out);
    if (out.kind == Measurement::Kind::measured && !out.observed_at)
        return fail(Fault::tampered, "report-moment-missing");
    if (out.kind == Measurement::Kind::never_done && !out.limit)
        return fail(Fault::tampered, "report-threshold-missing");
    if (out.kind == Measurement::Kind::unknown && (state_of(reason) == State::declared || asks_for_statement(reason)))
        out.reason = Reason::not_built;
    if (out.kind == Measurement::Kind::not_applicable)
        out.reason = reason;
    // Not in the paper: the drill and the evaluation themselves. Only probes that know them may claim them.
    if (reason == Reason::drilled)
        out.drill = context.today();
    if (reason == Reason::mended)
        out.evaluation = Evaluation { Role::praktijkhouder, context.today() };
    return out;
}

// What the paper cannot show: that the clock stood before the journal, since when there is a practice, who left.
Context context_behind(Context context, Reason reason)
{
    if (reason == Reason::clock)
        context.latest_known = context.now + std::chrono::milliseconds(1);
    if (reason == Reason::not_done)
        context.first_day = context.today().plus_years(-10);
    return context;
}

Result<Evidence> read_evidence(Json const& json, Probe const& probe, Context const& context)
{
    ZK_TRY(std::string_view id, text_at(json, "probe"));
    ZK_TRY(std::string_view mode, text_at(json, "mode"));
    ZK_TRY(std::string_view reason_name, text_at(json, "reason"));
    ZK_TRY(std::string_view state, text_at(json, "state"));
    auto const reason = reason_named(reason_name);
    if (id != probe.id || mode != name_of(mode_of(probe, context.team())) || !reason)
        return fail(Fault::tampered, "report-probe-changed");
    if (state != name_of(state_of(*reason)) || (state_of(*reason) == State::na && !can_be_na(probe, *reason, context)))
        return fail(Fault::tampered, "report-state-does-not-follow");

    StatementSpec const* spec = spokesman(probe, context.team());
    ZK_TRY(std::optional<Statement> statement, read_statement(json, spec));
    ZK_TRY(Measurement measurement,
        read_measurement(json, probe, *reason, context, statement ? HasStatement::yes : HasStatement::no));
    Finding const again
        = judge(probe, measurement, statement ? &*statement : nullptr, context_behind(context, *reason));
    // Who left is not in the paper; a statement that is said to have lapsed counts for less, never for more.
    bool const is_lapsed
        = *reason == Reason::lapsed && (again.reason == Reason::stated || again.reason == Reason::expired);
    if (again.reason == Reason::stale && *reason != Reason::stale)
        return fail(Fault::tampered, "report-evidence-stale");
    if (again.reason != *reason && !is_lapsed)
        return fail(Fault::tampered, "report-state-does-not-follow");
    return Evidence { &probe, mode_of(probe, context.team()), finding(*reason), std::move(measurement), spec,
        std::move(statement) };
}

Result<QuestionResult> read_question(Json const& json, Question const& question, Context const& context)
{
    ZK_TRY(std::string_view id, text_at(json, "id"));
    ZK_TRY(std::string_view text, text_at(json, "text"));
    if (id != question.id || text != question.text)
        return fail(Fault::tampered, "report-question-changed");
    ZK_TRY(Json const* evidence_json, json.at("evidence"));
    ZK_TRY(Json::Array const* lines, evidence_json->array());
    auto const expected = probes_of(question.id);
    if (lines->size() != expected.size())
        return fail(Fault::tampered, "report-probe-missing");
    std::vector<Evidence> evidence;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        auto one = read_evidence((*lines)[i], expected[i], context);
        if (!one)
            return std::unexpected(one.error().at(Place::path(expected[i].id)));
        evidence.push_back(*std::move(one));
    }

    QuestionResult out = conclude(question, std::move(evidence));
    ZK_TRY(std::string_view state, text_at(json, "state"));
    ZK_TRY(std::string_view why, text_at(json, "why"));
    ZK_TRY(Json const* applicable_json, json.at("applicable"));
    ZK_TRY(bool applicable, applicable_json->boolean());
    ZK_TRY(Json const* expires, json.at("expires"));
    bool const same_end = expires->is_null() ? !out.expires : out.expires && expires->text() == out.expires->iso();
    if (state != name_of(out.verdict.state) || why != name_of(out.verdict.reason)
        || applicable != (out.verdict.applies == Applies::yes) || !same_end)
        return fail(Fault::tampered, "report-state-does-not-follow");
    return out;
}

Result<CheckResult> read_questions(Json const& report, Context const& context)
{
    ZK_TRY(Json const* json, report.at("questions"));
    ZK_TRY(Json::Array const* lines, json->array());
    if (lines->size() != k_question_count)
        return fail(Fault::tampered, "report-question-missing");
    std::vector<QuestionResult> results;
    for (std::size_t i = 0; i < k_question_count; ++i) {
        auto one = read_question((*lines)[i], questions()[i], context);
        if (!one) {
            bool const has_place = !one.error().place().empty();
            return std::unexpected(has_place ? one.error() : one.error().at(Place::path(questions()[i].id)));
        }
        results.push_back(*std::move(one));
    }
    return conclude(std::move(results));
}

// A practice of one person shows in its report: what concerns a team does not apply.
Result<int> active_accounts(Json const& report)
{
    constexpr int k_alone = 1;
    constexpr int k_several = 2;
    ZK_TRY(Json const* list, report.at("questions"));
    ZK_TRY(Json::Array const* lines, list->array());
    for (Json const& question : *lines) {
        ZK_TRY(Json const* evidence_json, question.at("evidence"));
        ZK_TRY(Json::Array const* evidence, evidence_json->array());
        for (Json const& one : *evidence) {
            ZK_TRY(std::string_view reason, text_at(one, "reason"));
            if (reason == name_of(Reason::one_person))
                return k_alone;
        }
    }
    return k_several;
}

Result<Context> read_context(Json const& report)
{
    ZK_TRY(std::string_view format, text_at(report, "format"));
    if (format != k_report_format)
        return fail(Fault::bad_input, "report-format-unknown");
    ZK_TRY(Json const* software, report.at("software"));
    ZK_TRY(std::int64_t probe_set, number_at(*software, "probe_set"));
    if (probe_set != k_probe_set)
        return fail(Fault::unavailable, "report-of-another-probe-set");
    ZK_TRY(std::string_view mode, text_at(report, "mode"));
    bool const is_test = mode == name_of(PracticeMode::test);
    if (!is_test && mode != name_of(PracticeMode::production))
        return fail(Fault::bad_input, "report-mode-unknown");
    ZK_TRY(Instant made, moment_at(report, "made"));
    ZK_TRY(int accounts, active_accounts(report));
    return Context { .now = made,
        .latest_known = made,
        .first_day = amsterdam_date(made),
        .mode = is_test ? PracticeMode::test : PracticeMode::production,
        .active_accounts = accounts };
}

Result<> check_totals(Json const& report, CheckResult const& result)
{
    ZK_TRY(Json const* counts, report.at("counts"));
    ZK_TRY(std::int64_t proven, number_at(*counts, "proven"));
    ZK_TRY(std::int64_t declared, number_at(*counts, "declared"));
    ZK_TRY(std::int64_t open, number_at(*counts, "open"));
    ZK_TRY(std::int64_t failed, number_at(*counts, "failed"));
    ZK_TRY(std::string_view headline, text_at(report, "headline"));
    if (proven != result.counts.proven || declared != result.counts.declared || open != result.counts.open
        || failed != result.counts.failed || headline != name_of(result.headline))
        return fail(Fault::tampered, "report-counts-do-not-follow");
    ZK_TRY(Json const* stake, report.at("at_stake"));
    ZK_TRY(std::int64_t patients, number_at(*stake, "patients"));
    ZK_TRY(std::int64_t each, number_at(*stake, "cents_each"));
    ZK_TRY(std::int64_t cents, number_at(*stake, "cents"));
    ZK_TRY(Cents total, Cents::of(each).times(patients));
    if (total.count() != cents)
        return fail(Fault::tampered, "report-money-does-not-follow");
    return {};
}

// Gives back the report without its signature.
Result<Json> check_signature(Json const& report, keep::VerifierKey const& key)
{
    ZK_TRY(Json const* signature, report.at("signature"));
    ZK_TRY(std::string_view key_text, text_at(*signature, "key"));
    ZK_TRY(std::string_view note, text_at(*signature, "note"));
    if (key_text != key.text())
        return fail(Fault::tampered, "report-signed-by-another-key");
    Json::Object members = **report.object();
    members.erase("signature");
    Json rest(std::move(members));
    std::string const text = rest.canonical() + "\n";
    std::string const whole = text + std::string(note);
    ZK_TRY(std::string signed_text, keep::open_note(whole, key));
    if (signed_text != text)
        return fail(Fault::tampered, "report-signature-of-another-text");
    return rest;
}

Result<std::optional<crypto::Digest>> previous_hash(Json const& report)
{
    ZK_TRY(Json const* previous, report.at("previous"));
    if (previous->is_null())
        return std::optional<crypto::Digest> {};
    ZK_TRY(std::string_view hex, text_at(*previous, "sha256"));
    ZK_TRY(crypto::Digest digest, parse_digest(hex));
    return std::optional(digest);
}

} // namespace

Result<VerifiedReport> verify_report(std::string_view file, keep::VerifierKey const& key)
{
    ZK_TRY(Json report, Json::parse(file));
    ZK_TRY(Json rest, check_signature(report, key));
    ZK_TRY(Context context, read_context(rest));
    ZK_TRY(CheckResult result, read_questions(rest, context));
    ZK_CHECK(check_totals(rest, result));
    ZK_TRY(std::optional<crypto::Digest> previous, previous_hash(rest));
    return VerifiedReport { .mode = context.mode,
        .made = context.now,
        .headline = result.headline,
        .counts = result.counts,
        .sha256 = report_hash(rest),
        .previous = previous };
}

} // namespace zk::care::check
