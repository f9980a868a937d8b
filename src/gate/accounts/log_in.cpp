#include "gate/accounts/accounts.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace zk::gate {

namespace {

// Two logins of one account at the same moment meet once; more often than this something else is wrong.
constexpr int k_tries_max = 8;

bool is_cheaper(std::string const& hash, crypto::Cost than)
{
    auto const cost = crypto::cost_of(hash);
    return !cost || cost->passes < than.passes || cost->memory_kib < than.memory_kib;
}

// 1111, 1234 and 4321 are what somebody tries first.
bool is_too_simple(std::string_view pin)
{
    auto const steps_by = [&](int step) {
        for (std::size_t i = 1; i < pin.size(); ++i) {
            if (pin[i] - pin[i - 1] != step)
                return false;
        }
        return true;
    };
    return steps_by(0) || steps_by(1) || steps_by(-1);
}

} // namespace

// What the login used up, to be written before it counts.
struct Accounts::SecondStepUse {
    std::optional<std::uint64_t> step;
    std::optional<Bytes> recovery_code;
};

Result<Account> Accounts::log_in(LoginAttempt const& attempt)
{
    std::optional<Login> login;
    if (auto parsed = Login::parse(attempt.login))
        login = std::move(*parsed);
    std::string const key = login ? login->folded() : std::string();
    ZK_CHECK(m_throttle.admit(key, attempt.source));
    for (int left = k_tries_max;; --left) {
        auto account = try_log_in(login, attempt);
        if (account)
            m_throttle.succeeded(key, attempt.source);
        if (account || account.error().fault() != Fault::conflict || left <= 1)
            return account;
    }
}

bool Accounts::password_is_right(AccountRecord const& record, std::string_view password) const
{
    std::string const hash = record.password.get_or(m_nobody.password.get_or({}));
    // An empty one may be no text at all, not even "".
    bool const is_one = !password.empty() && password.size() <= k_password_bytes_max;
    bool const matches = crypto::password_matches(hash, is_one ? password : "-");
    return matches && is_one && record.password.get();
}

std::optional<Accounts::SecondStepUse> Accounts::second_step_use(
    AccountRecord const& record, AccountId const& id, std::string_view code) const
{
    auto const& own = record.second_step.get();
    auto const& nobodys = m_nobody.second_step.get();
    ZK_REQUIRE(nobodys.has_value());
    if (auto const digits = six_digits(code)) {
        auto const step
            = accepted_step(own ? *own : *nobodys, *digits, m_clock.now(), record.second_step_counter.get());
        if (step && record.second_step_confirmed_at.get())
            return SecondStepUse { .step = step, .recovery_code = std::nullopt };
        return std::nullopt;
    }
    auto const recovery = OneTimeCode::parse(code);
    if (!recovery || !record.second_step_confirmed_at.get())
        return std::nullopt;
    Bytes hash = recovery->hash(OneTimeCode::Use::recovery, id);
    std::vector<Bytes> const left = record.recovery_codes.get_or({});
    if (std::ranges::find(left, hash) == left.end())
        return std::nullopt;
    return SecondStepUse { .step = std::nullopt, .recovery_code = std::move(hash) };
}

Result<Account> Accounts::try_log_in(std::optional<Login> const& login, LoginAttempt const& attempt)
{
    ZK_TRY(std::vector<Stored> all, read());
    auto const found
        = std::ranges::find_if(all, [&](Stored const& one) { return login && has_login(one.record, *login); });
    bool const exists = found != all.end();
    // All is asked, whatever the first answer was: the time must not tell which one was wrong.
    AccountRecord const& record = exists ? found->record : m_nobody;
    AccountId const id = exists ? account_id_of(found->id) : AccountId::from_raw({});
    bool const right = password_is_right(record, attempt.password);
    auto const use = second_step_use(record, id, attempt.code);
    bool const may = record.state.get() == AccountState::active && !has_left(record.ends_on.get(), today());

    std::unique_lock lock(m_failures_mutex);
    if (!exists || !right || !use || !may) {
        if (exists)
            ++m_failures[id];
        return fail(Fault::refused, "login-failed");
    }
    std::uint64_t const failures = m_failures[id];
    lock.unlock();

    ZK_CHECK(note_login(*found, *use, attempt.password, failures));
    ZK_CHECK(commit(*found));
    lock.lock();
    m_failures.erase(id);
    return account_of(found->id, found->record);
}

