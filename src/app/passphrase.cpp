#include "app/passphrase.hpp"

#include "app/terminal/terminal.hpp"
#include "crypto/seal.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace zk::app {

namespace {

constexpr std::size_t k_secret_bytes_max = 4096;

Result<std::string> read_file(std::string const& typed)
{
    std::string const path = Terminal::current().path(typed).string();
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return fail(Fault::wrong_use, "passphrase-file-unreadable", Place::path(path));
    std::string out(k_secret_bytes_max + 1, '\0');
    ssize_t const size = ::read(file, out.data(), out.size());
    ::close(file);
    if (size < 0)
        return fail(Fault::wrong_use, "passphrase-file-unreadable", Place::path(path));
    if (static_cast<std::size_t>(size) > k_secret_bytes_max)
        return fail(Fault::wrong_use, "passphrase-file-too-long", Place::path(path));
    out.resize(static_cast<std::size_t>(size));
    if (out.ends_with('\n'))
        out.pop_back();
    if (out.ends_with('\r'))
        out.pop_back();
    if (out.empty())
        return fail(Fault::wrong_use, "passphrase-empty", Place::path(path));
    return out;
}

// Typed characters stay invisible for as long as this lives.
class NoEcho {
public:
    explicit NoEcho(Terminal& terminal)
        : m_terminal(terminal)
    {
        ::tcgetattr(m_terminal.number(Stream::in), &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(m_terminal.number(Stream::in), TCSAFLUSH, &quiet);
    }
    NoEcho(NoEcho const&) = delete;
    NoEcho& operator=(NoEcho const&) = delete;
    ~NoEcho()
    {
        ::tcsetattr(m_terminal.number(Stream::in), TCSAFLUSH, &m_before);
        m_terminal.err("\n");
    }

private:
    Terminal& m_terminal;
    termios m_before {};
};

Result<std::string> ask(std::string const& question)
{
    print_error("%s: ", question.c_str());
    Terminal& terminal = Terminal::current();
    NoEcho const quiet(terminal);
    auto line = terminal.read_line(k_secret_bytes_max);
    if (!line || line->empty())
        return fail(Fault::wrong_use, "passphrase-empty");
    return *std::move(line);
}

} // namespace

Result<std::string> read_secret(std::string const& variable, std::string const& question, Ask how)
{
    if (auto const path = Terminal::current().variable(variable))
        return read_file(*path);
    if (!Terminal::current().is_interactive(Stream::in))
        return fail(Fault::wrong_use, "no-passphrase-and-no-terminal");
    ZK_TRY(std::string first, ask(question));
    if (how == Ask::once)
        return first;
    ZK_TRY(std::string second, ask(question + " (nog eens)"));
    bool const same = first == second;
    wipe_text(second);
    if (!same)
        return fail(Fault::wrong_use, "passphrases-differ");
    return first;
}

Result<std::string> read_passphrase(Ask how)
{
    Terminal const& terminal = Terminal::current();
    if (!terminal.variable("ZORGKLUIS_PASSPHRASE_FILE")) {
        if (auto const credentials = terminal.variable("CREDENTIALS_DIRECTORY"))
            return read_file(*credentials + "/zorgkluis-passphrase");
    }
    return read_secret("ZORGKLUIS_PASSPHRASE_FILE", "Wachtzin van de praktijk", how);
}

Result<std::string> read_new_passphrase()
{
    return read_secret("ZORGKLUIS_NEW_PASSPHRASE_FILE", "Nieuwe wachtzin", Ask::twice);
}

void wipe_text(std::string& text)
{
    crypto::wipe({ reinterpret_cast<std::uint8_t*>(text.data()), text.size() });
    text.clear();
}

} // namespace zk::app
