#include "keep/vault/vault_for_tests.hpp"

namespace zk::keep {
namespace {

TEST_F(VaultTest, AnIntentWaitsUntilItsStoresAreSyncedAndNoLonger)
{
    auto const vault = open();
    auto const waiting = [&] { return vault->keyring().pending_intents()->size(); };
    add_patient(*vault, "Jansen");
    EXPECT_EQ(waiting(), 1U);
    std::size_t most = 0;
    for (int i = 0; i < 200; ++i) {
        add_patient(*vault, "Jansen");
        most = std::max(most, waiting());
    }
    EXPECT_LE(most, 64U);
    EXPECT_GT(most, 32U);
    ASSERT_TRUE(vault->while_quiet([&]() -> Result<> {
        EXPECT_EQ(waiting(), 0U);
        return {};
    }));
    add_patient(*vault, "Jansen");
    ASSERT_TRUE(vault->settle());
    EXPECT_EQ(waiting(), 0U);
}

TEST_F(VaultTest, ALargeChangeDoesNotWaitInTheKeyring)
{
    auto const vault = open();
    auto const id = PatientId::random(random);
    Grant const grant = gate::Policy::everything_of({ id });
    Change change = vault->change();
    for (int i = 0; i < 5; ++i)
        vault->insert(change, grant, id, note(std::string(1024 * 1024, 'x')));
    ASSERT_TRUE(vault->commit(std::move(change)));
    // Synced: it goes with the next commit.
    add_patient(*vault, "Jansen");
    EXPECT_EQ(vault->keyring().pending_intents()->size(), 1U);
}

TEST_F(VaultTest, WhereAKeyIsDestroyedNoIntentStays)
{
    auto const vault = open();
    PatientId const id = add_patient(*vault, "Jansen");
    add_patient(*vault, "Pietersen");
    EXPECT_EQ(vault->keyring().pending_intents()->size(), 2U);
    Change change = vault->change();
    vault->destroy(change, gate::Policy::everything_of({ id }), id, RetentionClass::dossier);
    ASSERT_TRUE(vault->commit(std::move(change)));
    EXPECT_EQ(vault->keyring().pending_intents()->size(), 0U);
    EXPECT_EQ(std::filesystem::file_size(folder / "keyring.db-wal"), 0U);
}

// Killed: the stores have some of it, the keyring has all.
TEST_F(VaultTest, ManyIntentsAreFinishedInTheirOrder)
{
    PatientId const id = [&] {
        auto const vault = open();
        return add_patient(*vault, "Jansen");
    }();
    std::filesystem::create_directory(folder / "before");
    for (auto const& [which, name] : k_stores)
        std::filesystem::copy_file(folder / name, folder / (std::string("before/") + name));
    {
        auto const vault = open();
        Grant const grant = gate::Policy::everything_of({ id });
        for (std::uint64_t version = 1; version <= 20; ++version) {
            auto const found = vault->read<Person>(grant, id);
            Change change = vault->change();
            vault->update(change, grant, id, found->at(0).id, version, person("Naam" + std::to_string(version)));
            ASSERT_TRUE(vault->commit(std::move(change)));
        }
        // What a power cut would leave at worst: the keyring of now, the stores of before.
        for (char const* suffix : { "", "-wal" })
            std::filesystem::copy_file(folder / (std::string("keyring.db") + suffix),
                folder / (std::string("before/keyring.db") + suffix),
                std::filesystem::copy_options::overwrite_existing);
    }
    for (auto const& entry : std::filesystem::directory_iterator(folder / "before"))
        std::filesystem::copy_file(
            entry.path(), folder.path() / entry.path().filename(), std::filesystem::copy_options::overwrite_existing);
    auto const vault = open();
    EXPECT_EQ(vault->open_finding().intents_rolled_forward, 1U) << "only the last one is to be seen in the store";
    EXPECT_EQ(surname_of(*vault, id), "Naam20");
    EXPECT_EQ(vault->keyring().pending_intents()->size(), 0U);
}

} // namespace
} // namespace zk::keep
