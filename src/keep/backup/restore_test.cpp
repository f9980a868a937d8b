#include "keep/backup/restore.hpp"

#include "keep/backup/practice_for_tests.hpp"

#include <sys/wait.h>
#include <unistd.h>

namespace zk::keep {
namespace {

using testing::FolderDisk;
using testing::MemoryDisk;
using testing::TroubledDisk;

TestRecords const k_nothing {};

TestRecords whole(std::string surname)
{
    return { std::move(surname), 1, 1, 1 };
}

ReadLine restored_line(TestPractice& practice)
{
    auto lines = value_of(practice.log().lines_of(LogEvent::restored));
    EXPECT_EQ(lines.size(), 1U);
    return std::move(lines.at(0));
}

class RestoreTest : public BackupTest {
protected:
    // A practice with two patients, backed up.
    void make_backup()
    {
        auto const practice = create();
        jansen = practice->add_patient("Jansen");
        smit = practice->add_patient("Smit");
        ASSERT_TRUE(practice->back_up(backup));
    }
    // The manifest or file that the refusal names, or what else it says.
    std::string refusal(MemoryDisk const& disk)
    {
        auto const restored = restore_from(disk, temp / "terug");
        EXPECT_FALSE(restored);
        EXPECT_EQ(Folder::open(temp / "terug").error().code(), "restore-unfinished");
        EXPECT_FALSE(std::filesystem::exists(temp / "terug/care.db"));
        return restored ? "restored" : std::string(restored.error().code()) + " " + restored.error().place();
    }
    static void copy(MemoryDisk const& from, MemoryDisk& to)
    {
        for (auto const& [path, bytes] : from.files())
            to.put(path, bytes);
    }
    // As if somebody took one byte for another.
    static void flip(MemoryDisk& disk, std::string const& path, std::size_t at)
    {
        Bytes bytes = value_of(disk.read(path));
        bytes.at(at) ^= 1;
        disk.put(path, bytes);
    }

