#include "gate/accounts/account_record.hpp"

#include <algorithm>

namespace zk::catalogue {

using gate::Blocklist;
using gate::PasswordFacts;
using gate::PasswordOrigin;

void Codec<PasswordFacts>::encode(Writer& out, PasswordFacts const& value)
{
    out.varint(value.characters).u8(static_cast<std::uint8_t>(value.origin));
    out.u8(static_cast<std::uint8_t>(value.at_last_login));
    Codec<Instant>::encode(out, value.given_at);
}

Result<PasswordFacts> Codec<PasswordFacts>::decode(ByteView bytes)
{
    constexpr std::size_t k_instant_bytes = 8;
    Reader reader(bytes);
    ZK_TRY(std::uint64_t const characters, reader.varint());
    ZK_TRY(ByteView const origin_byte, reader.raw(1));
    ZK_TRY(PasswordOrigin const origin, Codec<PasswordOrigin>::decode(origin_byte));
    ZK_TRY(ByteView const blocklist_byte, reader.raw(1));
    ZK_TRY(Blocklist const blocklist, Codec<Blocklist>::decode(blocklist_byte));
    ZK_TRY(ByteView const given_bytes, reader.raw(k_instant_bytes));
    ZK_TRY(Instant const given_at, Codec<Instant>::decode(given_bytes));
    ZK_CHECK(reader.expect_end());
    return PasswordFacts { characters, origin, blocklist, given_at };
}

} // namespace zk::catalogue

namespace zk::gate {

namespace {

bool is_below_floor(std::string const& hash)
{
    auto const cost = crypto::cost_of(hash);
    return !cost || cost->passes < k_password_cost_floor.passes || cost->memory_kib < k_password_cost_floor.memory_kib;
}

} // namespace

Result<Account> account_of(RecordId const& id, AccountRecord const& record)
{
    auto const& login = record.login.get();
    auto const& role = record.role.get();
    auto const& state = record.state.get();
    auto const& short_code = record.short_code.get();
    if (!login || !role || !state || !short_code)
        return fail(Fault::tampered, "account-incomplete", Place::of("practice.db"));
    return Account {
        .id = account_id_of(id),
        .login = *login,
        .name = record.name.get_or(*login),
        .role = *role,
        .practitioner = record.practitioner.get_or({}),
        .short_code = *short_code,
        .big = record.big.get_or({}),
        .agb = record.agb.get_or({}),
        .state = *state,
        .ends_on = record.ends_on.get(),
        .active_since = record.second_step_confirmed_at.get(),
        .last_login_at = record.last_login_at.get(),
        .password_set_at = record.password_set_at.get(),
        .failures_before_login = record.failed_logins.get_or(0),
        .recovery_codes_left = record.recovery_codes.get_or({}).size(),
        .has_pin = record.pin.get().has_value(),
        .invite_ends_at = record.invite_ends_at.get(),
        .roster = record.works_for.get_or({}),
    };
}

AccountFacts facts_of(Account const& account, AccountRecord const& record)
{
    auto const& password = record.password.get();
    AccountFacts facts {
        .short_code = account.short_code,
        .role = account.role,
        .can_log_in = account.state == AccountState::active,
        .second_step_confirmed = record.second_step.get() && record.second_step_confirmed_at.get(),
        .hash_below_floor = password && is_below_floor(*password),
        .blocklisted_at_last_login = false,
        .password_set_at = record.password_set_at.get(),
        .password_characters = std::nullopt,
        .given_by_another_at = std::nullopt,
        .ends_on = account.ends_on,
        .created_at = record.created_at.get(),
        .last_login_at = account.last_login_at,
    };
    if (auto const& noted = record.password_facts.get()) {
        facts.blocklisted_at_last_login = noted->at_last_login == Blocklist::listed;
        facts.password_characters = noted->characters;
        if (noted->origin == PasswordOrigin::given_by_another)
            facts.given_by_another_at = noted->given_at;
    }
    return facts;
}

bool has_login(AccountRecord const& record, Login const& login)
{
    auto const own = Login::parse(record.login.get_or({}));
    return own && *own == login;
}

bool code_is_taken(std::vector<keep::Stored<AccountRecord>> const& all, std::string const& practitioner)
{
    return !practitioner.empty() && std::ranges::any_of(all, [&](keep::Stored<AccountRecord> const& other) {
        return other.record.practitioner.get() == practitioner && other.record.state.get() != AccountState::disabled;
    });
}

void close_doors(AccountRecord& record)
{
    record.password.clear();
    record.password_set_at.clear();
    record.password_facts.clear();
    record.second_step.clear();
    record.second_step_confirmed_at.clear();
    record.second_step_counter.clear();
    record.recovery_codes.clear();
    record.invite.clear();
    record.invite_ends_at.clear();
    record.pin.clear();
    record.pin_set_at.clear();
}

} // namespace zk::gate
