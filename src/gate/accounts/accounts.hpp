// accounts: who works with this practice, how he gets in, and how he is let go.
// Used by the command line, the server's login and sessions, the import of medewerkers, and the check.
// Always: nobody logs in without password and second step; codes count once; every wrong login gets the same answer.
// An attacker with the open program can make accounts: each act leaves its line in the log, written by the caller.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "crypto/password.hpp"
#include "gate/accounts/account.hpp"
#include "gate/accounts/account_record.hpp"
#include "gate/accounts/login.hpp"
#include "gate/accounts/one_time_code.hpp"
#include "gate/accounts/throttle.hpp"
#include "keep/vault/vault.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace zk::gate {

inline constexpr std::chrono::days k_invitation_valid { 7 };
inline constexpr std::size_t k_recovery_codes = 10;
inline constexpr std::size_t k_pin_digits_min = 4;
inline constexpr std::size_t k_pin_digits_max = 8;

struct NewAccount {
    std::string login;
    std::string name; // empty: as the login
    Role role;
    std::string practitioner {}; // code; empty: treats nobody himself
    std::string big {};
    std::string agb {};
    std::optional<Date> ends_on {};
    std::optional<ImportId> imported_by {};
};

// What the praktijkhouder may change of an account; all of it at once, as the form has it.
struct AccountEdit {
    std::string name;
    Role role;
    std::string practitioner {};
    std::string big {};
    std::string agb {};
    std::optional<Date> ends_on {};
};

struct Activation {
    std::string_view login;
    std::string_view one_time_code;
    std::string_view new_password;
    PasswordOrigin origin = PasswordOrigin::own_choice;
};

struct Confirmation {
    std::string_view login;
    std::string_view one_time_code;
    std::string_view second_step;
};

struct LoginAttempt {
    std::string_view login;
    std::string_view password;
    std::string_view code;      // of the second step: six digits, or a recovery code
    std::string_view source {}; // from which workstation or address, so that strangers cannot delay the owner
};

// Of somebody who logged in before.
struct Proof {
    enum class By : std::uint8_t { password, second_step, pin } by;
    std::string_view value;
    std::string_view source {};
};

class Accounts {
public:
    // All of it outlives the accounts; crypto is started.
    Accounts(keep::Vault& vault, Clock const& clock, Random& random, crypto::Cost login_cost,
        std::string practice_name = {});
    Accounts(Accounts const&) = delete;
    Accounts& operator=(Accounts const&) = delete;
    ~Accounts() = default;

    // Without a way in yet: invite() makes one.
    [[nodiscard]] Result<Account> add(NewAccount const& account);
    // Many, into a change of the caller's, which he drops when this fails.
    [[nodiscard]] Result<std::vector<Account>> add_all(
        keep::Change& change, std::span<NewAccount const> accounts) const;
    // What an import made, as long as nobody used it.
    [[nodiscard]] Result<> remove_imported(keep::Change& change, ImportId const& import) const;

    // In the order of their short codes, the disabled ones too.
    [[nodiscard]] Result<std::vector<Account>> list() const;
    [[nodiscard]] Result<Account> find(std::string_view login) const;
    [[nodiscard]] Result<Account> find(AccountId const& id) const;
    [[nodiscard]] Result<std::vector<AccountFacts>> facts() const;

    // Fault::refused "last-praktijkhouder" for these three when nobody would be left to run the practice.
    // Password, second step and codes are gone at once.
    [[nodiscard]] Result<> disable(std::string_view login);
    [[nodiscard]] Result<> edit(std::string_view login, AccountEdit const& edit);
    [[nodiscard]] Result<> set_end_date(std::string_view login, std::optional<Date> ends_on);
    [[nodiscard]] Result<> set_roster(std::string_view login, std::vector<RosterLine> lines);

    // A one-time code to show once; any earlier one is dead. For an account that is not active; a disabled one comes
    // back.
    [[nodiscard]] Result<OneTimeCode> invite(std::string_view login);
    // The same for an active account: password, second step and recovery codes are dead at once.
    [[nodiscard]] Result<OneTimeCode> reset(std::string_view login);
    // Sets the password; may be done again with the same code until the second step is confirmed.
    [[nodiscard]] Result<SecondStepSetup> activate(Activation const& activation);
    // Uses the one-time code up, and lets the account in. The recovery codes are shown once.
    [[nodiscard]] Result<std::vector<OneTimeCode>> confirm_second_step(Confirmation const& confirmation);

    // Fault::refused "login-failed" whatever was wrong; Fault::unavailable "login-too-soon" with the seconds to wait.
    [[nodiscard]] Result<Account> log_in(LoginAttempt const& attempt);
    // For the lock alone, never for the login; the password shows who sets it. Fault::bad_input "pin-not-digits",
    // "pin-too-simple".
    [[nodiscard]] Result<> set_pin(AccountId const& id, std::string_view pin, Proof const& password);
    // Back from the lock. The same answers.
    [[nodiscard]] Result<Account> prove_again(AccountId const& id, Proof const& proof);

    // Grows with every change of an account: who kept one reads it again.
    [[nodiscard]] std::uint64_t generation() const { return m_generation.load(); }

private:
    using Stored = keep::Stored<AccountRecord>;
    using Apply = std::function<Result<>(Stored&, std::vector<Stored> const& all)>;

    [[nodiscard]] Result<std::vector<Stored>> read() const;
    // Changes one account, which stands among all; once more when a login was before us.
    [[nodiscard]] Result<> update(std::string_view login, Apply const& apply);
    [[nodiscard]] Result<> commit(Stored const& account);
    [[nodiscard]] Date today() const;

    void start_over(Stored& account, OneTimeCode const& code) const;
    [[nodiscard]] bool opens(Stored const& account, std::string_view one_time_code) const;

    struct SecondStepUse;
    [[nodiscard]] Result<Account> try_log_in(std::optional<Login> const& login, LoginAttempt const& attempt);
    [[nodiscard]] bool password_is_right(AccountRecord const& record, std::string_view password) const;
    [[nodiscard]] std::optional<SecondStepUse> second_step_use(
        AccountRecord const& record, AccountId const& id, std::string_view code) const;
    [[nodiscard]] Result<Account> try_proof(AccountId const& id, Proof const& proof);
    [[nodiscard]] Result<> note_login(
        Stored& account, SecondStepUse const& use, std::string_view password, std::uint64_t failures) const;

    keep::Vault& m_vault;
    Clock const& m_clock;
    Random& m_random;
    crypto::Cost m_login_cost;
    std::string m_practice_name;
    // Who is asked when there is no such account, so that it takes as long.
    AccountRecord m_nobody;
    Throttle m_throttle;
    // One act of administration at a time: two colleagues cannot get one login.
    std::mutex m_administration;
    std::atomic<std::uint64_t> m_generation = 0;
    std::mutex m_failures_mutex;
    std::map<AccountId, std::uint64_t> m_failures; // since the last login
};

} // namespace zk::gate
