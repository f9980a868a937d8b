#include "gate/accounts/password_policy.hpp"

#include "base/ascii.hpp"
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "gate/accounts/common_passwords.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace zk::gate {

namespace {

// Fewer different characters than this is one key held down, or two.
constexpr std::size_t k_different_characters_min = 5;
// Shorter names are found in too many honest passwords.
constexpr std::size_t k_own_word_letters_min = 4;

// One character as a guesser sees it.
struct Symbol {
    char letter;   // small, or what it stands for; 0 when it is none
    bool is_extra; // a digit or sign: people put them before, between and behind words
};

// An l, a 1 and an exclamation mark all pass for an i.
char letter_for(char c)
{
    switch (c) {
    case '@':
    case '4':
        return 'a';
    case '8':
        return 'b';
    case '3':
        return 'e';
    case '6':
    case '9':
        return 'g';
    case '1':
    case '!':
    case '|':
    case 'l':
        return 'i';
    case '0':
        return 'o';
    case '$':
    case '5':
        return 's';
    case '7':
    case '+':
        return 't';
    default:
        return ascii::is_lower(c) ? c : '\0';
    }
}

bool starts_character(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

std::vector<Symbol> symbols_of(std::string_view text)
{
    std::vector<Symbol> out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        while (at + size < text.size() && !starts_character(text[at + size]))
            ++size;
        if (size == 1) {
            char const c = ascii::lower(text[at]);
            out.push_back({ letter_for(c), !ascii::is_letter(c) });
        } else {
            // A loose accent leaves nothing, nor does an elephant.
            for (char const c : fold_for_search(text.substr(at, size)))
                out.push_back({ letter_for(c), false });
        }
        at += size;
    }
    return out;
}

// The letters alone, as a guesser sees them.
std::string letters_of(std::string_view text)
{
    std::string out;
    for (Symbol const symbol : symbols_of(text)) {
        if (symbol.letter != '\0')
            out.push_back(symbol.letter);
    }
    return out;
}

std::vector<std::string> all_words(OwnWords const& own)
{
    std::vector<std::string> out;
    for (std::string_view const word : common_words())
        out.push_back(letters_of(word));
    for (std::string_view const text : { own.login, own.name, own.practice }) {
        std::string const folded = fold_for_search(text);
        for (std::string_view const word : split_words(folded)) {
            if (std::string letters = letters_of(word); letters.size() > 1)
                out.push_back(std::move(letters));
        }
    }
    return out;
}

bool stands_at(std::string_view word, std::vector<Symbol> const& symbols, std::size_t at)
{
    if (word.size() > symbols.size() - at)
        return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (symbols[at + i].letter != word[i])
            return false;
    }
    return true;
}

// Can all of it be cut into listed words, digits and signs?
bool nothing_is_left(std::vector<Symbol> const& symbols, std::vector<std::string> const& words)
{
    std::vector<bool> reached(symbols.size() + 1, false);
    reached[0] = true;
    for (std::size_t at = 0; at < symbols.size(); ++at) {
        if (!reached[at])
            continue;
        if (symbols[at].is_extra)
            reached[at + 1] = true;
        for (std::string const& word : words) {
            if (stands_at(word, symbols, at))
                reached[at + word.size()] = true;
        }
    }
    return reached.back();
}

bool holds(std::string const& letters, std::string_view own)
{
    std::string const wanted = letters_of(own);
    return wanted.size() >= k_own_word_letters_min && letters.contains(wanted);
}

} // namespace

std::uint64_t characters_in(std::string_view password)
{
    return static_cast<std::uint64_t>(std::ranges::count_if(password, starts_character));
}

Blocklist look_up(std::string_view password, OwnWords const& own)
{
    std::vector<Symbol> const symbols = symbols_of(password);
    bool const has_letter = std::ranges::any_of(symbols, [](Symbol symbol) { return !symbol.is_extra; });
    if (!has_letter || std::set(password.begin(), password.end()).size() < k_different_characters_min)
        return Blocklist::listed;
    return nothing_is_left(symbols, all_words(own)) ? Blocklist::listed : Blocklist::clear;
}

Result<> check_password(std::string_view password, OwnWords const& own)
{
    if (password.size() > k_password_bytes_max)
        return fail(Fault::bad_input, "password-too-long");
    if (!valid_utf8(password))
        return fail(Fault::bad_input, "password-not-text");
    if (characters_in(password) < k_password_characters_min)
        return fail(Fault::bad_input, "password-too-short");
    if (look_up(password, own) == Blocklist::listed)
        return fail(Fault::bad_input, "password-too-common");
    std::string const letters = letters_of(password);
    if (holds(letters, own.login))
        return fail(Fault::bad_input, "password-holds-login");
    if (holds(letters, own.practice))
        return fail(Fault::bad_input, "password-holds-practice-name");
    return {};
}

} // namespace zk::gate
