#include "app/backing_up/backup_keeper.hpp"
#include "app/backing_up/place.hpp"
#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"
#include "base/amsterdam.hpp"
#include "keep/backup/restore.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

Result<Exit> run_backup(Context const& context, std::string const& folder)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (open.who().role != catalogue::Role::praktijkhouder)
        return fail(Fault::refused, "not-for-this-role");
    gate::Practice& practice = open.practice();
    std::filesystem::path const target = Terminal::current().path(folder);
    if (lies_inside(target, practice.folder().path()))
        return fail(Fault::wrong_use, "backup-inside-the-practice", Place::path(folder));
    ZK_TRY(auto const to, PosixDisk::open(target, WhenAbsent::make));
    ZK_TRY(keep::BackupReport const report, make_backup(practice, *to, backup_line_by(open.who())));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "folder", folder }, { "files", report.files }, { "bytes", report.bytes },
            { "journal_size", report.journal_size }, { "made", iso_with_offset(report.made) } }));
    else
        print("De reservekopie staat in %s en is nagelezen: %llu bestanden, %llu bytes.\n"
              "De sleutels staan apart in %s/keyring: bewaar die korter dan de rest (30 dagen).\n",
            folder.c_str(), static_cast<unsigned long long>(report.files),
            static_cast<unsigned long long>(report.bytes), folder.c_str());
    return Exit::done;
}

Result<Exit> run_restore(Context const& context, std::string const& folder)
{
    ZK_TRY(auto const from, PosixDisk::open(folder));
    ZK_TRY(std::string passphrase, read_passphrase(Ask::once));
    ZK_TRY(keep::Folder target, keep::Folder::create_for_restore(context.data));
    ZK_TRY(auto const disk, PosixDisk::open(context.data));
    keep::OpenKeyring const open_keyring
        = [&](std::filesystem::path const& file) { return keep::Keyring::open(file, passphrase, context.random); };
    keep::LineDraft who {};
    who.actor = keep::LogActor::command_line;
    auto const report = keep::restore({ { *from, "" }, { *from, keep::k_keyring_folder } },
        { target, *disk, context.clock, context.random, program_name_and_version() }, open_keyring, who);
    wipe_text(passphrase);
    if (!report)
        return std::unexpected(report.error());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "made", iso_with_offset(report->made) },
            { "keyring_made", iso_with_offset(report->keyring_made) }, { "journal_size", report->journal_size },
            { "lines_lost", report->lines_lost }, { "lines_without_key", report->lines_without_key },
            { "rows_without_key", report->rebased.rows_without_key } }));
        return Exit::done;
    }
    print("Teruggezet in %s: de gegevens van %s, de sleutels van %s.\n", context.data.c_str(),
        iso_with_offset(report->made).c_str(), iso_with_offset(report->keyring_made).c_str());
    if (report->rebased.rows_without_key > 0)
        print("%llu gegevens hebben geen sleutel meer: zij zijn sindsdien vernietigd, of jonger dan de sleutels.\n",
            static_cast<unsigned long long>(report->rebased.rows_without_key));
    print("Wat na de reservekopie is gedaan, ontbreekt; dat staat nu ook in het log.\n");
    return Exit::done;
}

} // namespace zk::app
