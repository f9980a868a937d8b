#include "care/agenda/practitioners.hpp"

#include <algorithm>

namespace zk::care {

namespace {

// Imported appointments may name nobody.
constexpr std::string_view k_nobody = "zonder behandelaar";

bool is_own(gate::Who const& who, std::string const& code)
{
    return !code.empty()
        && (code == who.practitioner
            || std::ranges::find(who.works_for, code, &gate::WorksFor::practitioner) != who.works_for.end());
}

} // namespace

std::vector<Practitioner> practitioners_of(
    std::vector<gate::Account> const& accounts, std::span<std::string const> in_agenda, gate::Who const& who, Date on)
{
    std::vector<Practitioner> out;
    auto const stands = [&](std::string const& code) { return std::ranges::find(in_agenda, code) != in_agenda.end(); };
    for (gate::Account const& account : accounts) {
        std::string const& code = account.practitioner;
        bool const works_here = account.state != gate::AccountState::disabled && !gate::has_left(account.ends_on, on);
        if (!code.empty() && (works_here || stands(code)))
            out.push_back({ code, account.name, is_own(who, code), works_here });
    }
    for (std::string const& code : in_agenda) {
        auto const has_account = [&](gate::Account const& account) { return account.practitioner == code; };
        if (std::ranges::none_of(accounts, has_account))
            out.push_back({ code, code.empty() ? std::string(k_nobody) : code, is_own(who, code), !code.empty() });
    }
    std::ranges::stable_partition(out, &Practitioner::own);
    return out;
}

} // namespace zk::care
