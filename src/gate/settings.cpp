#include "gate/settings.hpp"

#include "base/text.hpp"
#include "gate/widening.hpp"

#include <algorithm>
#include <charconv>

namespace zk::gate {

namespace {

constexpr std::size_t k_text_bytes_max = 1000;

SettingRule const* rule_of(std::string_view key)
{
    auto const& rules = setting_rules();
    auto const found = std::ranges::find(rules, key, &SettingRule::key);
    return found == rules.end() ? nullptr : &*found;
}

Result<std::int64_t> number_of(std::string_view text)
{
    std::int64_t out = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc {} || end != text.data() + text.size())
        return fail(Fault::bad_input, "setting-not-a-number");
    return out;
}

bool is_choice(std::string_view choices, std::string_view value)
{
    auto const words = split_words(choices);
    return std::ranges::find(words, value) != words.end();
}

Result<> check_widening(std::string_view key, std::string_view value, std::string_view reason)
{
    ZK_CHECK(parse_widening(key, value));
    if (reason.empty())
        return fail(Fault::bad_input, "widening-needs-a-reason");
    return {};
}

} // namespace

std::vector<SettingRule> const& setting_rules()
{
    using enum SettingType;
    // Bounds and defaults of the check's thresholds: docs/check.md. A term beyond a threshold is allowed and shows there.
    static std::vector<SettingRule> const rules {
        { "lock.desk_minutes", number, 5, 1, 60, "vergrendelen na, aan de balie (minuten)" },
        { "lock.other_minutes", number, 15, 1, 60, "vergrendelen na, elders (minuten)" },
        { "lock.desk_pin", number, 1, 0, 1, "ontgrendelen met een pincode mag, aan de balie (1 ja, 0 nee)" },
        { "lock.other_pin", number, 0, 0, 1, "ontgrendelen met een pincode mag, elders (1 ja, 0 nee)" },
        { "session.hours", number, 12, 1, 24, "een sessie duurt ten hoogste (uren)" },
        { "password.term_days", number, 365, 90, 730, "een wachtwoord gaat mee (dagen)" },
        { "relation.months", number, 24, 1, 120, "een behandelrelatie telt nog mee na het laatste contact (maanden)" },
        { "log.years", number, 5, 5, 20, "het inzagelog blijft leesbaar (jaren)" },
        { "names.style", text, 0, 0, 0, "verborgen namen tonen als schuilnaam (alias) of als voorletters (initials)",
            "alias initials" },
        { "names.hide_after_minutes", number, 0, 0, 60, "namen verbergen na, zonder gebruik (minuten; 0 nooit)" },
        { "names.desk_hidden", number, 0, 0, 1, "aan de balie zijn namen verborgen na het inloggen (1 ja, 0 nee)" },
        { "networks", text, 0, 0, 0, "netwerken van de praktijk en de VPN, met komma's" },
        { "backup.place", text, 0, 0, 0, "map op de server waarin back-ups komen, liefst op een andere schijf" },
        { "backup.hour", number, -1, -1, 23, "elke dag een back-up vanaf dit uur (-1: niet vanzelf)" },
    };
    return rules;
}

Result<> Settings::load(keep::Vault const& vault)
{
    ZK_TRY(auto records, vault.read_practice<SettingRecord>());
    auto fresh = std::make_shared<Chosen>();
    for (auto& stored : records) {
        std::string key = stored.record.key.get_or("");
        fresh->insert_or_assign(std::move(key), std::move(stored));
    }
    std::lock_guard const lock(m_mutex);
    m_chosen = std::move(fresh);
    return {};
}

std::shared_ptr<Settings::Chosen const> Settings::all_chosen() const
{
    std::lock_guard const lock(m_mutex);
    return m_chosen;
}

bool Settings::has_any(std::string_view prefix) const
{
    std::lock_guard const lock(m_mutex);
    auto const found = m_chosen->lower_bound(prefix);
    return found != m_chosen->end() && found->first.starts_with(prefix);
}

std::int64_t Settings::number(std::string_view key) const
{
    SettingRule const* const rule = rule_of(key);
    ZK_REQUIRE(rule != nullptr && rule->type == SettingType::number);
    if (auto const stored = chosen(key))
        return number_of(stored->record.value.get_or("")).value_or(rule->otherwise);
    return rule->otherwise;
}

std::string Settings::text(std::string_view key) const
{
    SettingRule const* const rule = rule_of(key);
    ZK_REQUIRE(rule != nullptr && rule->type == SettingType::text);
    auto const stored = chosen(key);
    std::string const otherwise(rule->choices.substr(0, rule->choices.find(' ')));
    return stored ? stored->record.value.get_or(otherwise) : otherwise;
}

std::optional<keep::Stored<SettingRecord>> Settings::chosen(std::string_view key) const
{
    auto const all = all_chosen();
    auto const found = all->find(key);
    return found == all->end() ? std::nullopt : std::optional(found->second);
}

Result<> Settings::put(keep::Vault const& vault, keep::Change& change, std::string_view key, std::string_view value,
    std::string_view reason, AccountId const& author, Instant at) const
{
    if (key.starts_with(k_widen_prefix))
        ZK_CHECK(check_widening(key, value, reason));
    SettingRule const* const rule = rule_of(key);
    if (rule == nullptr && !key.starts_with(k_widen_prefix))
        return fail(Fault::bad_input, "setting-unknown");
    if (value.size() > k_text_bytes_max || reason.size() > k_text_bytes_max)
        return fail(Fault::bad_input, "setting-too-long");
    if (rule != nullptr && rule->type == SettingType::number) {
        ZK_TRY(std::int64_t const number, number_of(value));
        if (number < rule->smallest || number > rule->largest)
            return fail(Fault::bad_input, "setting-out-of-bounds");
    }
    if (rule != nullptr && !rule->choices.empty() && !is_choice(rule->choices, value))
        return fail(Fault::bad_input, "setting-not-a-choice");
    SettingRecord record;
    record.key = std::string(key);
    record.value = std::string(value);
    if (!reason.empty())
        record.reason = std::string(reason);
    record.author = author;
    record.at = at;
    if (auto const old = chosen(key))
        vault.update_practice(change, old->id, old->version, record);
    else
        vault.insert_practice(change, record);
    return {};
}

} // namespace zk::gate