Result<Account> Accounts::prove_again(AccountId const& id, Proof const& proof)
{
    ZK_TRY(Account const account, find(id));
    ZK_TRY(Login const login, Login::parse(account.login));
    ZK_CHECK(m_throttle.admit(login.folded(), proof.source));
    for (int left = k_tries_max;; --left) {
        auto proven = try_proof(id, proof);
        if (proven)
            m_throttle.succeeded(login.folded(), proof.source);
        if (proven || proven.error().fault() != Fault::conflict || left <= 1)
            return proven;
    }
}

Result<Account> Accounts::try_proof(AccountId const& id, Proof const& proof)
{
    ZK_TRY(std::vector<Stored> all, read());
    auto const found = std::ranges::find_if(all, [&](Stored const& one) { return account_id_of(one.id) == id; });
    if (found == all.end())
        return fail(Fault::refused, "login-failed");
    ZK_TRY(Account account, account_of(found->id, found->record));
    if (!may_enter(account, today()))
        return fail(Fault::refused, "login-failed");
    if (proof.by == Proof::By::password) {
        if (!password_is_right(found->record, proof.value))
            return fail(Fault::refused, "login-failed");
        return account;
    }
    if (proof.by == Proof::By::pin) {
        auto const& pin = found->record.pin.get();
        if (!pin || proof.value.empty() || proof.value.size() > k_pin_digits_max
            || !crypto::password_matches(*pin, proof.value))
            return fail(Fault::refused, "login-failed");
        return account;
    }
    auto const use = second_step_use(found->record, id, proof.value);
    // A recovery code is for a lost phone, at the login.
    if (!use || !use->step)
        return fail(Fault::refused, "login-failed");
    found->record.second_step_counter = *use->step;
    ZK_CHECK(commit(*found));
    return account;
}

Result<> Accounts::set_pin(AccountId const& id, std::string_view pin, Proof const& password)
{
    ZK_REQUIRE(password.by == Proof::By::password);
    if (pin.size() < k_pin_digits_min || pin.size() > k_pin_digits_max || !std::ranges::all_of(pin, ascii::is_digit))
        return fail(Fault::bad_input, "pin-not-digits", Place::of("pin"));
    if (is_too_simple(pin))
        return fail(Fault::bad_input, "pin-too-simple", Place::of("pin"));
    ZK_TRY(Account const account, prove_again(id, password));
    ZK_TRY(std::string const hash, crypto::hash_password(pin, m_login_cost));
    return update(account.login, [&](Stored& stored, std::vector<Stored> const&) -> Result<> {
        stored.record.pin = hash;
        stored.record.pin_set_at = m_clock.now();
        return {};
    });
}

Result<> Accounts::note_login(
    Stored& account, SecondStepUse const& use, std::string_view password, std::uint64_t failures) const
{
    AccountRecord& record = account.record;
    if (use.step)
        record.second_step_counter = *use.step;
    if (use.recovery_code) {
        std::vector<Bytes> left = record.recovery_codes.get_or({});
        std::erase(left, *use.recovery_code);
        record.recovery_codes = std::move(left);
    }
    record.last_login_at = m_clock.now();
    record.failed_logins = failures;
    // Now that the password is at hand: what was cheap is hashed anew, and the list may have grown.
    if (is_cheaper(record.password.get_or({}), m_login_cost)) {
        ZK_TRY(std::string hash, crypto::hash_password(password, m_login_cost));
        record.password = std::move(hash);
    }
    if (auto facts = record.password_facts.get()) {
        std::string const login = record.login.get_or({});
        std::string const name = record.name.get_or({});
        facts->at_last_login = look_up(password, { login, name, m_practice_name });
        record.password_facts = *facts;
    }
    return {};
}

} // namespace zk::gate
