#include "app/check/session_facts.hpp"

#include "gate/sessions/network.hpp"

#include <algorithm>

namespace zk::app {

namespace {

using care::check::SessionFacts;
using keep::LogEvent;

constexpr std::string_view k_past_lock = "answered-past-lock";
// check.md 1.4b and 2.2a; 2.2c covers a quarter with a holiday in it.
constexpr std::chrono::days k_month(30);
constexpr std::chrono::days k_quarter(90);

// Our own machine stands in the practice. Lines of before this was noted have the network instead of the address.
bool is_from_elsewhere(std::string_view access_point, std::string_view networks)
{
    std::string_view const address = access_point.substr(0, access_point.find('/'));
    return !gate::is_loopback(address) && !gate::lies_in(address, networks);
}

} // namespace

Result<SessionFacts> read_sessions(gate::Practice& practice, Instant now, ServedNow served)
{
    std::string const networks = practice.settings().text("networks");
    SessionFacts out { .served = care::check::Served::yes };
    out.networks_set = networks.empty() ? 0 : 1 + std::ranges::count(networks, ',');
    ZK_TRY(auto const log_ins, practice.log().lines_of(LogEvent::logged_in));
    for (keep::ReadLine const& read : log_ins) {
        Instant const at = read.line.at.get_or(Instant {});
        bool const elsewhere = is_from_elsewhere(read.line.access_point.get_or(""), networks);
        if (at >= now - k_quarter)
            out.by_vpn_or_outside_90d += elsewhere ? 1 : 0;
        if (at < now - k_month)
            continue;
        ++out.sessions_30d;
        out.from_elsewhere_30d += elsewhere ? 1 : 0;
    }
    ZK_TRY(auto const maintained, practice.log().lines_of(LogEvent::maintained));
    out.answered_past_lock_30d = std::ranges::count_if(maintained, [&](keep::ReadLine const& read) {
        return read.line.object.get_or("") == k_past_lock && read.line.at.get_or(Instant {}) >= now - k_month;
    });
    if (served == ServedNow::no && log_ins.empty())
        out.served = care::check::Served::no;
    return out;
}

Result<> note_if_past_lock(gate::Practice& practice, gate::Session const& session)
{
    if (session.idle_for < session.idle_limit)
        return {};
    keep::LineDraft draft { .event = LogEvent::maintained, .action = keep::LogAction::execute };
    draft.outcome = keep::LogOutcome::serious_failure;
    draft.purpose = catalogue::Purpose::practice;
    draft.on_behalf_of = session.account.id;
    draft.role = session.account.role;
    draft.access_point = gate::network_of(session.address);
    draft.object = k_past_lock;
    ZK_CHECK(practice.log().append(draft));
    return {};
}

} // namespace zk::app
