#include "gate/accounts/accounts.hpp"

#include "base/amsterdam.hpp"
#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "gate/accounts/nobody.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace zk::gate {

namespace {

using Stored = keep::Stored<AccountRecord>;

constexpr std::size_t k_register_number_bytes_max = 32;
constexpr std::string_view k_short_code_start = "M-";
// A login and an act of administration rarely meet; more often than this something else is wrong.
constexpr int k_tries_max = 8;

// 3 of "M-03".
int number_of(Stored const& stored)
{
    std::string const code = stored.record.short_code.get_or({});
    return code.starts_with(k_short_code_start) ? ascii::number(code.substr(k_short_code_start.size())).value_or(0) : 0;
}

Result<std::string> checked_text(std::string_view text, std::size_t bytes_max)
{
    std::string_view const trimmed = trim(text);
    if (trimmed.size() > bytes_max || !valid_utf8(trimmed) || std::ranges::any_of(trimmed, ascii::is_control))
        return fail(Fault::bad_input, "account-bad-text");
    return std::string(trimmed);
}

// An empty text is no value.
template<typename Text>
void set_or_clear(Text& element, std::string const& text)
{
    element.clear();
    if (!text.empty())
        element = text;
}

// What decides whether somebody runs the practice.
struct Standing {
    std::optional<Role> role;
    std::optional<AccountState> state;
    std::optional<Date> ends_on;

    static Standing of(AccountRecord const& record)
    {
        return { record.role.get(), record.state.get(), record.ends_on.get() };
    }
};

bool is_owner(Standing const& one, Date today)
{
    return one.role == Role::praktijkhouder && one.state != AccountState::disabled && !has_left(one.ends_on, today);
}
bool is_owner_who_logs_in(Standing const& one, Date today)
{
    return is_owner(one, today) && one.state == AccountState::active;
}
bool is_owner_who_stays(Standing const& one, Date today)
{
    return is_owner_who_logs_in(one, today) && !one.ends_on;
}

// There stays an owner, one who can log in, and one without an end date: each where there is one now.
Result<> keeps_an_owner(std::vector<Stored> const& all, Stored const& account, Standing const& after, Date today)
{
    for (auto const holds : { is_owner, is_owner_who_logs_in, is_owner_who_stays }) {
        bool const others = std::ranges::any_of(
            all, [&](Stored const& one) { return one.id != account.id && holds(Standing::of(one.record), today); });
        if (!others && holds(Standing::of(account.record), today) && !holds(after, today))
            return fail(Fault::refused, "last-praktijkhouder");
    }
    return {};
}

Result<AccountRecord> new_record(NewAccount const& account, std::vector<Stored> const& all, Instant now)
{
    ZK_TRY(Login const login, Login::parse(account.login));
    ZK_TRY(std::string name, checked_text(account.name, k_name_bytes_max));
    ZK_TRY(std::string practitioner, checked_text(account.practitioner, k_practitioner_code_bytes_max));
    ZK_TRY(std::string big, checked_text(account.big, k_register_number_bytes_max));
    ZK_TRY(std::string agb, checked_text(account.agb, k_register_number_bytes_max));
    if (std::ranges::any_of(all, [&](Stored const& other) { return has_login(other.record, login); }))
        return fail(Fault::conflict, "login-taken");
    if (code_is_taken(all, practitioner))
        return fail(Fault::conflict, "practitioner-code-taken");

    AccountRecord record;
    record.login = login.text();
    record.name = name.empty() ? login.text() : name;
    record.role = account.role;
    record.state = AccountState::invited;
    record.created_at = now;
    if (!practitioner.empty())
        record.practitioner = std::move(practitioner);
    if (!big.empty())
        record.big = std::move(big);
    if (!agb.empty())
        record.agb = std::move(agb);
    if (account.ends_on)
        record.ends_on = *account.ends_on;
    if (account.imported_by)
        record.imported_by = *account.imported_by;
    int highest = 0;
    for (Stored const& other : all)
        highest = std::max(highest, number_of(other));
    record.short_code = fmt::format("{}{:02}", k_short_code_start, highest + 1);
    return record;
}

} // namespace

std::optional<Date> password_ends_on(Account const& account, std::int64_t term_days)
{
    if (!account.password_set_at)
        return std::nullopt;
    return amsterdam_date(*account.password_set_at).plus_days(static_cast<int>(term_days));
}

Accounts::Accounts(
    keep::Vault& vault, Clock const& clock, Random& random, crypto::Cost login_cost, std::string practice_name)
    : m_vault(vault)
    , m_clock(clock)
    , m_random(random)
    , m_login_cost(login_cost)
    , m_practice_name(std::move(practice_name))
    , m_nobody(nobody(login_cost, random))
    , m_throttle(clock)
{
}

Date Accounts::today() const
{
    return amsterdam_date(m_clock.now());
}

Result<std::vector<Accounts::Stored>> Accounts::read() const
{
    ZK_TRY(std::vector<Stored> all, m_vault.read_practice<AccountRecord>());
    std::ranges::sort(all, {}, number_of);
    return all;
}

Result<> Accounts::commit(Stored const& account)
{
    keep::Change change = m_vault.change();
    m_vault.update_practice(change, account.id, account.version, account.record);
    ZK_CHECK(m_vault.commit(std::move(change)));
    ++m_generation;
    return {};
}

