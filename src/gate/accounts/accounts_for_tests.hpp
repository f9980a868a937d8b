// accounts_for_tests: a practice with nothing but accounts, and people who really go through the door.
// Used by the tests of gate/accounts only; they bring the folder and the chance.
// Always: no patient, no log; the stores and keys are the real ones.
// An attacker gains nothing: it is not in the product.
#pragma once

#include "gate/accounts/accounts.hpp"
#include "keep/sqlite/sqlite_engine.hpp"

#include <filesystem>
#include <gtest/gtest.h>

namespace zk::gate {

class Desk {
public:
    static constexpr std::string_view k_password = "vier blauwe olifanten";

    Desk(std::filesystem::path folder, Random& random, crypto::Cost cost = crypto::k_test_cost)
        : m_folder(std::move(folder))
        , m_random(random)
        , m_cost(cost)
    {
        ZK_REQUIRE(crypto::start().has_value());
        ZK_REQUIRE(keep::create_sqlite_store(m_folder / "practice.db").has_value());
        ZK_REQUIRE(keep::Keyring::create(m_folder / "keyring.db", "een lange wachtzin", crypto::k_test_cost, random)
                .has_value());
        reopen();
    }

    // As a restart does.
    void reopen()
    {
        m_accounts.reset();
        m_vault.reset();
        auto keyring = keep::Keyring::open(m_folder / "keyring.db", "een lange wachtzin", m_random);
        ZK_REQUIRE(keyring.has_value());
        auto store = keep::open_sqlite_store(m_folder / "practice.db", (*keyring)->practice());
        ZK_REQUIRE(store.has_value());
        keep::Vault::Stores stores;
        stores[catalogue::Compartment::practice] = std::move(*store);
        auto vault = keep::Vault::open(std::move(*keyring), std::move(stores), m_random);
        ZK_REQUIRE(vault.has_value());
        m_vault = std::move(*vault);
        m_accounts = std::make_unique<Accounts>(*m_vault, clock, m_random, m_cost, "Praktijk De Zwaluw");
    }

    [[nodiscard]] Accounts& accounts() { return *m_accounts; }
    [[nodiscard]] keep::Vault& vault() { return *m_vault; }

    // What his authenticator shows now.
    [[nodiscard]] std::string code_of(std::string const& login)
    {
        std::string code;
        change(login,
            [&](AccountRecord& record) { code = code_of_step(*record.second_step.get(), step_at(clock.now())); });
        return code;
    }

    // Behind the back of Accounts.
    template<typename Apply>
    void change(std::string const& login, Apply apply)
    {
        auto all = m_vault->read_practice<AccountRecord>();
        ZK_REQUIRE(all.has_value());
        for (auto& one : *all) {
            if (one.record.login.get() != login)
                continue;
            apply(one.record);
            keep::Change change = m_vault->change();
            m_vault->update_practice(change, one.id, one.version, one.record);
            ZK_REQUIRE(m_vault->commit(std::move(change)).has_value());
        }
    }

    void add(std::string const& login, Role role = Role::assistent)
    {
        auto const added = m_accounts->add({ .login = login, .name = {}, .role = role });
        ASSERT_TRUE(added) << added.error().code();
    }

    // With the code from his invitation, until he is in; his authenticator shows a new code afterwards.
    std::vector<OneTimeCode> activate(std::string const& login, OneTimeCode const& invitation)
    {
        std::string const paper = invitation.for_paper();
        auto const setup = m_accounts->activate({ .login = login, .one_time_code = paper, .new_password = k_password });
        EXPECT_TRUE(setup) << setup.error().code();
        auto codes = m_accounts->confirm_second_step(
            { .login = login, .one_time_code = paper, .second_step = code_of(login) });
        EXPECT_TRUE(codes) << codes.error().code();
        clock.advance(std::chrono::minutes(1));
        return codes ? std::move(*codes) : std::vector<OneTimeCode> {};
    }

    std::vector<OneTimeCode> let_in(std::string const& login, Role role = Role::assistent)
    {
        add(login, role);
        auto const invitation = m_accounts->invite(login);
        EXPECT_TRUE(invitation) << invitation.error().code();
        return activate(login, *invitation);
    }

    // The error's code; "in" when he got in.
    std::string log_in(
        std::string const& login, std::string_view password, std::string const& code, std::string_view source = {})
    {
        auto const account
            = m_accounts->log_in({ .login = login, .password = password, .code = code, .source = source });
        return account ? "in" : std::string(account.error().code());
    }
    std::string log_in(std::string const& login) { return log_in(login, k_password, code_of(login)); }

    ManualClock clock { std::chrono::sys_days { std::chrono::year(2026) / 11 / 23 } + std::chrono::hours(9) };

private:
    std::filesystem::path m_folder;
    Random& m_random;
    crypto::Cost m_cost;
    std::unique_ptr<keep::Vault> m_vault;
    std::unique_ptr<Accounts> m_accounts;
};

} // namespace zk::gate
