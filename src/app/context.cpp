#include "app/context.hpp"

#include "app/messages.hpp"
#include "app/passphrase.hpp"
#include "app/terminal/terminal.hpp"
#include "app/version.hpp"
#include "crypto/seal.hpp"

#include <algorithm>
#include <array>
#include <pwd.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::size_t k_user_bytes_max = 16'384;

// Without --as the first praktijkhouder acts: the one that init made.
Result<gate::Account> acting_account(gate::Accounts const& accounts, std::string const& as, Date today)
{
    if (!as.empty()) {
        auto found = accounts.find(as);
        if (!found)
            return fail(Fault::not_found, "account-unknown");
        // On the command line the passphrase is the key; an invited account may act, one that left may not.
        if (found->state == gate::AccountState::disabled || gate::has_left(found->ends_on, today))
            return fail(Fault::refused, "account-closed");
        return found;
    }
    ZK_TRY(auto const all, accounts.list());
    auto const owner = std::ranges::find_if(all, [&](gate::Account const& account) {
        return account.role == catalogue::Role::praktijkhouder && account.state != gate::AccountState::disabled
            && !gate::has_left(account.ends_on, today);
    });
    if (owner == all.end())
        return fail(Fault::not_found, "no-owner-account");
    return *owner;
}

} // namespace

std::string program_name_and_version()
{
    return std::string(k_name) + " " + std::string(k_version);
}

gate::Practice::Ground ground_of(Context const& context, Disk& disk)
{
    return { disk, context.clock, context.random, program_name_and_version() };
}

std::string name_of_system_user(uid_t user)
{
    std::array<char, k_user_bytes_max> bytes {};
    passwd entry {};
    passwd* found = nullptr;
    ::getpwuid_r(user, &entry, bytes.data(), bytes.size(), &found);
    return found == nullptr ? std::to_string(user) : std::string(found->pw_name);
}

Result<> OpenPractice::open_alone(Context const& context)
{
    ZK_TRY(keep::Folder folder, keep::Folder::open(context.data));
    ZK_TRY(std::string passphrase, read_passphrase(Ask::once));
    ZK_TRY(m_disk, PosixDisk::open(context.data));
    auto opened = gate::Practice::open(std::move(folder), ground_of(context, *m_disk), passphrase);
    wipe_text(passphrase);
    if (!opened)
        return std::unexpected(opened.error());
    m_practice = std::move(*opened);
    m_accounts = std::make_unique<gate::Accounts>(
        m_practice->vault(), context.clock, context.random, m_practice->login_cost(), m_practice->facts().name);
    return {};
}

Result<OpenPractice> OpenPractice::open(Context const& context)
{
    OpenPractice out;
    out.m_served = context.served;
    if (out.m_served == nullptr)
        ZK_CHECK(out.open_alone(context));
    Date const today = out.practice().today();
    ZK_TRY(out.m_account, acting_account(out.accounts(), context.as, today));
    gate::Account const& account = *out.m_account;
    out.m_who = gate::Who { keep::LogActor::command_line,
        context.served != nullptr ? context.served->system_user : name_of_system_user(::geteuid()), account.id,
        account.role, account.practitioner, gate::works_for(account, today), "" };
    return out;
}

Result<care::Patients*> OpenPractice::patients()
{
    if (m_served != nullptr)
        return &m_served->patients;
    if (!m_patients) {
        ZK_TRY(care::Patients loaded, care::Patients::load(practice()));
        m_patients = std::make_unique<care::Patients>(std::move(loaded));
    }
    return m_patients.get();
}

Exit tell(Error const& error)
{
    print_error("zorgkluis: %s\n", message_of(error).c_str());
    return error.fault() == Fault::wrong_use ? Exit::wrong_use : Exit::cannot;
}

} // namespace zk::app
