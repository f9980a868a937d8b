// identity_lines: the numbers of a document as a script hands them in: "number: ..." and, if there is one, "bsn: ...".
// Used by `patient identify`.
// Always: each line is known and stands there once; errors name the line, never what stands in it.
// An attacker who can read the file has a person's numbers: it is to be destroyed after use.
#pragma once

#include "care/patients/sbvz.hpp"

#include <optional>
#include <string_view>

namespace zk::app {

struct IdentityLines {
    care::DocumentNumber number;
    std::optional<Bsn> bsn;
};

[[nodiscard]] Result<IdentityLines> read_identity_lines(std::string_view text);
// The same from what was typed; an empty BSN is none.
[[nodiscard]] Result<IdentityLines> identity_of(std::string_view number, std::string_view bsn);

} // namespace zk::app
