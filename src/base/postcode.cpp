#include "base/postcode.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

Result<Postcode> Postcode::parse(std::string_view text)
{
    text = trim(text);
    std::string_view const digits = text.substr(0, 4);
    if (digits.size() != 4 || !ascii::all_digits(digits))
        return fail(Fault::bad_input, "postcode-unreadable");
    std::string const letters = ascii::upper(trim(text.substr(4)));
    if (letters.size() != 2 || !ascii::is_upper(letters[0]) || !ascii::is_upper(letters[1]))
        return fail(Fault::bad_input, "postcode-unreadable");
    if (digits[0] == '0' || letters == "SA" || letters == "SD" || letters == "SS")
        return fail(Fault::bad_input, "postcode-not-given-out");
    return Postcode(std::string(digits) + " " + letters);
}

} // namespace zk
