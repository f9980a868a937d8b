#include "app/check/statements.hpp"
#include "app/routes/check_texts.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "app/routes/served_check.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;

// Others than who oversee get the score; a run is kept for who may see all of it, and cut down for the others.
http::Response run_answer(CheckRun const& run, check::View view, catalogue::Role reader)
{
    std::string const report = check::report_json(run.result, run.head, run.when, view).canonical();
    if (view == check::View::score)
        return http::json(200, report);
    nlohmann::ordered_json out = nlohmann::ordered_json::parse(report);
    out["history"] = check_history_json(run);
    out["recent"] = recent_days_json(run);
    out["texts"] = check_texts_json(run, reader);
    return http::json(200, out.dump());
}

check::View view_of(ServedPractice& served, Caller const& caller)
{
    return served.practice.policy().oversees(caller.who) ? check::View::all : check::View::score;
}

} // namespace

Reply show_check(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(auto const run, last_or_first_check(served));
    return run_answer(*run, view_of(served, caller), caller.who.role);
}

Reply measure_check(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(auto const run, measure_now(served, &caller.who));
    return run_answer(*run, view_of(served, caller), caller.who.role);
}

Reply declare_statement(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const probe, body.text("probe"));
    ZK_TRY(std::string const answer_text, body.text("answer"));
    auto const answer = check::parse_answer(answer_text);
    if (!answer)
        return fail(Fault::bad_input, "statement-answer-unknown", Place::of("answer"));
    ZK_TRY(check::Context const when, check_context(served.practice, served.accounts));
    // His session was opened with the second step.
    check::StatementDraft draft { .probe = probe,
        .answer = *answer,
        .role = caller.who.role,
        .account = caller.session.account.short_code,
        .second_step = check::SecondStep::shown,
        .event_date = when.today() };
    ZK_TRY(std::string const date, body.text_or_empty("event_date"));
    if (!date.empty()) {
        ZK_TRY(draft.event_date, Date::parse_iso(date));
    }
    ZK_TRY(draft.explanation, body.text_or_empty("explanation"));
    ZK_TRY(check::Statement const statement, check::accept_statement(std::move(draft), when));
    ZK_CHECK(keep_statement(served.practice, caller.who, statement));
    return measure_check(served, caller, request);
}

Reply download_report(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(auto const run, last_or_first_check(served));
    ZK_TRY(std::string report, signed_report_of(served.practice, *run));
    ZK_CHECK(served.practice.policy().note(caller.who, keep::LogEvent::exported, keep::LogAction::execute,
        "check-report", check::report_hash(run->report)));
    http::Response out = http::bytes("application/octet-stream", std::move(report));
    out.with("Content-Disposition", "attachment; filename=\"zorgkluis-check.report\"");
    return out;
}

} // namespace zk::app
