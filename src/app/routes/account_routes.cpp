#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "base/agb.hpp"
#include "base/amsterdam.hpp"
#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Role;
using nlohmann::ordered_json;

// What the BIG register gives out.
constexpr std::size_t k_big_digits = 11;

Result<Role> parse_role(std::string_view text)
{
    for (std::uint8_t role = 1; role <= catalogue::k_role_last; ++role) {
        if (catalogue::name_of(static_cast<Role>(role)) == text)
            return static_cast<Role>(role);
    }
    return fail(Fault::bad_input, "role-unknown", Place::of("role"));
}

Result<std::optional<Date>> optional_date(JsonBody const& body, Code field)
{
    ZK_TRY(std::string const text, body.text_or_empty(field));
    if (text.empty())
        return std::optional<Date>();
    auto const date = Date::parse_iso(text);
    if (!date)
        return fail(Fault::bad_input, "date-unknown", Place::of(field));
    return std::optional(*date);
}

ordered_json roster_json(gate::RosterLine const& line)
{
    ordered_json out { { "practitioner", line.practitioner }, { "kind", gate::text_of(line.kind) },
        { "from", line.from.iso() } };
    if (line.until)
        out["until"] = line.until->iso();
    return out;
}

ordered_json account_json(ServedPractice& served, gate::Account const& account, Caller const& caller)
{
    ordered_json out { { "id", account.id.text() }, { "login", account.login }, { "name", account.name },
        { "role", catalogue::name_of(account.role) }, { "practitioner", account.practitioner }, { "big", account.big },
        { "agb", account.agb }, { "short_code", account.short_code }, { "state", gate::text_of(account.state) },
        { "second_step", account.active_since.has_value() }, { "pin", account.has_pin },
        { "recovery_codes_left", account.recovery_codes_left }, { "sessions", served.sessions.count_of(account.id) },
        { "me", account.id == caller.who.account } };
    if (account.ends_on)
        out["ends_on"] = account.ends_on->iso();
    if (account.last_login_at)
        out["last_login_at"] = iso_with_offset(*account.last_login_at);
    if (account.invite_ends_at)
        out["invite_ends_at"] = iso_with_offset(*account.invite_ends_at);
    if (auto const ends_on = gate::password_ends_on(account, served.practice.settings().number("password.term_days"))) {
        out["password_set_on"] = amsterdam_date(*account.password_set_at).iso();
        out["password_ends_on"] = ends_on->iso();
    }
    out["roster"] = ordered_json::array();
    for (gate::RosterLine const& line : account.roster)
        out["roster"].push_back(roster_json(line));
    return out;
}

Result<gate::Account> account_of(ServedPractice& served, http::Request const& request)
{
    auto const id = AccountId::parse(request.parameter("id"));
    if (!id)
        return fail(Fault::not_found, "account-unknown");
    return served.accounts.find(*id);
}

Reply answer_with(ServedPractice& served, Caller const& caller, AccountId const& id)
{
    ZK_TRY(gate::Account const account, served.accounts.find(id));
    return http::json(200, account_json(served, account, caller).dump());
}

Result<> note(ServedPractice& served, Caller const& caller, keep::LogAction action, std::string const& object)
{
    ZK_CHECK(served.practice.policy().note(caller.who, keep::LogEvent::account_changed, action, object));
    return {};
}

// What an old export brought may be odd; what is typed here may not.
Result<> check_numbers(gate::AccountEdit const& edit, std::string const& big_before, std::string const& agb_before)
{
    bool const big_fits = edit.big.size() == k_big_digits && ascii::all_digits(edit.big);
    if (!edit.big.empty() && edit.big != big_before && !big_fits)
        return fail(Fault::bad_input, "big-not-eleven-digits", Place::of("big"));
    if (!edit.agb.empty() && edit.agb != agb_before && !Agb::parse(edit.agb))
        return fail(Fault::bad_input, "agb-not-eight-digits", Place::of("agb"));
    return {};
}

Result<gate::AccountEdit> edit_of(JsonBody const& body)
{
    ZK_TRY(std::string const role_text, body.text("role"));
    ZK_TRY(Role const role, parse_role(role_text));
    gate::AccountEdit out { .name = {}, .role = role };
    ZK_TRY(out.name, body.text_or_empty("name"));
    ZK_TRY(std::string const practitioner, body.text_or_empty("practitioner"));
    ZK_TRY(std::string const big, body.text_or_empty("big"));
    ZK_TRY(std::string const agb, body.text_or_empty("agb"));
    out.practitioner = std::string(trim(practitioner));
    out.big = std::string(trim(big));
    out.agb = std::string(trim(agb));
    ZK_TRY(out.ends_on, optional_date(body, "ends_on"));
    return out;
}

