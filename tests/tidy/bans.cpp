#include "bans.hpp"

#include <algorithm>
#include <cctype>

namespace zk::tidy {

namespace {

using Words = std::vector<std::string_view>;

enum class InTests { too, not_there };

struct Ban {
    Words words;
    std::string_view use;
    std::string_view below; // where it is banned; "" is everywhere
    Words but_below = {};   // where it is allowed nevertheless
    InTests in_tests = InTests::too;
};

// Words in C++ code.
Ban const k_words[] = {
    { { "std::cout", "std::cerr", "std::clog", "printf", "fprintf", "vprintf", "puts", "fputs", "fmt::print" },
        "return it, or let app/ print it", "src/", { "src/app/", "src/base/require.cpp" } },
    { { "system_clock::now", "std::time", "time(nullptr)", "gettimeofday", "clock_gettime", "localtime",
          "localtime_r" },
        "take a Clock const& (base/clock)", "src/", { "src/app/" } },
    { { "random_device", "rand", "srand", "getrandom", "default_random_engine" }, "take a Random& (base/random)",
        "src/", { "src/app/" } },
    { { "randombytes_buf", "randombytes_uniform", "randombytes_random" }, "take a Random& (base/random)", "src/",
        { "src/crypto/system_random" } },
    { { "using namespace std;" }, "write std::", "" },
    { { "std::ignore =", "(void)" }, "handle the Result, or pass it on with ZK_CHECK", "src/", {}, InTests::not_there },
    { { "double", "float" }, "use Cents", "src/base/money" },
    { { "std::stoi", "std::stol", "std::stoul", "atoi", "atol", "strtol", "sscanf" }, "use std::from_chars", "src/" },
    { { "strcpy", "strcat", "sprintf", "gets" }, "use std::string, or fmt::format", "src/" },
    { { "std::cin" }, "take a stream or a text as argument", "src/", { "src/app/" } },
};

// Headers of others: each is wrapped in one place.
Ban const k_headers[] = {
    { { "sodium.h", "sodium/" }, "use crypto/", "src/", { "src/crypto/" } },
    { { "openssl/" }, "use crypto/; TLS is made in app/", "src/", { "src/app/" } },
    { { "sqlite3.h" }, "use keep/", "src/", { "src/keep/", "src/testing/forgetful_vfs" } },
    { { "liboath/" }, "use gate/", "src/", { "src/gate/" } },
    { { "iostream", "print" }, "return it, or let app/ print it", "src/", { "src/app/" } },
};

// These are heavy, and their types would leak into who includes us. Tests read answers as JSON anyway.
Words const k_headers_banned_in_headers { "nlohmann/json.hpp", "CLI/CLI.hpp", "CLI/" };

// Also in comments, but not where these rules and their tests stand.
Words const k_unfinished { "TODO", "FIXME" };
constexpr std::string_view k_here = "tests/tidy/";

// In any text file.
Words const k_machine_folders { "work", "home", "root" };

bool is_word(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Finds `word` where it is not a part of a longer one.
bool has_word(std::string_view line, std::string_view word)
{
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        std::size_t const end = at + word.size();
        bool const starts = at == 0 || !is_word(word.front()) || !is_word(line[at - 1]);
        bool const ends = end == line.size() || !is_word(word.back()) || !is_word(line[end]);
        if (starts && ends)
            return true;
    }
    return false;
}

bool holds_for(Ban const& ban, Source const& source)
{
    if (source.is_test() && ban.in_tests == InTests::not_there)
        return false;
    return source.is_below(ban.below)
        && std::ranges::none_of(ban.but_below, [&](std::string_view start) { return source.is_below(start); });
}

Finding finding(Source const& source, std::size_t line, std::string_view banned, std::string_view use)
{
    return { source.path(), line, std::string(banned) + " is banned: " + std::string(use) };
}

void check_words(Source const& source, std::vector<Finding>& out)
{
    for (Ban const& ban : k_words) {
        if (!holds_for(ban, source))
            continue;
        for (std::size_t i = 0; i < source.code().size(); ++i) {
            for (std::string_view const word : ban.words) {
                if (has_word(source.code()[i], word))
                    out.push_back(finding(source, i + 1, word, ban.use));
            }
        }
    }
}

bool names(Include const& include, std::string_view header)
{
    return header.ends_with('/') ? include.name.starts_with(header) : include.name == header;
}

void check_headers(Source const& source, std::vector<Finding>& out)
{
    for (Include const& include : includes_of(source)) {
        for (Ban const& ban : k_headers) {
            for (std::string_view const header : ban.words) {
                if (holds_for(ban, source) && names(include, header))
                    out.push_back(finding(source, include.line, "<" + std::string(header) + ">", ban.use));
            }
        }
        for (std::string_view const header : k_headers_banned_in_headers) {
            if (source.is_header() && !source.is_test() && names(include, header))
                out.push_back(finding(source, include.line, include.name + " in a header", "include it in the .cpp"));
        }
    }
}

// A path of the machine it was written on: a slash, the folder, and then an end or a slash.
bool has_machine_path(std::string_view line)
{
    for (std::string_view const folder : k_machine_folders) {
        std::string const path = "/" + std::string(folder);
        for (std::size_t at = line.find(path); at != std::string_view::npos; at = line.find(path, at + 1)) {
            std::size_t const end = at + path.size();
            bool const starts = at == 0 || std::string_view(" \t\"'`(=:,[<").contains(line[at - 1]);
            if (starts && (end == line.size() || line[end] == '/' || (!is_word(line[end]) && line[end] != '-')))
                return true;
        }
    }
    return false;
}

void check_anywhere(Source const& source, std::vector<Finding>& out)
{
    for (std::size_t i = 0; i < source.lines().size(); ++i) {
        std::string const& line = source.lines()[i];
        if (has_machine_path(line))
            out.push_back(finding(source, i + 1, "a path of one machine", "write it from the root of the repository"));
        for (std::string_view const mark : k_unfinished) {
            if (source.is_cpp() && !source.is_below(k_here) && has_word(line, mark))
                out.push_back(finding(source, i + 1, mark, "finish it, or open an issue"));
        }
    }
}

} // namespace

std::vector<Finding> check_bans(Source const& source)
{
    std::vector<Finding> out;
    if (source.is_cpp()) {
        check_words(source, out);
        check_headers(source, out);
    }
    check_anywhere(source, out);
    return out;
}

} // namespace zk::tidy
