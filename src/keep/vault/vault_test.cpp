#include "crypto/seal.hpp"
#include "keep/vault/vault_for_tests.hpp"

#include <thread>

namespace zk::keep {
namespace {

TEST_F(VaultTest, WhatWasWrittenInThreeStoresIsReadAgainAfterAStart)
{
    PatientId const id = [&] {
        auto const vault = open();
        return add_patient(*vault, "Jansen");
    }();
    auto const vault = open();
    EXPECT_EQ(surname_of(*vault, id), "Jansen");
    Grant const grant = gate::Policy::everything_of({ id });
    EXPECT_EQ(vault->read<Note>(grant, id)->at(0).record.text.reveal(grant), "Jansen heeft pijn");
    EXPECT_EQ(vault->read<Invoice>(grant, id, 2026)->size(), 1U);
    EXPECT_EQ(vault->read<Invoice>(grant, id, 2025)->size(), 0U);
    EXPECT_EQ(vault->open_finding().intents_rolled_forward, 0U);
}

TEST_F(VaultTest, IdentityAndCareShareNoId)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    std::set<std::string> identity;
    std::set<std::string> care;
    auto collect = [](std::set<std::string>& into) {
        return [&into](Row const& row) -> Result<> {
            into.insert(row.key.subject.text());
            into.insert(row.key.id.text());
            return {};
        };
    };
    ASSERT_TRUE(vault->store(Compartment::identity).for_each(collect(identity)));
    ASSERT_TRUE(vault->store(Compartment::care).for_each(collect(care)));
    EXPECT_TRUE(identity.contains(id.text()));
    for (std::string const& one : care)
        EXPECT_FALSE(identity.contains(one));
}

TEST_F(VaultTest, UpdateOfAnOlderVersionIsAConflict)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    Grant const grant = gate::Policy::everything_of({ id });
    auto const found = vault->read<Person>(grant, id);
    Change first = vault->change();
    vault->update(first, grant, id, found->at(0).id, found->at(0).version, person("Pietersen"));
    ASSERT_TRUE(vault->commit(std::move(first)));
    Change second = vault->change();
    vault->update(second, grant, id, found->at(0).id, found->at(0).version, person("Klaassen"));
    auto const done = vault->commit(std::move(second));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().fault(), Fault::conflict);
    EXPECT_EQ(surname_of(*vault, id), "Pietersen");
}

TEST_F(VaultTest, AConflictInOneChangeLeavesNothingOfItBehind)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    Grant const grant = gate::Policy::everything_of({ id });
    auto const found = vault->read<Person>(grant, id);
    Change change = vault->change();
    vault->insert(change, grant, id, note("half"));
    vault->update(change, grant, id, found->at(0).id, found->at(0).version + 7, person("Klaassen"));
    EXPECT_FALSE(vault->commit(std::move(change)));
    EXPECT_EQ(vault->read<Note>(grant, id)->size(), 1U);
}

struct Tampering {
    char const* what;
    char const* file;
    char const* sql;
};

class VaultTampering : public VaultTest, public ::testing::WithParamInterface<Tampering> { };

