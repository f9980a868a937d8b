#include "care/patients/search_query.hpp"

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "base/phone.hpp"
#include "base/text.hpp"
#include "care/patients/search_spelling.hpp"

namespace zk::care::patients {

namespace {

constexpr std::size_t k_utf8_bytes_max = 4;
static_assert(k_search_characters_max * k_utf8_bytes_max <= k_search_text_bytes_max);

constexpr std::size_t k_phone_end_digits_min = 6;
constexpr std::size_t k_phone_digits_max = 15;

using Words = std::vector<std::string_view>;

std::string digits_in(std::string_view text)
{
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), ascii::is_digit);
    return out;
}

bool has_digit(std::string_view word)
{
    return std::ranges::any_of(word, ascii::is_digit);
}

// Digits and what people write between them.
bool is_numeric(std::string_view word)
{
    return has_digit(word) && word.find_first_not_of("0123456789.-/()+") == std::string_view::npos;
}

std::string_view without_commas(std::string_view word)
{
    while (!word.empty() && std::string_view(",;:").contains(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && std::string_view(",;:").contains(word.back()))
        word.remove_suffix(1);
    return word;
}

// Words in which there is something to search for.
Words words_of(std::string_view typed)
{
    Words out;
    for (std::string_view word : split_words(typed)) {
        word = without_commas(word);
        if (!fold_for_search(word).empty())
            out.push_back(word);
    }
    return out;
}

// The days that a text can mean: "1-2-1953", "1953-02-01", "01 02 1953", "01021953", "19530201", "1-2-53", "010253".
std::vector<Date> days_in(std::string_view text)
{
    std::string written(text);
    std::ranges::replace(written, ' ', '-');
    std::vector<Date> out;
    auto const add = [&](Result<Date> const& date) {
        if (date && std::ranges::find(out, *date) == out.end())
            out.push_back(*date);
    };
    add(Date::parse_any(written));
    if (ascii::all_digits(written) && (written.size() == 6 || written.size() == 8))
        written = written.substr(0, 2) + '-' + written.substr(2, 2) + '-' + written.substr(4);
    add(Date::parse_day_first(written));
    // Two digits do not tell the century: both are looked for.
    if (std::size_t const year = written.find_last_of("-/.") + 1; year != 0 && written.size() - year == 2) {
        for (std::string_view century : { "19", "20" })
            add(Date::parse_day_first(std::string(written).insert(year, century)));
    }
    return out;
}

class Parser {
public:
    explicit Parser(Words words)
        : m_words(std::move(words))
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_has_postcode = m_has_postcode || is_postcode(m_words[i]) || is_split_postcode(i);
        m_has_name = !std::ranges::all_of(m_words, [](std::string_view word) { return has_digit(word); });
    }

    SearchQuery query()
    {
        SearchQuery out;
        while (m_at < m_words.size())
            out.push_back(next_term());
        return out;
    }

private:
    static bool is_postcode(std::string_view word)
    {
        return word.size() == 6 && ascii::all_digits(word.substr(0, 4)) && ascii::is_letter(word[4])
            && ascii::is_letter(word[5]);
    }
    // "1234" and "ab" as two words.
    [[nodiscard]] bool is_split_postcode(std::size_t at) const
    {
        return at + 1 < m_words.size() && m_words[at].size() == 4 && m_words[at + 1].size() == 2
            && is_postcode(std::string(m_words[at]) + std::string(m_words[at + 1]));
    }
    // A day with its separators is one number; what stands beside it is another.
    static bool is_written_day(std::string_view word)
    {
        return word.find_first_of("-/.") != std::string_view::npos && !days_in(word).empty();
    }

    SearchTerm next_term()
    {
        std::string_view const word = m_words[m_at];
        if (word.contains('@')) {
            ++m_at;
            return one(part_of_email(word));
        }
        if (is_postcode(word)) {
            ++m_at;
            return one(part_of_postcode(word));
        }
        if (is_split_postcode(m_at))
            return split_postcode();
        if (!is_numeric(word)) {
            ++m_at;
            return term_of_word(word);
        }
        if (is_written_day(word)) {
            ++m_at;
            return one(part_of_digits(word));
        }
        return term_of_numbers();
    }

    SearchTerm split_postcode()
    {
        std::string_view const digits = m_words[m_at];
        std::string_view const letters = m_words[m_at + 1];
        m_at += 2;
        // "1953 de": or a year, and how a name begins.
        return { { part_of_postcode(std::string(digits) + std::string(letters)) },
            { part_of_digits(digits), part_of_name(letters) } };
    }

    // Numbers that stand together: one, or each by itself.
    SearchTerm term_of_numbers()
    {
        std::string all;
        SearchWay each;
        for (; m_at < m_words.size() && is_numeric(m_words[m_at]) && !is_written_day(m_words[m_at])
            && !is_split_postcode(m_at);
            ++m_at) {
            all.append(all.empty() ? "" : " ").append(m_words[m_at]);
            each.push_back(part_of_digits(m_words[m_at]));
        }
        if (each.size() == 1)
            return { each };
        return { { part_of_digits(all) }, each };
    }

    [[nodiscard]] SearchTerm term_of_word(std::string_view word) const
    {
        SearchWay names;
        // Folding keeps the words of both spellings in step.
        std::string const folded = fold_for_search(word);
        std::string const plain = fold_for_search(spelling::without_umlauts(word));
        Words const spelled = split_words(folded);
        Words const spelled_plain = split_words(plain);
        for (std::size_t i = 0; i < spelled.size(); ++i) {
            SearchPart part = part_of_name(spelled[i]);
            if (spelled_plain.size() == spelled.size() && spelled_plain[i] != spelled[i])
                std::ranges::copy(part_of_name(spelled_plain[i]), std::back_inserter(part));
            names.push_back(std::move(part));
        }
        if (!has_digit(word))
            return { names };
        // "P-1005", "12a".
        SearchPart number { reading_of_number(word) };
        add_house(number, word);
        return { { number }, names };
    }

    [[nodiscard]] SearchPart part_of_digits(std::string_view written) const
    {
        std::string const digits = digits_in(written);
        auto const phone = Phone::parse(written);
        std::vector<Date> const days = days_in(written);
        // Six digits are a day only as a last resort.
        bool const day_first = digits != written || digits.size() == 8;
        SearchPart out;
        if (day_first)
            add_days(out, days);
        // One that begins with a zero lost it in many an export.
        if (digits.size() == 9 || digits.size() == 8)
            out.push_back({ SearchKind::bsn, SearchKey::bsn, {}, spelling::value_of(digits) });
        if (phone)
            out.push_back({ SearchKind::phone, SearchKey::phone, spelling::phone_needle(phone->digits()) });
        if (m_words.size() > 1 && digits.size() == 4 && spelling::value_of(digits) >= k_year_min
            && spelling::value_of(digits) <= k_year_max)
            out.push_back({ SearchKind::birth_date, SearchKey::birth_year, {}, spelling::value_of(digits) });
        if (m_has_name && !m_has_postcode && digits.size() == 2 && digits == written)
            add_years(out, spelling::value_of(digits));
        out.push_back(reading_of_number(written));
        add_house(out, written);
        if (!phone && digits.size() >= k_phone_end_digits_min && digits.size() <= k_phone_digits_max)
            out.push_back({ SearchKind::phone, SearchKey::phone, spelling::phone_end_needle(digits) });
        if (!day_first)
            add_days(out, days);
        // There are names with a number in them.
        out.push_back({ SearchKind::name, SearchKey::name, " " + digits });
        return out;
    }

    // "meulen 58": two digits do not tell the century.
    static void add_years(SearchPart& out, std::uint32_t year)
    {
        for (std::uint32_t const century : { 1900U, 2000U })
            out.push_back({ SearchKind::birth_date, SearchKey::birth_year, {}, century + year });
    }
    static void add_days(SearchPart& out, std::vector<Date> const& days)
    {
        for (Date const& day : days)
            out.push_back({ SearchKind::birth_date, SearchKey::birth_date, {}, spelling::value_of(day) });
    }
    void add_house(SearchPart& out, std::string_view word) const
    {
        if (m_has_postcode)
            out.push_back({ SearchKind::postcode, SearchKey::house, spelling::house_needle(spelling::squeezed(word)) });
    }

    static SearchReading reading_of_number(std::string_view word)
    {
        return { SearchKind::number, SearchKey::number, spelling::number_needle(spelling::squeezed(word)) };
    }
    static SearchPart part_of_name(std::string_view word)
    {
        return { { SearchKind::name, SearchKey::name, spelling::name_needle(fold_for_search(word)) } };
    }
    static SearchPart part_of_postcode(std::string_view word)
    {
        return { { SearchKind::postcode, SearchKey::postcode, spelling::postcode_needle(spelling::squeezed(word)) } };
    }
    // The journal has no word for it by itself.
    static SearchPart part_of_email(std::string_view word)
    {
        return { { SearchKind::mixed, SearchKey::email, ascii::lower(word) } };
    }
    static SearchTerm one(SearchPart part) { return { { std::move(part) } }; }

    Words m_words;
    bool m_has_postcode = false;
    bool m_has_name = false;
    std::size_t m_at = 0;
};

} // namespace

Result<SearchQuery> parse_search(std::string_view typed)
{
    if (typed.size() > k_search_text_bytes_max || spelling::characters_in(typed) > k_search_characters_max)
        return fail(Fault::bad_input, "search-text-too-long");
    return Parser(words_of(typed)).query();
}

} // namespace zk::care::patients
