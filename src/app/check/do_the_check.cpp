#include "app/check/do_the_check.hpp"

#include "app/check/check_history.hpp"
#include "app/check/statements.hpp"
#include "app/version.hpp"
#include "base/amsterdam.hpp"

namespace zk::app {

namespace check = care::check;

namespace {

Result<check::ReportHead> head_of(
    gate::Practice& practice, PatientCounts const& counts, std::vector<KeptCheck> const& kept)
{
    gate::PracticeFacts const facts = practice.facts();
    ZK_TRY(Date const built, Date::parse_iso(k_build_date));
    ZK_TRY(keep::TreeHead const head, practice.log().verify());
    ZK_TRY(keep::VerifierKey const key, keep::journal_key(practice.vault().keyring()));
    check::ReportHead out { .practice_name = facts.name,
        .practice_kind = std::string(gate::text_of(facts.kind)),
        .practice_agb = facts.agb,
        .software_version = std::string(k_version),
        .build_date = built,
        .patients = counts.patients,
        .journal_origin = key.name(),
        .journal_size = head.size,
        .journal_root = to_base64(head.root) };
    if (!kept.empty())
        out.previous = check::ReportHead::Previous { kept.back().report_hash, kept.back().made };
    return out;
}

// Every whole report has its line; one at each change and one a day is remembered.
Result<> put_in_history(
    gate::Practice& practice, gate::Who const* who, std::vector<KeptCheck>& kept, KeptCheck const& check)
{
    ZK_CHECK(note_check(practice, who, check));
    if (is_due(kept, check) == Due::no)
        return {};
    ZK_CHECK(keep_check(practice, check));
    kept.push_back(check);
    return {};
}

} // namespace

Result<check::Context> check_context(gate::Practice& practice, gate::Accounts const& accounts)
{
    ZK_TRY(auto const all, accounts.list());
    check::Context out { .now = practice.clock().now(),
        .latest_known = Instant {},
        .first_day = amsterdam_date(practice.facts().founded_at),
        .mode = practice.facts().mode == gate::Mode::test ? check::PracticeMode::test : check::PracticeMode::production,
        .active_accounts = 0,
        .departures = {} };
    for (gate::Account const& account : all) {
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

Result<CheckRun> do_the_check(
    gate::Practice& practice, gate::Accounts const& accounts, gate::Who const* who, CheckPlace const& place)
{
    ZK_TRY(check::Context when, check_context(practice, accounts));
    ZK_TRY(auto const statements, load_statements(practice.vault()));
    ZK_TRY(auto const reader, PracticeFactReader::open(practice, accounts, statements, when.now, place));
    check::FactSource source(*reader, when.now);
    check::CheckResult result = check::evaluate(source, statements, when);
    // What was cut short found errors that are none.
    if (place.stop.stop_requested())
        return fail(Fault::unavailable, "check-stopped");
    ZK_TRY(std::vector<KeptCheck> kept, load_checks(practice.vault()));
    ZK_TRY(check::ReportHead head, head_of(practice, reader->patients(), kept));
    bool const sees_all = who == nullptr || practice.policy().oversees(*who);
    check::View const view = sees_all ? check::View::all : check::View::score;
    CheckRun out { std::move(result), std::move(head), std::move(when), view, {} };
    out.report = check::report_json(out.result, out.head, out.when, view);
    if (sees_all) {
        KeptCheck const made { check::report_hash(out.report), out.when.now, check::states_text(out.result) };
        ZK_CHECK(put_in_history(practice, who, kept, made));
        out.history = past_checks(kept);
    }
    return out;
}

Result<std::string> signed_report_of(gate::Practice& practice, CheckRun const& run)
{
    if (run.view != check::View::all)
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(keep::VerifierKey const key, keep::journal_key(practice.vault().keyring()));
    crypto::Signer const signer = practice.vault().keyring().journal_signer();
    return check::sign_report(
        run.report, key, [&](std::string_view text) { return keep::sign_note(text, key, signer); });
}

} // namespace zk::app
