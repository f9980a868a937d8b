#include "base/agb.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

Result<Agb> Agb::parse(std::string_view text)
{
    std::string digits = ascii::without(trim(text), " .-");
    if (digits.size() == 7)
        digits.insert(digits.begin(), '0');
    if (digits.size() != 8 || !ascii::all_digits(digits) || digits == "00000000")
        return fail(Fault::bad_input, "agb-not-eight-digits");
    return Agb(std::move(digits));
}

} // namespace zk
