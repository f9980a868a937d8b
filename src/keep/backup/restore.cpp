#include "keep/backup/restore.hpp"

#include "base/require.hpp"
#include "keep/backup/copying.hpp"
#include "keep/journal/tree_verify.hpp"
#include "keep/sqlite/sqlite_engine.hpp"

#include <fmt/format.h>

namespace zk::keep {

namespace {

// A manifest as it lies there, and what it says; whether that is signed is seen once the keyring is open.
struct Read {
    std::string note;
    Manifest manifest;
};

Result<Read> peek(BackupFolder const& from, BackupPart part)
{
    Place const place = Place::path(path_in(from.folder, k_manifest_file));
    ZK_TRY(std::string note, read_manifest(from));
    auto manifest = peek_manifest(note);
    if (!manifest)
        return std::unexpected(manifest.error().at(place));
    if (manifest->part != part)
        return fail(Fault::bad_input, "backup-of-another-part", place);
    return Read { std::move(note), std::move(*manifest) };
}

Result<> check_signature(BackupFolder const& from, Read const& read, VerifierKey const& key)
{
    if (auto const opened = open_manifest(read.note, key); !opened)
        return std::unexpected(opened.error().at(Place::path(path_in(from.folder, k_manifest_file))));
    return {};
}

// A tile is small enough to be read whole.
Result<> copy_folder(Disk const& from, std::string const& from_folder, Disk& to, std::string const& to_folder)
{
    ZK_TRY(std::vector<DiskEntry> const entries, from.list(from_folder));
    for (DiskEntry const& entry : entries) {
        std::string const source = path_in(from_folder, entry.name);
        std::string const target = path_in(to_folder, entry.name);
        if (entry.kind == EntryKind::directory) {
            ZK_CHECK(copy_folder(from, source, to, target));
            continue;
        }
        ZK_TRY(Bytes const bytes, from.read(source));
        ZK_CHECK(to.write_durably(target, bytes));
    }
    return {};
}

class Restore {
public:
    Restore(RestoreSource const& from, RestoreTarget const& to)
        : m_from(from)
        , m_to(to)
    {
    }

    Result<RestoreReport> run(OpenKeyring const& open_keyring, LineDraft line)
    {
        ZK_TRY(Read const stores, peek(m_from.stores, BackupPart::stores));
        ZK_TRY(Read const keyring, peek(m_from.keyring, BackupPart::keyring));
        if (stores.manifest.practice != keyring.manifest.practice)
            return fail(Fault::refused, "keyring-of-another-practice", Place::path(m_from.keyring.folder));
        m_report.made = stores.manifest.made;
        m_report.keyring_made = keyring.manifest.made;
        m_report.journal_size = stores.manifest.journal.size;

        ZK_CHECK(take_keyring(open_keyring, keyring));
        ZK_TRY(VerifierKey const key, journal_key(*m_keyring));
        ZK_CHECK(check_signature(m_from.keyring, keyring, key));
        ZK_CHECK(check_signature(m_from.stores, stores, key));
        ZK_CHECK(check_backup_files(m_from.keyring, keyring.manifest, key));
        ZK_CHECK(check_backup_files(m_from.stores, stores.manifest, key));
        ZK_CHECK(take_stores(stores.manifest));
        ZK_CHECK(take_journal(stores.manifest.journal, key));
        ZK_CHECK(open_vault(keyring.manifest.journal));
        line.digest = crypto::sha256(as_bytes(stores.note));
        ZK_CHECK(tell(std::move(line)));
        ZK_CHECK(m_vault->settle());
        m_vault.reset();
        ZK_CHECK(m_to.folder.finish_restore());
        return m_report;
    }

private:
    Result<> take_keyring(OpenKeyring const& open_keyring, Read const& keyring)
    {
        ZK_CHECK(copy(m_from.keyring, keyring.manifest));
        ZK_TRY(m_keyring, open_keyring(m_to.folder.keyring()));
        if (m_keyring->practice() != keyring.manifest.practice)
            return fail(Fault::refused, "keyring-of-another-practice", Place::path(m_from.keyring.folder));
        return {};
    }

