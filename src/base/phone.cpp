#include "base/phone.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

namespace {

constexpr std::size_t k_digits_min = 7;
constexpr std::size_t k_digits_max = 15;
constexpr std::string_view k_dutch = "31";

// Behind the country: nine digits; service numbers (0800, 0900, 0906, 0909) four or seven more; 097 eleven.
bool has_dutch_length(std::string_view national)
{
    if (national.starts_with('0'))
        return false;
    for (std::string_view service : { "800", "900", "906", "909" })
        if (national.starts_with(service))
            return national.size() == 7 || national.size() == 10;
    if (national.starts_with("97"))
        return national.size() == 11;
    return national.size() == 9;
}

} // namespace

Result<Phone> Phone::parse(std::string_view text)
{
    text = trim(text);
    std::string digits = ascii::without(text, " -./()");
    bool const international = digits.starts_with('+') || digits.starts_with("00");
    if (international)
        digits.erase(0, digits[0] == '+' ? 1 : 2);
    else if (digits.starts_with('0'))
        digits.replace(0, 1, k_dutch);
    else
        return fail(Fault::bad_input, "phone-unreadable"); // without an area code nobody knows whose it is
    // "+31 (0)6": the zero is for who dials inside the country.
    if (international && digits.starts_with("310"))
        digits.erase(2, 1);
    if (!ascii::all_digits(digits) || digits.size() < k_digits_min || digits.size() > k_digits_max || digits[0] == '0')
        return fail(Fault::bad_input, "phone-unreadable");
    if (digits.starts_with(k_dutch) && !has_dutch_length(std::string_view(digits).substr(k_dutch.size())))
        return fail(Fault::bad_input, "phone-unreadable");
    return Phone(text, std::move(digits));
}

} // namespace zk
