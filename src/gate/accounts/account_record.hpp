// account_record: an account as it is sealed in practice.db, with what proves who logs in.
// Used by Accounts, and by tests that plant a fault; the rest of the house gets an Account.
// Always: the password is kept as Argon2id, codes as hashes; the second step's secret must be kept, so it is locked.
// An attacker with the practice key reads them; without it, nothing.
#pragma once

#include "catalogue/record.hpp"
#include "gate/accounts/account.hpp"
#include "gate/accounts/account_facts.hpp"
#include "gate/accounts/login.hpp"
#include "gate/accounts/password_policy.hpp"
#include "gate/accounts/second_step.hpp"
#include "keep/vault/vault.hpp"

namespace zk::catalogue {

template<>
struct Codec<zk::gate::PasswordFacts> {
    static void encode(Writer& out, zk::gate::PasswordFacts const& value);
    static Result<zk::gate::PasswordFacts> decode(ByteView bytes);
};

template<>
struct Codec<zk::gate::SecondStepSecret> {
    static void encode(Writer& out, zk::gate::SecondStepSecret const& value) { out.raw(value.expose()); }
    static Result<zk::gate::SecondStepSecret> decode(ByteView bytes) { return zk::gate::SecondStepSecret::from(bytes); }
};

} // namespace zk::catalogue

namespace zk::gate {

struct AccountRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::staff, 1);
    catalogue::Open<"staff.login", std::string> login;
    catalogue::Open<"staff.name", std::string> name;
    catalogue::Open<"staff.role", Role> role;
    catalogue::Open<"staff.code", std::string> practitioner;
    catalogue::Open<"staff.big", std::string> big;
    catalogue::Open<"staff.agb", std::string> agb;
    catalogue::Open<"staff.state", AccountState> state;
    catalogue::Open<"staff.ends_on", Date> ends_on;
    catalogue::Open<"staff.password", std::string> password;
    catalogue::Open<"staff.password_set_at", Instant> password_set_at;
    catalogue::Open<"staff.password_facts", PasswordFacts> password_facts;
    catalogue::Open<"staff.second_step", SecondStepSecret> second_step;
    catalogue::Open<"staff.second_step_confirmed_at", Instant> second_step_confirmed_at;
    catalogue::Open<"staff.second_step_counter", std::uint64_t> second_step_counter;
    catalogue::Open<"staff.recovery_codes", std::vector<Bytes>> recovery_codes;
    catalogue::Open<"staff.invite", Bytes> invite;
    catalogue::Open<"staff.invite_ends_at", Instant> invite_ends_at;
    catalogue::Open<"staff.created_at", Instant> created_at;
    catalogue::Open<"staff.last_login_at", Instant> last_login_at;
    catalogue::Open<"staff.failed_logins", std::uint64_t> failed_logins;
    catalogue::Open<"staff.works_for", std::vector<RosterLine>> works_for;
    catalogue::Open<"staff.imported_by", ImportId> imported_by;
    catalogue::Open<"staff.short_code", std::string> short_code;
    catalogue::Open<"staff.pin", std::string> pin;
    catalogue::Open<"staff.pin_set_at", Instant> pin_set_at;

    static constexpr auto members = std::tuple(&AccountRecord::login, &AccountRecord::name, &AccountRecord::role,
        &AccountRecord::practitioner, &AccountRecord::big, &AccountRecord::agb, &AccountRecord::state,
        &AccountRecord::ends_on, &AccountRecord::password, &AccountRecord::password_set_at,
        &AccountRecord::password_facts, &AccountRecord::second_step, &AccountRecord::second_step_confirmed_at,
        &AccountRecord::second_step_counter, &AccountRecord::recovery_codes, &AccountRecord::invite,
        &AccountRecord::invite_ends_at, &AccountRecord::created_at, &AccountRecord::last_login_at,
        &AccountRecord::failed_logins, &AccountRecord::works_for, &AccountRecord::imported_by,
        &AccountRecord::short_code, &AccountRecord::pin, &AccountRecord::pin_set_at);
};

// What the rest of the house, and the check, may know of it.
[[nodiscard]] Result<Account> account_of(RecordId const& id, AccountRecord const& record);
[[nodiscard]] AccountFacts facts_of(Account const& account, AccountRecord const& record);

[[nodiscard]] bool has_login(AccountRecord const& record, Login const& login);

// The relation to patients follows from the practitioner's code: two who shared one would share patients.
[[nodiscard]] bool code_is_taken(std::vector<keep::Stored<AccountRecord>> const& all, std::string const& practitioner);

// Without password, second step, recovery codes and invitation: nothing opens it any more.
void close_doors(AccountRecord& record);

} // namespace zk::gate