    Result<> take_stores(Manifest const& manifest)
    {
        ZK_CHECK(copy(m_from.stores, manifest));
        for (BackedUpFile const& file : manifest.files) {
            ZK_TRY(Database const database, Database::open(m_to.folder.path() / file.name, OpenMode::read_only));
            ZK_CHECK(database.check_whole());
        }
        return {};
    }

    // What arrives is what was signed, whatever the disk gave when it was read before.
    Result<> copy(BackupFolder const& from, Manifest const& manifest)
    {
        for (BackedUpFile const& file : manifest.files) {
            std::string const path = path_in(from.folder, file.name);
            if (!from.disk.exists(path))
                return fail(Fault::tampered, "backup-file-missing", Place::path(path));
            ZK_TRY(BackedUpFile const copied, copy_file(from.disk, path, m_to.disk, "", file.name));
            if (copied != file)
                return fail(Fault::tampered, "backup-file-differs", Place::path(path));
        }
        return {};
    }

    // An export becomes a log to write in by the file in which a log begins.
    Result<> take_journal(TreeHead const& head, VerifierKey const& key)
    {
        std::string const folder = k_journal_folder;
        ZK_CHECK(copy_folder(m_from.stores.disk, path_in(m_from.stores.folder, folder), m_to.disk, folder));
        ZK_CHECK(m_to.disk.write_durably(path_in(folder, k_tail_file), tail_header(head.size)));
        ZK_TRY(TreeHead const copied, verify_tree(m_to.disk, folder, key));
        if (copied != head)
            return fail(Fault::tampered, "journal-not-as-known", Place::path(folder));
        return {};
    }

    // Keyring and stores may be of different days: what fits together is taken as it is.
    Result<> open_vault(TreeHead const& keyring_journal)
    {
        // The one case in which the journal may be shorter than the keyring knows it to be.
        ZK_TRY(std::uint64_t const known, m_keyring->journal_size());
        std::uint64_t const longest = std::max(known, keyring_journal.size);
        m_report.lines_lost = longest - std::min(longest, m_report.journal_size);
        ZK_TRY(std::uint64_t const none, m_keyring->apply({ .journal_size = m_report.journal_size }));
        ZK_REQUIRE(none == 0);

        Vault::Stores stores;
        for (StoreFile const& store : k_store_files) {
            ZK_TRY(stores[store.which], open_sqlite_store(m_to.folder.path() / store.name, m_keyring->practice()));
        }
        ZK_TRY(m_vault, Vault::open(std::move(m_keyring), std::move(stores), m_to.random));
        ZK_TRY(m_report.rebased, m_vault->rebase_after_restore());
        return {};
    }

    Result<> tell(LineDraft line)
    {
        line.event = LogEvent::restored;
        line.action = LogAction::execute;
        line.count = m_report.journal_size;
        if (m_report.lines_lost > 0)
            line.object = fmt::format("gap {}", m_report.lines_lost);
        ZK_TRY(auto const log,
            AccessLog::open(
                { m_to.disk, m_to.folder.index(), m_vault->keyring(), m_to.clock, m_to.random, m_to.program }));
        ZK_TRY(m_report.lines_without_key, log->lines_without_key());
        ZK_CHECK(log->append(line));
        return log->close();
    }

    RestoreSource const& m_from;
    RestoreTarget const& m_to;
    RestoreReport m_report;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<Vault> m_vault;
};

} // namespace

Result<RestoreReport> restore(
    RestoreSource const& from, RestoreTarget const& to, OpenKeyring const& open_keyring, LineDraft who)
{
    Result<RestoreReport> restored = Restore(from, to).run(open_keyring, std::move(who));
    // By now nothing in it is open.
    if (!restored)
        to.folder.empty_after_failed_restore();
    return restored;
}

} // namespace zk::keep
