#include "base/sex.hpp"

#include "base/ascii.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace zk {

namespace {

struct Spelling {
    std::string_view text;
    Sex sex;
};

constexpr std::array k_spellings {
    Spelling { "m", Sex::male },
    Spelling { "man", Sex::male },
    Spelling { "male", Sex::male },
    Spelling { "mannelijk", Sex::male },
    Spelling { "jongen", Sex::male },
    Spelling { "1", Sex::male },
    Spelling { "v", Sex::female },
    Spelling { "vrouw", Sex::female },
    Spelling { "f", Sex::female },
    Spelling { "female", Sex::female },
    Spelling { "vrouwelijk", Sex::female },
    Spelling { "meisje", Sex::female },
    Spelling { "2", Sex::female },
    Spelling { "", Sex::unspecified },
    Spelling { "o", Sex::unspecified },
    Spelling { "onbekend", Sex::unspecified },
    Spelling { "x", Sex::unspecified },
    Spelling { "0", Sex::unspecified },
    Spelling { "9", Sex::unspecified },
};

} // namespace

Result<Sex> parse_sex(std::string_view text)
{
    std::string const folded = ascii::lower(trim(text));
    auto const found = std::ranges::find(k_spellings, std::string_view(folded), &Spelling::text);
    if (found == k_spellings.end())
        return fail(Fault::bad_input, "sex-unreadable");
    return found->sex;
}

std::string_view sex_letter(Sex sex)
{
    switch (sex) {
    case Sex::male:
        return "M";
    case Sex::female:
        return "V";
    case Sex::unspecified:
        return "O";
    }
    ZK_REQUIRE(false);
    return {};
}

} // namespace zk