    PatientId jansen = PatientId::random(random);
    PatientId smit = PatientId::random(random);
    MemoryDisk backup;
};

TEST_F(RestoreTest, BringsEverythingBackAndTellsIt)
{
    make_backup();
    auto const report = restore_from(backup, temp / "terug");
    ASSERT_TRUE(report) << report.error().code() << " " << report.error().place();
    EXPECT_EQ(report->made, k_test_now);
    EXPECT_EQ(report->keyring_made, k_test_now);
    EXPECT_EQ(report->journal_size, 2U);
    EXPECT_EQ(report->lines_lost, 0U);
    EXPECT_EQ(report->lines_without_key, 0U);
    EXPECT_EQ(report->rebased.slots, 0U);
    EXPECT_EQ(report->rebased.rows_without_key, 0U);

    auto const practice = open("terug");
    EXPECT_EQ(value_of(practice->records_of(jansen)), whole("Jansen"));
    EXPECT_EQ(value_of(practice->records_of(smit)), whole("Smit"));
    ReadLine const line = restored_line(*practice);
    EXPECT_EQ(line.entry, 2U);
    EXPECT_EQ(line.line.count.get_or(0), 2U);
    EXPECT_EQ(line.line.object.get_or(""), "");
    EXPECT_EQ(line.line.digest.get_or({}), to_bytes(crypto::sha256(value_of(backup.read("manifest")))));
    EXPECT_EQ(value_of(practice->log().lines_of(jansen)).size(), 1U);
    EXPECT_EQ(value_of(practice->log().verify()).size, 3U);
    EXPECT_EQ(std::filesystem::status(temp / "terug").permissions(), std::filesystem::perms::owner_all);
    // Work goes on, and can be backed up again.
    practice->add_note(jansen);
    practice->erase(smit);
    MemoryDisk next;
    EXPECT_TRUE(practice->back_up(next));
}

TEST_F(RestoreTest, RefusesAFlippedByteInAnyFileAndNamesIt)
{
    make_backup();
    for (auto const& [path, bytes] : backup.files()) {
        for (std::size_t const at : { std::size_t { 0 }, bytes.size() / 2, bytes.size() - 1 }) {
            MemoryDisk changed;
            copy(backup, changed);
            flip(changed, path, at);
            std::string const said = refusal(changed);
            // Entries and their hashes are held against each other, and so are the keyring and its manifest: which of
            // the two was changed nobody can tell.
            bool const one_of_two = path.starts_with("journal/tile/") || path.starts_with("keyring/");
            std::string const named = one_of_two ? path.substr(0, path.find('/') + 1) : path;
            EXPECT_TRUE(said.contains(" " + named)) << path << ": " << said;
        }
    }
}

TEST_F(RestoreTest, RefusesAMissingFileAndNamesIt)
{
    make_backup();
    for (auto const& [path, bytes] : backup.files()) {
        MemoryDisk changed;
        copy(backup, changed);
        changed.erase(path);
        std::string const said = refusal(changed);
        EXPECT_TRUE(said.contains(path) || (path.starts_with("journal/tile/") && said.contains("journal/"))) << said;
    }
    MemoryDisk empty;
    EXPECT_EQ(refusal(empty), "no-backup-here manifest");
}

TEST_F(RestoreTest, RefusesAFileThatNobodySignedFor)
{
    make_backup();
    for (std::string const path :
        { "extra.db", "keyring/old.db", "journal/note", "journal/tile/0/001", "folder/file" }) {
        MemoryDisk changed;
        copy(backup, changed);
        changed.put(path, as_bytes("1"));
        std::string const said = refusal(changed);
        EXPECT_TRUE(said.starts_with("backup-extra-file") || said.starts_with("journal-extra-file")) << said;
        EXPECT_FALSE(said.contains("old.db"));
    }
}

TEST_F(RestoreTest, RefusesTheKeyringOfAnotherPractice)
{
    make_backup();
    MemoryDisk other;
    ASSERT_TRUE(create("andere")->back_up(other));
    auto const refused = restore_from(backup, other, temp / "terug");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "keyring-of-another-practice");
    EXPECT_EQ(refused.error().fault(), Fault::refused);
    // Nor with a manifest that says it was ours: the keyring inside tells.
    MemoryDisk forged;
    copy(backup, forged);
    forged.put("keyring/keyring.db", value_of(other.read("keyring/keyring.db")));
    EXPECT_EQ(refusal(forged), "backup-file-differs keyring/keyring.db");
    auto manifest = value_of(peek_manifest(as_text(value_of(other.read("keyring/manifest")))));
    manifest.practice = value_of(peek_manifest(as_text(value_of(backup.read("manifest"))))).practice;
    std::string const note = text_of(manifest) + "\n\u2014 nobody AAAA\n";
    forged.put("keyring/manifest", as_bytes(note));
    EXPECT_EQ(refusal(forged), "keyring-of-another-practice keyring");
}

TEST_F(RestoreTest, RefusesManifestsThatTheKeyringDidNotSign)
{
    make_backup();
    for (std::string const path : { "manifest", "keyring/manifest" }) {
        MemoryDisk forged;
        copy(backup, forged);
        Manifest manifest = value_of(peek_manifest(as_text(value_of(backup.read(path)))));
        manifest.made += std::chrono::hours(24);
        auto const signer = crypto::Signer::from_seed(crypto::Key::random(random));
        auto const key = VerifierKey::make("zorgkluis/" + manifest.practice.text(), signer.public_key());
        forged.put(path, as_bytes(sign_manifest(manifest, *key, signer)));
        EXPECT_EQ(refusal(forged), "note-other-key " + path);
    }
    // One part does not stand for the other.
    MemoryDisk swapped;
    copy(backup, swapped);
    swapped.put("keyring/manifest", value_of(backup.read("manifest")));
    EXPECT_EQ(refusal(swapped), "backup-of-another-part keyring/manifest");
}

TEST_F(RestoreTest, RefusesAWrongPassphraseAndCanBeTriedAgain)
{
    make_backup();
    auto const refused = restore_from(backup, backup, temp / "terug", "een andere wachtzin");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "passphrase-does-not-fit");
    ASSERT_TRUE(restore_from(backup, temp / "terug"));
    EXPECT_EQ(value_of(open("terug")->records_of(jansen)), whole("Jansen"));
}

