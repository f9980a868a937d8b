#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using catalogue::Role;
using nlohmann::ordered_json;

Result<Role> parse_role(std::string const& text)
{
    for (std::uint8_t role = 1; role <= catalogue::k_role_last; ++role) {
        if (catalogue::name_of(static_cast<Role>(role)) == text)
            return static_cast<Role>(role);
    }
    return fail(Fault::wrong_use, "role-unknown");
}

ordered_json json_of(gate::Account const& account)
{
    ordered_json out { { "login", account.login }, { "name", account.name },
        { "role", catalogue::name_of(account.role) }, { "code", account.practitioner },
        { "short_code", account.short_code }, { "state", gate::text_of(account.state) } };
    if (account.ends_on)
        out["ends_on"] = account.ends_on->iso();
    return out;
}

// Accounts are the praktijkhouder's to change; the functionaris may look.
Result<> may_change(OpenPractice& open)
{
    if (open.who().role != Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    return {};
}

} // namespace

Result<Exit> run_account_add(Context const& context, AccountAddOptions const& options)
{
    ZK_TRY(Role const role, parse_role(options.role));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_CHECK(may_change(open));
    ZK_CHECK(
        open.practice().policy().note(open.who(), keep::LogEvent::account_changed, keep::LogAction::create, "account"));
    ZK_TRY(gate::Account const account,
        open.accounts().add(
            { .login = options.login, .name = options.name, .role = role, .practitioner = options.code }));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json(json_of(account)));
    else
        print("%s (%s) is toegevoegd. Een eenmalige code voor het inloggen: zorgkluis account invite %s\n",
            account.login.c_str(), std::string(catalogue::name_of(role)).c_str(), account.login.c_str());
    return Exit::done;
}

Result<Exit> run_account_list(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(std::vector<gate::Account> const accounts, open.accounts().list());
    ZK_CHECK(open.close());
    ordered_json list = ordered_json::array();
    for (gate::Account const& account : accounts)
        list.push_back(json_of(account));
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "accounts", std::move(list) } }));
        return Exit::done;
    }
    for (gate::Account const& account : accounts)
        print("%-6s %-20s %-16s %-24s %s\n", account.short_code.c_str(), account.login.c_str(),
            std::string(catalogue::name_of(account.role)).c_str(), account.name.c_str(),
            std::string(gate::text_of(account.state)).c_str());
    return Exit::done;
}

Result<Exit> run_account_act(Context const& context, AccountAct act, std::string const& login)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_CHECK(may_change(open));
    auto found = open.accounts().find(login);
    if (!found)
        return fail(Fault::not_found, "account-unknown");
    ZK_CHECK(open.practice().policy().note(
        open.who(), keep::LogEvent::account_changed, keep::LogAction::update, found->id.text()));
    std::string code;
    if (act == AccountAct::disable) {
        ZK_CHECK(open.accounts().disable(login));
    } else {
        ZK_TRY(gate::OneTimeCode const made,
            act == AccountAct::invite ? open.accounts().invite(login) : open.accounts().reset(login));
        code = made.for_paper();
    }
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ordered_json answer { { "login", login } };
        if (act == AccountAct::disable)
            answer["state"] = "disabled";
        else
            answer["code"] = code;
        ZK_CHECK(print_json(answer));
    } else if (act == AccountAct::disable) {
        print("%s is gesloten: wachtwoord, tweede stap en codes gelden niet meer.\n", login.c_str());
    } else {
        print("Eenmalige code voor %s, zeven dagen geldig:\n\n  %s\n\nGeef hem persoonlijk, niet per mail.\n",
            login.c_str(), code.c_str());
    }
    return Exit::done;
}

Result<Exit> run_account_roster(Context const& context, RosterOptions const& options)
{
    if (options.assists.empty() == options.stands_in.empty())
        return fail(Fault::wrong_use, "roster-kind-needed");
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_CHECK(may_change(open));
    auto const account = open.accounts().find(options.login);
    if (!account)
        return fail(Fault::not_found, "account-unknown");
    bool const assists = !options.assists.empty();
    gate::RosterLine line { .practitioner = assists ? options.assists : options.stands_in,
        .kind = assists ? gate::RosterKind::assists : gate::RosterKind::stands_in,
        .from = open.practice().today() };
    if (!options.from.empty()) {
        ZK_TRY(line.from, Date::parse_iso(options.from));
    }
    if (!options.until.empty()) {
        ZK_TRY(line.until, Date::parse_iso(options.until));
    }
    std::vector<gate::RosterLine> lines = account->roster;
    lines.push_back(line);
    ZK_CHECK(open.practice().policy().note(
        open.who(), keep::LogEvent::account_changed, keep::LogAction::update, account->id.text()));
    ZK_CHECK(open.accounts().set_roster(options.login, std::move(lines)));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "login", options.login }, { "practitioner", line.practitioner },
            { "kind", gate::text_of(line.kind) } }));
    else
        print("%s %s %s vanaf %s.\n", options.login.c_str(), assists ? "assisteert" : "neemt waar voor",
            line.practitioner.c_str(), line.from.iso().c_str());
    return Exit::done;
}

Result<Exit> run_account_end(Context const& context, std::string const& login, std::string const& date)
{
    ZK_TRY(Date const last_day, Date::parse_iso(date));
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_CHECK(may_change(open));
    auto const account = open.accounts().find(login);
    if (!account)
        return fail(Fault::not_found, "account-unknown");
    ZK_CHECK(open.practice().policy().note(
        open.who(), keep::LogEvent::account_changed, keep::LogAction::update, account->id.text()));
    ZK_CHECK(open.accounts().set_end_date(login, last_day));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "login", login }, { "ends_on", last_day.iso() } }));
    else
        print("%s werkt hier tot en met %s.\n", login.c_str(), last_day.iso().c_str());
    return Exit::done;
}

} // namespace zk::app
