// settings: what the practice chooses for itself, each with a default, bounds and a line in the log when it changes.
// Used by policy, accounts and the check.
// Always: a key that is not in the table does not exist; a value outside its bounds is refused.
// An attacker who changes one leaves a line in the log, or a change without one, which the check sees.
#pragma once

#include "catalogue/record.hpp"
#include "keep/vault/vault.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace zk::gate {

enum class SettingType : std::uint8_t { number, text };

struct SettingRule {
    std::string_view key;
    SettingType type;
    std::int64_t otherwise; // the default of a number
    std::int64_t smallest;
    std::int64_t largest;
    std::string_view label;        // Dutch
    std::string_view choices = {}; // of a text that is one of these words; the first is the default
};

[[nodiscard]] std::vector<SettingRule> const& setting_rules();

struct SettingRecord {
    static constexpr auto kind = catalogue::record_kind(catalogue::RetentionClass::practice, 2);
    catalogue::Open<"setting.key", std::string> key;
    catalogue::Open<"setting.value", std::string> value;
    catalogue::Open<"setting.reason", std::string> reason;
    catalogue::Open<"setting.author", AccountId> author;
    catalogue::Open<"setting.at", Instant> at;
    static constexpr auto members = std::tuple(
        &SettingRecord::key, &SettingRecord::value, &SettingRecord::reason, &SettingRecord::author, &SettingRecord::at);
};

// As they are now; changed by one while others read.
class Settings {
public:
    using Chosen = std::map<std::string, keep::Stored<SettingRecord>, std::less<>>;

    // Again after every change.
    [[nodiscard]] Result<> load(keep::Vault const& vault);

    // The key must be a number's, of the table.
    [[nodiscard]] std::int64_t number(std::string_view key) const;
    // Of a text with choices always one of these.
    [[nodiscard]] std::string text(std::string_view key) const;
    // Who set it, when and why; nothing while it is the default.
    [[nodiscard]] std::optional<keep::Stored<SettingRecord>> chosen(std::string_view key) const;
    [[nodiscard]] std::shared_ptr<Chosen const> all_chosen() const;
    // Is there one whose key begins so?
    [[nodiscard]] bool has_any(std::string_view prefix) const;

    // Into `change`; the caller has journaled it. The new value counts after the commit and a fresh load.
    [[nodiscard]] Result<> put(keep::Vault const& vault, keep::Change& change, std::string_view key,
        std::string_view value, std::string_view reason, AccountId const& author, Instant at) const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<Chosen const> m_chosen = std::make_shared<Chosen const>();
};

} // namespace zk::gate