TEST_F(RestoreTest, OpensWithTheRecoveryCodeToo)
{
    auto const practice = create();
    PatientId const patient = practice->add_patient("Jansen");
    ASSERT_TRUE(practice->back_up(backup));
    auto const code = value_of(RecoveryCode::parse(practice->recovery_code()));
    auto const restored = restore_with(backup, backup, temp / "terug",
        [&](std::filesystem::path const& file) { return Keyring::recover(file, code, k_test_passphrase, random); });
    ASSERT_TRUE(restored) << restored.error().code();
    EXPECT_EQ(value_of(open("terug")->records_of(patient)), whole("Jansen"));
}

TEST_F(RestoreTest, GoesIntoAnEmptyFolderOnly)
{
    make_backup();
    EXPECT_EQ(restore_from(backup, temp / "praktijk").error().code(), "folder-not-empty");
    EXPECT_EQ(value_of(open("praktijk")->records_of(jansen)), whole("Jansen"));
}

TEST_F(RestoreTest, WhoWasErasedSinceStaysErasedAndEverybodyElseIsWhole)
{
    make_backup();
    MemoryDisk younger;
    PatientId late = jansen;
    {
        auto const practice = open("praktijk");
        practice->erase(jansen);
        practice->rename(smit, "Smit-de Boer");
        late = practice->add_patient("Klaassen");
        clock.advance(std::chrono::hours(48));
        ASSERT_TRUE(practice->back_up(younger));
    }
    auto const report = restore_from(backup, younger, temp / "terug");
    ASSERT_TRUE(report) << report.error().code() << " " << report.error().place();
    EXPECT_EQ(report->keyring_made - report->made, std::chrono::hours(48));
    EXPECT_EQ(report->journal_size, 2U);
    EXPECT_EQ(report->lines_lost, 4U);
    EXPECT_EQ(report->lines_without_key, 0U);
    // His name and his note.
    EXPECT_EQ(report->rebased.rows_without_key, 2U);

    auto const practice = open("terug");
    EXPECT_EQ(value_of(practice->records_of(jansen)), (TestRecords { "", 0, 0, 1 }));
    EXPECT_EQ(value_of(practice->records_of(smit)), whole("Smit"));
    EXPECT_EQ(value_of(practice->records_of(late)), k_nothing);
    EXPECT_EQ(value_of(practice->vault().patients()), std::vector { smit });
    ReadLine const line = restored_line(*practice);
    EXPECT_EQ(line.entry, 2U);
    EXPECT_EQ(line.line.object.get_or(""), "gap 4");
    // The journal is known by its new length from here on.
    practice->add_note(smit);
}

TEST_F(RestoreTest, AKeyThatWasDestroyedAndMadeAnewOpensTheNewOnly)
{
    make_backup();
    MemoryDisk younger;
    {
        auto const practice = open("praktijk");
        practice->erase(jansen);
        practice->add_note(jansen);
        ASSERT_TRUE(practice->back_up(younger));
    }
    auto const report = restore_from(backup, younger, temp / "terug");
    ASSERT_TRUE(report) << report.error().code();
    EXPECT_EQ(report->rebased.rows_without_key, 2U);
    EXPECT_EQ(value_of(open("terug")->records_of(jansen)), (TestRecords { "", 0, 0, 1 }));
}

TEST_F(RestoreTest, AKeyringOfBeforeOpensWhatWasThereBefore)
{
    make_backup();
    MemoryDisk younger;
    PatientId late = jansen;
    {
        auto const practice = open("praktijk");
        practice->rename(smit, "Smit-de Boer");
        practice->erase(jansen);
        late = practice->add_patient("Klaassen");
        clock.advance(std::chrono::hours(48));
        ASSERT_TRUE(practice->back_up(younger));
    }
    auto const report = restore_from(younger, backup, temp / "terug");
    ASSERT_TRUE(report) << report.error().code() << " " << report.error().place();
    EXPECT_EQ(report->journal_size, 6U);
    EXPECT_EQ(report->lines_lost, 0U);
    EXPECT_EQ(report->lines_without_key, 0U);
    EXPECT_EQ(report->rebased.rows_without_key, 3U);
    auto const practice = open("terug");
    EXPECT_EQ(value_of(practice->records_of(smit)), whole("Smit-de Boer"));
    // Erased rows are no rows; his key came back for nothing.
    EXPECT_EQ(value_of(practice->records_of(jansen)), (TestRecords { "", 0, 0, 1 }));
    EXPECT_EQ(value_of(practice->records_of(late)), k_nothing);
    EXPECT_EQ(restored_line(*practice).line.object.get_or(""), "");
}