TEST_P(VaultTampering, IsSeenWhenRead)
{
    PatientId const one = [&] {
        auto const vault = open();
        PatientId const id = add_patient(*vault, "Jansen");
        add_patient(*vault, "Pietersen");
        EXPECT_TRUE(vault->settle());
        return id;
    }();
    // The first patient's row in each store, whatever his name there.
    std::string sql = GetParam().sql;
    auto const vault_before = open();
    Keyring const& keyring = vault_before->keyring();
    auto replace = [&](std::string const& from, std::string const& to) {
        for (std::size_t at = sql.find(from); at != std::string::npos; at = sql.find(from))
            sql.replace(at, from.size(), "x'" + to + "'");
    };
    replace(":identity", one.text());
    replace(":care", keyring.subject_of(one, RetentionClass::dossier, 0).text());
    replace(
        ":slot", keyring.slot_id(keyring.subject_of(one, RetentionClass::person, 0), RetentionClass::person, 0).text());
    run_sql(GetParam().file, sql);
    Grant const grant = gate::Policy::everything_of({ one });
    auto const person = vault_before->read<Person>(grant, one);
    auto const notes = vault_before->read<Note>(grant, one);
    bool const seen = (!person && person.error().fault() == Fault::tampered)
        || (!notes && notes.error().fault() == Fault::tampered);
    EXPECT_TRUE(seen) << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(All, VaultTampering,
    ::testing::Values(Tampering { "box flipped", "identity.db",
                          "UPDATE record SET box = CAST(substr(box, 1, 40) || iif(substr(box, 41, 1) = x'00', x'01', "
                          "x'00') || substr(box, 42) AS BLOB) WHERE subject = :identity" },
        Tampering { "box cut", "identity.db", "UPDATE record SET box = substr(box, 1, 60) WHERE subject = :identity" },
        Tampering { "box emptied", "care.db", "UPDATE record SET box = x'' WHERE subject = :care" },
        Tampering { "boxes swapped between patients", "identity.db",
            "UPDATE record SET box = (SELECT box FROM record WHERE subject <> :identity) WHERE subject = :identity" },
        Tampering { "version raised", "care.db", "UPDATE record SET version = version + 1 WHERE subject = :care" },
        Tampering { "row given to another", "care.db", "DELETE FROM record WHERE subject = :care" },
        Tampering { "row removed", "identity.db", "DELETE FROM record WHERE subject = :identity" },
        Tampering { "row doubled under another id", "care.db",
            "INSERT INTO record SELECT practice, subject, kind, randomblob(16), version, box FROM record WHERE subject "
            "= :care" },
        Tampering { "row of another kind added", "care.db",
            "INSERT INTO record SELECT practice, subject, kind + 1, randomblob(16), version, box FROM record WHERE "
            "subject = :care" },
        Tampering { "slot flipped", "keyring.db",
            "UPDATE slot SET box = CAST(substr(box, 1, 40) || iif(substr(box, 41, 1) = x'00', x'01', x'00') || "
            "substr(box, 42) AS BLOB) WHERE id = :slot" },
        Tampering { "slot swapped", "keyring.db",
            "UPDATE slot SET box = (SELECT box FROM slot WHERE id <> :slot LIMIT 1) WHERE id = :slot" },
        Tampering { "slot removed", "keyring.db", "DELETE FROM slot WHERE id = :slot" }),
    [](auto const& one) {
        std::string name = one.param.what;
        std::ranges::replace(name, ' ', '_');
        return name;
    });

TEST_F(VaultTest, AnOlderRowOrFilePutBackIsSeen)
{
    PatientId const id = [&] {
        auto const vault = open();
        return add_patient(*vault, "Jansen");
    }();
    for (char const* name : { "identity.db", "keyring.db" })
        std::filesystem::copy_file(folder / name, folder / (std::string(name) + ".old"));
    {
        auto const vault = open();
        Grant const grant = gate::Policy::everything_of({ id });
        auto const found = vault->read<Person>(grant, id);
        Change change = vault->change();
        vault->update(change, grant, id, found->at(0).id, found->at(0).version, person("Pietersen"));
        ASSERT_TRUE(vault->commit(std::move(change)));
    }
    for (char const* name : { "identity.db", "keyring.db" }) {
        std::filesystem::rename(folder / name, folder / "kept");
        std::filesystem::copy_file(folder / (std::string(name) + ".old"), folder / name);
        auto const vault = open();
        auto const surname = surname_of(*vault, id);
        EXPECT_FALSE(surname) << name;
        EXPECT_EQ(surname ? "" : surname.error().code(), "rows-not-as-left");
        std::filesystem::rename(folder / "kept", folder / name);
    }
    EXPECT_EQ(surname_of(*open(), id), "Pietersen");
}

TEST_F(VaultTest, AStoreThatFailsHalfwayIsFinishedAtTheNextStart)
{
    // Four stores take part; the disk is full at each of them in turn.
    for (int applies = 0; applies < 3; ++applies) {
        auto const id = PatientId::random(random);
        {
            auto const left = std::make_shared<int>(applies);
            auto const vault = open(left);
            Grant const grant = gate::Policy::everything_of({ id });
            Change change = vault->change();
            vault->insert(change, grant, id, person("Jansen"));
            vault->insert(change, grant, id, note("pijn"));
            vault->insert(change, grant, id, Invoice { Field<"invoice.number", std::string>("F1") }, 2026);
            auto const done = vault->commit(std::move(change));
            ASSERT_FALSE(done);
            EXPECT_EQ(done.error().code(), "stopped-finished-at-next-start");
            Change more = vault->change();
            vault->insert(more, grant, id, note("nog meer"));
            EXPECT_FALSE(vault->commit(std::move(more)));
        }
        auto const vault = open();
        EXPECT_EQ(vault->open_finding().intents_rolled_forward, 1U);
        Grant const grant = gate::Policy::everything_of({ id });
        EXPECT_EQ(surname_of(*vault, id), "Jansen");
        EXPECT_EQ(vault->read<Note>(grant, id)->size(), 1U);
        EXPECT_EQ(vault->read<Invoice>(grant, id, 2026)->size(), 1U);
    }
    auto const vault = open();
    EXPECT_EQ(vault->open_finding().intents_rolled_forward, 0U);
    EXPECT_EQ(vault->keyring().pending_intents()->size(), 0U);
}

TEST_F(VaultTest, ADestroyedKeyTakesItsClassAndLeavesTheRest)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    Grant const grant = gate::Policy::everything_of({ id });
    Change change = vault->change();
    vault->destroy(change, grant, id, RetentionClass::dossier);
    ASSERT_TRUE(vault->commit(std::move(change)));
    EXPECT_EQ(vault->read<Note>(grant, id)->size(), 0U);
    EXPECT_EQ(surname_of(*vault, id), "Jansen");
    EXPECT_EQ(vault->store(Compartment::care).count(), 0U);
    // A dossier may begin anew, under another key.
    Change again = vault->change();
    vault->insert(again, grant, id, note("nieuw"));
    ASSERT_TRUE(vault->commit(std::move(again)));
    EXPECT_EQ(vault->read<Note>(grant, id)->size(), 1U);
}

