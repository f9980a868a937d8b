#include "app/commands/typed.hpp"

#include "app/named_file.hpp"
#include "app/terminal/terminal.hpp"

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
    return Terminal::current().is_interactive(Stream::in);
}

Result<std::string> ask_line(std::string const& question)
{
    print_error("%s: ", question.c_str());
    auto line = Terminal::current().read_line(k_typed_bytes_max);
    if (!line)
        return fail(Fault::wrong_use, "nothing-typed");
    drop_newline(*line);
    return *std::move(line);
}

Result<std::string> read_small(std::string const& path)
{
    std::string out;
    if (path == "-") {
        out = Terminal::current().read_some(k_typed_bytes_max + 1);
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