Result<gate::RosterLine> roster_line_of(JsonBody const& body, Date today)
{
    ZK_TRY(std::string const kind, body.text("kind"));
    if (kind != gate::text_of(gate::RosterKind::assists) && kind != gate::text_of(gate::RosterKind::stands_in))
        return fail(Fault::bad_input, "roster-kind-unknown", Place::of("kind"));
    gate::RosterLine line { .practitioner = {},
        .kind
        = kind == gate::text_of(gate::RosterKind::assists) ? gate::RosterKind::assists : gate::RosterKind::stands_in,
        .from = today };
    ZK_TRY(std::string const practitioner, body.text("practitioner"));
    line.practitioner = std::string(trim(practitioner));
    ZK_TRY(auto const from, optional_date(body, "from"));
    line.from = from.value_or(today);
    ZK_TRY(line.until, optional_date(body, "until"));
    return line;
}

Reply set_roster(
    ServedPractice& served, Caller const& caller, gate::Account const& account, std::vector<gate::RosterLine> lines)
{
    ZK_CHECK(gate::check_roster(lines));
    ZK_CHECK(note(served, caller, keep::LogAction::update, account.id.text()));
    ZK_CHECK(served.accounts.set_roster(account.login, std::move(lines)));
    return answer_with(served, caller, account.id);
}

// Shown once: only its hash is kept.
Reply code_answer(ServedPractice& served, gate::Account const& account, gate::OneTimeCode const& code)
{
    ZK_TRY(gate::Account const now, served.accounts.find(account.id));
    ordered_json out { { "login", now.login }, { "name", now.name }, { "code", code.for_paper() } };
    out["valid_until"] = iso_with_offset(now.invite_ends_at.value_or(served.practice.clock().now()));
    return http::json(200, out.dump());
}

} // namespace

Reply list_accounts(ServedPractice& served, Caller const& caller, http::Request const&)
{
    ZK_TRY(std::vector<gate::Account> const accounts, served.accounts.list());
    ordered_json list = ordered_json::array();
    for (gate::Account const& account : accounts)
        list.push_back(account_json(served, account, caller));
    ordered_json const out { { "accounts", std::move(list) },
        { "password_term_days", served.practice.settings().number("password.term_days") } };
    return http::json(200, out.dump());
}

Reply add_account(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const login, body.text("login"));
    if (!gate::Login::parse(login))
        return fail(Fault::bad_input, "login-not-usable", Place::of("login"));
    ZK_TRY(gate::AccountEdit const edit, edit_of(body));
    ZK_CHECK(check_numbers(edit, "", ""));
    ZK_CHECK(note(served, caller, keep::LogAction::create, "account"));
    ZK_TRY(gate::Account const added,
        served.accounts.add({ .login = login,
            .name = edit.name,
            .role = edit.role,
            .practitioner = edit.practitioner,
            .big = edit.big,
            .agb = edit.agb,
            .ends_on = edit.ends_on }));
    return answer_with(served, caller, added.id);
}

Reply edit_account(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(gate::AccountEdit const edit, edit_of(body));
    ZK_CHECK(check_numbers(edit, account.big, account.agb));
    ZK_CHECK(note(served, caller, keep::LogAction::update, account.id.text()));
    ZK_CHECK(served.accounts.edit(account.login, edit));
    // Another role is another screen: who has it logs in again.
    if (edit.role != account.role)
        served.sessions.end_all_of(account.id);
    return answer_with(served, caller, account.id);
}

Reply invite_account(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_CHECK(note(served, caller, keep::LogAction::update, account.id.text()));
    ZK_TRY(gate::OneTimeCode const code, served.accounts.invite(account.login));
    return code_answer(served, account, code);
}

Reply reset_account(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    // His session would end here, and the code with it.
    if (account.id == caller.who.account)
        return fail(Fault::refused, "own-account-not-reset");
    ZK_CHECK(note(served, caller, keep::LogAction::update, account.id.text()));
    ZK_TRY(gate::OneTimeCode const code, served.accounts.reset(account.login));
    served.sessions.end_all_of(account.id);
    return code_answer(served, account, code);
}

Reply disable_account(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_CHECK(note(served, caller, keep::LogAction::update, account.id.text()));
    ZK_CHECK(served.accounts.disable(account.login));
    served.sessions.end_all_of(account.id);
    return answer_with(served, caller, account.id);
}

Reply end_sessions(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_CHECK(note(served, caller, keep::LogAction::execute, account.id.text()));
    served.sessions.end_all_of(account.id);
    return http::no_content();
}

Reply add_to_roster(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(gate::RosterLine const line, roster_line_of(body, served.practice.today()));
    std::vector<gate::RosterLine> lines = account.roster;
    if (std::ranges::find(lines, line) == lines.end())
        lines.push_back(line);
    return set_roster(served, caller, account, std::move(lines));
}

Reply remove_from_roster(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(gate::Account const account, account_of(served, request));
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(gate::RosterLine const line, roster_line_of(body, served.practice.today()));
    std::vector<gate::RosterLine> lines = account.roster;
    if (std::erase(lines, line) == 0)
        return fail(Fault::not_found, "roster-line-unknown");
    return set_roster(served, caller, account, std::move(lines));
}

} // namespace zk::app
