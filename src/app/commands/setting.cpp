#include "app/commands/commands.hpp"
#include "app/json_view.hpp"
#include "app/terminal/terminal.hpp"

#include <nlohmann/json.hpp>

namespace zk::app {

using nlohmann::ordered_json;

Result<Exit> run_setting_list(Context const& context)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    if (!open.practice().policy().oversees(open.who()))
        return fail(Fault::refused, "not-for-this-role");
    gate::Settings const& settings = open.practice().settings();
    ordered_json list = ordered_json::array();
    for (gate::SettingRule const& rule : gate::setting_rules()) {
        ordered_json one { { "key", rule.key }, { "label", rule.label },
            { "chosen", settings.chosen(rule.key).has_value() } };
        if (rule.type == gate::SettingType::number) {
            one["value"] = settings.number(rule.key);
            one["smallest"] = rule.smallest;
            one["largest"] = rule.largest;
        } else {
            one["value"] = settings.text(rule.key);
        }
        list.push_back(std::move(one));
    }
    auto const chosen = settings.all_chosen();
    for (auto const& [key, stored] : *chosen) {
        if (key.starts_with(gate::k_widen_prefix))
            list.push_back({ { "key", key }, { "label", "afwijking van de rechtentabel" }, { "chosen", true },
                { "value", stored.record.value.get_or("") } });
    }
    ZK_CHECK(open.close());
    if (context.format == Format::json) {
        ZK_CHECK(print_json({ { "settings", std::move(list) } }));
        return Exit::done;
    }
    for (ordered_json const& one : list) {
        std::string const value = one["value"].is_string() ? one["value"].get<std::string>() : one["value"].dump();
        print("%-24s %-8s %s\n", one["key"].get<std::string>().c_str(), value.c_str(),
            one["label"].get<std::string>().c_str());
    }
    return Exit::done;
}

Result<Exit> run_setting_set(
    Context const& context, std::string const& key, std::string const& value, std::string const& reason)
{
    ZK_TRY(OpenPractice open, OpenPractice::open(context));
    ZK_CHECK(open.practice().set(open.who(), key, value, reason));
    ZK_CHECK(open.close());
    if (context.format == Format::json)
        ZK_CHECK(print_json({ { "key", key }, { "value", value } }));
    else
        print("%s is nu %s.\n", key.c_str(), value.c_str());
    return Exit::done;
}

} // namespace zk::app
