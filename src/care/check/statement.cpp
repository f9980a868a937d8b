#include "care/check/statement.hpp"

#include "base/encoding.hpp"
#include "base/limits.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace zk::care::check {

namespace {

constexpr std::array<std::pair<Answer, std::string_view>, 3> k_answers { {
    { Answer::ja, "ja" },
    { Answer::nee, "nee" },
    { Answer::weet_niet, "weet_niet" },
} };

bool has_lapsed(Statement const& statement, Context const& context)
{
    return std::ranges::any_of(context.departures, [&](Departure const& departure) {
        return departure.account == statement.account && departure.role == statement.role
            && departure.left_on >= amsterdam_date(statement.made_at)
            && context.today() > departure.left_on.plus_days(k_lapse_days);
    });
}

Result<StatementSpec const*> spec_for(StatementDraft const& draft, Context const& context)
{
    Probe const* probe = find_probe(draft.probe);
    if (probe == nullptr)
        return fail(Fault::not_found, "statement-unknown-probe");
    if (StatementSpec const* spec = find_statement_spec(probe->id, context.team()))
        return spec;
    if (probe->absent == Absent::neighbours_statement)
        return fail(Fault::wrong_use, "statement-belongs-to-neighbour", Place::path(probe->neighbour));
    return fail(Fault::refused, "statement-not-accepted-where-measured");
}

Result<> check_explanation(StatementDraft const& draft, StatementSpec const& spec)
{
    if (draft.explanation.size() > k_reason_bytes_max)
        return fail(Fault::bad_input, "statement-explanation-too-long");
    if (!valid_utf8(draft.explanation))
        return fail(Fault::bad_input, "statement-explanation-not-utf8");
    if (spec.explanation == Explanation::required && draft.explanation.empty())
        return fail(Fault::bad_input, "statement-needs-explanation");
    return {};
}

} // namespace

Result<Statement> accept_statement(StatementDraft draft, Context const& context)
{
    ZK_TRY(StatementSpec const* spec, spec_for(draft, context));
    if (!may_state(spec->by, draft.role))
        return fail(Fault::refused, "statement-wrong-role");
    if (draft.second_step == SecondStep::missing)
        return fail(Fault::refused, "statement-without-second-step");
    if (draft.event_date > context.today())
        return fail(Fault::bad_input, "statement-date-in-future");
    if (context.today() > draft.event_date.plus_days(spec->term_days))
        return fail(Fault::bad_input, "statement-past-its-term");
    ZK_CHECK(check_explanation(draft, *spec));
    return Statement { .probe = std::move(draft.probe),
        .answer = draft.answer,
        .role = draft.role,
        .account = std::move(draft.account),
        .event_date = draft.event_date,
        .made_at = context.now,
        .explanation = std::move(draft.explanation),
        .attachment_sha256 = draft.attachment_sha256,
        .text_version = spec->text_version };
}

Finding judge_statement(StatementSpec const& spec, Statement const* statement, Context const& context)
{
    if (statement == nullptr)
        return finding(Reason::no_statement);
    if (statement->text_version != spec.text_version)
        return finding(Reason::text_changed);
    if (statement->answer == Answer::nee)
        return finding(Reason::stated_no);
    if (statement->answer == Answer::weet_niet)
        return finding(Reason::stated_unknown);
    if (context.clock_went_back() || statement->made_at > context.now || statement->event_date > context.today())
        return finding(Reason::clock);
    if (has_lapsed(*statement, context))
        return finding(Reason::lapsed);
    if (context.today() > statement->expires(spec))
        return finding(Reason::expired);
    return finding(Reason::stated);
}

Statement const* newest_statement(std::span<Statement const> statements, std::string_view probe_id)
{
    Statement const* newest = nullptr;
    for (Statement const& statement : statements) {
        if (statement.probe == probe_id && (newest == nullptr || statement.made_at >= newest->made_at))
            newest = &statement;
    }
    return newest;
}

std::optional<Answer> last_answer(std::span<Statement const> statements, std::string_view probe_id)
{
    Statement const* newest = newest_statement(statements, probe_id);
    return newest == nullptr ? std::nullopt : std::optional(newest->answer);
}

bool may_state(MayState who, Role role)
{
    return role == Role::praktijkhouder
        || (role == Role::functionaris && who == MayState::praktijkhouder_or_functionaris);
}

std::string_view name_of(Answer answer)
{
    auto const* found = std::ranges::find(k_answers, answer, &std::pair<Answer, std::string_view>::first);
    return found == k_answers.end() ? std::string_view {} : found->second;
}

Result<Answer> parse_answer(std::string_view text)
{
    auto const* found = std::ranges::find(k_answers, text, &std::pair<Answer, std::string_view>::second);
    if (found == k_answers.end())
        return fail(Fault::wrong_use, "statement-answer-unknown");
    return found->first;
}

} // namespace zk::care::check
