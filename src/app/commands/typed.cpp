#include "app/commands/typed.hpp"

#include "app/named_file.hpp"

#include <array>
#include <cstdio>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::size_t k_typed_bytes_max = 4096;

void drop_newline(std::string& text)
{
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
}

} // namespace

bool at_terminal()
{
    return ::isatty(STDIN_FILENO) != 0;
}

Result<std::string> ask_line(std::string const& question)
{
    std::fprintf(stderr, "%s: ", question.c_str());
    std::array<char, k_typed_bytes_max> line {};
    if (std::fgets(line.data(), static_cast<int>(line.size()), stdin) == nullptr)
        return fail(Fault::wrong_use, "nothing-typed");
    std::string out(line.data());
    drop_newline(out);
    return out;
}

Result<std::string> read_small(std::string const& path)
{
    std::string out;
    if (path == "-") {
        out.resize(k_typed_bytes_max + 1);
        out.resize(std::fread(out.data(), 1, out.size(), stdin));
    } else {
        ZK_TRY(Bytes const bytes, read_named_file(path));
        out = as_text(bytes);
    }
    if (out.size() > k_typed_bytes_max)
        return fail(Fault::bad_input, "small-file-too-long", Place::path(path));
    return out;
}

Result<std::string> read_line_of(std::string const& path)
{
    ZK_TRY(std::string out, read_small(path));
    drop_newline(out);
    return out;
}

} // namespace zk::app
