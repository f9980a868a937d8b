// qr: a text as the rows of a QR code.
// Used by the setup of the second step; drawn by the browser.
// Always: error correction M, no quiet zone: whoever draws it leaves four modules free.
// An attacker who sees it reads its text.
#pragma once

#include "base/result.hpp"

#include <string>
#include <vector>

namespace zk::app {

// Each row a text of '0' and '1'. Fault::bad_input "qr-text-too-long".
[[nodiscard]] Result<std::vector<std::string>> qr_rows(std::string const& text);

} // namespace zk::app
