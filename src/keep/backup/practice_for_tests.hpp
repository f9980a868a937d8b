// practice_for_tests: a small practice on real files, to be backed up, erased from and restored.
// Used by the tests of keep/backup only.
// Always: each patient has a record in three stores and a line in the log.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "base/require.hpp"
#include "crypto/system_random.hpp"
#include "keep/backup/backup.hpp"
#include "keep/backup/restore.hpp"
#include "keep/sqlite/sqlite_engine.hpp"
#include "testing/folder_disk.hpp"
#include "testing/grant_for_tests.hpp"
#include "testing/memory_disk.hpp"
#include "testing/temp_folder.hpp"
#include "testing/troubled_disk.hpp"

#include <gtest/gtest.h>

namespace zk::keep {

inline constexpr std::string_view k_test_passphrase = "een lange wachtzin";
// 3 August 2026, half past eight in Amsterdam.
inline constexpr Instant k_test_now { std::chrono::sys_days(std::chrono::year(2026) / 8 / 3)
    + std::chrono::minutes(390) };

struct TestPerson {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::person, 1);
    catalogue::Field<"patient.surname", std::string> surname;
    static constexpr auto members = std::tuple(&TestPerson::surname);
};

struct TestNote {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::dossier, 9);
    catalogue::Field<"note.text", std::string> text;
    static constexpr auto members = std::tuple(&TestNote::text);
};

struct TestInvoice {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::invoice, 1);
    catalogue::Field<"invoice.number", std::string> number;
    static constexpr auto members = std::tuple(&TestInvoice::number);
};

// Everything that one patient has; the number of records of each kind that could be read.
struct TestRecords {
    std::string surname;
    std::size_t persons;
    std::size_t notes;
    std::size_t invoices;
    friend bool operator==(TestRecords const&, TestRecords const&) = default;
};

template<typename T>
T value_of(Result<T> result)
{
    EXPECT_TRUE(result) << result.error().code() << " " << result.error().place();
    return std::move(*result);
}

inline LineDraft asked_by_test()
{
    LineDraft out;
    out.actor = LogActor::command_line;
    out.system_user = "praktijk";
    return out;
}

// A practice that is open.
class TestPractice {
public:
    TestPractice(Folder folder, Clock const& clock)
        : m_folder(std::move(folder))
        , m_disk(m_folder.path())
        , m_clock(clock)
    {
    }

    static std::unique_ptr<TestPractice> create(std::filesystem::path const& path, Clock const& clock)
    {
        ZK_REQUIRE(crypto::start());
        auto out = std::make_unique<TestPractice>(value_of(Folder::create(path)), clock);
        for (StoreFile const& store : k_store_files)
            EXPECT_TRUE(create_sqlite_store(path / store.name));
        auto created
            = value_of(Keyring::create(out->m_folder.keyring(), k_test_passphrase, crypto::k_test_cost, out->m_random));
        out->m_recovery_code = created.recovery_code.for_paper();
        EXPECT_TRUE(out->start(std::move(created.keyring), &AccessLog::create));
        return out;
    }
    static Result<std::unique_ptr<TestPractice>> open(std::filesystem::path const& path, Clock const& clock)
    {
        ZK_TRY(Folder folder, Folder::open(path));
        auto out = std::make_unique<TestPractice>(std::move(folder), clock);
        ZK_TRY(auto keyring, Keyring::open(out->m_folder.keyring(), k_test_passphrase, out->m_random));
        ZK_CHECK(out->start(std::move(keyring), &AccessLog::open));
        return out;
    }

    Vault& vault() { return *m_vault; }
    AccessLog& log() { return *m_log; }
    [[nodiscard]] Folder const& folder() const { return m_folder; }
    [[nodiscard]] std::string const& recovery_code() const { return m_recovery_code; }

    PatientId add_patient(std::string const& surname)
    {
        auto const id = PatientId::random(m_random);
        note_line(LogEvent::patient_created, id);
        auto const grant = gate::Policy::everything_of({ id });
        Change change = m_vault->change();
        m_vault->insert(change, grant, id, TestPerson { decltype(TestPerson::surname)(surname) });
        m_vault->insert(change, grant, id, TestNote { decltype(TestNote::text)(surname + " heeft pijn") });
        m_vault->insert(change, grant, id, TestInvoice { decltype(TestInvoice::number)("F1") }, 2026);
        EXPECT_TRUE(m_vault->commit(std::move(change)));
        return id;
    }

    void add_note(PatientId const& id)
    {
        note_line(LogEvent::patient_changed, id);
        Change change = m_vault->change();
        m_vault->insert(
            change, gate::Policy::everything_of({ id }), id, TestNote { decltype(TestNote::text)("pijn is over") });
        EXPECT_TRUE(m_vault->commit(std::move(change)));
    }

