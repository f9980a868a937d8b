#include "care/patients/search_spelling.hpp"

#include "base/ascii.hpp"
#include "base/phone.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

namespace zk::care::patients {

namespace {

// Folded texts have letters, digits and spaces only, so these cannot stand in one.
constexpr char k_end = ';';
constexpr char k_postcode = ':';
constexpr char k_house = '/';
// Sorts before a space, so that "Jong" comes before "Jong Bloed".
constexpr char k_next_name = '\x01';

// In a name, a shorter word is one that it begins with: an initial, "de", "el".
constexpr std::size_t k_anywhere_characters_min = 3;

// Each word has a space before it, as name_needle() expects.
void add_words(std::string& out, std::string_view text)
{
    std::string const folded = fold_for_search(text);
    if (!folded.empty())
        out.append(" ").append(folded);
}

// What people write together or with another letter.
void add_variants(std::string& out, std::string_view text)
{
    std::string const folded = fold_for_search(text);
    if (folded.contains(' '))
        add_words(out, spelling::squeezed(text));
    if (std::string const plain = spelling::without_umlauts(text); plain != text)
        add_words(out, plain);
}

std::string names_of(SearchCard const& card)
{
    std::string out;
    add_words(out, card.surname);
    out += k_next_name;
    add_words(out, card.first_name);
    out += k_next_name;
    add_words(out, card.tussenvoegsel);
    add_words(out, card.initials);
    add_variants(out, card.tussenvoegsel + ' ' + card.surname);
    add_variants(out, card.first_name);
    add_variants(out, card.initials);
    return out;
}

// The digits that every way of writing it has in common; those that are there when it is no number that we know.
std::string phone_digits(std::string_view text)
{
    if (auto const phone = Phone::parse(text))
        return phone->digits();
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), ascii::is_digit);
    return out;
}

template<typename Spell>
std::string list_of(std::vector<std::string> const& values, Spell const& spell)
{
    std::string out;
    for (std::string const& value : values) {
        std::string const spelled = spell(value);
        if (spelled.empty())
            continue;
        if (out.empty())
            out += k_end;
        out.append(spelled) += k_end;
    }
    return out;
}

std::string address_of(SearchCard const& card)
{
    std::string const postcode = spelling::squeezed(card.postcode);
    std::string const house = spelling::squeezed(card.house_number);
    if (postcode.empty() && house.empty())
        return {};
    return k_postcode + postcode + k_house + house + k_end;
}

std::string email_of(SearchCard const& card)
{
    return card.email.empty() ? std::string() : ascii::lower(card.email) + k_end;
}

} // namespace

SpelledCard::SpelledCard(SearchCard const& card)
    : m_id(card.id)
    , m_bsn(card.bsn ? spelling::value_of(card.bsn->digits()) : 0)
    , m_birth_date(card.birth_date ? spelling::value_of(*card.birth_date) : 0)
    , m_texts { names_of(card), list_of(card.phones, phone_digits), address_of(card),
        list_of(card.old_numbers, spelling::squeezed), email_of(card) }
{
}

SearchRow SpelledCard::row() const
{
    SearchRow out { m_id, m_bsn, m_birth_date, {} };
    std::ranges::copy(m_texts, out.texts.begin());
    return out;
}

namespace spelling {

std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & '\xc0') != '\x80'; }));
}

std::uint32_t value_of(Date const& date)
{
    return static_cast<std::uint32_t>(date.year()) * 10'000 + date.month() * 100 + date.day();
}

std::uint32_t value_of(std::string_view digits)
{
    auto const number = ascii::number(digits);
    ZK_REQUIRE(number.has_value());
    return static_cast<std::uint32_t>(*number);
}

std::string without_umlauts(std::string_view text)
{
    if (std::ranges::none_of(text, [](char c) { return (c & '\x80') != 0; }))
        return std::string(text);
    struct Letter {
        std::string_view written;
        std::string_view typed;
    };
    constexpr Letter k_letters[] = { { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "ø", "oe" }, { "å", "aa" },
        { "Ä", "Ae" }, { "Ö", "Oe" }, { "Ü", "Ue" }, { "Ø", "Oe" }, { "Å", "Aa" } };
    // A letter and the dots above it, as two characters.
    constexpr std::string_view k_dots = "\u0308";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::string_view const rest = text.substr(at);
        auto const letter
            = std::ranges::find_if(k_letters, [&](Letter const& l) { return rest.starts_with(l.written); });
        if (letter != std::end(k_letters)) {
            out += letter->typed;
            at += letter->written.size();
        } else if (rest.substr(1).starts_with(k_dots) && std::string_view("aouAOU").contains(rest[0])) {
            out.append(1, rest[0]).append("e");
            at += 1 + k_dots.size();
        } else {
            out += rest[0];
            ++at;
        }
    }
    return out;
}

std::string squeezed(std::string_view text)
{
    return ascii::without(fold_for_search(text), " ");
}

std::string name_needle(std::string_view folded_word)
{
    bool const short_word = characters_in(folded_word) < k_anywhere_characters_min;
    return (short_word ? " " : "") + std::string(folded_word);
}

std::string phone_needle(std::string_view digits)
{
    return k_end + std::string(digits) + k_end;
}

std::string phone_end_needle(std::string_view digits)
{
    return std::string(digits) + k_end;
}

std::string postcode_needle(std::string_view squeezed)
{
    return k_postcode + std::string(squeezed) + k_house;
}

std::string house_needle(std::string_view squeezed)
{
    return k_house + std::string(squeezed);
}

std::string number_needle(std::string_view squeezed)
{
    return k_end + std::string(squeezed) + k_end;
}

} // namespace spelling

} // namespace zk::care::patients
