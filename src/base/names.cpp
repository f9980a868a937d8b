#include "base/names.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace zk {

namespace {

// From the table of prefixes of the Dutch register of persons: the usual ones, without those that are also first names.
constexpr std::array<std::string_view, 47> k_particles { "'s", "'t", "aan", "af", "al", "bij", "bin", "d'", "da", "das",
    "de", "degli", "del", "della", "den", "der", "des", "dos", "du", "el", "het", "in", "l'", "la", "las", "le", "les",
    "los", "onder", "op", "over", "te", "ten", "ter", "thoe", "tot", "uit", "v.d.", "v/d", "van", "vd", "vom", "von",
    "voor", "zu", "zum", "zur" };
static_assert(std::ranges::is_sorted(k_particles));

// Written against the name that follows.
constexpr std::array<std::string_view, 4> k_glued { "d'", "l'", "'s-", "'t-" };

// All that people type for an apostrophe.
std::string with_plain_apostrophes(std::string_view text)
{
    constexpr std::array<std::string_view, 5> k_apostrophes { "\u2019", "\u2018", "\u02bc", "\u00b4", "`" };
    std::string out(text);
    for (std::string_view apostrophe : k_apostrophes)
        for (std::size_t at = out.find(apostrophe); at != std::string::npos; at = out.find(apostrophe, at + 1))
            out.replace(at, apostrophe.size(), "'");
    return out;
}

bool is_particle(std::string_view word)
{
    return std::ranges::binary_search(k_particles, ascii::lower(with_plain_apostrophes(word)));
}

// How much of the word is a particle that clings to it: 2 of "d'Angremond", 4 where the apostrophe is a curled one.
std::size_t glued_bytes(std::string_view word)
{
    constexpr std::size_t bytes_max = 5;
    for (std::size_t size = 2; size <= bytes_max && size < word.size(); ++size)
        if (std::ranges::find(k_glued, ascii::lower(with_plain_apostrophes(word.substr(0, size)))) != k_glued.end())
            return size;
    return 0;
}

std::string_view from_first_to_last(std::vector<std::string_view> const& words, std::size_t first, std::size_t last)
{
    char const* const begin = words[first].data();
    return { begin, static_cast<std::size_t>(words[last].data() + words[last].size() - begin) };
}

struct NameParts {
    std::vector<std::string> words;
    std::vector<std::string> initials;
};

NameParts name_parts(std::string_view name)
{
    NameParts out;
    for (std::string_view word : split_words(name)) {
        if (is_particle(word))
            continue;
        std::string const folded = fold_for_search(word.substr(glued_bytes(word)));
        for (std::string_view part : split_words(folded)) {
            if (is_particle(part))
                continue;
            (part.size() == 1 ? out.initials : out.words).emplace_back(part);
        }
    }
    return out;
}

// Takes away what is equal on both sides, and says how much that was.
std::size_t take_equal(std::vector<std::string>& a, std::vector<std::string>& b)
{
    std::size_t const before = a.size();
    std::erase_if(a, [&](std::string const& word) {
        auto const twin = std::ranges::find(b, word);
        if (twin == b.end())
            return false;
        b.erase(twin);
        return true;
    });
    return before - a.size();
}

// Takes away initials with a name that begins with them.
void take_explained(std::vector<std::string>& initials, std::vector<std::string>& words)
{
    std::erase_if(initials, [&](std::string const& initial) {
        auto const word = std::ranges::find_if(words, [&](std::string const& w) { return w.starts_with(initial); });
        if (word == words.end())
            return false;
        words.erase(word);
        return true;
    });
}

} // namespace

Surname split_tussenvoegsel(std::string_view surname)
{
    if (std::size_t const comma = surname.find(','); comma != std::string_view::npos) {
        auto const behind = split_words(surname.substr(comma + 1));
        std::string_view const main = trim(surname.substr(0, comma));
        if (!main.empty() && !behind.empty() && std::ranges::all_of(behind, is_particle))
            return { std::string(from_first_to_last(behind, 0, behind.size() - 1)), std::string(main) };
    }
    auto const words = split_words(surname);
    if (words.empty())
        return {};
    std::size_t first = 0;
    while (first + 1 < words.size() && is_particle(words[first]))
        ++first;
    std::string_view main = from_first_to_last(words, first, words.size() - 1);
    std::string_view tussenvoegsel = first == 0 ? std::string_view() : from_first_to_last(words, 0, first - 1);
    // "'s-Gravesande" is a name of its own; of the others the particle goes with the particles.
    std::size_t const glued = glued_bytes(words[first]);
    if (glued > 0 && main[glued - 1] != '-') {
        char const* const begin = words[0].data();
        tussenvoegsel = { begin, static_cast<std::size_t>(main.data() + glued - begin) };
        main.remove_prefix(glued);
    }
    return { std::string(tussenvoegsel), std::string(main) };
}

bool looks_like_same_name(std::string_view a, std::string_view b)
{
    NameParts left = name_parts(a);
    NameParts right = name_parts(b);
    if (take_equal(left.words, right.words) == 0)
        return false;
    take_equal(left.initials, right.initials);
    take_explained(left.initials, right.words);
    take_explained(right.initials, left.words);
    bool const left_has_more = !left.words.empty() || !left.initials.empty();
    bool const right_has_more = !right.words.empty() || !right.initials.empty();
    return !(left_has_more && right_has_more);
}

} // namespace zk