    void rename(PatientId const& id, std::string const& surname)
    {
        note_line(LogEvent::patient_changed, id);
        auto const grant = gate::Policy::everything_of({ id });
        auto const found = value_of(m_vault->read<TestPerson>(grant, id));
        Change change = m_vault->change();
        m_vault->update(change, grant, id, found.at(0).id, found.at(0).version,
            TestPerson { decltype(TestPerson::surname)(surname) });
        EXPECT_TRUE(m_vault->commit(std::move(change)));
    }

    // The dossier, and all that is kept with it; what an invoice holds stays.
    void erase(PatientId const& id)
    {
        note_line(LogEvent::patient_erased, id);
        auto const grant = gate::Policy::everything_of({ id });
        Change change = m_vault->change();
        m_vault->destroy(change, grant, id, catalogue::RetentionClass::person);
        m_vault->destroy(change, grant, id, catalogue::RetentionClass::dossier);
        EXPECT_TRUE(m_vault->commit(std::move(change)));
    }

    [[nodiscard]] Result<TestRecords> records_of(PatientId const& id) const
    {
        auto const grant = gate::Policy::everything_of({ id });
        ZK_TRY(auto const persons, m_vault->read<TestPerson>(grant, id));
        ZK_TRY(auto const notes, m_vault->read<TestNote>(grant, id));
        ZK_TRY(auto const invoices, m_vault->read<TestInvoice>(grant, id, 2026));
        std::string surname;
        if (!persons.empty())
            surname = persons.front().record.surname.reveal(grant).value();
        return TestRecords { surname, persons.size(), notes.size(), invoices.size() };
    }

    Result<BackupReport> back_up(Disk& to)
    {
        return keep::back_up({ m_folder, m_disk, *m_vault, *m_log, m_clock, "zorgkluis test" }, to, asked_by_test());
    }

private:
    using OpenLog = Result<std::unique_ptr<AccessLog>> (*)(AccessLog::Parts);

    Result<> start(std::unique_ptr<Keyring> keyring, OpenLog open_log)
    {
        Vault::Stores stores;
        for (StoreFile const& store : k_store_files) {
            ZK_TRY(stores[store.which], open_sqlite_store(m_folder.path() / store.name, keyring->practice()));
        }
        ZK_TRY(m_vault, Vault::open(std::move(keyring), std::move(stores), m_random));
        ZK_TRY(m_log, open_log({ m_disk, m_folder.index(), m_vault->keyring(), m_clock, m_random, "zorgkluis test" }));
        m_vault->on_commit_note_journal_size([log = m_log.get()] { return log->size(); });
        return {};
    }

    void note_line(LogEvent event, PatientId const& id)
    {
        LineDraft line = asked_by_test();
        line.event = event;
        line.action = LogAction::update;
        line.patients = { id };
        EXPECT_TRUE(m_log->append(line));
    }

    Folder m_folder;
    testing::FolderDisk m_disk;
    Clock const& m_clock;
    crypto::SystemRandom m_random;
    std::string m_recovery_code;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<AccessLog> m_log;
};

class BackupTest : public ::testing::Test {
protected:
    BackupTest() { ZK_REQUIRE(crypto::start()); }

    // The backup's own keyring folder, in the root of its disk.
    Result<RestoreReport> restore_from(Disk const& stores, Disk const& keyring, std::filesystem::path const& to,
        std::string_view passphrase = k_test_passphrase)
    {
        auto const open = [&](std::filesystem::path const& file) { return Keyring::open(file, passphrase, random); };
        return restore_with(stores, keyring, to, open);
    }
    Result<RestoreReport> restore_from(Disk const& backup, std::filesystem::path const& to)
    {
        return restore_from(backup, backup, to);
    }
    Result<RestoreReport> restore_with(
        Disk const& stores, Disk const& keyring, std::filesystem::path const& to, OpenKeyring const& open)
    {
        ZK_TRY(Folder folder, Folder::create_for_restore(to));
        testing::FolderDisk disk(to);
        return keep::restore({ { stores, "" }, { keyring, k_keyring_folder } },
            { folder, disk, clock, random, "zorgkluis test" }, open, asked_by_test());
    }

    std::unique_ptr<TestPractice> create(std::string const& name = "praktijk")
    {
        return TestPractice::create(temp / name, clock);
    }
    std::unique_ptr<TestPractice> open(std::string const& name)
    {
        return value_of(TestPractice::open(temp / name, clock));
    }

    testing::TempFolder temp;
    ManualClock clock { k_test_now };
    crypto::SystemRandom random;
};

} // namespace zk::keep
