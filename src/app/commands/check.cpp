#include "app/check/fact_reader.hpp"
#include "app/check/statements.hpp"
#include "app/commands/commands.hpp"
#include "app/named_file.hpp"
#include "app/version.hpp"
#include "base/amsterdam.hpp"
#include "care/check/report.hpp"
#include "care/check/report_text.hpp"

#include <algorithm>
#include <cstdio>

namespace zk::app {

namespace {

namespace check = care::check;

// Nobody declares without having shown who he is: on the command line the passphrase of the practice stands for that.
constexpr check::SecondStep k_second_step = check::SecondStep::shown;

Result<check::Context> context_of(OpenPractice& open)
{
    gate::Practice& practice = open.practice();
    ZK_TRY(auto const accounts, open.accounts().list());
    check::Context out { .now = practice.clock().now(),
        .latest_known = Instant {},
        .first_day = amsterdam_date(practice.facts().founded_at),
        .mode = practice.facts().mode == gate::Mode::test ? check::PracticeMode::test : check::PracticeMode::production,
        .active_accounts = 0,
        .departures = {} };
    for (gate::Account const& account : accounts) {
        if (gate::may_enter(account, practice.today()))
            ++out.active_accounts;
        if (account.ends_on && *account.ends_on < practice.today())
            out.departures.push_back({ account.short_code, account.role, *account.ends_on });
    }
    if (practice.log().size() > 0) {
        ZK_TRY(keep::Line const newest, practice.log().line(practice.log().size() - 1));
        out.latest_known = newest.at.get_or(Instant {});
    }
    return out;
}

Result<check::ReportHead> head_of(OpenPractice& open, PatientCounts const& counts)
{
    gate::PracticeFacts const& facts = open.practice().facts();
    ZK_TRY(Date const built, Date::parse_iso(k_build_date));
    ZK_TRY(keep::TreeHead const head, open.practice().log().verify());
    ZK_TRY(keep::VerifierKey const key, keep::journal_key(open.practice().vault().keyring()));
    check::ReportHead out { .practice_name = facts.name,
        .practice_kind = std::string(gate::text_of(facts.kind)),
        .practice_agb = facts.agb,
        .software_version = std::string(k_version),
        .build_date = built,
        .patients = counts.patients,
        .journal_origin = key.name(),
        .journal_size = head.size,
        .journal_root = to_base64(head.root) };
    ZK_TRY(auto const previous, last_check(open.practice().vault()));
    if (previous)
        out.previous = check::ReportHead::Previous { previous->report_hash, previous->made };
    return out;
}

std::string states_of(check::CheckResult const& result)
{
    std::string out;
    for (check::QuestionResult const& one : result.questions)
        out += std::string(one.question->id) + "=" + std::string(check::name_of(one.verdict.state)) + " ";
    return out;
}

} // namespace

Result<Exit> run_check(Context const& context, CheckOptions const& options)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(check::Context const when, context_of(open));
    ZK_TRY(auto const statements, load_statements(open.practice().vault()));
    ZK_TRY(auto const reader, PracticeFactReader::open(open.practice(), open.accounts(), statements, when.now));
    check::FactSource source(*reader, when.now);
    check::CheckResult const result = check::evaluate(source, statements, when);
    ZK_TRY(check::ReportHead const head, head_of(open, reader->patients()));
    bool const oversees = open.practice().policy().oversees(open.who());
    check::View const view = oversees ? check::View::all : check::View::score;
    check::Json const report = check::report_json(result, head, when, view);
    if (oversees)
        ZK_CHECK(keep_check(open.practice(), open.who(), { check::report_hash(report), when.now }, states_of(result)));
    if (!options.report.empty()) {
        if (!oversees)
            return fail(Fault::refused, "not-for-this-role");
        ZK_TRY(keep::VerifierKey const key, keep::journal_key(open.practice().vault().keyring()));
        crypto::Signer const signer = open.practice().vault().keyring().journal_signer();
        std::string const signed_report = check::sign_report(
            report, key, [&](std::string_view text) { return keep::sign_note(text, key, signer); });
        ZK_CHECK(write_named_file(options.report, as_bytes(signed_report)));
    }
    ZK_CHECK(open.close());
    std::string const answer
        = context.format == Format::json ? report.canonical() + "\n" : check::report_text(result, head, when, view);
    std::fwrite(answer.data(), 1, answer.size(), stdout);
    auto const strictness = options.strict ? check::Strictness::open_too : check::Strictness::failed_only;
    return check::found_something(result, strictness) ? Exit::found : Exit::done;
}

Result<Exit> run_check_declare(Context const& context, DeclareOptions const& options)
{
    ZK_TRY(check::Answer const answer, check::parse_answer(options.answer));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(check::Context const when, context_of(open));
    check::StatementDraft draft { .probe = options.probe,
        .answer = answer,
        .role = open.who().role,
        .account = open.account().short_code,
        .second_step = k_second_step,
        .event_date = when.today() };
    if (!options.date.empty()) {
        ZK_TRY(draft.event_date, Date::parse_iso(options.date));
    }
    draft.explanation = options.explanation;
    ZK_TRY(check::Statement const statement, check::accept_statement(std::move(draft), when));
    ZK_CHECK(keep_statement(open.practice(), open.who(), statement));
    ZK_CHECK(open.close());
    check::StatementSpec const* const spec = check::find_statement_spec(statement.probe, when.team());
    std::string const until = spec == nullptr ? "" : statement.expires(*spec).iso();
    if (context.format == Format::json)
        std::printf("{\"probe\":\"%s\",\"answer\":\"%s\",\"expires\":\"%s\"}\n", statement.probe.c_str(),
            std::string(check::name_of(answer)).c_str(), until.c_str());
    else
        std::printf("Verklaard bij %s: %s, geldig tot en met %s.\n", statement.probe.c_str(),
            std::string(check::name_of(answer)).c_str(), until.c_str());
    return Exit::done;
}

Result<Exit> run_verify(Context const& context, std::string const& file, std::string const& key_file)
{
    ZK_TRY(Bytes const report, read_named_file(file));
    ZK_TRY(Bytes const key_text, read_named_file(key_file));
    std::string_view text = as_text(key_text);
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    ZK_TRY(keep::VerifierKey const key, keep::VerifierKey::parse(text));
    auto const verified = check::verify_report(as_text(report), key);
    if (!verified) {
        std::fprintf(stderr, "zorgkluis: dit verslag klopt niet (%s)\n", std::string(verified.error().code()).c_str());
        if (context.format == Format::json)
            std::printf("{\"verified\":false,\"code\":\"%s\"}\n", std::string(verified.error().code()).c_str());
        return Exit::found;
    }
    if (context.format == Format::json)
        std::printf("{\"verified\":true,\"mode\":\"%s\",\"made\":\"%s\"}\n",
            std::string(check::name_of(verified->mode)).c_str(), iso_with_offset(verified->made).c_str());
    else
        std::printf("Het verslag klopt: gemaakt %s%s.\n", iso_with_offset(verified->made).c_str(),
            verified->mode == check::PracticeMode::test ? ", van een TESTpraktijk" : "");
    return Exit::done;
}

} // namespace zk::app
