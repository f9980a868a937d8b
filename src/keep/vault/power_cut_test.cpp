#include "crypto/secret.hpp"
#include "keep/vault/vault_for_tests.hpp"
#include "testing/forgetful_vfs.hpp"
#include "testing/seeded_random.hpp"

#include <optional>

namespace zk::keep {
namespace {

using testing::ForgetfulVfs;
using testing::Unsaved;

// More than may wait in the keyring, so that stores are synced under way.
constexpr std::size_t k_patients = 70;
constexpr std::size_t k_erased_every = 64;

Person person(std::string surname)
{
    return { Field<"patient.surname", std::string>(std::move(surname)) };
}

// What may be left of a patient: nothing, all as first written, all as changed since, or all without his dossier.
enum class State : std::uint8_t { absent, written, changed, erased };

Result<State> state_of(Vault const& vault, PatientId const& id)
{
    Grant const grant = gate::Policy::everything_of({ id });
    ZK_TRY(auto const persons, vault.read<Person>(grant, id));
    ZK_TRY(auto const notes, vault.read<Note>(grant, id));
    ZK_TRY(auto const invoices, vault.read<Invoice>(grant, id, 2026));
    if (persons.empty() && notes.empty() && invoices.empty())
        return State::absent;
    if (persons.size() != 1 || invoices.size() != 1 || notes.size() > 1)
        return fail(Fault::tampered, "half-of-a-change");
    bool const changed = persons[0].record.surname.reveal(grant) == "Pietersen";
    if (notes.empty())
        return changed ? Result<State>(State::erased) : fail(Fault::tampered, "erased-before-changed");
    return changed ? State::changed : State::written;
}

Result<std::unique_ptr<Vault>> open_vault(std::filesystem::path const& folder, Random& random)
{
    ZK_TRY(auto keyring, Keyring::open(folder / "keyring.db", "een lange wachtzin", random));
    Vault::Stores stores;
    for (auto const& [which, name] : k_stores) {
        ZK_TRY(stores[which], open_sqlite_store(folder / name, keyring->practice()));
    }
    return Vault::open(std::move(keyring), std::move(stores), random);
}

// A practice at work, one patient after the other: three stores at once, then a change, now and then an erasure.
class Work {
public:
    explicit Work(Random& random)
    {
        for (std::size_t i = 0; i < k_patients; ++i)
            m_ids.push_back(PatientId::random(random));
    }

    // Ends at the first commit that fails.
    void run(Vault& vault)
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (!write(vault, m_ids[i]) || !change(vault, m_ids[i]) || !erase_some(vault, i))
                return;
        }
    }

    // Three a patient: written, changed, and erased or nothing more.
    [[nodiscard]] std::size_t done() const { return m_done; }

    // What was told to be done is there; what was not yet told is there as a whole or not at all.
    void expect(Vault const& vault, std::size_t done) const
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            std::size_t const mine = done > 3 * i ? std::min<std::size_t>(done - 3 * i, 3) : 0;
            auto const state = state_of(vault, m_ids[i]);
            ASSERT_TRUE(state) << state.error().code() << " of patient " << i << " after " << done;
            State const last = i % k_erased_every == 0 ? State::erased : State::changed;
            std::array const after { State::absent, State::written, State::changed, last };
            bool const in_progress = done >= 3 * i && mine < 3;
            EXPECT_TRUE(*state == after.at(mine) || (in_progress && *state == after.at(mine + 1)))
                << static_cast<int>(*state) << " of patient " << i << " after " << done;
        }
    }

private:
    bool write(Vault& vault, PatientId const& id)
    {
        Grant const grant = gate::Policy::everything_of({ id });
        Change change = vault.change();
        vault.insert(change, grant, id, person("Jansen"));
        vault.insert(change, grant, id, Note { Field<"note.text", std::string>("pijn") });
        vault.insert(change, grant, id, Invoice { Field<"invoice.number", std::string>("F1") }, 2026);
        return commit(vault, std::move(change));
    }

    bool change(Vault& vault, PatientId const& id)
    {
        Grant const grant = gate::Policy::everything_of({ id });
        auto const found = vault.read<Person>(grant, id);
        EXPECT_TRUE(found && found->size() == 1);
        Change change = vault.change();
        vault.update(change, grant, id, found->at(0).id, found->at(0).version, person("Pietersen"));
        return commit(vault, std::move(change));
    }

    bool erase_some(Vault& vault, std::size_t i)
    {
        if (i % k_erased_every != 0) {
            ++m_done;
            return true;
        }
        Change change = vault.change();
        vault.destroy(change, gate::Policy::everything_of({ m_ids[i] }), m_ids[i], RetentionClass::dossier);
        return commit(vault, std::move(change));
    }

    bool commit(Vault& vault, Change change)
    {
        if (!vault.commit(std::move(change)))
            return false;
        ++m_done;
        return true;
    }

    std::vector<PatientId> m_ids;
    std::size_t m_done = 0;
};

