#include "source.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>

namespace zk::tidy {

namespace {

constexpr std::size_t k_file_bytes_max = std::size_t { 4 } << 20;
constexpr std::array<std::string_view, 6> k_skipped_folders { ".git", ".cache", "build", "node_modules", "praktijk",
    "dist" };

std::vector<std::string> split_lines(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t const end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

// Where the comment or literal that starts at `at` ends (one past it); `at` itself when none starts there.
std::size_t end_of_blank(std::string_view text, std::size_t at)
{
    auto const past = [&](std::string_view what, std::size_t from) {
        std::size_t const found = text.find(what, from);
        return found == std::string_view::npos ? text.size() : found + what.size();
    };
    std::string_view const rest = text.substr(at);
    if (rest.starts_with("//"))
        return std::min(text.find('\n', at), text.size());
    if (rest.starts_with("/*"))
        return past("*/", at + 2);
    if (rest.starts_with("R\"")) {
        std::size_t const open = rest.find('(');
        if (open != std::string_view::npos)
            return past(")" + std::string(rest.substr(2, open - 2)) + "\"", at + open);
    }
    // In 1'000 and 0x'ff the mark separates digits.
    bool const separates = at > 0 && std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0;
    if (rest.starts_with('"') || (rest.starts_with('\'') && !separates)) {
        for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == rest[0])
                return i + 1;
        }
        return std::min(text.find('\n', at), text.size());
    }
    return at;
}

std::string blanked(std::string_view text)
{
    std::string out(text);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = end_of_blank(text, at);
        std::replace_if(
            out.begin() + static_cast<std::ptrdiff_t>(at), out.begin() + static_cast<std::ptrdiff_t>(end),
            [](char c) { return c != '\n'; }, ' ');
        at = std::max(end, at + 1);
    }
    return out;
}

bool is_skipped(std::filesystem::path const& folder)
{
    return std::ranges::find(k_skipped_folders, folder.filename().string()) != k_skipped_folders.end();
}

} // namespace

std::string describe(std::vector<Finding> const& findings)
{
    std::string out;
    for (Finding const& finding : findings)
        out += finding.path + ":" + std::to_string(finding.line) + ": " + finding.remedy + "\n";
    return out;
}

Source::Source(std::string path, std::string_view text)
    : m_path(std::move(path))
    , m_lines(split_lines(text))
{
    if (is_cpp())
        m_code = split_lines(blanked(text));
}

std::vector<Include> includes_of(Source const& source)
{
    std::vector<Include> out;
    for (std::size_t i = 0; i < source.lines().size() && source.is_cpp(); ++i) {
        // Only where the directive is code: not in a comment or a planted text.
        if (!source.code()[i].starts_with("#include"))
            continue;
        std::string const& line = source.lines()[i];
        std::size_t const open = line.find_first_of("\"<");
        std::size_t const close = open == std::string::npos ? open : line.find_first_of("\">", open + 1);
        if (close != std::string::npos)
            out.push_back({ i + 1, line.substr(open + 1, close - open - 1),
                line[open] == '<' ? Include::Kind::angled : Include::Kind::quoted });
    }
    return out;
}

std::vector<Source> read_repository(std::filesystem::path const& root)
{
    std::vector<Source> out;
    for (auto it = std::filesystem::recursive_directory_iterator(root); it != std::filesystem::end(it); ++it) {
        if (it->is_directory() && is_skipped(it->path()))
            it.disable_recursion_pending();
        if (!it->is_regular_file() || it->is_symlink() || it->file_size() > k_file_bytes_max)
            continue;
        std::ifstream file(it->path(), std::ios::binary);
        std::string const text((std::istreambuf_iterator<char>(file)), {});
        if (!text.contains('\0'))
            out.emplace_back(it->path().lexically_relative(root).generic_string(), text);
    }
    std::ranges::sort(out, {}, &Source::path);
    return out;
}

} // namespace zk::tidy
