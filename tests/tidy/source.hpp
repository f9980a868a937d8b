// source: a file of this repository as the rules of style read it.
// Used by layers, bans and shape, which hold the rules; tidy_test holds the repository to them.
// Always: a finding names a file, a line and the remedy.
// An attacker gains nothing: it only reads what is public.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zk::tidy {

struct Finding {
    std::string path;
    std::size_t line;
    std::string remedy;
};

// "src/base/x.cpp:12: X is banned: use Y", one a line.
[[nodiscard]] std::string describe(std::vector<Finding> const& findings);

class Source {
public:
    Source(std::string path, std::string_view text);

    // From the root, with '/'.
    [[nodiscard]] std::string const& path() const { return m_path; }
    [[nodiscard]] std::vector<std::string> const& lines() const { return m_lines; }
    // The same lines with comments and the contents of literals blanked out; only for C++.
    [[nodiscard]] std::vector<std::string> const& code() const { return m_code; }

    [[nodiscard]] bool is_cpp() const { return is_header() || m_path.ends_with(".cpp"); }
    [[nodiscard]] bool is_header() const { return m_path.ends_with(".hpp"); }
    // Or what the tests of one folder share.
    [[nodiscard]] bool is_test() const { return m_path.ends_with("_test.cpp") || m_path.ends_with("_for_tests.hpp"); }
    [[nodiscard]] bool is_below(std::string_view start) const { return m_path.starts_with(start); }

private:
    std::string m_path;
    std::vector<std::string> m_lines;
    std::vector<std::string> m_code;
};

struct Include {
    std::size_t line;
    std::string name;
    enum class Kind { quoted, angled } kind;
};
[[nodiscard]] std::vector<Include> includes_of(Source const& source);

// All text files below the root, without what is built, fetched or made by running.
[[nodiscard]] std::vector<Source> read_repository(std::filesystem::path const& root);

} // namespace zk::tidy
