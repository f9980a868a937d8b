#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

// Where nobody can be asked and no file is named, the passphrase stays what it is.
Result<std::string> passphrase_after_rotation()
{
    Terminal const& terminal = Terminal::current();
    bool const is_given = terminal.variable("ZORGKLUIS_NEW_PASSPHRASE_FILE").has_value();
    return is_given || terminal.is_interactive(Stream::in) ? read_new_passphrase() : read_passphrase(Ask::once);
}

Result<keep::RecoveryCode> rotate(OpenPractice& open)
{
    gate::Practice& practice = open.practice();
    if (open.who().role != catalogue::Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    ZK_TRY(std::string passphrase, passphrase_after_rotation());
    if (practice.facts().mode == gate::Mode::production && passphrase.size() < k_passphrase_characters_min) {
        wipe_text(passphrase);
        return fail(Fault::bad_input, "passphrase-too-short");
    }
    auto const noted
        = practice.policy().note(open.who(), keep::LogEvent::key_changed, keep::LogAction::update, "practice-key");
    auto code = noted ? practice.vault().rotate_practice_key(passphrase)
                      : Result<keep::RecoveryCode>(std::unexpected(noted.error()));
    wipe_text(passphrase);
    return code;
}

} // namespace

Result<Exit> run_key_rotate(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_TRY(keep::RecoveryCode const code, rotate(open));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "rotated", true }, { "recovery_code", code.for_paper() } }));
    else
        print(
            "De praktijk heeft een nieuwe sleutel. De oude herstelcode past niet meer.\n\n"
            "Herstelcode, nu eenmalig getoond. Schrijf hem op papier en leg dat in de kluis, niet bij de computer:\n\n"
            "  %s\n\n"
            "Een oudere reservekopie van de sleutels opent nog met de oude wachtzin. Maak een nieuwe kopie en gooi de "
            "oude weg.\n",
            code.for_paper().c_str());
    return Exit::done;
}

Result<Exit> run_key_recover(Context const& context)
{
    ZK_TRY(keep::Folder folder, keep::Folder::open(context.data));
    ZK_TRY(std::string typed, read_secret("ZORGKLUIS_RECOVERY_CODE_FILE", "Herstelcode", Ask::once));
    auto const code = keep::RecoveryCode::parse(typed);
    wipe_text(typed);
    if (!code)
        return std::unexpected(code.error());
    ZK_TRY(std::string passphrase, read_new_passphrase());
    auto recovered = keep::Keyring::recover(folder.keyring(), *code, passphrase, context.random);
    if (!recovered) {
        wipe_text(passphrase);
        return std::unexpected(recovered.error());
    }
    ZK_CHECK((*recovered)->settle());
    recovered->reset();
    ZK_TRY(auto const disk, PosixDisk::open(context.data));
    auto opened = gate::Practice::open(std::move(folder), ground_of(context, *disk), passphrase);
    wipe_text(passphrase);
    if (!opened)
        return std::unexpected(opened.error());
    keep::LineDraft draft { .event = keep::LogEvent::key_changed, .action = keep::LogAction::update };
    draft.actor = keep::LogActor::command_line;
    draft.object = "recovery-code";
    ZK_CHECK((*opened)->log().append(draft));
    ZK_CHECK((*opened)->close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "recovered", true } }));
    else
        print("De herstelcode past. De nieuwe wachtzin geldt vanaf nu.\n");
    return Exit::done;
}

} // namespace zk::app
