#include "gate/accounts/accounts.hpp"

#include <algorithm>

namespace zk::gate {

namespace {

// One answer for a wrong name, a wrong or old code, and an account that is not waiting for one.
std::unexpected<Error> not_opened()
{
    return fail(Fault::refused, "one-time-code-refused");
}

Result<> same_answer(Result<> done)
{
    if (!done && done.error().fault() == Fault::not_found)
        return not_opened();
    return done;
}

} // namespace

void Accounts::start_over(Stored& account, OneTimeCode const& code) const
{
    close_doors(account.record);
    account.record.state = AccountState::invited;
    account.record.invite = code.hash(OneTimeCode::Use::invitation, account_id_of(account.id));
    account.record.invite_ends_at = m_clock.now() + k_invitation_valid;
}

Result<OneTimeCode> Accounts::invite(std::string_view login)
{
    OneTimeCode code = OneTimeCode::random(m_random);
    ZK_CHECK(update(login, [&](Stored& account, std::vector<Stored> const& all) -> Result<> {
        if (account.record.state.get() == AccountState::active)
            return fail(Fault::conflict, "account-is-active");
        if (has_left(account.record.ends_on.get(), today()))
            return fail(Fault::refused, "account-has-ended");
        // While it was disabled, somebody else may have got its code.
        if (account.record.state.get() == AccountState::disabled
            && code_is_taken(all, account.record.practitioner.get_or({})))
            return fail(Fault::conflict, "practitioner-code-taken");
        start_over(account, code);
        return {};
    }));
    return code;
}

Result<OneTimeCode> Accounts::reset(std::string_view login)
{
    OneTimeCode code = OneTimeCode::random(m_random);
    ZK_CHECK(update(login, [&](Stored& account, std::vector<Stored> const&) -> Result<> {
        if (account.record.state.get() == AccountState::disabled)
            return fail(Fault::refused, "account-is-disabled");
        if (has_left(account.record.ends_on.get(), today()))
            return fail(Fault::refused, "account-has-ended");
        start_over(account, code);
        return {};
    }));
    return code;
}

bool Accounts::opens(Stored const& account, std::string_view one_time_code) const
{
    AccountRecord const& record = account.record;
    auto const code = OneTimeCode::parse(one_time_code);
    return code && record.state.get() == AccountState::invited && !has_left(record.ends_on.get(), today())
        && m_clock.now() < record.invite_ends_at.get_or(Instant {})
        && record.invite.get() == code->hash(OneTimeCode::Use::invitation, account_id_of(account.id));
}

Result<SecondStepSetup> Accounts::activate(Activation const& activation)
{
    SecondStepSetup setup;
    ZK_CHECK(same_answer(update(activation.login, [&](Stored& account, std::vector<Stored> const&) -> Result<> {
        if (!opens(account, activation.one_time_code))
            return not_opened();
        AccountRecord& record = account.record;
        std::string const login = record.login.get_or({});
        std::string const name = record.name.get_or({});
        ZK_CHECK(check_password(activation.new_password, { login, name, m_practice_name }));
        ZK_TRY(std::string hash, crypto::hash_password(activation.new_password, m_login_cost));
        Instant const now = m_clock.now();
        record.password = std::move(hash);
        record.password_set_at = now;
        record.password_facts = PasswordFacts { .characters = characters_in(activation.new_password),
            .origin = activation.origin,
            .at_last_login = Blocklist::clear,
            .given_at = now };
        SecondStepSecret secret = SecondStepSecret::random(m_random);
        setup = setup_of(secret, m_practice_name.empty() ? "Zorgkluis" : m_practice_name, login);
        record.second_step = std::move(secret);
        return {};
    })));
    return setup;
}

Result<std::vector<OneTimeCode>> Accounts::confirm_second_step(Confirmation const& confirmation)
{
    std::vector<OneTimeCode> codes;
    codes.reserve(k_recovery_codes);
    for (std::size_t i = 0; i < k_recovery_codes; ++i)
        codes.push_back(OneTimeCode::random(m_random));
    ZK_CHECK(same_answer(update(confirmation.login, [&](Stored& account, std::vector<Stored> const&) -> Result<> {
        AccountRecord& record = account.record;
        if (!opens(account, confirmation.one_time_code))
            return not_opened();
        auto const& secret = record.second_step.get();
        if (!record.password.get() || !secret)
            return fail(Fault::wrong_use, "password-not-chosen-yet");
        auto const digits = six_digits(confirmation.second_step);
        auto const step = digits ? accepted_step(*secret, *digits, m_clock.now(), std::nullopt) : std::nullopt;
        if (!step)
            return fail(Fault::bad_input, "second-step-code-wrong");
        std::vector<Bytes> hashes;
        hashes.reserve(codes.size());
        for (OneTimeCode const& code : codes)
            hashes.push_back(code.hash(OneTimeCode::Use::recovery, account_id_of(account.id)));
        record.recovery_codes = std::move(hashes);
        record.second_step_counter = *step;
        record.second_step_confirmed_at = m_clock.now();
        record.invite.clear();
        record.invite_ends_at.clear();
        record.state = AccountState::active;
        return {};
    })));
    return codes;
}

} // namespace zk::gate
