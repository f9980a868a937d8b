#include "app/backing_up/place.hpp"
#include "app/routes/handlers.hpp"
#include "app/routes/json_body.hpp"
#include "base/amsterdam.hpp"
#include "base/text.hpp"
#include "care/check/limits.hpp"
#include "gate/sessions/network.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace zk::app {

namespace {

using care::check::Limit;
using nlohmann::ordered_json;

// What the check holds against a setting: beyond it the setting is allowed, and shows there.
struct Measured {
    std::string_view key;
    Limit limit;
};
constexpr std::array k_measured {
    Measured { "lock.desk_minutes", Limit::lock_at_desk },
    Measured { "lock.other_minutes", Limit::lock_elsewhere },
    Measured { "session.hours", Limit::session_length },
    Measured { "password.term_days", Limit::password_age },
};

// "lock.desk_minutes" stands under "lock".
std::string_view group_of(std::string_view key)
{
    return key.substr(0, key.find_first_of("./"));
}

void put_who_chose(
    ordered_json& out, keep::Stored<gate::SettingRecord> const& stored, std::vector<gate::Account> const& accounts)
{
    gate::SettingRecord const& record = stored.record;
    if (auto const& reason = record.reason.get())
        out["reason"] = *reason;
    if (auto const& at = record.at.get())
        out["at"] = iso_with_offset(*at);
    auto const author = std::ranges::find_if(
        accounts, [&](gate::Account const& account) { return account.id == record.author.get(); });
    if (author != accounts.end())
        out["by"] = author->name;
}

ordered_json setting_json(gate::Settings const& settings, gate::SettingRule const& rule)
{
    ordered_json out { { "key", rule.key }, { "group", group_of(rule.key) }, { "label", rule.label } };
    auto const stored = settings.chosen(rule.key);
    if (rule.type == gate::SettingType::number) {
        out["type"] = rule.smallest == 0 && rule.largest == 1 ? "yes_no" : "number";
        out["value"] = std::to_string(settings.number(rule.key));
        out["otherwise"] = std::to_string(rule.otherwise);
        out["smallest"] = rule.smallest;
        out["largest"] = rule.largest;
    } else {
        out["type"] = rule.choices.empty() ? "text" : "choice";
        out["value"] = settings.text(rule.key);
        out["choices"] = ordered_json::array();
        for (std::string_view const choice : split_words(rule.choices))
            out["choices"].push_back(choice);
    }
    out["chosen"] = stored.has_value();
    auto const measured = std::ranges::find(k_measured, rule.key, &Measured::key);
    if (measured != k_measured.end()) {
        care::check::Threshold const& threshold = care::check::threshold(measured->limit);
        out["check"] = { { "probe", threshold.probe }, { "value", threshold.value },
            { "holds", threshold.holds(settings.number(rule.key)) }, { "source", threshold.source },
            { "why", threshold.reason } };
    }
    return out;
}

Result<ordered_json> settings_json(ServedPractice& served, std::string_view peer)
{
    gate::Settings const& settings = served.practice.settings();
    ZK_TRY(auto const accounts, served.accounts.list());
    ordered_json list = ordered_json::array();
    for (gate::SettingRule const& rule : gate::setting_rules()) {
        ordered_json one = setting_json(settings, rule);
        if (auto const stored = settings.chosen(rule.key))
            put_who_chose(one, *stored, accounts);
        list.push_back(std::move(one));
    }
    ordered_json widenings = ordered_json::array();
    auto const chosen = settings.all_chosen();
    for (auto const& [key, stored] : *chosen) {
        if (!key.starts_with(gate::k_widen_prefix))
            continue;
        auto const widening = gate::parse_widening(key, stored.record.value.get_or(""));
        if (!widening)
            continue;
        gate::Sight const shipped = gate::shipped_sight(widening->role, widening->category);
        ordered_json one { { "key", key }, { "role", catalogue::name_of(widening->role) },
            { "category", catalogue::label_of(widening->category) }, { "sight", gate::label_of(widening->sight) },
            { "shipped", gate::label_of(shipped) }, { "shipped_value", gate::name_of(shipped) },
            { "in_force", widening->sight != shipped } };
        put_who_chose(one, stored, accounts);
        widenings.push_back(std::move(one));
    }
    std::string const networks = settings.text("networks");
    return ordered_json { { "settings", std::move(list) }, { "widenings", std::move(widenings) },
        { "network",
            { { "yours", gate::network_of(peer) }, { "listed", !networks.empty() },
                { "inside", gate::lies_in(peer, networks) } } } };
}

ordered_json categories_json()
{
    ordered_json out = ordered_json::array();
    for (std::uint8_t category = 1; category <= catalogue::k_category_last; ++category)
        out.push_back({ { "key", catalogue::name_of(static_cast<catalogue::Category>(category)) },
            { "label", catalogue::label_of(static_cast<catalogue::Category>(category)) } });
    return out;
}

ordered_json sights_json()
{
    ordered_json out = ordered_json::array();
    for (std::uint8_t sight = 0; sight <= static_cast<std::uint8_t>(gate::Sight::always); ++sight)
        out.push_back({ { "key", gate::name_of(static_cast<gate::Sight>(sight)) },
            { "label", gate::label_of(static_cast<gate::Sight>(sight)) } });
    return out;
}

Reply settings_answer(ServedPractice& served, http::Request const& request)
{
    ZK_TRY(ordered_json out, settings_json(served, request.peer));
    out["categories"] = categories_json();
    out["sights"] = sights_json();
    return http::json(200, out.dump());
}

// The table of settings knows texts; what such a text must be, is known here.
Result<> check_text(ServedPractice& served, std::string_view key, std::string const& value)
{
    if (key == "networks" && !gate::first_bad_network(value).empty())
        return fail(Fault::bad_input, "network-unreadable", Place::of("value"));
    if (key == "backup.place" && !value.empty())
        return check_backup_place(value, served.practice.folder().path());
    return {};
}

} // namespace

