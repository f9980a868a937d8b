// widening: a cell of the need-to-know table that the practice made wider, or narrower, than it was shipped.
// A setting "widen/<role>/<category>" whose value is a Sight; used by Policy and the check (probe 4.2a).
// Always: it has a reason, an author and a date, or the check says that it has not.
// An attacker who plants one is seen by the check: a setting without its line, or without a reason.
#pragma once

#include "gate/need_to_know.hpp"

#include "base/result.hpp"

#include <optional>

namespace zk::gate {

class Settings;

inline constexpr std::string_view k_widen_prefix = "widen/";

struct Widening {
    Role role;
    Category category;
    Sight sight;
};

[[nodiscard]] Result<Widening> parse_widening(std::string_view key, std::string_view value);
[[nodiscard]] std::optional<Sight> widened_sight(Settings const& settings, Role role, Category category);

} // namespace zk::gate