class PowerCut : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(crypto::start());
        begin_anew();
    }

    void begin_anew()
    {
        for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
            std::filesystem::remove(entry.path());
        for (auto const& [which, name] : k_stores)
            ASSERT_TRUE(create_sqlite_store(folder / name));
        ASSERT_TRUE(Keyring::create(folder / "keyring.db", "een lange wachtzin", crypto::k_test_cost, random));
    }

    // Opens what the power cut left, looks, and looks again after a proper end.
    void expect_after(ForgetfulVfs::Image const& image, Work const& work, std::size_t done)
    {
        TempFolder left;
        ForgetfulVfs::lay_out(image, left.path());
        for (int start = 0; start < 2; ++start) {
            auto const vault = open_vault(left.path(), random);
            ASSERT_TRUE(vault) << vault.error().code() << " after " << done;
            work.expect(**vault, done);
            EXPECT_EQ((*vault)->keyring().pending_intents()->size(), 0U);
            if (start == 1) {
                EXPECT_EQ((*vault)->open_finding().intents_rolled_forward, 0U);
            }
        }
    }

    testing::SeededRandom random { 7 };
    TempFolder folder;
};

struct Moment {
    ForgetfulVfs::Image image;
    std::size_t done;
};

class PowerCutAtAnyMoment : public PowerCut, public ::testing::WithParamInterface<Unsaved> { };

TEST_P(PowerCutAtAnyMoment, KeepsWhatWasToldAndNothingByHalf)
{
    constexpr std::uint64_t k_every = 13;
    std::vector<Moment> moments;
    Work work(random);
    {
        ForgetfulVfs vfs;
        auto vault = open_vault(folder.path(), random);
        ASSERT_TRUE(vault);
        vfs.before_each([&](std::uint64_t step, bool) {
            if (step % k_every == 0)
                moments.push_back(
                    { vfs.after_power_cut(GetParam(), static_cast<std::uint32_t>(step + 1)), work.done() });
        });
        work.run(**vault);
        vfs.before_each({});
        ASSERT_EQ(work.done(), 3 * k_patients);
        vault->reset();
    }
    ASSERT_GT(moments.size(), 50U);
    for (Moment const& one : moments) {
        expect_after(one.image, work, one.done);
        if (HasFatalFailure())
            return;
    }
}

std::string name_of(::testing::TestParamInfo<Unsaved> const& one)
{
    static std::array<std::string, 3> const names { "NothingUnsaved", "EverythingUnsaved", "SomeOfTheUnsaved" };
    return names.at(static_cast<std::size_t>(one.param));
}

INSTANTIATE_TEST_SUITE_P(
    All, PowerCutAtAnyMoment, ::testing::Values(Unsaved::nothing, Unsaved::everything, Unsaved::some), name_of);

// Under each moment of a rotation: the old passphrase opens, or the new one, and what it opens is whole.
TEST_P(PowerCutAtAnyMoment, LeavesTheOldPracticeKeyOrTheNewOne)
{
    std::vector<ForgetfulVfs::Image> images;
    Work work(random);
    std::optional<RecoveryCode> code;
    {
        ForgetfulVfs vfs;
        auto vault = open_vault(folder.path(), random);
        ASSERT_TRUE(vault);
        work.run(**vault);
        ASSERT_TRUE((*vault)->settle());
        vfs.before_each([&](std::uint64_t step, bool sync) {
            if (sync || step % 7 == 0)
                images.push_back(vfs.after_power_cut(GetParam(), static_cast<std::uint32_t>(step + 1)));
        });
        auto rotated = (*vault)->rotate_practice_key("een nieuwe wachtzin");
        vfs.before_each({});
        ASSERT_TRUE(rotated) << rotated.error().code();
        code = std::move(*rotated);
        images.push_back(vfs.after_power_cut(GetParam()));
    }
    ASSERT_GT(images.size(), 10U);
    std::size_t news = 0;
    for (ForgetfulVfs::Image const& image : images) {
        TempFolder left;
        ForgetfulVfs::lay_out(image, left.path());
        auto const old = open_vault(left.path(), random);
        if (!old) {
            EXPECT_EQ(old.error().code(), "passphrase-does-not-fit");
            ++news;
            auto const file = left / "keyring.db";
            ASSERT_TRUE(Keyring::open(file, "een nieuwe wachtzin", random));
            ASSERT_TRUE(Keyring::recover(file, *code, "een lange wachtzin", random));
        }
        auto const vault
            = old ? Result<std::unique_ptr<Vault>>(fail(Fault::not_found, "old")) : open_vault(left.path(), random);
        work.expect(old ? **old : **vault, work.done());
        if (HasFatalFailure())
            return;
    }
    EXPECT_GT(news, 0U);
    EXPECT_LT(news, images.size());
}

// The disk says no when a store or the keyring is synced, and forgets what it should have saved, as Linux does.
class FailingSync : public PowerCut, public ::testing::WithParamInterface<char const*> { };

TEST_P(FailingSync, StopsAndLosesNothingThatWasTold)
{
    for (std::uint64_t const from : { 0U, 40U, 400U, 1500U, 4000U }) {
        begin_anew();
        Work work(random);
        ForgetfulVfs::Image image;
        {
            ForgetfulVfs vfs;
            auto vault = open_vault(folder.path(), random);
            ASSERT_TRUE(vault);
            vfs.fail_syncs_from(from, GetParam());
            work.run(**vault);
            image = vfs.after_power_cut(Unsaved::nothing);
            if (work.done() < 3 * k_patients) {
                Change more = (*vault)->change();
                auto const id = PatientId::random(random);
                (*vault)->insert(more, gate::Policy::everything_of({ id }), id, person("Klaassen"));
                EXPECT_FALSE((*vault)->commit(std::move(more)));
            }
        }
        expect_after(image, work, work.done());
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, FailingSync, ::testing::Values("keyring.db", "identity.db", "care.db", "money.db"), [](auto const& one) {
        std::string name = one.param;
        return name.substr(0, name.find('.'));
    });

} // namespace
} // namespace zk::keep