TEST_F(VaultTest, KnowsTheYearsOfAPatientAlsoAfterTheyChanged)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    Grant const grant = gate::Policy::everything_of({ id });
    auto const years = [&] { return *vault->years(id, RetentionClass::invoice); };
    EXPECT_EQ(years(), std::vector<Period>({ 2026 }));
    for (Period const year : { k_last_year, k_first_year }) {
        Change change = vault->change();
        vault->insert(change, grant, id, Invoice { Field<"invoice.number", std::string>("F2") }, year);
        ASSERT_TRUE(vault->commit(std::move(change)));
    }
    EXPECT_EQ(years(), std::vector<Period>({ k_first_year, 2026, k_last_year }));
    EXPECT_EQ(years(), std::vector<Period>({ k_first_year, 2026, k_last_year }));
    Change change = vault->change();
    vault->destroy(change, grant, id, RetentionClass::invoice, 2026);
    ASSERT_TRUE(vault->commit(std::move(change)));
    EXPECT_EQ(years(), std::vector<Period>({ k_first_year, k_last_year }));
    EXPECT_EQ(*vault->years(PatientId::random(random), RetentionClass::invoice), std::vector<Period>());
}

TEST_F(VaultTest, ARotatedKeyOpensEverythingAndTheOldCodeNothing)
{
    auto const old_code = RecoveryCode::parse(recovery_code);
    std::string new_code;
    PatientId const id = [&] {
        auto const vault = open();
        PatientId const patient = add_patient(*vault, "Jansen");
        auto const code = vault->rotate_practice_key("een nieuwe wachtzin");
        EXPECT_TRUE(code) << code.error().code();
        new_code = code->for_paper();
        // It goes on with the new key.
        EXPECT_EQ(surname_of(*vault, patient), "Jansen");
        add_patient(*vault, "Pietersen");
        return patient;
    }();
    auto const path = folder / "keyring.db";
    EXPECT_EQ(Keyring::open(path, "een lange wachtzin", random).error().code(), "passphrase-does-not-fit");
    EXPECT_EQ(
        Keyring::recover(path, *old_code, "nog een wachtzin", random).error().code(), "recovery-code-does-not-fit");
    ASSERT_TRUE(Keyring::open(path, "een nieuwe wachtzin", random));
    ASSERT_TRUE(Keyring::recover(path, *RecoveryCode::parse(new_code), "een lange wachtzin", random));
    auto const vault = open();
    EXPECT_EQ(surname_of(*vault, id), "Jansen");
    EXPECT_EQ(vault->patients()->size(), 2U);
}

