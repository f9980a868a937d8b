// report_fields: the members of a report, read one by one.
// Used by whoever verifies a report.
// Always: a moment, a date, a role and a hash have one spelling; every other is refused.
// An attacker who writes a report by hand gets an error that names the kind of member, not its content.
#pragma once

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "care/check/canonical_json.hpp"
#include "catalogue/kinds.hpp"
#include "crypto/hash.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace zk::care::check {

[[nodiscard]] Result<std::string_view> text_at(Json const& json, std::string_view key);
[[nodiscard]] Result<std::int64_t> number_at(Json const& json, std::string_view key);
[[nodiscard]] Result<Date> date_at(Json const& json, std::string_view key);
[[nodiscard]] Result<Instant> moment_at(Json const& json, std::string_view key);
[[nodiscard]] Result<std::optional<Instant>> moment_or_null(Json const& json, std::string_view key);
[[nodiscard]] Result<catalogue::Role> parse_role(std::string_view text);
[[nodiscard]] Result<crypto::Digest> parse_digest(std::string_view hex);

} // namespace zk::care::check
