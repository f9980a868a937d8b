#include "app/routes/log_lines.hpp"

#include "base/amsterdam.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

namespace zk::app {

namespace {

using nlohmann::ordered_json;

std::string who_of(keep::Line const& line, std::vector<gate::Account> const& accounts)
{
    auto const& account = line.on_behalf_of.get();
    if (!account)
        return "het programma";
    auto const found = std::ranges::find(accounts, *account, &gate::Account::id);
    return found == accounts.end() ? account->text() : found->name;
}

ordered_json line_json(keep::ReadLine const& read, std::vector<gate::Account> const& accounts)
{
    keep::Line const& line = read.line;
    auto const event = line.event.get_or(keep::LogEvent::looked);
    ordered_json out { { "entry", read.entry }, { "at", iso_with_offset(line.at.get_or(Instant {})) },
        { "who", who_of(line, accounts) }, { "event", keep::text_of(event) }, { "label", keep::label_of(event) } };
    if (auto const& role = line.role.get())
        out["role"] = catalogue::name_of(*role);
    if (auto const& actor = line.actor.get())
        out["through"] = keep::text_of(*actor);
    if (auto const& purpose = line.purpose.get())
        out["why"] = catalogue::label_of(*purpose);
    if (auto const& categories = line.categories.get()) {
        out["what"] = ordered_json::array();
        for (catalogue::Category const category : *categories)
            out["what"].push_back(catalogue::label_of(category));
    }
    if (auto const& reason = line.reason.get())
        out["reason"] = keep::text_of(*reason);
    if (auto const& relation = line.relation.get())
        out["relation"] = keep::text_of(*relation);
    out["glass"] = event == keep::LogEvent::glass_broken;
    out["refused"] = event == keep::LogEvent::refused;
    return out;
}

} // namespace

ordered_json log_lines_json(std::vector<keep::ReadLine> const& lines, std::vector<gate::Account> const& accounts)
{
    ordered_json out = ordered_json::array();
    for (keep::ReadLine const& read : lines | std::views::reverse)
        out.push_back(line_json(read, accounts));
    return out;
}

} // namespace zk::app