Result<> Accounts::update(std::string_view login, Apply const& apply)
{
    auto const wanted = Login::parse(login);
    if (!wanted)
        return fail(Fault::not_found, "account-unknown");
    std::lock_guard const lock(m_administration);
    for (int left = k_tries_max;; --left) {
        ZK_TRY(std::vector<Stored> all, read());
        auto const found = std::ranges::find_if(all, [&](Stored const& one) { return has_login(one.record, *wanted); });
        if (found == all.end())
            return fail(Fault::not_found, "account-unknown");
        ZK_CHECK(apply(*found, all));
        Result<> const done = commit(*found);
        if (done || done.error().fault() != Fault::conflict || left <= 1)
            return done;
    }
}

Result<std::vector<Account>> Accounts::add_all(keep::Change& change, std::span<NewAccount const> accounts) const
{
    ZK_TRY(std::vector<Stored> all, read());
    std::vector<Account> out;
    for (NewAccount const& account : accounts) {
        ZK_TRY(AccountRecord record, new_record(account, all, m_clock.now()));
        RecordId const id = m_vault.insert_practice(change, record);
        ZK_TRY(Account made, account_of(id, record));
        out.push_back(std::move(made));
        all.push_back({ id, 0, std::move(record) });
    }
    return out;
}

Result<Account> Accounts::add(NewAccount const& account)
{
    std::lock_guard const lock(m_administration);
    keep::Change change = m_vault.change();
    ZK_TRY(std::vector<Account> added, add_all(change, { &account, 1 }));
    ZK_CHECK(m_vault.commit(std::move(change)));
    ++m_generation;
    return std::move(added.front());
}

Result<> Accounts::remove_imported(keep::Change& change, ImportId const& import) const
{
    ZK_TRY(std::vector<Stored> const all, read());
    for (Stored const& one : all) {
        if (one.record.imported_by.get() != import)
            continue;
        if (one.record.password.get() || one.record.last_login_at.get())
            return fail(Fault::conflict, "imported-account-in-use");
        m_vault.remove_without_patient<AccountRecord>(change, one.id, one.version);
    }
    return {};
}

Result<> Accounts::disable(std::string_view login)
{
    return update(login, [this](Stored& account, std::vector<Stored> const& all) -> Result<> {
        Standing after = Standing::of(account.record);
        after.state = AccountState::disabled;
        ZK_CHECK(keeps_an_owner(all, account, after, today()));
        close_doors(account.record);
        account.record.state = AccountState::disabled;
        return {};
    });
}

Result<> Accounts::edit(std::string_view login, AccountEdit const& edit)
{
    ZK_TRY(std::string const name, checked_text(edit.name, k_name_bytes_max));
    ZK_TRY(std::string const practitioner, checked_text(edit.practitioner, k_practitioner_code_bytes_max));
    ZK_TRY(std::string const big, checked_text(edit.big, k_register_number_bytes_max));
    ZK_TRY(std::string const agb, checked_text(edit.agb, k_register_number_bytes_max));
    return update(login, [&, this](Stored& account, std::vector<Stored> const& all) -> Result<> {
        AccountRecord& record = account.record;
        if (practitioner != record.practitioner.get_or({}) && code_is_taken(all, practitioner))
            return fail(Fault::conflict, "practitioner-code-taken");
        ZK_CHECK(keeps_an_owner(all, account, { edit.role, record.state.get(), edit.ends_on }, today()));
        set_or_clear(record.name, name.empty() ? record.login.get_or({}) : name);
        set_or_clear(record.practitioner, practitioner);
        set_or_clear(record.big, big);
        set_or_clear(record.agb, agb);
        record.role = edit.role;
        record.ends_on.clear();
        if (edit.ends_on)
            record.ends_on = *edit.ends_on;
        return {};
    });
}

Result<> Accounts::set_end_date(std::string_view login, std::optional<Date> ends_on)
{
    return update(login, [&, this](Stored& account, std::vector<Stored> const& all) -> Result<> {
        AccountRecord& record = account.record;
        ZK_CHECK(keeps_an_owner(all, account, { record.role.get(), record.state.get(), ends_on }, today()));
        record.ends_on.clear();
        if (ends_on)
            record.ends_on = *ends_on;
        return {};
    });
}

Result<> Accounts::set_roster(std::string_view login, std::vector<RosterLine> lines)
{
    ZK_CHECK(check_roster(lines));
    return update(login, [&](Stored& account, std::vector<Stored> const&) -> Result<> {
        account.record.works_for = lines;
        return {};
    });
}

Result<std::vector<Account>> Accounts::list() const
{
    ZK_TRY(std::vector<Stored> const all, read());
    std::vector<Account> out;
    for (Stored const& one : all) {
        ZK_TRY(Account account, account_of(one.id, one.record));
        out.push_back(std::move(account));
    }
    return out;
}

Result<Account> Accounts::find(std::string_view login) const
{
    ZK_TRY(std::vector<Stored> const all, read());
    auto const wanted = Login::parse(login);
    for (Stored const& one : all) {
        if (wanted && has_login(one.record, *wanted))
            return account_of(one.id, one.record);
    }
    return fail(Fault::not_found, "account-unknown");
}

Result<Account> Accounts::find(AccountId const& id) const
{
    ZK_TRY(std::vector<Stored> const all, read());
    for (Stored const& one : all) {
        if (account_id_of(one.id) == id)
            return account_of(one.id, one.record);
    }
    return fail(Fault::not_found, "account-unknown");
}

Result<std::vector<AccountFacts>> Accounts::facts() const
{
    ZK_TRY(std::vector<Stored> const all, read());
    std::vector<AccountFacts> out;
    for (Stored const& one : all) {
        ZK_TRY(Account const account, account_of(one.id, one.record));
        out.push_back(facts_of(account, one.record));
    }
    return out;
}

} // namespace zk::gate
