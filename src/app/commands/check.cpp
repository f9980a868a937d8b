#include "app/check/do_the_check.hpp"
#include "app/check/statements.hpp"
#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/named_file.hpp"
#include "app/terminal/terminal.hpp"
#include "base/amsterdam.hpp"
#include "care/check/report_text.hpp"
#include "keep/journal/proof_file.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

namespace check = care::check;

// Nobody declares without having shown who he is: on the command line the passphrase of the practice stands for that.
constexpr check::SecondStep k_second_step = check::SecondStep::shown;

} // namespace

Result<Exit> run_check(Context const& context, CheckOptions const& options)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(
        CheckRun const run, do_the_check(open.practice(), open.accounts(), &open.who(), { .listens = open.listens() }));
    if (!options.report.empty()) {
        ZK_TRY(std::string const signed_report, signed_report_of(open.practice(), run));
        ZK_CHECK(write_named_file(options.report, as_bytes(signed_report)));
    }
    ZK_CHECK(open.close());
    std::string const answer = context.format == Format::json
        ? run.report.canonical() + "\n"
        : check::report_text(run.result, run.head, run.when, run.view);
    print_text(answer);
    auto const strictness = options.strict ? check::Strictness::open_too : check::Strictness::failed_only;
    return check::found_something(run.result, strictness) ? Exit::found : Exit::done;
}

Result<Exit> run_check_declare(Context const& context, DeclareOptions const& options)
{
    ZK_TRY(check::Answer const answer, check::parse_answer(options.answer));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(check::Context const when, check_context(open.practice(), open.accounts()));
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
        print("{\"probe\":\"%s\",\"answer\":\"%s\",\"expires\":\"%s\"}\n", statement.probe.c_str(),
            std::string(check::name_of(answer)).c_str(), until.c_str());
    else
        print("Verklaard bij %s: %s, geldig tot en met %s.\n", statement.probe.c_str(),
            std::string(check::name_of(answer)).c_str(), until.c_str());
    return Exit::done;
}

namespace {

Result<Exit> verify_proof(Context const& context, std::string_view text, keep::VerifierKey const& key)
{
    auto const proven = keep::check_proof(text, key);
    if (!proven) {
        print_error("zorgkluis: dit bewijs klopt niet (%s)\n", std::string(proven.error().code()).c_str());
        if (context.format == Format::json)
            print("{\"verified\":false,\"code\":\"%s\"}\n", std::string(proven.error().code()).c_str());
        return Exit::found;
    }
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "verified", true }, { "entry", proven->index }, { "leaf", to_base64(proven->leaf) },
            { "size", proven->head.size }, { "root", to_base64(proven->head.root) } }));
    else
        print("Het bewijs klopt: regel %llu staat in het log van %llu regels met wortel %s.\n",
            static_cast<unsigned long long>(proven->index), static_cast<unsigned long long>(proven->head.size),
            to_base64(proven->head.root).c_str());
    return Exit::done;
}

} // namespace

Result<Exit> run_verify(Context const& context, std::string const& file, std::string const& key_file)
{
    ZK_TRY(Bytes const report, read_named_file(file));
    ZK_TRY(Bytes const key_text, read_named_file(key_file));
    std::string_view text = as_text(key_text);
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    ZK_TRY(keep::VerifierKey const key, keep::VerifierKey::parse(text));
    if (as_text(report).starts_with(keep::k_proof_magic))
        return verify_proof(context, as_text(report), key);
    auto const verified = check::verify_report(as_text(report), key);
    if (!verified) {
        print_error("zorgkluis: dit verslag klopt niet (%s)\n", std::string(verified.error().code()).c_str());
        if (context.format == Format::json)
            print("{\"verified\":false,\"code\":\"%s\"}\n", std::string(verified.error().code()).c_str());
        return Exit::found;
    }
    if (context.format == Format::json)
        print("{\"verified\":true,\"mode\":\"%s\",\"made\":\"%s\"}\n",
            std::string(check::name_of(verified->mode)).c_str(), iso_with_offset(verified->made).c_str());
    else
        print("Het verslag klopt: gemaakt %s%s.\n", iso_with_offset(verified->made).c_str(),
            verified->mode == check::PracticeMode::test ? ", van een TESTpraktijk" : "");
    return Exit::done;
}

} // namespace zk::app
