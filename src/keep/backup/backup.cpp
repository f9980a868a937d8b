#include "keep/backup/backup.hpp"

#include "keep/backup/backup_files.hpp"
#include "keep/backup/copying.hpp"
#include "keep/sqlite/snapshot.hpp"

namespace zk::keep {

namespace {

class Backup {
public:
    Backup(BackupSource const& source, Disk& to)
        : m_source(source)
        , m_to(to)
    {
    }

    Result<BackupReport> run()
    {
        // The journal is copied last, so it holds the lines of all that is in the stores.
        ZK_CHECK(m_source.log.make_keys_ahead());
        ZK_CHECK(take_snapshots());
        ZK_CHECK(check_room());
        ZK_TRY(std::vector<BackedUpFile> stores, copy_all(m_stores, ""));
        ZK_TRY(std::vector<BackedUpFile> keyring, copy_all(m_keyring, k_keyring_folder));
        ZK_TRY(m_head, m_source.log.export_to(m_to, k_journal_folder));
        ZK_CHECK(sign(BackupPart::keyring, k_keyring_folder, std::move(keyring)));
        ZK_TRY(m_digest, sign(BackupPart::stores, "", std::move(stores)));
        ZK_TRY(Tally const all, tally(m_to, ""));
        return BackupReport { .files = all.files, .bytes = all.bytes, .journal_size = m_head.size, .made = m_made };
    }

    // Of the manifest that covers the stores.
    [[nodiscard]] Digest const& digest() const { return m_digest; }

private:
    struct Copy {
        std::string name;
        Snapshot snapshot;
    };

    Result<> take_snapshots()
    {
        Folder const& folder = m_source.folder;
        return m_source.vault.while_quiet([&]() -> Result<> {
            m_made = m_source.clock.now();
            for (StoreFile const& store : k_store_files) {
                ZK_TRY(Snapshot snapshot, Snapshot::take(folder.path() / store.name));
                m_stores.push_back({ store.name, std::move(snapshot) });
            }
            ZK_TRY(Snapshot snapshot, Snapshot::take(folder.keyring()));
            m_keyring.push_back({ k_keyring_file, std::move(snapshot) });
            return {};
        });
    }

    // Before anything is written: to run into a full disk takes hours, and the practice's own one must not fill up.
    Result<> check_room() const
    {
        ZK_TRY(DiskRoom const there, m_to.room());
        ZK_TRY(DiskRoom const here, m_source.disk.room());
        ZK_TRY(Tally const journal, tally(m_source.disk, k_journal_folder));
        std::uint64_t needed = journal.bytes;
        for (std::vector<Copy> const* copies : { &m_stores, &m_keyring }) {
            for (Copy const& copy : *copies) {
                ZK_TRY(std::uint64_t const size, copy.snapshot.size_bytes());
                if (size > there.file_bytes_max)
                    return fail(Fault::storage, "disk-takes-no-file-of-4-gib", Place::path(copy.name));
                if (size > here.free_bytes)
                    return fail(Fault::storage, "backup-needs-room-here", Place::path(k_copy_file));
                needed += size;
            }
        }
        if (needed > there.free_bytes)
            return fail(Fault::storage, "backup-disk-too-small");
        return {};
    }

    // By way of a file beside the stores: SQLite never works on the other disk, whatever that is.
    Result<std::vector<BackedUpFile>> copy_all(std::vector<Copy>& copies, std::string const& folder)
    {
        std::vector<BackedUpFile> out;
        for (Copy const& copy : copies) {
            m_source.folder.remove_copy();
            ZK_CHECK(copy.snapshot.copy_to(m_source.folder.copy()));
            ZK_TRY(BackedUpFile copied, copy_file(m_source.disk, k_copy_file, m_to, folder, copy.name));
            out.push_back(std::move(copied));
        }
        // From here on the write-ahead files may be emptied again.
        copies.clear();
        return out;
    }

    // Reads everything back before it is called a backup. Returns the digest of the manifest.
    Result<Digest> sign(BackupPart part, std::string const& folder, std::vector<BackedUpFile> files)
    {
        Keyring const& keyring = m_source.vault.keyring();
        Manifest const manifest { .part = part,
            .practice = keyring.practice(),
            .made = m_made,
            .program = m_source.program,
            .journal = m_head,
            .files = std::move(files) };
        BackupFolder const written { m_to, folder };
        ZK_TRY(VerifierKey const key, journal_key(keyring));
        ZK_CHECK(check_backup_files(written, manifest, key));
        std::string const note = sign_manifest(manifest, key, keyring.journal_signer());
        ZK_CHECK(m_to.write_durably(path_in(folder, k_manifest_file), as_bytes(note)));
        ZK_TRY(std::string const read_back, read_manifest(written));
        if (read_back != note)
            return fail(Fault::storage, "backup-reads-back-otherwise", Place::path(path_in(folder, k_manifest_file)));
        return crypto::sha256(as_bytes(note));
    }

    BackupSource const& m_source;
    Disk& m_to;
    Instant m_made {};
    std::vector<Copy> m_stores;
    std::vector<Copy> m_keyring;
    TreeHead m_head;
    Digest m_digest {};
};

Result<> check_empty(Disk const& to)
{
    ZK_TRY(std::vector<DiskEntry> const entries, to.list(""));
    if (!entries.empty())
        return fail(Fault::conflict, "backup-folder-not-empty");
    return {};
}

// The manifests first: when the rest stays behind, it is no backup.
void remove_half_made(Disk& to)
{
    [[maybe_unused]] Result<> removed = to.remove(std::string(k_manifest_file));
    removed = to.remove(k_keyring_folder);
    removed = to.remove(k_journal_folder);
    for (StoreFile const& store : k_store_files)
        removed = to.remove(store.name);
}

Result<> note(AccessLog& log, LineDraft line, Backup const& backup, Result<BackupReport> const& made)
{
    line.event = LogEvent::backed_up;
    line.action = LogAction::execute;
    line.outcome = made ? LogOutcome::success : LogOutcome::serious_failure;
    if (made) {
        line.digest = backup.digest();
        line.count = made->bytes;
    }
    ZK_CHECK(log.append(line));
    return {};
}

} // namespace

Result<BackupReport> back_up(BackupSource const& source, Disk& to, LineDraft who)
{
    ZK_CHECK(check_empty(to));
    Backup backup(source, to);
    Result<BackupReport> made = backup.run();
    source.folder.remove_copy();
    if (!made)
        remove_half_made(to);
    if (Result<> const noted = note(source.log, std::move(who), backup, made); !noted && made) {
        remove_half_made(to);
        return std::unexpected(noted.error());
    }
    return made;
}

} // namespace zk::keep