Reply show_settings(ServedPractice& served, Caller const&, http::Request const& request)
{
    return settings_answer(served, request);
}

Reply change_setting(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    ZK_TRY(std::string const key, body.text("key"));
    ZK_TRY(std::string const typed, body.text("value"));
    ZK_TRY(std::string const reason, body.text_or_empty("reason"));
    std::string const value(trim(typed));
    ZK_CHECK(check_text(served, key, value));
    // A list without one's own network makes one's own sessions look like those of a stranger: say it first.
    bool const leaves_me_out = key == "networks" && !value.empty() && !gate::lies_in(request.peer, value);
    if (leaves_me_out) {
        ZK_TRY(std::string const even_so, body.text_or_empty("even_so"));
        if (even_so != "yes")
            return fail(Fault::conflict, "network-leaves-you-out", Place::of("value"));
    }
    ZK_CHECK(served.practice.set(caller.who, key, value, std::string(trim(reason))));
    return settings_answer(served, request);
}

Reply show_practice(ServedPractice& served, Caller const&, http::Request const&)
{
    gate::PracticeFacts const facts = served.practice.facts();
    ordered_json const out { { "name", facts.name }, { "kind", gate::text_of(facts.kind) }, { "agb", facts.agb },
        { "mode", gate::text_of(facts.mode) }, { "founded_on", amsterdam_date(facts.founded_at).iso() } };
    return http::json(200, out.dump());
}

Reply change_practice(ServedPractice& served, Caller const& caller, http::Request const& request)
{
    ZK_TRY(JsonBody const body, JsonBody::of(request));
    gate::PracticeFacts facts {};
    ZK_TRY(facts.name, body.text("name"));
    ZK_TRY(std::string const kind, body.text("kind"));
    auto const parsed = gate::parse_practice_kind(kind);
    if (!parsed)
        return fail(Fault::bad_input, "practice-kind-unknown", Place::of("kind"));
    facts.kind = *parsed;
    ZK_TRY(facts.agb, body.text_or_empty("agb"));
    ZK_CHECK(served.practice.rename(caller.who, facts));
    return show_practice(served, caller, request);
}

} // namespace zk::app
