#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/messages.hpp"
#include "app/named_file.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"
#include "keep/access_log/access_log.hpp"
#include "keep/journal/tree_verify.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

// Looks only: opening the practice would finish what a crash left, and so write.
Result<keep::TreeHead> verify_journal(Context const& context)
{
    if (context.served != nullptr)
        return context.served->practice.log().verify();
    ZK_TRY(keep::Folder const folder, keep::Folder::open(context.data));
    ZK_TRY(std::string passphrase, read_passphrase(Ask::once));
    auto keyring = keep::Keyring::open(folder.keyring(), passphrase, context.random);
    wipe_text(passphrase);
    if (!keyring)
        return std::unexpected(keyring.error());
    ZK_TRY(keep::VerifierKey const key, keep::journal_key(**keyring));
    ZK_TRY(auto const disk, PosixDisk::open(context.data));
    ZK_TRY(keep::TreeHead const head, keep::verify_tree(*disk, keep::k_journal_folder, key));
    // Whole frames cut off the end still verify by themselves: what was known elsewhere tells.
    ZK_TRY(std::uint64_t known, (*keyring)->journal_size());
    if (auto index = keep::LogIndex::open(folder.index())) {
        ZK_TRY(std::uint64_t const read, (*index)->size());
        known = std::max(known, read);
    }
    if (head.size < known)
        return fail(Fault::tampered, "journal-shorter-than-known", Place::of("journal"));
    return head;
}

} // namespace

Result<Exit> run_journal_verify(Context const& context)
{
    auto const head = verify_journal(context);
    if (!head && head.error().fault() != Fault::tampered)
        return std::unexpected(head.error());
    if (context.format == Format::json) {
        nlohmann::ordered_json answer { { "verified", head.has_value() } };
        if (head) {
            answer["size"] = head->size;
            answer["root"] = to_base64(head->root);
        } else {
            answer["place"] = head.error().place();
            answer["code"] = head.error().code();
        }
        ZK_CHECK(print_json(answer));
    } else if (head) {
        print("Het log is heel: %llu regels, wortel %s\n", static_cast<unsigned long long>(head->size),
            to_base64(head->root).c_str());
    }
    if (head)
        return Exit::done;
    print_error("zorgkluis: het log klopt niet. %s\n", message_of(head.error()).c_str());
    return Exit::found;
}

Result<Exit> run_journal_export(Context const& context, std::string const& folder)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    ZK_CHECK(open.practice().policy().note(open.who(), keep::LogEvent::log_exported, keep::LogAction::read, "journal"));
    std::filesystem::path const target = std::filesystem::absolute(Terminal::current().path(folder)).lexically_normal();
    std::filesystem::path const whole = target.has_filename() ? target : target.parent_path();
    ZK_TRY(auto const disk, PosixDisk::open(whole.parent_path()));
    ZK_TRY(keep::TreeHead const head, open.practice().log().export_to(*disk, whole.filename().string()));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "folder", folder }, { "size", head.size }, { "root", to_base64(head.root) } }));
    else
        print("Het log staat in %s: %llu regels, verzegeld. De openbare sleutel is log.vkey.\n", folder.c_str(),
            static_cast<unsigned long long>(head.size));
    return Exit::done;
}

Result<Exit> run_journal_prove(Context const& context, ProveOptions const& options)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    if (options.entry >= open.practice().log().size())
        return fail(Fault::not_found, "journal-no-such-entry");
    ZK_CHECK(open.practice().policy().note(open.who(), keep::LogEvent::log_exported, keep::LogAction::read,
        "proof of entry " + std::to_string(options.entry)));
    ZK_TRY(std::string const proof, open.practice().log().prove(options.entry));
    ZK_CHECK(open.close());
    if (!options.out.empty())
        ZK_CHECK(write_named_file(Terminal::current().path(options.out), as_bytes(proof)));
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "entry", options.entry }, { "proof", proof } }));
    else if (options.out.empty())
        print_text(proof);
    else
        print("Het bewijs van regel %llu staat in %s. Met log.vkey is het na te gaan: zorgkluis verify\n",
            static_cast<unsigned long long>(options.entry), options.out.c_str());
    return Exit::done;
}

Result<Exit> run_journal_reindex(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    ZK_CHECK(
        open.practice().policy().note(open.who(), keep::LogEvent::maintained, keep::LogAction::execute, "reindex"));
    ZK_CHECK(open.practice().log().reindex());
    ZK_TRY(auto const index, open.practice().log().check_index());
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "rows", index.rows_in_index } }));
    else
        print("De index van het log is opnieuw gebouwd: %llu regels van patiënten.\n",
            static_cast<unsigned long long>(index.rows_in_index));
    return Exit::done;
}

} // namespace zk::app
