#include "base/iban.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

namespace zk {

namespace {

constexpr std::size_t k_length_min = 15;
constexpr std::size_t k_length_max = 34;
constexpr std::size_t k_dutch_length = 18;

bool has_shape(std::string_view text)
{
    if (text.size() < k_length_min || text.size() > k_length_max || !std::ranges::all_of(text, ascii::is_alphanumeric))
        return false;
    if (!ascii::is_upper(text[0]) || !ascii::is_upper(text[1]) || !ascii::all_digits(text.substr(2, 2)))
        return false;
    if (!text.starts_with("NL"))
        return true;
    return text.size() == k_dutch_length && std::ranges::all_of(text.substr(4, 4), ascii::is_upper)
        && ascii::all_digits(text.substr(8));
}

// The number that results from the first four characters put last and A = 10 ... Z = 35, modulo 97.
int modulo_97(std::string_view text)
{
    int rest = 0;
    for (char c : std::string(text.substr(4)) + std::string(text.substr(0, 4))) {
        if (ascii::is_digit(c))
            rest = (rest * 10 + (c - '0')) % 97;
        else
            rest = (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest;
}

} // namespace

Result<Iban> Iban::parse(std::string_view text)
{
    std::string compact = ascii::upper(ascii::without(trim(text), " .-"));
    if (!has_shape(compact))
        return fail(Fault::bad_input, "iban-unreadable");
    // Check digits run from 02 to 98: 00, 01 and 99 divide as well, and no bank writes them.
    std::string_view const check = std::string_view(compact).substr(2, 2);
    if (check == "00" || check == "01" || check == "99" || modulo_97(compact) != 1)
        return fail(Fault::bad_input, "iban-check-failed");
    return Iban(std::move(compact));
}

std::string Iban::grouped() const
{
    std::string out;
    for (std::size_t i = 0; i < m_text.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            out.push_back(' ');
        out.push_back(m_text[i]);
    }
    return out;
}

} // namespace zk