TEST_F(VaultTest, ManyThreadsWriteAndReadAtOnce)
{
    auto const vault = open();
    PatientId const shared = add_patient(*vault, "Jansen");
    constexpr int k_threads = 8;
    constexpr int k_each = 20;
    std::vector<std::jthread> threads;
    std::atomic<int> failures = 0;
    for (int i = 0; i < k_threads; ++i) {
        threads.emplace_back([&] {
            Grant const grant = gate::Policy::everything_of({ shared });
            for (int j = 0; j < k_each; ++j) {
                Change change = vault->change();
                vault->insert(change, grant, shared, note("pijn"));
                if (!vault->commit(std::move(change)) || !vault->read<Note>(grant, shared))
                    ++failures;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(failures, 0);
    Grant const grant = gate::Policy::everything_of({ shared });
    EXPECT_EQ(vault->read<Note>(grant, shared)->size(), std::size_t { k_threads * k_each + 1 });
}

TEST_F(VaultTest, StoresOfBeforeTakeKeysOfAfterOnceRebased)
{
    PatientId const early = [&] {
        auto const vault = open();
        return add_patient(*vault, "Jansen");
    }();
    for (auto const& [which, name] : k_stores)
        std::filesystem::copy_file(folder / name, folder / (std::string(name) + ".old"));
    PatientId const erased = early;
    PatientId const late = [&] {
        auto const vault = open();
        Grant const grant = gate::Policy::everything_of({ erased });
        Change change = vault->change();
        vault->destroy(change, grant, erased, RetentionClass::dossier);
        auto const found = vault->read<Person>(grant, early);
        vault->update(change, grant, early, found->at(0).id, found->at(0).version, person("Pietersen"));
        EXPECT_TRUE(vault->commit(std::move(change)));
        return add_patient(*vault, "Klaassen");
    }();
    for (auto const& [which, name] : k_stores) {
        std::filesystem::remove(folder / name);
        std::filesystem::copy_file(folder / (std::string(name) + ".old"), folder / name);
    }
    auto const vault = open();
    EXPECT_FALSE(surname_of(*vault, early));
    auto const rebased = vault->rebase_after_restore();
    ASSERT_TRUE(rebased) << rebased.error().code();
    EXPECT_EQ(rebased->rows_without_key, 1U);
    EXPECT_EQ(surname_of(*vault, early), "Jansen");
    EXPECT_EQ(surname_of(*vault, late).error().code(), "no-person");
}

TEST_F(VaultTest, TheRecoveryCodeOpensAndSetsANewPassphrase)
{
    auto const wrong = RecoveryCode::random(random);
    EXPECT_EQ(
        Keyring::recover(folder / "keyring.db", wrong, "nieuw", random).error().code(), "recovery-code-does-not-fit");
    auto const code = RecoveryCode::parse(recovery_code);
    ASSERT_TRUE(code);
    ASSERT_TRUE(Keyring::recover(folder / "keyring.db", *code, "nieuwe wachtzin", random));
    EXPECT_EQ(
        Keyring::open(folder / "keyring.db", "een lange wachtzin", random).error().code(), "passphrase-does-not-fit");
    EXPECT_TRUE(Keyring::open(folder / "keyring.db", "nieuwe wachtzin", random));
}

TEST_F(VaultTest, NothingReadableLiesInTheFiles)
{
    {
        auto const vault = open();
        add_patient(*vault, "Wolkenbreker");
        ASSERT_TRUE(vault->settle());
        add_patient(*vault, "Wolkenbreker");
        for (auto const& entry : std::filesystem::directory_iterator(folder.path())) {
            auto const size = std::filesystem::file_size(entry.path());
            std::string bytes(size, '\0');
            std::FILE* const file = std::fopen(entry.path().c_str(), "rb");
            ASSERT_NE(file, nullptr);
            EXPECT_EQ(std::fread(bytes.data(), 1, size, file), size);
            std::fclose(file);
            EXPECT_EQ(bytes.find("Wolkenbreker"), std::string::npos) << entry.path().filename();
        }
    }
}

} // namespace
} // namespace zk::keep
