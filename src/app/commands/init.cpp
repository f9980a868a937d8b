#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

Result<gate::Mode> parse_mode(std::string const& text)
{
    if (text == "test")
        return gate::Mode::test;
    if (text == "production")
        return gate::Mode::production;
    return fail(Fault::wrong_use, "mode-unknown");
}

struct Made {
    keep::RecoveryCode recovery_code;
    gate::Account owner;
};

// In a folder beside, so that an interruption leaves no half practice under the name that was asked for.
Result<Made> make_practice(Context const& context, InitOptions const& options, std::filesystem::path const& folder)
{
    ZK_TRY(gate::PracticeKind const kind, gate::parse_practice_kind(options.kind));
    ZK_TRY(gate::Mode const mode, parse_mode(options.mode));
    ZK_TRY(std::string passphrase, read_passphrase(Ask::twice));
    if (mode == gate::Mode::production && passphrase.size() < k_passphrase_characters_min)
        return fail(Fault::bad_input, "passphrase-too-short");
    ZK_TRY(keep::Folder lock, keep::Folder::create(folder));
    ZK_TRY(auto const disk, PosixDisk::open(folder));
    auto created = gate::Practice::create(
        std::move(lock), ground_of(context, *disk), passphrase, { options.name, kind, options.agb, mode });
    wipe_text(passphrase);
    if (!created)
        return std::unexpected(created.error());
    gate::Practice& practice = *created->practice;
    gate::Accounts accounts(practice.vault(), context.clock, context.random, practice.login_cost(), options.name);
    ZK_TRY(gate::Account owner,
        accounts.add({ .login = options.owner, .name = options.owner, .role = catalogue::Role::praktijkhouder }));
    keep::LineDraft draft { .event = keep::LogEvent::account_changed, .action = keep::LogAction::create };
    draft.actor = keep::LogActor::command_line;
    draft.object = owner.id.text();
    ZK_CHECK(practice.log().append(draft));
    ZK_CHECK(practice.close());
    return Made { std::move(created->recovery_code), std::move(owner) };
}

} // namespace

Result<Exit> run_init(Context const& context, InitOptions const& options)
{
    std::error_code error;
    if (std::filesystem::exists(context.data, error) && !std::filesystem::is_empty(context.data, error))
        return fail(Fault::conflict, "folder-not-empty", Place::path(context.data.string()));
    std::filesystem::path const target = std::filesystem::absolute(context.data).lexically_normal();
    std::filesystem::path const whole = target.has_filename() ? target : target.parent_path();
    std::filesystem::path const beside
        = whole.string() + ".in-aanbouw-" + Id<struct BesideTag>::random(context.random).text();
    auto made = make_practice(context, options, beside);
    if (made) {
        std::filesystem::rename(beside, whole, error);
        if (error)
            made = fail(Fault::storage, "folder-cannot-be-made", Place::path(context.data.string()));
    }
    if (!made) {
        std::filesystem::remove_all(beside, error);
        return std::unexpected(made.error());
    }
    std::string const code = made->recovery_code.for_paper();
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "data", context.data.string() }, { "mode", options.mode },
            { "owner", made->owner.login }, { "recovery_code", code } }));
        return Exit::done;
    }
    print("De praktijk staat in %s (%s).\n\n"
          "Herstelcode, nu eenmalig getoond. Schrijf hem op papier en leg dat in de kluis, niet bij de computer:\n\n"
          "  %s\n\n"
          "Eerste account: %s (praktijkhouder). Een eenmalige code voor het inloggen maakt u met\n"
          "  zorgkluis account invite %s\n",
        context.data.c_str(), options.mode == "test" ? "testpraktijk" : "productie", code.c_str(),
        made->owner.login.c_str(), made->owner.login.c_str());
    return Exit::done;
}

} // namespace zk::app
