// text: UTF-8 text as people write it, made comparable.
// Used by import and search; which bytes are UTF-8 at all is base/encoding's matter, whose name it is base/names'.
// Always: what folds to the same text looks the same to whoever searches.
// An attacker who sends broken UTF-8 gets spaces, not a fault.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zk {

// Without white space at both ends, no-break spaces and byte order marks included.
[[nodiscard]] std::string_view trim(std::string_view text);

// What stands between white space; the words point into the text, which must outlive them.
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view text);

// Letters and digits alone, without accents and case, single spaces between words: "Loïc d'Angremond-Özdemir" is
// "loic d angremond ozdemir". A hyphen or an apostrophe is a space: who wants to find "obrien" in "O'Brien" compares
// without spaces.
[[nodiscard]] std::string fold_for_search(std::string_view text);

} // namespace zk
