#include "app/commands/commands.hpp"
#include "app/commands/typed.hpp"
#include "app/json_view.hpp"
#include "app/messages.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

constexpr int k_second_step_tries = 3;
constexpr std::size_t k_group = 4;

// Whoever has the one-time code acts for himself: nobody else's rights are needed, and the line names his account.
Result<OpenPractice> open_as(Context const& context, std::string const& login)
{
    Context own = context;
    own.as = login;
    ZK_TRY(OpenPractice open, OpenPractice::open(own));
    ZK_CHECK(open.practice().policy().note(
        open.who(), keep::LogEvent::account_changed, keep::LogAction::update, open.account().id.text()));
    return open;
}

// "ABCD EFGH": as apps let people type it.
std::string in_groups(std::string const& secret)
{
    std::string out;
    for (std::size_t i = 0; i < secret.size(); ++i)
        out += (i > 0 && i % k_group == 0 ? " " : "") + std::string(1, secret[i]);
    return out;
}

void print_setup(gate::SecondStepSetup const& setup)
{
    print("Zet deze sleutel in de app op uw telefoon:\n\n  %s\n\n%s\n\n", in_groups(setup.secret).c_str(),
        setup.uri.c_str());
}

Result<> print_codes(Format format, std::vector<gate::OneTimeCode> const& codes)
{
    ordered_json list = ordered_json::array();
    for (gate::OneTimeCode const& code : codes)
        list.push_back(code.for_paper());
    if (format == Format::json)
        return print_json({ { "recovery_codes", std::move(list) } });
    print("Het account is klaar. Herstelcodes, nu eenmalig getoond; elk vervangt één keer de telefoon.\n"
          "Bewaar ze op papier, niet in de telefoon:\n\n");
    for (ordered_json const& code : list)
        print("  %s\n", code.get<std::string>().c_str());
    return {};
}

Result<gate::SecondStepSetup> activate(
    OpenPractice& open, std::string const& login, std::string const& code, std::string& password)
{
    auto setup = open.accounts().activate({ .login = login, .one_time_code = code, .new_password = password });
    wipe_text(password);
    return setup;
}

Result<> activate_by_files(Context const& context, ActivateOptions const& options)
{
    ZK_TRY(std::string const code, read_line_of(options.code_file));
    ZK_TRY(std::string password, read_line_of(options.password_file));
    ZK_TRY(OpenPractice open, open_as(context, options.login));
    ZK_TRY(gate::SecondStepSetup const setup, activate(open, options.login, code, password));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        return print_json({ { "secret", setup.secret }, { "uri", setup.uri } });
    print_setup(setup);
    print("Bevestig daarna met 'zorgkluis account confirm %s'.\n", options.login.c_str());
    return {};
}

// A mistyped code is asked for again; the app has a new one every half minute.
Result<std::vector<gate::OneTimeCode>> confirm(OpenPractice& open, std::string const& login, std::string const& code)
{
    for (int left = k_second_step_tries;; --left) {
        ZK_TRY(std::string const digits, ask_line("De zes cijfers die de app nu toont"));
        auto codes
            = open.accounts().confirm_second_step({ .login = login, .one_time_code = code, .second_step = digits });
        if (codes || codes.error().fault() != Fault::bad_input || left <= 1)
            return codes;
        print_error("%s\n", message_of(codes.error()).c_str());
    }
}

Result<> activate_at_terminal(Context const& context, std::string const& login)
{
    ZK_TRY(std::string const code, ask_line("Eenmalige code"));
    ZK_TRY(std::string password, read_secret("ZORGKLUIS_NEW_PASSWORD_FILE", "Nieuw wachtwoord", Ask::twice));
    ZK_TRY(OpenPractice open, open_as(context, login));
    ZK_TRY(gate::SecondStepSetup const setup, activate(open, login, code, password));
    print_setup(setup);
    ZK_TRY(auto const codes, confirm(open, login, code));
    ZK_CHECK(open.close());
    return print_codes(Format::text, codes);
}

} // namespace

Result<Exit> run_account_activate(Context const& context, ActivateOptions const& options)
{
    bool const by_files = !options.code_file.empty() && !options.password_file.empty();
    bool const by_hand = options.code_file.empty() && options.password_file.empty() && context.format == Format::text;
    if (!by_files && !(by_hand && at_terminal()))
        return fail(Fault::wrong_use, "code-and-password-files-needed");
    ZK_CHECK(by_files ? activate_by_files(context, options) : activate_at_terminal(context, options.login));
    return Exit::done;
}

Result<Exit> run_account_confirm(Context const& context, ConfirmOptions const& options)
{
    ZK_TRY(std::string const code, read_line_of(options.code_file));
    ZK_TRY(OpenPractice open, open_as(context, options.login));
    ZK_TRY(auto const codes,
        open.accounts().confirm_second_step(
            { .login = options.login, .one_time_code = code, .second_step = options.second_step }));
    ZK_CHECK(open.close());
    ZK_CHECK(print_codes(context.format, codes));
    return Exit::done;
}

} // namespace zk::app
