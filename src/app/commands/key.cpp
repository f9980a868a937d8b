#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

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
