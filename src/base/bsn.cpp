#include "base/bsn.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

bool Bsn::eleven_check(std::string_view nine_digits)
{
    if (nine_digits.size() != 9 || !ascii::all_digits(nine_digits))
        return false;
    int sum = 0;
    for (std::size_t i = 0; i < 8; ++i)
        sum += (9 - static_cast<int>(i)) * (nine_digits[i] - '0');
    sum -= nine_digits[8] - '0';
    // 000000000 divides too, and stands for "unknown" in many an old file.
    return sum != 0 && sum % 11 == 0;
}

Result<Bsn> Bsn::parse(std::string_view text)
{
    std::string digits = ascii::without(trim(text), " .-");
    if (digits.size() == 8)
        digits.insert(digits.begin(), '0');
    if (digits.size() != 9 || !ascii::all_digits(digits))
        return fail(Fault::bad_input, "bsn-not-nine-digits");
    // A number of fewer than eight digits was never given out.
    if (digits.starts_with("00") || !eleven_check(digits))
        return fail(Fault::bad_input, "bsn-check-failed");
    return Bsn(std::move(digits));
}

} // namespace zk
