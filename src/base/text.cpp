#include "base/text.hpp"

#include "base/ascii.hpp"

#include <array>
#include <cstdint>
#include <utf8proc.h>

namespace zk {

namespace {

constexpr std::array<std::string_view, 15> k_white_space {
    " ", "\t", "\n", "\r", "\v", "\f",
    "\u00a0", // no-break space
    "\u2002", "\u2003", "\u2007", "\u2009", "\u202f",
    "\u200b", // zero width space
    "\u3000",
    "\ufeff", // byte order mark
};

std::size_t white_space_at_start(std::string_view text)
{
    for (std::string_view space : k_white_space)
        if (text.starts_with(space))
            return space.size();
    return 0;
}

std::size_t white_space_at_end(std::string_view text)
{
    for (std::string_view space : k_white_space)
        if (text.ends_with(space))
            return space.size();
    return 0;
}

// The longest decomposition in Unicode has 18 code points (U+FDFA).
constexpr std::size_t k_decomposed_max = 32;

constexpr auto k_fold_options = static_cast<utf8proc_option_t>(
    UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

// Letters that Unicode does not decompose, though a Dutch keyboard types them as these.
std::string_view look_alike(utf8proc_int32_t letter)
{
    switch (letter) {
    case U'ı':
        return "i";
    case U'ø':
        return "o";
    case U'æ':
        return "ae";
    case U'œ':
        return "oe";
    case U'ł':
        return "l";
    case U'đ':
    case U'ð':
        return "d";
    case U'þ':
        return "th";
    case U'ħ':
        return "h";
    case U'ŧ':
        return "t";
    default:
        return {};
    }
}

bool is_letter_or_digit(utf8proc_int32_t c)
{
    // Unicode calls these two apostrophes letters.
    if (c == U'\u02bb' || c == U'\u02bc')
        return false;
    utf8proc_category_t const category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

// Collects words with single spaces between them.
class Folded {
public:
    void letter(char c)
    {
        start_word();
        m_text.push_back(c);
    }
    void letters(utf8proc_int32_t c)
    {
        start_word();
        if (std::string_view const plain = look_alike(c); !plain.empty()) {
            m_text += plain;
            return;
        }
        std::array<utf8proc_uint8_t, 4> bytes {};
        utf8proc_ssize_t const size = utf8proc_encode_char(c, bytes.data());
        m_text.append(bytes.begin(), bytes.begin() + size);
    }
    void gap() { m_gap = true; }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void start_word()
    {
        if (m_gap && !m_text.empty())
            m_text.push_back(' ');
        m_gap = false;
    }
    std::string m_text;
    bool m_gap = false;
};

void fold_code_point(utf8proc_int32_t c, Folded& out)
{
    std::array<utf8proc_int32_t, k_decomposed_max> decomposed {};
    int bound_class = 0;
    utf8proc_ssize_t const count
        = utf8proc_decompose_char(c, decomposed.data(), k_decomposed_max, k_fold_options, &bound_class);
    for (utf8proc_ssize_t i = 0; i < count; ++i) {
        utf8proc_int32_t const part = decomposed[static_cast<std::size_t>(i)];
        if (is_letter_or_digit(part))
            out.letters(part);
        else
            out.gap();
    }
}

} // namespace

std::string_view trim(std::string_view text)
{
    while (std::size_t const size = white_space_at_start(text))
        text.remove_prefix(size);
    while (std::size_t const size = white_space_at_end(text))
        text.remove_suffix(size);
    return text;
}

std::vector<std::string_view> split_words(std::string_view text)
{
    std::vector<std::string_view> out;
    text = trim(text);
    while (!text.empty()) {
        std::size_t end = 0;
        while (end < text.size() && white_space_at_start(text.substr(end)) == 0)
            ++end;
        out.push_back(text.substr(0, end));
        text = trim(text.substr(end));
    }
    return out;
}

std::string fold_for_search(std::string_view text)
{
    Folded out;
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        if (bytes[at] < 0x80) {
            if (ascii::is_alphanumeric(text[at]))
                out.letter(ascii::lower(text[at]));
            else
                out.gap();
            ++at;
            continue;
        }
        utf8proc_int32_t c = 0;
        auto const left = static_cast<utf8proc_ssize_t>(text.size() - at);
        utf8proc_ssize_t const size = utf8proc_iterate(bytes + at, left, &c);
        if (size <= 0) {
            out.gap();
            ++at;
            continue;
        }
        fold_code_point(c, out);
        at += static_cast<std::size_t>(size);
    }
    return out.take();
}

} // namespace zk
