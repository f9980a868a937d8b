// sex: as the care chain registers it (Vektis 1, 2, 9; FHIR male, female, other).
// Used for identity and for claims.
// Always: one of three; what is unknown is unspecified.
// An attacker gains nothing here; it becomes personal inside its Field.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string_view>

namespace zk {

enum class Sex : std::uint8_t { male, female, unspecified };

// "M", "V", "man", "vrouw", "male", "F", "1", "2"; "O", "X", "onbekend", "0", "9" and an empty cell are unspecified.
[[nodiscard]] Result<Sex> parse_sex(std::string_view text);

// "M", "V", "O".
[[nodiscard]] std::string_view sex_letter(Sex sex);

} // namespace zk