TEST_F(RestoreTest, RowsThatWaitForAPatientComeBack)
{
    MemoryDisk disk;
    auto const grant = gate::Policy::everything_of({});
    {
        auto const practice = create();
        Change change = practice->vault().change();
        practice->vault().insert_unowned(change, grant, TestInvoice { decltype(TestInvoice::number)("F7") });
        ASSERT_TRUE(practice->vault().commit(std::move(change)));
        ASSERT_TRUE(practice->back_up(disk));
    }
    auto const report = restore_from(disk, temp / "terug");
    ASSERT_TRUE(report) << report.error().code();
    EXPECT_EQ(report->rebased.rows_without_key, 0U);
    EXPECT_EQ(value_of(open("terug")->vault().read_unowned<TestInvoice>(grant)).size(), 1U);
}

TEST_F(RestoreTest, AKeyringPastItsTermCannotWriteInAMonthWhoseKeyItLost)
{
    make_backup();
    MemoryDisk younger;
    constexpr auto k_months = std::chrono::hours(24 * 31 * 4);
    clock.advance(k_months);
    {
        auto const practice = open("praktijk");
        practice->add_note(smit);
        ASSERT_TRUE(practice->back_up(younger));
    }
    auto const refused = restore_from(younger, backup, temp / "terug");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "log-key-of-this-month-lost");
    // In another month it can: those lines stay closed, and the report says so.
    clock.advance(std::chrono::hours(24 * 31));
    auto const report = restore_from(younger, backup, temp / "terug");
    ASSERT_TRUE(report) << report.error().code();
    EXPECT_EQ(report->lines_without_key, 1U);
    auto const practice = open("terug");
    EXPECT_EQ(value_of(practice->records_of(jansen)), whole("Jansen"));
}

TEST_F(RestoreTest, AKeyringWithinItsTermOpensTheLinesOfLaterMonths)
{
    make_backup();
    MemoryDisk younger;
    clock.advance(std::chrono::hours(24 * 30));
    {
        auto const practice = open("praktijk");
        practice->add_note(smit);
        ASSERT_TRUE(practice->back_up(younger));
    }
    auto const report = restore_from(younger, backup, temp / "terug");
    ASSERT_TRUE(report) << report.error().code();
    EXPECT_EQ(report->lines_without_key, 0U);
}

TEST_F(RestoreTest, KilledAtAnyStepIsNoPracticeAndCanBeDoneAgain)
{
    make_backup();
    std::uint64_t steps = 0;
    auto const restore_dying = [&](std::filesystem::path const& to, std::optional<std::uint64_t> step) -> Result<> {
        ZK_TRY(Folder folder, Folder::create_for_restore(to));
        FolderDisk inside(to);
        TroubledDisk disk(inside);
        if (step)
            disk.die_at(*step);
        auto const open
            = [&](std::filesystem::path const& file) { return Keyring::open(file, k_test_passphrase, random); };
        ZK_CHECK(keep::restore({ { backup, "" }, { backup, k_keyring_folder } },
            { folder, disk, clock, random, "zorgkluis test" }, open, asked_by_test()));
        steps = disk.steps();
        return {};
    };
    ASSERT_TRUE(restore_dying(temp / "geteld", std::nullopt));
    ASSERT_GT(steps, 10U);
    for (std::uint64_t step = 0; step < steps; ++step) {
        pid_t const child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            [[maybe_unused]] Result<> const done = restore_dying(temp / "terug", step);
            ::_exit(1);
        }
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << step;
        EXPECT_EQ(Folder::open(temp / "terug").error().code(), "restore-unfinished") << step;
    }
    ASSERT_TRUE(restore_from(backup, temp / "terug"));
    EXPECT_EQ(value_of(open("terug")->records_of(jansen)), whole("Jansen"));
}

} // namespace
} // namespace zk::keep
