#include "keep/keyring/recovery_code.hpp"

#include "crypto/hash.hpp"

#include <array>

namespace zk::keep {

namespace {

constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t k_symbols = 32;
constexpr std::size_t k_check_symbols = 2;
constexpr std::size_t k_group = 4;

std::string check_of(std::string_view symbols)
{
    crypto::Digest const digest = crypto::sha256(as_bytes(symbols));
    return { k_alphabet[digest[0] & 31], k_alphabet[digest[1] & 31] };
}

char read_as(char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    if (c == 'I' || c == 'L')
        return '1';
    return c;
}

} // namespace

RecoveryCode RecoveryCode::random(Random& random)
{
    std::string symbols;
    for (std::uint8_t const byte : random.array<k_symbols>())
        symbols.push_back(k_alphabet[byte & 31]);
    return RecoveryCode(std::move(symbols));
}

Result<RecoveryCode> RecoveryCode::parse(std::string_view typed)
{
    std::string symbols;
    for (char const c : typed) {
        if (c == '-' || c == ' ' || c == '\n' || c == '\r' || c == '\t')
            continue;
        char const symbol = read_as(c);
        if (k_alphabet.find(symbol) == std::string_view::npos)
            return fail(Fault::bad_input, "recovery-code-bad-character");
        symbols.push_back(symbol);
    }
    if (symbols.size() != k_symbols + k_check_symbols)
        return fail(Fault::bad_input, "recovery-code-bad-length");
    std::string const check = symbols.substr(k_symbols);
    symbols.resize(k_symbols);
    if (check != check_of(symbols))
        return fail(Fault::bad_input, "recovery-code-mistyped");
    return RecoveryCode(std::move(symbols));
}

std::string RecoveryCode::for_paper() const
{
    std::string out;
    std::string const all = m_symbols + check_of(m_symbols);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && i % k_group == 0)
            out.push_back('-');
        out.push_back(all[i]);
    }
    return out;
}

} // namespace zk::keep
