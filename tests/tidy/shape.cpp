#include "shape.hpp"

#include <algorithm>
#include <array>

namespace zk::tidy {

namespace {

constexpr std::array<std::string_view, 8> k_text_endings { ".cpp", ".hpp", ".cmake", ".txt", ".sh", ".json", ".md",
    ".hpp.in" };

bool is_ours(Source const& source)
{
    // Sample exports and golden files are as they are, on purpose.
    return !source.is_below("tests/data/") && !source.is_below("fuzz/corpus/")
        && std::ranges::any_of(k_text_endings, [&](std::string_view end) { return source.path().ends_with(end); });
}

void check_opening(Source const& source, std::vector<Finding>& out)
{
    auto const& lines = source.lines();
    for (std::size_t i = 0; i < k_opening_lines; ++i) {
        if (i >= lines.size() || !lines[i].starts_with("// ")) {
            out.push_back({ source.path(), i + 1,
                "a header opens with four lines of comment: what it is, who uses it, what always holds, what an "
                "attacker gains" });
            return;
        }
    }
    if (lines.size() <= k_opening_lines || lines[k_opening_lines] != "#pragma once")
        out.push_back(
            { source.path(), k_opening_lines + 1, "#pragma once stands on the fifth line, after the opening" });
}

void check_white_space(Source const& source, std::vector<Finding>& out)
{
    for (std::size_t i = 0; i < source.lines().size(); ++i) {
        std::string const& line = source.lines()[i];
        if (line.contains('\t'))
            out.push_back({ source.path(), i + 1, "a tab is banned: use four spaces (./dev format)" });
        if (line.ends_with(' ') || line.ends_with('\r'))
            out.push_back({ source.path(), i + 1, "white space at the end of a line is banned: remove it" });
    }
}

} // namespace

std::vector<Finding> check_shape(Source const& source)
{
    std::vector<Finding> out;
    if (!is_ours(source))
        return out;
    check_white_space(source, out);
    if (source.is_header())
        check_opening(source, out);
    if (source.is_cpp() && source.lines().size() > k_file_lines_max)
        out.push_back(
            { source.path(), k_file_lines_max + 1, "more than 500 lines are banned: one idea a file, split it" });
    return out;
}

} // namespace zk::tidy
