// vault_for_tests: a vault over the four stores of a practice, with a store that can fail.
// Used by the tests of the vault.
// Always: each test has a folder of its own.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "crypto/system_random.hpp"
#include "keep/sqlite/database.hpp"
#include "keep/sqlite/sqlite_engine.hpp"
#include "keep/vault/vault.hpp"
#include "testing/grant_for_tests.hpp"
#include "testing/temp_folder.hpp"

#include <gtest/gtest.h>

namespace zk::keep {

using catalogue::Compartment;
using catalogue::Field;
using catalogue::Grant;
using catalogue::record_kind;
using catalogue::RetentionClass;
using testing::TempFolder;

struct Person {
    static constexpr auto kind = record_kind(RetentionClass::person, 1);
    Field<"patient.surname", std::string> surname;
    Field<"patient.birth_date", Date> birth_date;
    static constexpr auto members = std::tuple(&Person::surname, &Person::birth_date);
};

struct Note {
    static constexpr auto kind = record_kind(RetentionClass::dossier, 9);
    Field<"note.text", std::string> text;
    static constexpr auto members = std::tuple(&Note::text);
};

struct Invoice {
    static constexpr auto kind = record_kind(RetentionClass::invoice, 1);
    Field<"invoice.number", std::string> number;
    static constexpr auto members = std::tuple(&Invoice::number);
};

inline constexpr std::array k_stores {
    std::pair { Compartment::identity, "identity.db" },
    std::pair { Compartment::care, "care.db" },
    std::pair { Compartment::money, "money.db" },
    std::pair { Compartment::practice, "practice.db" },
};

// Lets a store fail from a given apply on, as a full disk does.
class FailingEngine final : public Engine {
public:
    FailingEngine(std::unique_ptr<Engine> inner, std::shared_ptr<int> applies_left)
        : m_inner(std::move(inner))
        , m_applies_left(std::move(applies_left))
    {
    }
    Result<> apply(std::span<RowWrite const> writes) override
    {
        if ((*m_applies_left)-- <= 0)
            return fail(Fault::storage, "disk-full");
        return m_inner->apply(writes);
    }
    Result<> sync() override { return m_inner->sync(); }
    Result<std::vector<Row>> rows(Subject const& subject, RetentionClass which) const override
    {
        return m_inner->rows(subject, which);
    }
    Result<> for_each(catalogue::RecordKind kind, Visit const& visit) const override
    {
        return m_inner->for_each(kind, visit);
    }
    Result<> for_each(Visit const& visit) const override { return m_inner->for_each(visit); }
    Result<std::uint64_t> count() const override { return m_inner->count(); }
    Result<std::string> shape() const override { return m_inner->shape(); }
    std::string expected_shape() const override { return m_inner->expected_shape(); }
    Result<> settle() override { return m_inner->settle(); }
    Result<> vacuum() override { return m_inner->vacuum(); }

private:
    std::unique_ptr<Engine> m_inner;
    std::shared_ptr<int> m_applies_left;
};

class VaultTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(crypto::start());
        for (auto const& [which, name] : k_stores)
            ASSERT_TRUE(create_sqlite_store(folder / name));
        auto created = Keyring::create(folder / "keyring.db", "een lange wachtzin", crypto::k_test_cost, random);
        ASSERT_TRUE(created);
        recovery_code = created->recovery_code.for_paper();
    }

    std::unique_ptr<Vault> open(std::shared_ptr<int> applies_left = nullptr)
    {
        auto keyring = Keyring::open(folder / "keyring.db", "een lange wachtzin", random);
        EXPECT_TRUE(keyring) << keyring.error().code();
        Vault::Stores stores;
        for (auto const& [which, name] : k_stores) {
            auto store = open_sqlite_store(folder / name, (*keyring)->practice());
            EXPECT_TRUE(store);
            if (applies_left != nullptr)
                stores[which] = std::make_unique<FailingEngine>(std::move(*store), applies_left);
            else
                stores[which] = std::move(*store);
        }
        auto vault = Vault::open(std::move(*keyring), std::move(stores), random);
        EXPECT_TRUE(vault) << vault.error().code();
        return std::move(*vault);
    }

    static Person person(std::string surname)
    {
        return { Field<"patient.surname", std::string>(std::move(surname)),
            Field<"patient.birth_date", Date>(*Date::from(1970, 1, 2)) };
    }
    static Note note(std::string text) { return { Field<"note.text", std::string>(std::move(text)) }; }

    // A patient in three stores, in one change.
    PatientId add_patient(Vault& vault, std::string const& surname)
    {
        auto const id = PatientId::random(random);
        Grant const grant = gate::Policy::everything_of({ id });
        Change change = vault.change();
        vault.insert(change, grant, id, person(surname));
        vault.insert(change, grant, id, note(surname + " heeft pijn"));
        vault.insert(change, grant, id, Invoice { Field<"invoice.number", std::string>("F1") }, 2026);
        auto const done = vault.commit(std::move(change));
        EXPECT_TRUE(done) << done.error().code();
        return id;
    }

    static Result<std::string> surname_of(Vault const& vault, PatientId const& id)
    {
        Grant const grant = gate::Policy::everything_of({ id });
        ZK_TRY(auto const found, vault.read<Person>(grant, id));
        if (found.size() != 1)
            return fail(Fault::not_found, "no-person");
        return found[0].record.surname.reveal(grant).value();
    }

    void run_sql(std::string const& name, std::string const& sql)
    {
        auto database = Database::open(folder / name, OpenMode::read_write);
        ASSERT_TRUE(database);
        auto const done = database->execute(sql);
        ASSERT_TRUE(done) << done.error().code();
    }

    TempFolder folder;
    crypto::SystemRandom random;
    std::string recovery_code;
};

} // namespace zk::keep
