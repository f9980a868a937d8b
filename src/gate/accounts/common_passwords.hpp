// common_passwords: words that everybody tries first, ours and the world's.
// Used by the password policy alone.
// Always: letters a to z, small, three at least; years and signs behind them are the policy's matter.
// An attacker has this list too: that is why it is refused.
#pragma once

#include <span>
#include <string_view>

namespace zk::gate {

[[nodiscard]] std::span<std::string_view const> common_words();

} // namespace zk::gate
