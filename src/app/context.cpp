#include "app/context.hpp"

#include "app/messages.hpp"
#include "app/passphrase.hpp"
#include "app/version.hpp"
#include "crypto/seal.hpp"

#include <algorithm>
#include <cstdio>
#include <pwd.h>
#include <unistd.h>

namespace zk::app {

namespace {

std::string system_user()
{
    passwd const* const user = ::getpwuid(::geteuid()); // NOLINT(concurrency-mt-unsafe): before any thread
    return user == nullptr ? std::to_string(::geteuid()) : std::string(user->pw_name);
}

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

Result<OpenPractice> OpenPractice::open(Context const& context)
{
    OpenPractice out;
    ZK_TRY(keep::Folder folder, keep::Folder::open(context.data));
    ZK_TRY(std::string passphrase, read_passphrase(Ask::once));
    ZK_TRY(out.m_disk, PosixDisk::open(context.data));
    auto opened = gate::Practice::open(std::move(folder), ground_of(context, *out.m_disk), passphrase);
    wipe_text(passphrase);
    if (!opened)
        return std::unexpected(opened.error());
    out.m_practice = std::move(*opened);
    out.m_accounts = std::make_unique<gate::Accounts>(out.m_practice->vault(), context.clock, context.random,
        out.m_practice->login_cost(), out.m_practice->facts().name);
    ZK_TRY(out.m_account, acting_account(*out.m_accounts, context.as, out.m_practice->today()));
    gate::Account const& account = *out.m_account;
    out.m_who = gate::Who { keep::LogActor::command_line, system_user(), account.id, account.role, account.practitioner,
        gate::works_for(account, out.m_practice->today()), "" };
    return out;
}

Exit tell(Error const& error)
{
    std::fprintf(stderr, "zorgkluis: %s\n", message_of(error).c_str());
    return error.fault() == Fault::wrong_use ? Exit::wrong_use : Exit::cannot;
}

} // namespace zk::app
