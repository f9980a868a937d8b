#include "base/uzovi.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

Result<Uzovi> Uzovi::parse(std::string_view text)
{
    std::string digits(trim(text));
    if (digits.size() == 3)
        digits.insert(digits.begin(), '0');
    if (digits.size() != 4 || !ascii::all_digits(digits) || digits == "0000")
        return fail(Fault::bad_input, "uzovi-not-four-digits");
    return Uzovi(std::move(digits));
}

} // namespace zk
