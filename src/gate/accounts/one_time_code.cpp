#include "gate/accounts/one_time_code.hpp"

#include "base/ascii.hpp"
#include "crypto/hash.hpp"

namespace zk::gate {

namespace {

// Crockford's base32: no letter that a hurried hand writes like a digit.
constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t k_symbols = 16;
constexpr std::size_t k_group = 4;
static_assert(k_alphabet.size() == 32);

char read_as(char typed)
{
    char const c = ascii::upper(typed);
    if (c == 'O')
        return '0';
    if (c == 'I' || c == 'L')
        return '1';
    return c;
}

std::string_view context_of(OneTimeCode::Use use)
{
    return use == OneTimeCode::Use::invitation ? "zorgkluis invitation 1" : "zorgkluis recovery code 1";
}

} // namespace

OneTimeCode OneTimeCode::random(Random& random)
{
    std::string symbols;
    for (std::uint8_t const byte : random.array<k_symbols>())
        symbols.push_back(k_alphabet[byte & 31]);
    return OneTimeCode(std::move(symbols));
}

Result<OneTimeCode> OneTimeCode::parse(std::string_view typed)
{
    std::string symbols;
    for (char const c : typed) {
        if (c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n')
            continue;
        char const symbol = read_as(c);
        if (k_alphabet.find(symbol) == std::string_view::npos || symbols.size() == k_symbols)
            return fail(Fault::bad_input, "one-time-code-mistyped");
        symbols.push_back(symbol);
    }
    if (symbols.size() != k_symbols)
        return fail(Fault::bad_input, "one-time-code-mistyped");
    return OneTimeCode(std::move(symbols));
}

std::string OneTimeCode::for_paper() const
{
    std::string out;
    for (std::size_t i = 0; i < m_symbols.size(); ++i) {
        if (i > 0 && i % k_group == 0)
            out.push_back('-');
        out.push_back(m_symbols[i]);
    }
    return out;
}

Bytes OneTimeCode::hash(Use use, AccountId const& account) const
{
    return to_bytes(crypto::sha256({ as_bytes(context_of(use)), account.bytes(), as_bytes(m_symbols) }));
}

} // namespace zk::gate
