#include "care/check/probes.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace zk::care::check {

namespace {

struct Support {
    std::string_view id;
    std::string_view version;
    int year;
    unsigned month;
    unsigned day;
};

// Debian with its long term support (wiki.debian.org/LTS), Ubuntu with its standard support
// (ubuntu.com/about/release-cycle).
constexpr std::array<Support, 5> k_supported { {
    { "debian", "11", 2026, 8, 31 },
    { "debian", "12", 2028, 6, 30 },
    { "debian", "13", 2030, 6, 30 },
    { "ubuntu", "22.04", 2027, 4, 30 },
    { "ubuntu", "24.04", 2029, 4, 30 },
} };

std::int64_t whole_days(std::chrono::milliseconds span)
{
    return std::chrono::floor<std::chrono::days>(span).count();
}

std::string_view name_of(FolderFacts::Wrong wrong)
{
    switch (wrong) {
    case FolderFacts::Wrong::owner:
        return "eigenaar";
    case FolderFacts::Wrong::mode:
        return "rechten";
    case FolderFacts::Wrong::link_outward:
        return "verwijzing naar buiten";
    case FolderFacts::Wrong::network_share:
        return "netwerkschijf";
    case FolderFacts::Wrong::synced_folder:
        return "map van een clouddienst";
    }
    return "";
}

} // namespace

std::optional<Date> system_supported_until(std::string_view id, std::string_view version)
{
    auto const* found = std::ranges::find_if(
        k_supported, [&](Support const& support) { return support.id == id && support.version == version; });
    if (found == k_supported.end())
        return std::nullopt;
    return Date::of(std::chrono::sys_days(
        std::chrono::year(found->year) / std::chrono::month(found->month) / std::chrono::day(found->day)));
}

Measurement server_updates(SystemFacts const& facts, Instant now)
{
    if (!facts.supported_until)
        return Measurement::asks();
    Date const today = amsterdam_date(now);
    std::int64_t const past_support = std::max(0, today.days_since(*facts.supported_until));
    if (past_support > 0)
        return Measurement::of(Limit::system_out_of_support, past_support, 1);

    std::int64_t const pending = facts.oldest_pending_update ? today.days_since(*facts.oldest_pending_update) : 0;
    Measurement updates = Measurement::of(Limit::update_pending, pending, 1);
    if (!threshold(Limit::update_pending).holds(pending))
        return updates;
    if (!facts.package_lists_of)
        return Measurement::unknown(Reason::unreadable);
    std::int64_t const lists_age = today.days_since(*facts.package_lists_of);
    if (lists_age < 0 || pending < 0)
        return Measurement::unknown(Reason::clock);
    if (!threshold(Limit::package_lists_age).holds(lists_age))
        return Measurement::unknown(Reason::package_lists_old).shown(Limit::package_lists_age, lists_age, 1);
    return updates;
}

Measurement sessions_from_elsewhere(SessionFacts const& facts)
{
    if (facts.served == Served::no)
        return Measurement::unknown(Reason::no_data);
    if (facts.networks_set == 0)
        return Measurement::unknown(Reason::networks_not_set).shown(Limit::networks_missing, 0, facts.sessions_30d);
    return Measurement::of(Limit::sessions_from_elsewhere, facts.from_elsewhere_30d, facts.sessions_30d);
}

Measurement devices_outside(SessionFacts const& facts)
{
    // Whether the devices are safe is measured on the devices; that there are none shows here.
    if (facts.served == Served::yes && facts.by_vpn_or_outside_90d == 0
        && facts.from_outside == SessionFacts::FromOutside::refused)
        return Measurement::not_applicable(Reason::nothing_there);
    return Measurement::unknown(Reason::not_built);
}

Measurement transport(TransportFacts const& facts, Instant now)
{
    if (facts.served == Served::no || facts.ports.empty())
        return Measurement::unknown(Reason::no_data);
    std::vector<Item> old_ports;
    bool any_silent = false;
    for (TransportFacts::Port const& port : facts.ports) {
        any_silent |= port.answers == TransportFacts::Answers::nothing;
        if (port.answers == TransportFacts::Answers::something_older)
            old_ports.push_back({ Item::Kind::setting, std::to_string(port.number) });
    }
    auto const ports = std::ssize(facts.ports);
    if (!old_ports.empty())
        return Measurement::of(Limit::ports_with_old_tls, std::ssize(old_ports), ports).with(old_ports);
    if (!facts.certificate_until)
        return Measurement::unknown(Reason::no_data);
    std::int64_t const days_left = whole_days(*facts.certificate_until - now);
    if (any_silent && threshold(Limit::certificate_left).holds(days_left))
        return Measurement::unknown(Reason::unreadable);
    return Measurement::of(Limit::certificate_left, days_left, ports);
}

Measurement folder_rights(FolderFacts const& facts)
{
    std::vector<Item> items;
    items.reserve(facts.deviations.size());
    for (FolderFacts::Deviation const& deviation : facts.deviations)
        items.push_back({ Item::Kind::setting, deviation.file + ": " + std::string(name_of(deviation.wrong)) });
    return Measurement::of(Limit::folder_deviations, std::ssize(facts.deviations), facts.files).with(std::move(items));
}

Measurement process_hardening(ProcessFacts const& facts)
{
    constexpr std::int64_t k_aspects = 4;
    std::vector<Item> items;
    if (facts.dumps == ProcessFacts::Dumps::on)
        items.push_back({ Item::Kind::setting, "core dumps staan aan" });
    if (facts.keys == ProcessFacts::Keys::not_locked)
        items.push_back({ Item::Kind::setting, "sleutels staan niet vast in het geheugen" });
    if (facts.swap == ProcessFacts::Swap::plain)
        items.push_back({ Item::Kind::setting, "onversleutelde swap" });
    if (facts.unexpected_listeners.value_or(0) > 0)
        items.push_back({ Item::Kind::setting, "luistert waar dat niet is ingesteld" });
    bool const any_unknown = facts.dumps == ProcessFacts::Dumps::unknown || facts.keys == ProcessFacts::Keys::unknown
        || facts.swap == ProcessFacts::Swap::unknown || !facts.unexpected_listeners;
    if (items.empty() && any_unknown)
        return Measurement::unknown(Reason::unreadable);
    auto const weaknesses = std::ssize(items);
    return Measurement::of(Limit::process_weaknesses, weaknesses, k_aspects).with(std::move(items));
}

Measurement software_age(SoftwareFacts const& facts, Instant now)
{
    if (facts.known_flaws > 0 && facts.flaw_list == SoftwareFacts::FlawList::signed_well)
        return Measurement::of(Limit::known_flaws, facts.known_flaws, 1);
    std::int64_t const age = amsterdam_date(now).days_since(facts.build_date);
    Measurement found
        = Measurement::of(Limit::build_age, age, 1).with({ { Item::Kind::setting, "build", facts.build_date } });
    bool const is_much_too_old = age > 2 * threshold(Limit::build_age).value;
    if (facts.flaw_list == SoftwareFacts::FlawList::bad_signature && !is_much_too_old)
        return Measurement::unknown(Reason::unreadable);
    return found;
}

Measurement demo_data(DemoFacts const& facts)
{
    if (facts.mode == PracticeMode::test)
        return Measurement::not_applicable(Reason::test_mode);
    return Measurement::of(Limit::demo_data, facts.demo_accounts + facts.demo_bsns, facts.examined);
}

} // namespace zk::care::check
